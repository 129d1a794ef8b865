import csv
import datetime
import io
import math

import msgspec
import pytest

from peelviewer.charts.sheets import sheet_of
from peelviewer.charts.spec import (
    RefusedError,
    data_of,
    ranges_chart,
    ranked_chart,
    slope_chart,
    trend_chart,
)
from peelviewer.charts.table import rows_as_csv, twin
from peelviewer.charts.values import Reference
from peelviewer.drawing.layout import lay_out
from peelviewer.drawing.save import MARGIN
from peelviewer.errors import ChartError
from peelviewer.model.measure import Period
from peelviewer.reference.forces import forces
from peelviewer.statistics.shipped import shipped
from tests.charts.many import (
    DATASET,
    OWN,
    all_forces,
    data,
    observation,
    of_all,
    over_years,
    year_to,
)
from tests.charts.test_ranked import raw

YEARS = {
    2014: {OWN: 10.0, "kent": 4.0},
    2015: {OWN: None, "kent": 5.0},
    2016: {OWN: 8.0, "kent": 5.0},
}
WHOLE = {2014: 7.0, 2015: 7.0, 2016: 7.02}


def two_years():
    return year_to(2015), year_to(2016)


def made(**more):
    return over_years(YEARS, national=WHOLE, **more)


def of_two_publications(note):
    """The data of ``made``, the last year from a later publication, its national value noted."""
    later = msgspec.structs.replace(DATASET, id="later", release="year ending March 2017")
    found = made()
    observations = tuple(
        msgspec.structs.replace(
            one, dataset="later", note=note if one.area.kind == "national" else ""
        )
        if one.period == year_to(2016)
        else one
        for one in found.observations
    )
    return msgspec.structs.replace(found, observations=observations, datasets=(DATASET, later))


# ---------------------------------------------------------------- national figures over time


@pytest.mark.parametrize("way", ["change", "trend"])
def test_national_figures_of_other_forces_are_told_apart(way):
    found = of_two_publications("England and Wales (excluding Greater Manchester Police).")
    chart = (
        slope_chart(found, year_to(2014), year_to(2016), own=OWN)
        if way == "change"
        else trend_chart(found, own=OWN)
    )

    before = "Mar 2014" if way == "change" else "Mar 2014 and Mar 2015"
    assert chart.caveats[0].text == (
        f"The England and Wales figures are not of the same forces: {before} with all forces; "
        "Mar 2016 without Greater Manchester."
    )
    assert "England and Wales" not in chart.headline


def test_a_force_that_only_one_of_two_publications_has_may_be_out_of_the_nations_figure():
    found = of_two_publications("")
    observations = tuple(
        msgspec.structs.replace(one, value=None, printed="–", missing="not available")
        if one.area.id == "kent" and one.dataset == "later"
        else one
        for one in found.observations
    )
    found = msgspec.structs.replace(found, observations=observations)

    chart = slope_chart(found, year_to(2014), year_to(2016), own=OWN)

    assert chart.caveats[0].text == (
        "The England and Wales figures may not be of the same forces: Kent has no value for "
        "Mar 2016."
    )


def test_the_nations_line_is_broken_where_its_figures_are_of_other_forces():
    found = of_two_publications("England and Wales (excluding Greater Manchester Police).")

    chart = trend_chart(found, own=OWN)

    why = "without Greater Manchester"
    assert [[value.break_before for value in row.values] for row in chart.rows] == [
        ["", ""],
        ["", ""],
        ["", why],
    ]
    assert chart.notes[0] == (
        "The line of England and Wales is broken before Mar 2016, as it is without Greater "
        "Manchester from there on."
    )
    assert f"({why} from here on)" in chart.description
    assert not [one for one in chart.remarks if "England and Wales" in one and "2016" in one]


def test_a_broken_line_is_told_in_the_table_the_csv_and_the_sheet():
    found = of_two_publications("England and Wales (excluding Greater Manchester Police).")
    chart = trend_chart(found, own=OWN)

    assert twin(chart)[2].values[1].endswith("(without Greater Manchester from here on)")
    last = list(csv.DictReader(io.StringIO(rows_as_csv((chart,), None))))[-1]
    assert last["note"].startswith("England and Wales: without Greater Manchester from here on.")
    sheet = sheet_of(chart)
    assert [column.heading for column in sheet.columns[1:4]] == [
        "Leicestershire",
        "England and Wales",
        "England and Wales, without Greater Manchester from Mar 2016 on",
    ]
    national = [row[2:4] for row in sheet.rows]
    assert [[cell is not None for cell in pair] for pair in national] == [
        [True, False],
        [True, False],
        [False, True],
    ]


