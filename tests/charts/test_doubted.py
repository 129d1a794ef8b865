"""What the publisher's own notes doubt is said with the values, drawn, and never ranked."""

import msgspec
import pytest

from peelviewer.charts.spec import RefusedError, ranked_chart, slope_chart, trend_chart
from peelviewer.charts.values import NOT_RANKED
from peelviewer.drawing.layout import lay_out
from peelviewer.drawing.save import MARGIN
from peelviewer.statistics.significance import NOTE as SIGNIFICANT
from tests.charts.many import OWN, all_forces, data, over_years, year_to

ANEW = (
    "Values for the year ending March 2016 and onwards are not directly comparable with earlier "
    "years."
)
BOTTLES = "Bottles are counted, too. As such, data are not comparable to data for other forces."
UNDER = "An audit found that offences were under-counted until May 2015."
YEARS = {
    2014: {OWN: 20.0, "kent": 4.0},
    2015: {OWN: 19.0, "kent": 5.0},
    2016: {OWN: 8.0, "kent": 5.0},
    2017: {OWN: 7.0, "kent": 6.0},
}
WHOLE = {2014: 12.0, 2015: 11.0, 2016: 6.5, 2017: 6.0}


def noted(found, note, *, areas=None, since=2014):
    """The same data, with a note on the values of some areas (all) from a year on."""
    observations = tuple(
        msgspec.structs.replace(one, note=note)
        if one.period.end.year >= since and (areas is None or one.area.id in areas)
        else one
        for one in found.observations
    )
    return msgspec.structs.replace(found, observations=observations)


def over_time(note, **more):
    return noted(over_years(YEARS, national=WHOLE), note, **more)


def test_every_line_is_broken_where_values_begin_to_be_of_another_kind():
    chart = trend_chart(over_time(ANEW, since=2016), own=OWN, others=("kent",))

    begins = [[bool(value.break_before) for value in row.values] for row in chart.rows]
    assert begins == [[False] * 3, [False] * 3, [True] * 3, [False] * 3]
    assert [caveat.text for caveat in chart.caveats] == [ANEW]
    assert chart.headline.endswith("fell from 8.0 to 7.0 (Mar 2016 to Mar 2017)")
    assert not any("20.0 to 7.0" in one for one in chart.remarks)


def test_a_note_that_is_on_the_earlier_values_too_breaks_the_line_in_the_same_place():
    chart = trend_chart(over_time(ANEW), own=OWN)

    assert [bool(row.values[0].break_before) for row in chart.rows] == [False, False, True, False]


def test_a_trend_on_one_side_of_the_note_is_whole():
    chart = trend_chart(over_time(ANEW, since=2016), own=OWN, since=year_to(2016).end)

    assert not any(value.break_before for row in chart.rows for value in row.values)
    assert chart.caveats == ()
    assert "fell from 8.0 to 7.0" in chart.headline


@pytest.mark.usefixtures("qapp")
def test_the_break_of_all_lines_is_told_once_above_the_plot():
    chart = trend_chart(over_time(ANEW, since=2016), own=OWN)

    texts = " ".join(line.text for line in lay_out(chart, 720, MARGIN).lines)

    assert texts.count("not directly comparable with earlier values") == 1
    assert "Mar 2016: both lines not directly" in texts


def test_a_change_across_the_note_is_refused_with_the_publishers_words():
    with pytest.raises(RefusedError, match="not directly comparable with earlier years"):
        slope_chart(over_time(ANEW, since=2016), year_to(2015), year_to(2016), own=OWN)

    chart = slope_chart(over_time(ANEW, since=2016), year_to(2016), year_to(2017), own=OWN)
    assert "fell" in chart.headline


def test_a_change_across_a_note_on_one_force_leaves_it_out():
    found = over_time(ANEW, areas=("kent",), since=2016)

    chart = slope_chart(found, year_to(2015), year_to(2016), own="kent")

    kent = next(row for row in chart.rows if row.area == "kent")
    assert kent.values[2].value is None
    assert kent.rank == ""
    assert chart.coverage == "1 of 43 forces"
    assert chart.headline.endswith("Kent is left out, as not comparable")
    assert chart.caveats[0].text == f"Kent: {ANEW.replace('Values', 'values')}"


def test_a_force_that_is_not_comparable_with_others_has_a_caveat_and_no_rank():
    found = noted(data(all_forces(), national=5.0), BOTTLES, areas=("kent",))

    chart = ranked_chart(found, year_to(2016), own="kent")

    assert chart.coverage == "41 of 43 forces"
    kent = next(row for row in chart.rows if row.area == "kent")
    assert (kent.position, kent.rank) == (NOT_RANKED, "")
    assert kent.values[0].value is not None
    assert chart.headline.endswith("Kent is left out, as not comparable")
    assert chart.remarks == ()
    assert [(one.text, one.areas) for one in chart.caveats] == [(f"Kent: {BOTTLES}", ("kent",))]
    assert BOTTLES not in " ".join(chart.notes)


