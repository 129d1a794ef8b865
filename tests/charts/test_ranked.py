import csv
import re
import statistics
from collections import Counter

import msgspec
import pytest

from peelviewer.charts.positions import CHANGE_RANK_NOTE
from peelviewer.charts.spec import (
    RefusedError,
    data_of,
    measure_data,
    ranked_chart,
    shipped_choices,
    tile_chart,
)
from peelviewer.charts.tile_places import COLUMNS, PLACES, ROWS
from peelviewer.errors import ChartError
from peelviewer.paths import bundled
from peelviewer.reference.forces import FORCES, forces
from peelviewer.statistics.shipped import shipped
from tests.charts.many import OWN, all_forces, data, observation, over_years, year_to


def bars(chart):
    return [row for row in chart.rows if row.kind == "values"]


def raw(table, measure, unit, end):
    """Read values of one table by another way than the program's: the csv, row by row."""
    with bundled(f"data/statistics/{table}.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["force_id"]: (float(row["value"]) if row["value"] else None)
            for row in csv.DictReader(file)
            if (row["measure"], row["unit"], row["period_end"]) == (measure, unit, end)
        }


# ---------------------------------------------------------------- against the raw csv


@pytest.mark.parametrize(
    ("table", "measure", "unit", "end", "n"),
    [
        ("anti_social_behaviour", "asb_incidents", "per_1000_population", "2016-03-31", 42),
        ("anti_social_behaviour_change", "asb_change_1y", "percent_change", "2016-03-31", 42),
        ("crime_rates", "recorded_crime", "per_1000_population", "2018-03-31", 42),
        ("outcomes", "outcome_charged", "percent", "2018-03-31", 43),
        ("officers", "police_officers", "full_time_equivalents", "2016-03-31", 43),
    ],
)
def test_ranks_and_quartiles_equal_those_from_the_raw_table(table, measure, unit, end, n):
    choice = data_of(shipped(table), measure, unit)
    period = next(one for one in choice.periods if one.end.isoformat() == end)
    values = raw(table, measure, unit, end)
    values.pop("england-and-wales", None)
    values.pop("england-and-wales-with-btp", None)
    is_of_residents = unit.startswith("per_") or measure == "asb_change_1y"
    ranked = {
        force: value
        for force, value in values.items()
        if value is not None and not (force == "city-of-london" and is_of_residents)
    }
    assert len(ranked) == n

    chart = tile_chart(choice, period, own=OWN)

    assert chart.coverage == f"{n} of {FORCES} forces"
    median = statistics.median(ranked.values())
    for row in bars(chart):
        if row.area not in ranked:
            shown = values[row.area] if measure == "asb_change_1y" else None
            assert (row.values[0].value, row.rank, row.shade) == (shown, "", None)
            continue
        value = ranked[row.area]
        falls = measure == "asb_change_1y" and value < 0
        ahead = sum(other < value if falls else other > value for other in ranked.values())
        assert row.values[0].value == value
        number = re.match(r"(?:joint )?(\d+)(?:st|nd|rd|th) ", row.rank)
        assert (1 if number is None else int(number[1])) == ahead + 1
        as_high = sum(other >= value for other in ranked.values())
        as_low = sum(other <= value for other in ranked.values())
        side = "high" if as_high / n <= 0.25 else "low" if as_low / n <= 0.25 else ""
        # A plain number says how large a force is and is not judged.
        is_number = unit == "full_time_equivalents"
        assert row.side == ("" if is_number else side)
        if unit != "percent_change":
            words = {"high": "one of the highest", "low": "one of the lowest"}
            assert row.position == ("" if is_number else words.get(side, "broadly in line"))
        shade = {"high": 3, "low": 0}.get(side, 2 if value >= median else 1)
        # Where most forces fell, the largest falls are the darkest.
        assert row.shade == (3 - shade if period.kind == "change" and median < 0 else shade)


# ---------------------------------------------------------------- rows