@pytest.mark.usefixtures("qapp")
def test_a_broken_line_has_a_gap_between_its_parts():
    found = of_two_publications("England and Wales (excluding Greater Manchester Police).")

    layout = lay_out(trend_chart(found, own=OWN), 720, MARGIN)

    nation = next(curve for curve in layout.curves if curve.series == 1 and len(curve.ys) > 2)
    assert [math.isnan(y) for y in nation.ys] == [False, False, True, False]
    upright = next(curve for curve in layout.curves if curve.dash == 2)
    assert nation.xs[1] < upright.xs[0] == upright.xs[1] < nation.xs[3]
    assert any("Mar 2016: England and Wales without" in line.text for line in layout.lines)


def test_a_broken_line_speaks_of_its_parts_in_the_headline():
    found = of_two_publications("England and Wales (excluding Greater Manchester Police).")

    chart = trend_chart(found)

    assert chart.headline.endswith("(Mar 2014 to Mar 2015)")


def test_a_line_is_broken_too_where_a_force_may_be_out_of_the_nations_figure():
    found = of_two_publications("")
    observations = tuple(
        msgspec.structs.replace(one, value=None, printed="–", missing="not available")
        if one.area.id == "kent" and one.dataset == "later"
        else one
        for one in found.observations
    )

    chart = trend_chart(msgspec.structs.replace(found, observations=observations), own=OWN)

    assert chart.rows[-1].values[1].break_before == "perhaps without Kent"


def test_national_figures_of_the_same_forces_are_compared():
    chart = slope_chart(made(), year_to(2014), year_to(2016), own=OWN)

    assert not [one for one in chart.caveats if "same forces" in one.text]
    assert chart.headline.endswith("fell, but rose in England and Wales")


def printed_changes(changes):
    """What a publisher prints as the change from 2014 to 2016, ``{area: percent}``."""
    period = Period(kind="change", start=year_to(2014).end, end=year_to(2016).end)
    found = over_years({2016: changes}, national={2016: 3.9}, unit="percent_change")
    observations = tuple(
        msgspec.structs.replace(one, period=period, dataset=DATASET.id)
        for one in found.observations
    )
    return msgspec.structs.replace(found, observations=observations)


def test_a_change_between_two_publications_claims_nothing_in_its_headline():
    chart = slope_chart(of_two_publications(""), year_to(2014), year_to(2016), own=OWN)

    assert chart.headline.endswith("in Leicestershire: 10.0 and 8.0, in two publications")
    assert chart.remarks == ()
    assert not [one for one in chart.caveats if "same forces" in one.text]
    of_all = slope_chart(of_two_publications(""), year_to(2014), year_to(2016))
    assert of_all.headline.endswith("values of two publications, of which the later revises")


def test_the_changes_that_the_publisher_prints_lead_between_two_publications():
    found = of_two_publications("")

    chart = slope_chart(
        found, year_to(2014), year_to(2016), own=OWN, printed=printed_changes({OWN: 1.5})
    )

    assert chart.headline.endswith("rose by less than in England and Wales")
    rows = {row.area: row for row in chart.rows}
    assert [value.printed for value in rows[OWN].values] == ["10.0", "8.0", "+1.5%"]
    assert (rows["kent"].values[2].value, rows["kent"].values[2].missing) == (
        None,
        "the publisher prints no change",
    )
    assert chart.coverage == "1 of 43 forces"
    assert chart.caveats[0].text.startswith(
        "The changes are those that the publisher prints (Office of Examples"
    )


def test_a_printed_change_without_one_of_the_nation_is_told_alone():
    printed = printed_changes({OWN: -1.5})
    alone = msgspec.structs.replace(
        printed, observations=tuple(o for o in printed.observations if o.area.kind == "force")
    )

    chart = slope_chart(
        of_two_publications(""), year_to(2014), year_to(2016), own=OWN, printed=alone
    )

    assert chart.headline.endswith("in Leicestershire fell by 1.5%")


