import math

from peelviewer.statistics.frame import as_frame
from peelviewer.statistics.shipped import shipped
from tests.statistics.rankings import ranking_of


def test_a_frame_has_one_row_a_value_and_missing_ones_are_nan():
    observations = shipped("crime_rates").observations

    frame = as_frame(observations)

    assert len(frame) == len(observations)
    city = frame[(frame.force_id == "city-of-london") & (frame.measure == "recorded_crime")]
    assert math.isnan(city.value.iloc[0])


def test_quartiles_agree_with_pandas():
    rates = [
        o
        for o in shipped("crime_rates").observations
        if o.measure == "robbery" and o.area.kind == "force"
    ]
    found = ranking_of(rates).quartiles

    frame = as_frame(o for o in rates if o.area.id != "city-of-london")
    quantiles = frame.value.quantile([0, 0.25, 0.5, 0.75, 1])
    assert list(found) == [float(value) for value in quantiles]