def test_the_rows_go_from_the_highest_to_the_lowest_and_missing_ones_stand_last():
    values = all_forces() | {"kent": None, "dorset": None}

    chart = ranked_chart(data(values), year_to(2016), own=OWN)

    numbers = [row.values[0].value for row in bars(chart)]
    there = [number for number in numbers if number is not None]
    assert there == sorted(there, reverse=True)
    # City of London has a value that no rate on residents ranks; so three have none to show.
    assert numbers[len(there) :] == [None, None, None]
    assert [row.label for row in bars(chart)[-3:]] == ["City of London", "Dorset", "Kent"]
    assert {row.values[0].printed for row in bars(chart)[-3:]} == {"–"}


def test_sorting_by_name_keeps_those_without_a_value_last():
    chart = ranked_chart(data(all_forces() | {"cheshire": None}), year_to(2016), order="name")

    names = [row.label for row in bars(chart)]
    assert names[:2] == ["Avon and Somerset", "Bedfordshire"]
    assert names[-2:] == ["Cheshire", "City of London"]
    assert names[:-2] == sorted(names[:-2])


def test_missing_and_excluded_forces_are_named_with_their_reason():
    chart = ranked_chart(data(all_forces() | {"kent": None}), year_to(2016))

    notes = " ".join(chart.notes)
    assert "No value for Kent: not collected." in notes
    assert "Without City of London: rates of the City of London on its residents" in notes
    assert "(p. 60)" in notes
    assert chart.coverage == "41 of 43 forces"


def test_own_and_chosen_forces_stand_out():
    chart = ranked_chart(data(all_forces()), year_to(2016), own=OWN, chosen=("kent",))

    kinds = Counter(row.standout for row in bars(chart))
    assert kinds == {"own": 1, "chosen": 1, "": 41}


def test_ranks_of_a_few_forces_are_among_all():
    few = ranked_chart(data(all_forces()), year_to(2016), own=OWN, among=("kent", "essex"))
    whole = ranked_chart(data(all_forces()), year_to(2016), own=OWN)

    ranks = {row.area: row.rank for row in bars(whole)}
    assert {row.area: row.rank for row in bars(few)} == {
        force: ranks[force] for force in (OWN, "kent", "essex")
    }
    assert "3 forces, ranked among 42 of 43 forces" in few.title


def test_a_change_in_percentage_points_is_a_change():
    values = all_forces(start=-3.0) | {OWN: -4.0}
    found = data(values, national=1.0, unit="percentage_point_change")
    found = msgspec.structs.replace(found, label="Change in robbery")

    chart = ranked_chart(found, year_to(2016), own=OWN)

    assert chart.title.startswith("Change in robbery, percentage points,")
    assert chart.headline == "Robbery in Leicestershire fell, but rose in England and Wales"
    assert next(row for row in bars(chart) if row.area == OWN).rank == "largest fall of 43"
    assert {row.values[0].printed[0] for row in bars(chart) if row.values[0].value > 0} == {"+"}


def test_money_is_a_sum_with_which_no_force_is_compared():
    found = data(all_forces(), national=200.0, unit="million_pounds")

    chart = ranked_chart(found, year_to(2016), own=OWN)

    assert "England and Wales in total: 200.0." in chart.notes
    assert "than in England and Wales" not in chart.headline


@pytest.mark.parametrize(
    ("unit", "what"),
    [
        ("count", "Robbery, number"),
        ("percent", "Robbery, percent"),
        ("per_1000_population", "Robbery per 1,000 population"),
        ("full_time_equivalents", "Robbery, full-time equivalents"),
    ],
)
def test_the_title_says_measure_unit_and_period(unit, what):
    chart = ranked_chart(data(all_forces(), unit=unit), year_to(2016), own=OWN)

    assert chart.title.startswith(f"{what}, 12 months to 31 March 2016")