@pytest.mark.usefixtures("qapp")
def test_national_figures_of_other_forces_have_no_change_and_no_line():
    found = of_two_publications("England and Wales (excluding Greater Manchester Police).")

    chart = slope_chart(found, year_to(2014), year_to(2016), own=OWN)

    national = chart.rows[-1]
    assert [value.printed for value in national.values] == ["7.0", "7.0", "–"]
    assert national.values[2].missing == "the two figures are not of the same forces"
    assert not any(
        "England and Wales (–" in line.text for line in lay_out(chart, 720, MARGIN).lines
    )


def test_periods_that_share_months_are_warned_of():
    found = made()
    december = Period(kind="12 months to", end=datetime.date(2015, 12, 31))
    more = [
        msgspec.structs.replace(one, period=december)
        for one in found.observations
        if one.period == year_to(2016)
    ]
    found = msgspec.structs.replace(found, observations=(*found.observations, *more))

    chart = slope_chart(found, december, year_to(2016), own=OWN)

    assert [one.text for one in chart.caveats if "in common" in one.text] == [
        "The two periods have 9 months in common: the change between them is not that of a year."
    ]


# ---------------------------------------------------------------- trend


def test_a_trend_has_a_row_for_each_period_and_a_column_for_each_line():
    chart = trend_chart(made(), own=OWN, others=("kent",))

    assert chart.series == ("Leicestershire", "England and Wales", "Kent")
    assert chart.standouts == ("own", "national", "chosen")
    assert [row.label for row in chart.rows] == ["Mar 2014", "Mar 2015", "Mar 2016"]
    assert [row.values[0].value for row in chart.rows] == [10.0, None, 8.0]


def test_a_gap_is_told():
    chart = trend_chart(made(), own=OWN)

    assert "Leicestershire: no value for Mar 2015." in chart.notes
    assert chart.rows[1].values[0].printed == "–"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (10.0, 8.0, "fell from 10.0 to 8.0"),
        (8.0, 10.0, "rose from 8.0 to 10.0"),
        (8.0, 8.0, "stayed at 8.0"),
        (8.04, 7.96, "fell by less than is shown, at 8.0"),
    ],
)
def test_the_headline_of_a_trend_says_where_it_went(first, last, words):
    chart = trend_chart(over_years({2015: {OWN: first}, 2016: {OWN: last}}), own=OWN)

    assert chart.headline == f"The rate of robbery in Leicestershire {words}"


def test_the_headline_says_from_when_to_when_where_that_is_not_the_whole_trend():
    years = {2014: {OWN: 9.0, "kent": 5.0}, 2015: {OWN: 8.0, "kent": 6.0}, 2016: {"kent": 7.0}}
    subject = "The rate of robbery in"

    found = over_years(years)

    assert trend_chart(found, own=OWN, others=("kent",)).headline == (
        f"{subject} Leicestershire fell from 9.0 to 8.0 (Mar 2014 to Mar 2015)"
    )
    assert trend_chart(found, own="kent").headline == f"{subject} Kent rose from 5.0 to 7.0"


def test_the_title_names_the_first_and_the_last_year_once():
    assert "12 months to 31 March, 2014 to 2016" in trend_chart(made(), own=OWN).title


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        (((2015, 3, 31), (2016, 3, 31)), "12 months to 31 March, 2015 to 2016"),
        (((2015, 3, 31), (2016, 9, 30)), "12 months to 31 March 2015, until 30 September 2016"),
        (
            ((2015, 3, 31), (2015, 9, 30), (2016, 3, 31)),
            "12 months to 31 March 2015, until 31 March 2016",
        ),
    ],
)
def test_the_title_says_one_day_of_the_year_only_where_all_periods_end_on_it(ends, words):
    found = tuple(
        observation(OWN, 5.0, period=Period(kind="12 months to", end=datetime.date(*end)))
        for end in ends
    )
    values = msgspec.structs.replace(data({OWN: 5.0}), observations=found)

    assert trend_chart(values, own=OWN).title.endswith(words)


