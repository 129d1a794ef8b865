"""From a selection to chart, map and position, or to the reason why there is none."""

import datetime

import msgspec
import pytest

from peelviewer.comparing import comparison
from peelviewer.comparing.fitting import fitting, shows_for
from peelviewer.comparing.holdings import Holdings, holdings_of
from peelviewer.comparing.measure_choices import beside_keys
from peelviewer.comparing.selection import Selection
from peelviewer.model.measure import Period
from peelviewer.model.report import Inconsistency, Occurrence
from peelviewer.reference.forces import forces
from tests import builders
from tests.comparing.made_up import OWN, Y2015, Y2016, dataset, group, values


def compared(holdings, report, **parts):
    selection = fitting(Selection(**parts), holdings, report)
    return comparison.comparison_of(selection, holdings, report)


def made_up(*observations) -> Holdings:
    return Holdings(observations, (), (dataset(),), fetch=lambda *_: ())


@pytest.mark.parametrize("show", ["ranked", "tiles", "trend", "slope", "ranges"])
def test_every_way_to_show_a_rate_has_a_chart_of_its_kind(holdings, own_report, show):
    found = compared(
        holdings, own_report, measure="asb_incidents", unit="per_1000_population", show=show
    )
    assert found.refusal is None
    assert found.chart.kind == show


def test_a_profile_has_no_numbers_that_only_tell_how_large_a_force_is(holdings, own_report):
    rates = compared(
        holdings, own_report, measure="asb_incidents", unit="per_1000_population", show="ranges"
    )
    assert "Anti-social behaviour incidents" in [row.label for row in rates.chart.rows]
    assert "" not in [row.unit for row in rates.chart.rows]
    count = compared(holdings, own_report, measure="asb_incidents", unit="count", show="ranges")
    assert "" in [row.unit for row in count.chart.rows]


@pytest.mark.parametrize("each", [8, 15])
def test_of_many_measures_changes_have_a_profile_of_their_own(own_report, each):
    names = [f"arson_of_kind_{number}" for number in range(each)]
    held = made_up(
        *(one for name in names for one in values(measure=name, unit="per_1000_population")),
        *(one for name in names for one in values(measure=f"{name}_x", unit="percent_change")),
    )

    rates, changes = (
        compared(held, own_report, measure=measure, unit=unit, show="ranges").chart
        for measure, unit in (
            (names[0], "per_1000_population"),
            (f"{names[0]}_x", "percent_change"),
        )
    )

    is_split = each > 10
    assert len(rates.rows) == len(changes.rows) == (each if is_split else 2 * each)
    assert ("15 measures of change have a profile of their own" in rates.description) == is_split
    assert ("15 measures other than changes" in changes.description) == is_split


def test_of_changes_since_the_same_day_a_profile_has_the_latest(own_report):
    def since(year, months, end):
        period = Period(kind="change", start=datetime.date(year, 3, 31), end=end)
        return values(measure=f"arson_change_{months}m", unit="percent_change", period=period)

    held = made_up(
        *values(measure="arson", unit="per_1000_population"),
        *since(2011, 87, datetime.date(2018, 6, 30)),
        *since(2011, 93, datetime.date(2018, 12, 31)),
        *since(2012, 75, datetime.date(2018, 6, 30)),
    )

    def ends(measure, unit):
        found = compared(held, own_report, measure=measure, unit=unit, show="ranges")
        return [row.period.split(" against ")[0] for row in found.chart.rows]

    latest = ["12 months to 31 December 2018", "12 months to 30 June 2018"]
    assert ends("arson", "per_1000_population")[1:] == latest
    chosen = ends("arson_change_87m", "percent_change")
    assert chosen[1:] == ["12 months to 30 June 2018", *latest]


def test_grades_are_a_map_of_words(holdings, own_report):
    found = compared(holdings, own_report, measure="effectiveness_overall", unit="grade")
    assert found.selection.show == "tiles"
    assert found.chart.kind == "grades"
    assert found.position.startswith("1 “outstanding”; 28 “good”")