@pytest.mark.parametrize(
    ("ours", "national", "headline"),
    [
        (2.0, 1.0, "The rate of robbery in Leicestershire is higher than in England and Wales"),
        (1.0, 2.0, "The rate of robbery in Leicestershire is lower than in England and Wales"),
        (
            1.04,
            0.96,
            "The rate of robbery in Leicestershire is nearly the same as in England and Wales",
        ),
        (None, 1.0, "The rate of robbery: no value for Leicestershire"),
        (
            2.0,
            None,
            "The rate of robbery in Leicestershire: highest of 2 forces",
        ),
    ],
)
def test_the_headline_says_how_the_force_stands(ours, national, headline):
    made = data({OWN: ours, "kent": 1.5}, national=national)

    assert ranked_chart(made, year_to(2016), own=OWN).headline == headline


@pytest.mark.parametrize(
    ("ours", "national", "words"),
    [
        (-5.0, -3.0, "fell by more than in England and Wales"),
        (-3.0, -5.0, "fell by less than in England and Wales"),
        (4.0, -3.0, "rose, but fell in England and Wales"),
        (-4.0, 3.0, "fell, but rose in England and Wales"),
        (-3.04, -2.96, "fell by nearly the same as in England and Wales"),
        (-3.04, -3.04, "fell by the same as in England and Wales"),
    ],
)
def test_the_headline_of_a_change_says_its_direction(ours, national, words):
    made = data({OWN: ours, "kent": 1.0}, national=national, unit="percent_change")

    assert ranked_chart(made, year_to(2016), own=OWN).headline.endswith(words)


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        (3.44, "percent_change", "+3.4%"),
        (-3.44, "percent_change", "−3.4%"),
        (0.0, "percent_change", "0.0%"),
        (12.3, "percent", "12.3%"),
        (1234.5, "per_1000_population", "1,234.5"),
        (None, "percent", "–"),
    ],
)
def test_values_are_printed_with_sign_unit_and_decimals(value, unit, printed):
    chart = ranked_chart(data({"kent": value, "essex": 1.0}, unit=unit), year_to(2016))

    row = next(row for row in bars(chart) if row.area == "kent")
    assert row.values[0].printed == printed


def test_without_a_force_the_headline_names_the_ends():
    made = data({"kent": 1.0, "essex": 3.0, "dorset": 2.0})

    assert (
        ranked_chart(made, year_to(2016)).headline
        == "The rate of robbery is highest in Essex, lowest in Kent"
    )


def test_a_sum_has_no_national_line_and_says_the_total():
    made = data(all_forces(), national=100.0, unit="count")

    chart = ranked_chart(made, year_to(2016), own=OWN)

    assert [row.kind for row in chart.rows if row.area == "england-and-wales"] == ["total"]
    assert "England and Wales in total: 100." in chart.notes


def test_an_unknown_period_is_refused_in_a_sentence():
    with pytest.raises(ChartError, match="choose another period"):
        ranked_chart(data(all_forces()), year_to(1999))


def test_of_several_publications_the_latest_is_taken():
    first = over_years({2016: {"kent": 1.0}})
    later = observation("kent", 2.0, period=year_to(2016))
    import msgspec

    newer = msgspec.structs.replace(first.datasets[0], id="newer", vintage="2018-01-01")
    later = msgspec.structs.replace(later, dataset="newer")

    found = measure_data(
        (*first.observations, later), (*first.datasets, newer), first.measure, first.unit
    )

    assert [one.value for one in found.observations] == [2.0]
    assert found.datasets == (newer,)


def test_every_shipped_measure_can_be_ranked_or_is_refused_with_a_reason():
    for choice in shipped_choices():
        for period in choice.periods[-1:]:
            try:
                chart = ranked_chart(choice, period, own=OWN)
            except RefusedError as refused:
                assert refused.reason
                continue
            assert chart.headline
            assert chart.source.startswith("Source: ")
            assert chart.headline in chart.description


# ---------------------------------------------------------------- the map