def test_a_force_without_a_line_is_not_in_the_title():
    years = {year: {OWN: 9.0, "kent": None, "city-of-london": 4.0} for year in (2015, 2016)}
    chart = trend_chart(over_years(years), own=OWN, others=("kent", "city-of-london"))

    assert ", Leicestershire, 12 months" in chart.title
    assert "Kent: no value for Mar 2015, Mar 2016." in chart.notes
    assert any(note.startswith("Without City of London") for note in chart.notes)


def test_the_headline_of_a_force_left_out_says_so():
    years = {year: {"city-of-london": 4.0, "kent": 5.0} for year in (2015, 2016)}
    chart = trend_chart(over_years(years), own="city-of-london", others=("kent",))

    assert chart.headline == (
        "The rate of robbery: the City of London is left out, as not comparable"
    )


def test_periods_can_be_left_out():
    chart = trend_chart(made(), own="kent", since=datetime.date(2015, 1, 1))

    assert [row.label for row in chart.rows] == ["Mar 2015", "Mar 2016"]


@pytest.mark.parametrize(
    ("choice", "own", "others", "words"),
    [
        (data(all_forces()), OWN, (), "needs two periods"),
        (made(unit="count"), None, (), "Choose a force"),
        (made(), OWN, [f"force-{number}" for number in range(12)], "12 forces apart"),
    ],
)
def test_a_trend_that_cannot_be_drawn_is_refused_in_a_sentence(choice, own, others, words):
    with pytest.raises(ChartError, match=words):
        trend_chart(choice, own=own, others=others)


# ---------------------------------------------------------------- change


def test_a_change_is_reckoned_in_full_and_equals_that_of_the_raw_table():
    choice = data_of(shipped("anti_social_behaviour"), "asb_incidents", "per_1000_population")
    periods = {period.end.isoformat(): period for period in choice.periods}
    ends = ("2015-03-31", "2016-03-31")
    before, after = (
        raw("anti_social_behaviour", "asb_incidents", "per_1000_population", end) for end in ends
    )

    chart = slope_chart(choice, periods[ends[0]], periods[ends[1]], own=OWN)

    compared = [row for row in chart.rows if row.area != "city-of-london"]
    assert len(compared) == 43
    for row in compared:
        expected = 100 * (after[row.area] / before[row.area] - 1)
        assert row.values[2].value == pytest.approx(expected)
    changes = [row.values[2].value for row in compared if row.kind == "values"]
    assert changes == sorted(changes)  # most are falls


@pytest.mark.parametrize(
    ("unit", "before", "after", "printed"),
    [
        ("per_1000_population", 10.0, 8.0, "−20.0%"),
        ("per_1000_population", 8.0, 10.0, "+25.0%"),
        ("per_1000_population", 8.0, 8.0, "0.0%"),
        ("percent", 40.0, 42.5, "+2.5 points"),
        ("percent", 42.5, 40.0, "−2.5 points"),
        ("percent", 40.0, None, "–"),
        ("per_1000_population", 0.0, 5.0, "–"),
    ],
)
def test_percent_and_percentage_points_are_kept_apart(unit, before, after, printed):
    choice = over_years({2015: {OWN: before, "kent": 2}, 2016: {OWN: after, "kent": 3}}, unit=unit)

    chart = slope_chart(choice, year_to(2015), year_to(2016), own=OWN)

    row = next(row for row in chart.rows if row.area == OWN)
    assert row.values[2].printed == printed


def test_the_earlier_period_comes_first_in_any_order():
    chart = slope_chart(made(), year_to(2016), year_to(2014), own=OWN)

    assert chart.series[:2] == ("Mar 2014", "Mar 2016")
    assert chart.headline.endswith("fell, but rose in England and Wales")


# ---------------------------------------------------------------- what may be compared


def test_organised_crime_groups_are_not_compared_with_earlier_years():
    choice = over_years(
        {2015: {OWN: 30.0}, 2016: {OWN: 20.0}},
        measure="organised_crime_groups",
        unit="per_million_population",
    )

    with pytest.raises(RefusedError) as caught:
        trend_chart(choice, own=OWN)
    assert caught.value.page == 65
    with pytest.raises(RefusedError):
        slope_chart(choice, year_to(2015), year_to(2016), own=OWN)