def test_the_map_beside_the_chart_has_all_forces_also_where_the_chart_has_a_region(
    holdings, own_report
):
    found = compared(holdings, own_report, forces="region")
    assert len([row for row in found.chart.rows if row.kind == "values"]) == 5
    assert len([row for row in found.tiles.rows if row.kind == "values"]) == 43


def test_the_own_force_and_the_typed_ones_stand_out(holdings, own_report):
    found = compared(holdings, own_report, highlight="kent")
    standouts = {row.area: row.standout for row in found.chart.rows if row.standout}
    assert standouts[OWN] == "own"
    assert standouts["kent"] == "chosen"


def test_the_position_says_rank_and_quarter(holdings, own_report):
    found = compared(holdings, own_report)
    assert found.position.startswith("5th largest fall of 42 forces")
    assert "25 percent" in found.position


def test_the_position_leads_also_where_the_report_prints_values_that_were_rebuilt(
    holdings, own_report
):
    printed = builders.measure(
        "asb_change_1y", "Change in incidents", "percent_change", -17.0, -8.0,
        "introduction", "introduction.1",
        period=Period(kind="change", start=Y2015.end, end=Y2016.end),
    )  # fmt: skip

    found = compared(holdings, msgspec.structs.replace(own_report, measures=(printed,)))

    assert any("−17.4% rebuilt" in remark for remark in found.chart.remarks)
    assert found.position.startswith("5th largest fall of 42 forces")


def test_what_the_report_prints_otherwise_elsewhere_is_said_too(holdings, own_report):
    rate = ("asb_incidents", "Incidents", "per_1000_population", 16.0, 31.0)
    measure = builders.measure(*rate, "introduction", "introduction.1", period=Y2016)
    other = Inconsistency(
        key="asb_incidents",
        area="force",
        period=Y2016,
        values=(
            Occurrence(value=16.0, block="introduction.1", page=6),
            Occurrence(value=17.0, block="preventing.1", page=12),
        ),
    )
    report = msgspec.structs.replace(own_report, measures=(measure,), inconsistencies=(other,))

    found = compared(
        holdings, report,
        measure="asb_incidents", unit="per_1000_population", period="12 months to//2016-03-31",
    )  # fmt: skip

    said = "Leicestershire: elsewhere the report prints 17 (p. 12)."
    assert found.statement.endswith(said)
    assert said in found.chart.notes
    assert said in found.chart.description


def test_of_a_broken_line_the_position_says_the_part_that_the_headline_is_about(
    holdings, own_report
):
    found = compared(
        holdings, own_report, measure="asb_incidents", unit="per_1000_population", show="trend"
    )
    assert len([one for one in found.chart.remarks if one.startswith("Leicestershire")]) == 2
    assert found.position.removeprefix("Leicestershire").removesuffix(".") in found.chart.headline


def test_sorting_by_name_is_the_charts_own_order(holdings, own_report):
    found = compared(holdings, own_report, sort="name")
    labels = [row.label for row in found.chart.rows if row.kind == "values"]
    # City of London has no value that is ranked: it stands last.
    assert labels[:-1] == sorted(labels[:-1], key=str.casefold)
    assert labels[-1] == "City of London"


def test_what_the_report_prints_stands_beside_with_its_period(holdings, own_report):
    measure = msgspec.structs.replace(
        own_report.measures[0],
        key="asb_incidents",
        unit="per_1000_population",
        period=Period(kind="12 months to", end=datetime.date(2016, 3, 31)),
        force=16.0,
        national=31.0,
        page=6,
    )
    report = msgspec.structs.replace(own_report, measures=(measure,))
    same = compared(
        holdings, report,
        measure="asb_incidents", unit="per_1000_population", period="12 months to//2016-03-31",
    )  # fmt: skip
    other = compared(holdings, report, measure="asb_incidents", unit="per_1000_population")
    assert "another period" not in same.statement
    assert [one.value for one in same.chart.references] == [16.0, 31.0]
    assert "another period: 12 months to 31 March 2016" in other.statement
    assert other.chart.references == ()
    assert same.measure == other.measure == 0