def test_a_note_that_names_a_force_is_no_doubt_on_another_that_calls_it_out():
    named = BOTTLES.replace("Bottles", "In Kent bottles")
    found = noted(data(all_forces(), national=5.0), named, areas=("kent", "essex"))

    chart = ranked_chart(found, year_to(2016), own="essex")

    assert [(one.text, one.areas) for one in chart.caveats] == [(named, ("kent",))]
    assert next(row for row in chart.rows if row.area == "essex").rank


def test_the_change_of_a_force_that_is_not_comparable_with_others_is_not_ranked():
    chart = slope_chart(
        over_time(BOTTLES, areas=("kent", "england-and-wales")),
        year_to(2014),
        year_to(2015),
        own="kent",
    )
    assert [one.areas for one in chart.caveats] == [("kent",)]

    kent = next(row for row in chart.rows if row.area == "kent")
    assert (kent.values[2].printed, kent.rank, kent.position) == ("+25.0%", "", NOT_RANKED)
    assert chart.headline.endswith("Kent is left out, as not comparable")


@pytest.mark.parametrize("chart_of", [trend_chart, None])
def test_what_doubts_a_change_over_time_is_a_caveat_of_trends_and_changes(chart_of):
    found = over_time(UNDER, areas=("kent",))

    chart = (
        trend_chart(found, own="kent")
        if chart_of
        else slope_chart(found, year_to(2014), year_to(2017), own=OWN)
    )

    assert [(one.text, one.areas) for one in chart.caveats] == [(f"Kent: {UNDER}", ("kent",))]
    assert UNDER not in " ".join(chart.notes)


def test_a_doubt_over_time_is_a_note_of_a_single_period():
    found = noted(data(all_forces(), national=5.0), UNDER, areas=("kent",))

    chart = ranked_chart(found, year_to(2016), own=OWN)

    assert chart.caveats == ()


SAMPLED = "Estimates of forces have small sample sizes."


def test_survey_estimates_are_set_side_by_side_without_a_finding():
    found = noted(data({**all_forces(), OWN: 5.01}, national=5.0), SAMPLED)

    chart = ranked_chart(found, year_to(2016), own=OWN)

    assert "survey estimates: Leicestershire 5.0" in chart.headline
    assert "higher" not in chart.headline
    assert chart.remarks == ()
    assert {row.position for row in chart.rows} == {row.side for row in chart.rows} == {""}
    assert chart.caveats[0].text == (
        "Survey estimates: differences between forces, or over time, may be chance. " + SAMPLED
    )


def test_a_force_without_an_estimate_is_said_to_have_none():
    found = noted(data({**all_forces(), OWN: None}, national=5.0), SAMPLED)

    headline = ranked_chart(found, year_to(2016), own=OWN).headline

    assert headline == "The rate of robbery: no value for Leicestershire"


@pytest.mark.parametrize("own", [OWN, None])
def test_a_change_of_survey_estimates_has_no_finding(own):
    chart = slope_chart(over_time(SAMPLED), year_to(2014), year_to(2017), own=own)

    assert "survey estimates" in chart.headline
    assert "fell" not in chart.headline
    assert {row.position for row in chart.rows} == {""}
    assert chart.caveats[0].text.startswith("Survey estimates:")


def test_a_line_of_survey_estimates_has_no_finding():
    chart = trend_chart(over_time(SAMPLED), own=OWN)

    assert chart.headline.endswith(", survey estimates")
    assert "fell" not in chart.headline
    assert chart.remarks == ()


def test_a_survey_measure_that_is_known_needs_no_note():
    found = data({OWN: 5.0}, national=4.0, measure="asb_experienced_any", unit="percent")

    assert ranked_chart(found, year_to(2016), own=OWN).caveats[0].text.startswith("Survey")


def test_forces_that_a_table_of_all_forces_lacks_are_named_and_have_a_dash():
    values = all_forces()
    del values["kent"], values["essex"]

    chart = ranked_chart(data(values, national=5.0), year_to(2016), own=OWN)

    assert "No value for Essex and Kent: not given in the source." in chart.notes
    dashes = {row.label: row.values[0].printed for row in chart.rows if row.values[0].missing}
    assert dashes.items() >= {"Essex": "–", "Kent": "–"}.items()
    assert len(chart.rows) == 44


def test_a_table_of_a_few_forces_is_not_said_to_lack_the_others():
    chart = ranked_chart(data({OWN: 1.0, "kent": 2.0}), year_to(2016), own=OWN)

    assert len(chart.rows) == 2


def test_an_estimate_that_its_publisher_marks_as_significant_is_said_to_differ():
    marked = noted(data(all_forces() | {OWN: 9.0}, national=5.0), f"{SIGNIFICANT} {SAMPLED}")
    plain = noted(data(all_forces() | {OWN: 9.0}, national=5.0), SAMPLED)

    headline = ranked_chart(marked, year_to(2016), own=OWN).headline
    assert headline == (
        "The rate of robbery, survey estimates: Leicestershire 9.0, statistically different from "
        "England and Wales 5.0"
    )
    assert "different" not in ranked_chart(plain, year_to(2016), own=OWN).headline