def test_calls_for_assistance_of_2015_and_2016_carry_their_warning():
    choice = over_years({2015: {OWN: 30.0}, 2016: {OWN: 20.0}}, measure="calls_for_assistance")

    chart = trend_chart(choice, own=OWN)

    assert any(caveat.page == 61 for caveat in chart.caveats)
    assert chart.caveats[0].words in chart.description


def test_values_of_several_publications_in_one_chart_carry_a_warning():
    choice = over_years({2015: {OWN: 30.0}, 2016: {OWN: 20.0}})
    later = msgspec.structs.replace(DATASET, id="later", release="year ending March 2017")
    first, second = choice.observations
    mixed = msgspec.structs.replace(
        choice,
        observations=(first, msgspec.structs.replace(second, dataset="later")),
        datasets=(DATASET, later),
    )

    for chart in (
        trend_chart(mixed, own=OWN),
        slope_chart(mixed, year_to(2015), year_to(2016), own=OWN),
    ):
        assert "several publications" in chart.caveats[-1].text
    assert not trend_chart(choice, own=OWN).caveats
    assert not ranked_chart(mixed, year_to(2016), own=OWN).caveats


def test_forces_that_the_data_leave_out_have_no_rank_and_are_named():
    choice = data(all_forces(), measure="outcome_charged", unit="percent")

    chart = ranked_chart(choice, year_to(2016), own=OWN)

    dorset = next(row for row in chart.rows if row.area == "dorset")
    assert (dorset.values[0].value, dorset.rank) == (None, "")
    assert any("Without Dorset" in note and "(p. 62)" in note for note in chart.notes)
    assert chart.coverage == "42 of 43 forces"


def test_a_rule_of_one_year_does_not_speak_of_another():
    choice = data(all_forces(), measure="outcome_charged", unit="percent", year=2018)

    chart = ranked_chart(choice, year_to(2018), own=OWN)

    assert chart.coverage == "43 of 43 forces"
    assert any(caveat.page == 66 for caveat in chart.caveats)


def test_a_caveat_on_one_force_stands_at_its_row():
    choice = data(all_forces(), measure="asb_incidents")

    chart = ranked_chart(choice, year_to(2016), own=OWN)

    warwickshire = next(row for row in chart.rows if row.area == "warwickshire")
    assert warwickshire.caveats[0].text.startswith("Warwickshire: this force")
    assert not next(row for row in chart.rows if row.area == "kent").caveats


# ---------------------------------------------------------------- profile with ranges


def test_a_profile_has_the_range_of_the_forces_and_the_position_in_words():
    values = all_forces() | {OWN: 100.0}

    chart = ranges_chart([(data(values, national=5.0), year_to(2016))], own=OWN)

    (row,) = chart.rows
    assert (row.spread.n, row.spread.highest) == (42, 100.0)
    assert row.note == "Highest of 42 forces, one of the highest 25%"
    assert [value.value for value in row.values] == [100.0, 5.0]
    assert chart.headline == "Leicestershire is one of the highest on the one measure"


def test_a_measure_that_has_no_value_is_named_and_the_rest_is_shown():
    good = (data(all_forces()), year_to(2016))
    empty = (data(all_forces()), Period(kind="as at", end=datetime.date(2001, 1, 1)))

    chart = ranges_chart([good, empty], own=OWN)

    assert len(chart.rows) == 1
    assert "Robbery: no value for as at 1 January 2001." in chart.notes


def test_a_profile_without_any_measure_is_refused():
    with pytest.raises(ChartError, match="no measure"):
        ranges_chart([], own=OWN)


def test_values_of_the_report_are_marked_beside_the_bars():
    mark = Reference(series=0, value=9.0, printed="9", label="the report")

    chart = ranked_chart(data(all_forces()), year_to(2016), own=OWN, references=(mark,))

    assert chart.references == (mark,)
    assert msgspec.structs.replace(chart, references=()).references == ()


def test_each_value_of_a_profile_is_of_the_force_or_of_the_nation_in_files_too():
    chart = ranges_chart([(data(all_forces(), national=5.0), year_to(2016))], own=OWN)

    lines = list(csv.DictReader(io.StringIO(rows_as_csv((chart,), None))))
    assert [line["force"] for line in lines] == ["Leicestershire Police", "England and Wales"]
    assert {line["measure"] for line in lines} == {"Robbery"}
    assert sheet_of(chart).rows[0][0] == "Robbery"