def test_each_force_has_a_tile_of_its_own_and_a_short_name():
    assert set(PLACES) == {known.id for known in forces()}
    spots = [(place.column, place.row) for place in PLACES.values()]
    assert len(set(spots)) == FORCES
    assert len({place.short for place in PLACES.values()}) == FORCES
    assert all(place.column < COLUMNS and place.row < ROWS for place in PLACES.values())
    assert all(2 <= len(place.short) <= 4 for place in PLACES.values())


def test_the_classes_of_a_map_say_their_limits_and_hold_every_force():
    chart = tile_chart(data(all_forces()), year_to(2016))

    assert sum(one.n for one in chart.classes) == 42
    assert [one.shade for one in chart.classes] == [3, 2, 1, 0]
    assert chart.classes[0].label == "Highest quarter"
    assert all(" to " in one.limits for one in chart.classes)


def test_equal_values_share_a_class():
    chart = tile_chart(data(dict.fromkeys(all_forces(), 2.0)), year_to(2016))

    assert len(chart.classes) == 1
    assert (chart.classes[0].label, chart.classes[0].limits) == ("All forces", "2.0")


# ---------------------------------------------------------------- decimals


def printed_by_force(chart):
    return {row.area: row.values[0].printed for row in chart.rows if row.values}


def test_small_rates_have_two_significant_figures_or_more_where_most_values_are():
    values = {OWN: 0.00824, "kent": 0.00719, "essex": 0.01497, "dorset": 0.0}

    chart = ranked_chart(data(values, national=0.0119), year_to(2016), own=OWN)

    assert printed_by_force(chart) == {
        "essex": "0.0150",
        "kent": "0.0072",
        OWN: "0.0082",
        "dorset": "0.0000",
        "england-and-wales": "0.0119",
    }
    assert (
        chart.headline == "The rate of robbery in Leicestershire is lower than in England and Wales"
    )


@pytest.mark.parametrize("unit", ["per_1000_population", "percent", "percent_change"])
def test_a_value_that_is_not_zero_does_not_read_as_zero(unit):
    chart = ranked_chart(data({OWN: 0.0397, "kent": 3.0, "essex": 4.0}, unit=unit), year_to(2016))

    (own,) = (row for row in chart.rows if row.area == OWN)
    assert own.values[0].printed.strip("+%") == "0.04"


def test_what_differs_by_less_than_is_shown_is_nearly_the_same_and_adds_no_decimals():
    chart = ranked_chart(data({OWN: 83.12, "kent": 90.0}, national=83.14), year_to(2016), own=OWN)

    assert printed_by_force(chart) == {"kent": "90.0", OWN: "83.1", "england-and-wales": "83.1"}
    assert chart.headline == (
        "The rate of robbery in Leicestershire is nearly the same as in England and Wales"
    )


def test_a_change_that_differs_by_less_than_is_shown_is_nearly_the_same():
    values = data({OWN: 83.12, "kent": 90.0}, national=83.14, unit="percent_change")

    chart = ranked_chart(values, year_to(2016), own=OWN)

    assert chart.headline.endswith("rose by nearly the same as in England and Wales")


def test_a_measure_has_the_same_decimals_in_all_years():
    years = {2015: {OWN: 1.4, "kent": 1.6}, 2016: {OWN: 0.123, "kent": 0.2}}
    values = over_years(years)

    first, last = (ranked_chart(values, year_to(year), own=OWN) for year in years)

    assert printed_by_force(first)[OWN] == "1.40"
    assert printed_by_force(last)[OWN] == "0.12"


def test_what_is_equal_but_for_binary_remains_is_the_same():
    chart = ranked_chart(
        data({OWN: 0.1 + 0.2, "kent": 5.0, "essex": 6.0}, national=0.3), year_to(2016), own=OWN
    )

    assert "is the same as" in chart.headline
    assert printed_by_force(chart)[OWN] == "0.3"