def test_the_report_is_not_quoted_for_another_own_force(holdings, own_report):
    found = compared(
        holdings, own_report, measure="recorded_crime", unit="per_1000_population", own="kent"
    )
    assert found.own == "kent"
    assert found.statement == ""


def test_a_comparison_that_the_rules_forbid_is_refused_with_reason_and_page(own_report):
    holdings = made_up(*values(period=Y2015), *values(period=Y2016))
    for show in ("trend", "slope"):
        found = compared(holdings, own_report, measure="organised_crime_groups", show=show)
        assert found.chart is None
        assert found.refusal.kind == "forbidden"
        assert found.refusal.page == 65
        assert "archiving" in found.refusal.reason


def test_a_doubtful_comparison_carries_its_warning_and_leaves_forces_out(own_report):
    found = compared(made_up(*values()), own_report, measure="organised_crime_groups")
    assert any("Warwickshire" in caveat.text for caveat in found.chart.caveats)
    city = next(row for row in found.chart.rows if row.area == "city-of-london")
    assert city.values[0].value is None
    assert city.rank == ""


def test_calls_of_2015_and_2016_are_compared_with_a_warning(own_report):
    observations = [
        one
        for period in (Y2015, Y2016)
        for one in values("calls_for_assistance", "per_1000_population", period)
    ]
    found = compared(
        made_up(*observations), own_report, measure="calls_for_assistance", show="slope"
    )
    assert any(caveat.page == 61 for caveat in found.chart.caveats)


def test_without_statistics_it_says_what_the_report_prints_and_what_to_import(holdings, own_report):
    key = next(
        m.key for m in own_report.measures if holdings.find(m.key) is None and m.force is not None
    )
    found = compared(holdings, own_report, measure=key)
    assert found.refusal.kind == "missing"
    assert found.refusal.reason.startswith("The report prints")
    assert "Import statistics" in found.refusal.advice


def test_of_more_forces_than_can_be_told_apart_those_highlighted_have_names(holdings, own_report):
    many = tuple(force.id for force in forces()[:20])
    found = compared(
        holdings, own_report,
        measure="asb_incidents", unit="per_1000_population", show="trend",
        forces="chosen", chosen=many, highlight="kent, essex",
    )  # fmt: skip

    named = [
        name
        for name, standout in zip(found.chart.series, found.chart.standouts, strict=True)
        if standout
    ]
    assert named == ["Leicestershire", "England and Wales", "Kent", "Essex"]
    assert len(found.chart.series) - len(named) == len(set(many) - {"kent", "essex"})


def test_where_no_force_is_ticked_it_says_so(holdings):
    found = compared(holdings, None, forces="chosen")

    assert found.refusal.kind == "impossible"
    assert "tick some forces" in found.refusal.reason


def test_with_few_forces_every_chart_on_offer_is_saved(holdings, own_report):
    found = compared(
        holdings, own_report,
        measure="asb_incidents", unit="per_1000_population", forces="chosen",
    )  # fmt: skip

    charts, left_out = comparison.all_charts(found.selection, holdings, own_report)

    assert left_out == ()
    assert [chart.kind for chart in charts] == ["ranked", "tiles", "trend", "slope", "ranges"]


@pytest.mark.parametrize("show", ["ranked", "slope", "tiles"])
def test_a_force_that_is_left_out_is_said_to_be(holdings, own_report, show):
    found = compared(
        holdings, own_report,
        measure="asb_incidents", unit="per_1000_population", show=show, own="city-of-london",
    )  # fmt: skip

    assert "City of London is left out, as not comparable" in found.chart.headline
    assert found.position.startswith("No rank, n")  # the source has no rate of it


def test_without_an_own_force_there_is_a_chart_but_no_profile(holdings):
    assert compared(holdings, None).chart is not None
    assert "choose one as the own force" in compared(holdings, None, show="ranges").refusal.reason