def test_a_caveat_on_some_measures_of_a_profile_says_on_which():
    asb = data(all_forces(), measure="asb_incidents")
    asb = msgspec.structs.replace(asb, label="Anti-social behaviour")

    chart = ranges_chart([(data(all_forces()), year_to(2016)), (asb, year_to(2016))], own=OWN)

    assert chart.caveats[0].text.startswith("Anti-social behaviour: the counts are incidents")
    assert chart.caveats[1].text.startswith("Anti-social behaviour: Warwickshire: this force")
    alone = ranges_chart([(asb, year_to(2016))], own=OWN)
    assert alone.caveats[0].text.startswith("The counts are incidents")


def test_a_profile_cites_the_publications_of_its_values_and_says_who_is_out():
    values = all_forces() | {"kent": None, OWN: None}
    rates = over_years({2015: all_forces(), 2016: values}, national={2016: 5.0})
    older = msgspec.structs.replace(DATASET, id="older", source="Office of Examples, Older tables")
    observations = tuple(
        msgspec.structs.replace(one, dataset="older") if one.period == year_to(2015) else one
        for one in rates.observations
    )
    rates = msgspec.structs.replace(rates, observations=observations, datasets=(older, DATASET))

    chart = ranges_chart([(rates, year_to(2016))], own=OWN)

    assert "Older tables" not in chart.source
    assert "No value for Kent and Leicestershire: not collected." in chart.notes
    assert any(note.startswith("Without City of London: ") for note in chart.notes)


@pytest.mark.usefixtures("qapp")
def test_no_name_at_a_lines_end_is_broken_within_a_word_in_a_narrow_chart():
    years = {2015: {OWN: 1.0, "northamptonshire": 2.0}, 2016: {OWN: 2.0, "northamptonshire": 3.0}}
    chart = trend_chart(over_years(years), own=OWN, others=("northamptonshire",))

    layout = lay_out(chart, 280, MARGIN)

    assert [one.text for one in layout.lines if one.text.startswith("Northamptonshire")]


# ---------------------------------------------------------------- many forces


def test_more_lines_than_can_be_told_apart_are_quiet_and_have_no_names():
    chart = trend_chart(of_all(), own=OWN, others=("kent",), background=tuple(all_forces()))

    assert dict(zip(chart.series, chart.standouts, strict=True)) == {
        known.area: {OWN: "own", "kent": "chosen"}.get(known.id, "") for known in forces()
    } | {"England and Wales": "national"}
    assert ", Leicestershire, England and Wales, Kent, 40 other forces, " in chart.title
    assert len(chart.remarks) == 3
    assert "Kent rose from" in chart.description
    assert not any(name in chart.description for name in ("Essex", "Surrey"))


def test_of_quiet_lines_alone_none_is_spoken_of():
    chart = trend_chart(of_all(unit="count"), background=("kent", "essex", "surrey"))

    assert chart.headline == "Robbery in 3 forces"
    assert chart.remarks == ()


def test_forces_with_the_same_gaps_are_named_together():
    chart = trend_chart(made(), own=OWN, others=("essex", "surrey"))

    assert "Essex and Surrey: no value for Mar 2014, Mar 2015, Mar 2016." in chart.notes


# ---------------------------------------------------------------- forces that a table lacks


def test_a_change_names_forces_that_its_tables_lack():
    everyone = all_forces()
    fewer = {force: value for force, value in everyone.items() if force not in ("kent", "essex")}
    chart = slope_chart(over_years({2015: fewer, 2016: fewer}), *two_years(), own=OWN)

    lacking = [row.label for row in chart.rows if row.values[2].value is None]
    assert lacking == ["City of London", "Essex", "Kent"]  # the City is left out of all rates
    assert {row.values[0].missing for row in chart.rows[-2:]} == {"not given in the source"}
    assert "No value for Essex and Kent at one of the two periods." in chart.notes


def test_a_change_of_a_few_forces_speaks_of_these_alone():
    few = {OWN: 2.0, "kent": 4.0}

    assert len(slope_chart(over_years({2015: few, 2016: few}), *two_years()).rows) == 2