def test_a_number_as_its_source_prints_it_stays():
    given = data({OWN: 0.0082, "kent": 0.0119})
    values = tuple(msgspec.structs.replace(one, printed="under 1") for one in given.observations)

    chart = ranked_chart(msgspec.structs.replace(given, observations=values), year_to(2016))

    assert set(printed_by_force(chart).values()) == {"under 1"}


def test_the_headline_of_a_plural_measure_has_a_plural_verb():
    values = data({"kent": 4.0, "essex": 9.0}, unit="count")
    offences = tuple(
        msgspec.structs.replace(one, label="Knife offences") for one in values.observations
    )
    values = msgspec.structs.replace(values, observations=offences, label="Knife offences")

    chart = ranked_chart(values, year_to(2016))

    assert chart.headline == "Knife offences are highest in Essex, lowest in Kent"


def test_the_end_of_the_falls_is_told_as_falls():
    changes = data({force: -value for force, value in all_forces().items()}, unit="percent_change")

    chart = ranked_chart(changes, year_to(2016), own="wiltshire")

    assert chart.rank_note == CHANGE_RANK_NOTE
    (sentence,) = chart.remarks
    assert sentence.endswith("one of the 25 percent with the largest falls.")


@pytest.mark.parametrize(
    ("kent", "essex", "others", "headline"),
    [
        (-5.0, 9.0, 1.0, "Robbery rose most in Essex, fell most in Kent"),
        (1.0, 9.0, 2.0, "Robbery rose most in Essex, least in Kent"),
        (-9.0, -1.0, -2.0, "Robbery fell most in Kent, least in Essex"),
        (0.0, 9.0, 2.0, "Robbery rose most in Essex, stayed the same in Kent"),
        (-9.0, 0.0, -2.0, "Robbery fell most in Kent, stayed the same in Essex"),
        (2.0, 2.0, 2.0, "Robbery rose by the same in 43 forces"),
        (0.0, 0.0, 0.0, "Robbery stayed the same in 43 forces"),
    ],
)
def test_without_a_force_the_headline_of_changes_tells_rises_and_falls(
    kent, essex, others, headline
):
    changes = {**dict.fromkeys(all_forces(), others), "kent": kent, "essex": essex}

    chart = ranked_chart(data(changes, unit="percent_change"), year_to(2016))

    assert chart.headline == headline


def test_ends_with_rises_and_falls_are_called_neither_highest_nor_lowest():
    places = enumerate(all_forces())
    changes = data({force: float(place - 5) for place, force in places}, unit="percent_change")

    chart = ranked_chart(changes, year_to(2016), own="kent")
    low = [row for row in chart.rows if row.side == "low"]
    classes = [one.label for one in tile_chart(changes, year_to(2016)).classes]

    assert {row.position for row in low} == {"one of the falls or smallest rises"}
    assert classes[0] == "Largest rises"
    assert classes[-1] == "Falls or smallest rises"


def test_statistics_that_an_earlier_version_imported_say_that_notes_may_lack():
    found = data(all_forces())
    (dataset,) = found.datasets
    behind = msgspec.structs.replace(
        found, datasets=(msgspec.structs.replace(dataset, is_behind=True),)
    )

    (caveat,) = ranked_chart(behind, year_to(2016), own=OWN).caveats
    assert caveat.text == (
        "Made-up statistics, year ending March 2016: imported by an earlier version of PEEL "
        "Viewer, which took fewer of the publisher's notes. Import the file again to have them."
    )
    assert ranked_chart(found, year_to(2016), own=OWN).caveats == ()


def test_fewer_forces_than_quarters_are_in_none():
    chart = tile_chart(data({"kent": 1.0, "essex": 2.0, OWN: 3.0}), year_to(2016), own=OWN)

    assert [(one.label, one.limits, one.n) for one in chart.classes] == [
        ("Higher values", "2.0 to 3.0", 2),
        ("Lower values", "1.0", 1),
    ]