def test_all_charts_of_a_comparison_begin_with_the_one_that_is_shown(holdings, own_report):
    selection = fitting(
        Selection(measure="asb_incidents", unit="per_1000_population", show="trend"),
        holdings,
        own_report,
    )
    charts, _ = comparison.all_charts(selection, holdings, own_report)
    assert [chart.kind for chart in charts] == ["trend", "ranked", "tiles", "slope", "ranges"]


def test_a_row_of_the_profile_leads_to_its_measure(holdings, own_report):
    found = compared(
        holdings, own_report, measure="recorded_crime", unit="per_1000_population", show="ranges"
    )
    series = [comparison.series_of_row(row, holdings) for row in found.chart.rows]
    assert [one.label for one in series] == [row.label for row in found.chart.rows]
    assert len({one.key for one in series}) == len(series)


# ---------------------------------------------------------------- measures of the report


@pytest.fixture
def outcomes(own_report):
    """The own report with outcomes of two kinds, and a rate, alone."""

    def measure(key, unit="percent", force=9.1, national=12.1):
        place = ("preventing/how-much-crime", "preventing/how-much-crime.2")
        return builders.measure(key, key, unit, force, national, *place)

    found = (
        measure("outcome_charged"),
        measure("outcome_no_suspect"),
        measure("da_outcome_charged"),
        measure("recorded_crime", "per_1000_population"),
    )
    return msgspec.structs.replace(
        own_report, measures=found, id="leicestershire-effectiveness-2016"
    )


def test_two_measures_of_the_report_stand_side_by_side(holdings, outcomes):
    found = compared(
        holdings, outcomes, measure="outcome_charged", unit="percent", show="beside",
        beside="outcome_no_suspect",
    )  # fmt: skip
    assert [row.measure for row in found.chart.rows] == [0, 1]
    assert comparison.all_charts(found.selection, holdings, outcomes)[0][0] == found.chart


def test_the_map_beside_two_measures_is_of_their_period_or_not_there(library, outcomes):
    def map_with(*ends):
        periods = [Period(kind="12 months to", end=end) for end in ends]
        held = Holdings(
            [
                one
                for period in periods
                for one in values(measure="outcome_charged", unit="percent", period=period)
            ],
            (), (dataset(),), fetch=lambda *_: (),
        )  # fmt: skip
        return compared(
            held, outcomes, measure="outcome_charged", unit="percent", show="beside",
            beside="outcome_no_suspect",
        ).tiles  # fmt: skip

    own = outcomes.measures[0].period.end
    later = own.replace(year=own.year + 2)
    assert map_with(later) is None
    assert map_with(own, later).id.endswith(own.isoformat())


def test_general_and_domestic_abuse_outcomes_are_refused_with_their_page(holdings, outcomes):
    found = compared(
        holdings, outcomes, measure="outcome_charged", unit="percent", show="beside",
        beside="da_outcome_charged",
    )  # fmt: skip
    assert found.chart is None
    assert found.refusal.kind == "forbidden"
    assert (found.refusal.page, found.refusal.report) == (66, outcomes.id)
    assert "not to be compared" in found.refusal.reason


def test_a_measure_without_statistics_can_stand_beside_another_too(holdings, outcomes):
    found = compared(
        holdings, outcomes, measure="da_outcome_charged", unit="percent", show="beside"
    )
    assert found.series is None
    assert found.selection.beside == "outcome_charged"
    assert found.refusal.kind == "forbidden"


def test_only_measures_of_its_unit_are_offered_beside_one(holdings, outcomes):
    keys = beside_keys(outcomes, "outcome_charged", "percent")
    assert keys == ("outcome_no_suspect", "da_outcome_charged")
    assert beside_keys(outcomes, "recorded_crime", "per_1000_population") == ()
    series = holdings.find("recorded_crime", "per_1000_population")
    assert "beside" not in shows_for(series, ())


def test_without_a_report_nothing_stands_side_by_side(holdings):
    found = compared(holdings, None, measure="outcome_charged", unit="percent", show="beside")
    assert found.selection.show == "ranked"


