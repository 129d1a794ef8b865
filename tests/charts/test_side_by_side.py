"""Measures of one report side by side: refused or flagged as its own annex says."""

import datetime

import msgspec
import pytest

from peelviewer.charts.spec import RefusedError, side_by_side
from peelviewer.errors import ChartError
from peelviewer.model.measure import Period
from tests import builders

PLACE = ("preventing/how-much-crime", "preventing/how-much-crime.2")
JUNE_2015 = Period(kind="12 months to", end=datetime.date(2015, 6, 30))


@pytest.fixture
def report_of(sample_report):
    """Return the sample report with measures of these keys, units, values and periods alone."""

    def made(*measures, **changes):
        found = tuple(
            builders.measure(key, key, unit, force, national, *PLACE, **more)
            for key, unit, force, national, more in measures
        )
        return msgspec.structs.replace(
            builders.with_annex(sample_report), measures=found, actions=(), **changes
        )

    return made


CHARGED = ("outcome_charged", "percent", 9.1, 12.1, {})
NO_SUSPECT = ("outcome_no_suspect", "percent", 50.2, 47.4, {})
DA_CHARGED = ("da_outcome_charged", "percent", 21.0, 23.2, {})


def test_measures_of_one_table_stand_side_by_side_on_one_scale(report_of):
    chart = side_by_side(report_of(CHARGED, NO_SUSPECT), (0, 1))

    labels = ["Charged or summonsed", "Investigation complete, no suspect identified"]
    assert [row.label for row in chart.rows] == labels
    assert chart.shared_scale
    assert chart.title.startswith("Charged or summonsed and Investigation complete, no suspect")
    assert any("which crimes an area has" in caveat.text for caveat in chart.caveats)


def test_general_and_domestic_abuse_outcomes_are_refused_with_reason_and_page(report_of):
    with pytest.raises(RefusedError, match="not to be compared") as caught:
        side_by_side(report_of(CHARGED, DA_CHARGED), (0, 1))

    assert (caught.value.page, caught.value.report) == (14, "")
    assert "(annex, p. 14)" in str(caught.value)


def test_a_report_whose_own_annex_says_nothing_of_it_is_not_refused(report_of, sample_report):
    silent = sample_report.sections

    chart = side_by_side(report_of(CHARGED, DA_CHARGED, sections=silent), (0, 1))

    assert chart.caveats == ()


def test_the_report_whose_annex_was_read_is_refused_with_its_page(report_of):
    with pytest.raises(RefusedError) as caught:
        side_by_side(report_of(CHARGED, DA_CHARGED, id="leicestershire-effectiveness-2016"), (0, 1))

    assert "(Annex A, p. 66 of Leicestershire Police, effectiveness 2016)" in str(caught.value)


def test_what_the_annex_of_one_year_says_is_not_claimed_of_a_report_of_another(report_of):
    chart = side_by_side(report_of(CHARGED, DA_CHARGED, year="2017"), (0, 1))

    assert chart.caveats == ()


def test_organised_crime_groups_of_two_years_are_refused(report_of):
    groups = ("organised_crime_groups", "per_million_population", 30.0, 46.0)
    report = report_of((*groups, {}), (*groups, {"period": JUNE_2015}))

    with pytest.raises(RefusedError) as caught:
        side_by_side(report, (0, 1))
    assert caught.value.page == 14


def test_calls_of_2015_and_2016_carry_the_warning_and_their_periods(report_of):
    calls = ("calls_for_assistance", "per_1000_population", 268.0, 243.0)
    report = report_of((*calls, {}), (*calls, {"period": JUNE_2015}))

    chart = side_by_side(report, (0, 1))

    assert chart.caveats[0].page == 14
    assert chart.caveats[0].words in chart.description
    assert [row.note for row in chart.rows] == [
        "12 months to 30 June 2016",
        "12 months to 30 June 2015",
    ]


def test_the_report_whose_annex_was_read_has_the_warning_with_its_page(report_of):
    calls = ("calls_for_assistance", "per_1000_population", 268.0, 243.0)
    report = report_of(
        (*calls, {}), (*calls, {"period": JUNE_2015}), id="leicestershire-effectiveness-2016"
    )

    chart = side_by_side(report, (0, 1))

    assert chart.caveats[0].page == 61


def test_values_of_different_units_are_never_set_side_by_side(report_of):
    crime = ("recorded_crime", "per_1000_population", 62.0, 68.0, {})

    with pytest.raises(RefusedError, match="different units"):
        side_by_side(report_of(CHARGED, crime), (0, 1))


@pytest.mark.parametrize(
    ("indices", "words"), [((0,), "two measures"), ((0, 0), "two"), ((0, 7), "2 m")]
)
def test_what_is_no_pair_of_measures_is_one_sentence(report_of, indices, words):
    with pytest.raises(ChartError, match=words):
        side_by_side(report_of(CHARGED, NO_SUSPECT), indices)