def with_groups(library, *groups) -> Holdings:
    sets = (dataset(), dataset("later", vintage="2021-01-01"))
    used = {one.dataset for one in groups}
    library.statistics.keep([one for one in sets if one.id in used], groups)
    return holdings_of(library, library.statistics.observations)


@pytest.mark.parametrize("show", ["ranked", "slope", "trend"])
def test_a_force_is_compared_with_its_most_similar_ones(library, own_report, show):
    holdings = with_groups(library, group())

    found = compared(
        holdings,
        own_report,
        measure="asb_incidents",
        unit="per_1000_population",
        forces="similar",
        show=show,
    )

    names = {row.label for row in found.chart.rows} | set(found.chart.series)
    assert {"Leicestershire", "Kent", "Essex"} <= names
    assert not {"Derbyshire", "Surrey"} & names
    note = (
        "Shown with Leicestershire: the 2 forces most similar to it as at 31 March 2016, by "
        "Made-up office, Made-up statistics, 2020."
    )
    assert note in found.chart.notes
    assert note in found.chart.description
    assert len([row for row in found.tiles.rows if row.kind == "values"]) == 43


def test_a_group_of_one_force_is_said_to_be_one(library, own_report):
    holdings = with_groups(library, group("Kent"))

    found = compared(
        holdings, own_report, measure="asb_incidents", unit="per_1000_population", forces="similar"
    )

    assert found.chart.notes[0].startswith("Shown with Leicestershire: the force most similar to")


def test_of_several_groups_that_of_the_latest_day_counts(library, own_report):
    holdings = with_groups(
        library,
        group("Surrey", day="2015-03-31", source="later"),
        group("Kent"),
        group("Kent; Surrey; Essex", source="later"),
    )

    assert holdings.similar_to(OWN).forces == ("kent", "surrey", "essex")


def test_without_a_group_of_the_own_force_all_are_shown(library, own_report):
    holdings = with_groups(library, group(of="kent"))

    found = compared(holdings, own_report, forces="similar")

    assert found.selection.forces == "all"


def test_a_group_of_forces_is_no_measure_to_choose(library, own_report):
    holdings = with_groups(library, group())

    assert holdings.find("most_similar_forces") is None


def test_a_chart_that_cannot_be_made_is_named_where_all_are_saved(holdings, own_report):
    many = ", ".join(known.area for known in forces()[:14])
    selection = fitting(
        Selection(measure="asb_incidents", unit="per_1000_population", highlight=many),
        holdings,
        own_report,
    )

    charts, (why,) = comparison.all_charts(selection, holdings, own_report)

    assert "trend" not in [chart.kind for chart in charts]
    assert why.startswith("Trend (A trend can tell 12 forces apart, not 15")


@pytest.mark.parametrize(("unit", "is_quoted"), [("count", True), ("per_1000_population", False)])
def test_a_change_of_numbers_that_the_publisher_prints_is_quoted_beside_the_computed_one(
    own_report, unit, is_quoted
):
    change = Period(kind="change", start=Y2015.end, end=Y2016.end)
    printed = values("robbery_change_1y", "percent_change", change, first=1.5)
    holdings = made_up(
        *values("robbery", unit, Y2015, first=100.0),
        *values("robbery", unit, Y2016, first=110.0),
        *printed,
    )

    found = compared(
        holdings, own_report, measure="robbery", unit=unit, show="slope", highlight="kent"
    )

    quoted = [note for note in found.chart.notes if note.startswith("Printed by the publisher")]
    ours = next(one.printed for one in printed if one.area.id == OWN)
    theirs = next(one.printed for one in printed if one.area.id == "kent")
    assert bool(quoted) == is_quoted
    if is_quoted:
        assert f"Leicestershire +{ours}, Kent +{theirs}, England and Wales +" in quoted[0]
        assert "Made-up office, Made-up statistics, 2020" in quoted[0]
        assert quoted[0] in found.chart.description
