"""Every shipped table computed a second way, from the cells of the publishers' files.

The cells are named here one by one and read from the files' own XML or by pandas; ranks and
quartiles are those of pandas. Nothing of the importers or of the ranking is used.
"""

import itertools
import string
from collections import Counter

import pandas
import pytest

from peelviewer.reference.forces import forces
from peelviewer.statistics.shipped import TABLES, shipped
from tests.statistics import raw
from tests.statistics.rankings import ranking_of

CODES = {force.code: force.id for force in forces()}
NATION = "england-and-wales"
MARCH_2018 = raw.ONS["2018-03-31"]
needs_sources = pytest.mark.skipif(
    not raw.SHARED.is_dir(), reason="the published files are not here"
)
SPELLINGS = {force.area: force.id for force in forces()} | {
    "London, City of": "city-of-london",
    "Devon & Cornwall": "devon-and-cornwall",
    "Avon & Somerset": "avon-and-somerset",
}
LETTERS = [*string.ascii_uppercase, *(f"A{letter}" for letter in string.ascii_uppercase)]

# Table P3 of March 2018, column by column.
CRIME_RATES = {
    "F": "recorded_crime",
    "H": "violence_against_the_person",
    "I": "homicide",
    "J": "violence_with_injury",
    "K": "violence_without_injury",
    "L": "stalking_and_harassment",
    "M": "death_or_serious_injury_unlawful_driving",
    "N": "sexual_offences",
    "O": "robbery",
    "P": "theft_offences",
    "Q": "burglary",
    "R": "residential_burglary",
    "T": "non_residential_burglary",
    "U": "vehicle_offences",
    "V": "theft_from_the_person",
    "W": "bicycle_theft",
    "X": "shoplifting",
    "Y": "other_theft_offences",
    "Z": "criminal_damage_and_arson",
    "AB": "drug_offences",
    "AC": "possession_of_weapons_offences",
    "AD": "public_order_offences",
    "AE": "miscellaneous_crimes",
}
PER_HOUSEHOLD = "S"
# The same offences in table P1, in the order of the columns of table P3.
NUMBERS = dict(zip(CRIME_RATES, [*"CEFGHIJKLMNOPQRSTUV", "X", "Y", "Z", "AA"], strict=True))

# What each outcome type of the open data is here; the sums are of several.
OUTCOMES = {
    "outcome_not_yet_assigned": {0},
    "outcome_charged": {1},
    "outcome_caution_youths": {2},
    "outcome_caution_adults": {3},
    "outcome_taken_into_consideration": {4},
    "outcome_offender_died": {5},
    "outcome_penalty_notices": {6},
    "outcome_cannabis_warning": {7},
    "outcome_community_resolution": {8},
    "outcome_not_in_public_interest_cps": {9},
    "outcome_not_in_public_interest_police": {10},
    "outcome_suspect_under_age": {11},
    "outcome_suspect_too_ill": {12},
    "outcome_victim_dead_or_too_ill": {13},
    "outcome_suspect_not_identified_victim_does_not_support": {14},
    "outcome_suspect_identified_victim_supports": {15},
    "outcome_suspect_identified_victim_does_not_support": {16},
    "outcome_time_limit_expired": {17},
    "outcome_no_suspect": {18},
    "outcome_other_body": {20},
    "outcome_not_in_public_interest": {21},
    "outcome_out_of_court_formal": {2, 3, 6},
    "outcome_out_of_court_informal": {7, 8},
    "outcome_prosecution_prevented": {5, 9, 10, 11, 12, 13, 17},
    "outcome_evidential_victim_supports": {15},
    "outcome_victim_does_not_support": {14, 16},
    "outcome_total_assigned": {*range(1, 19), 20, 21},
}


def values(table, measure, unit=None):
    """The shipped values by area and last day of the period."""
    return {
        (o.area.id, o.period.end.isoformat()): o.value
        for o in shipped(table).observations
        if o.measure == measure and unit in (None, o.unit)
    }


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


def cells(path, table, column, end, nation_in_row=7):
    """What a column of a table says, as ``values`` has it."""
    found = {
        (CODES[code], end): number(text) for code, text in raw.by_code(path, table, column).items()
    }
    assert len(found) == 43
    return found | {(NATION, end): number(raw.nation(path, table, column, nation_in_row))}


@needs_sources
def test_crime_rates_are_the_cells_of_table_p3():
    end = "2018-03-31"
    for column, measure in CRIME_RATES.items():
        expected = cells(MARCH_2018, "Table P3", column, end)
        assert values("crime_rates", measure, "per_1000_population") == expected, column
    homes = values("crime_rates", "residential_burglary", "per_1000_households")
    assert homes == cells(MARCH_2018, "Table P3", PER_HOUSEHOLD, end)
    assert {o.measure for o in shipped("crime_rates").observations} == set(CRIME_RATES.values())


@needs_sources
def test_crime_rates_are_those_of_the_table_that_others_derived():
    table = pandas.read_csv(raw.DERIVED / "crime_rates_by_force_YE_Mar_2018.csv")
    table = table[table["Area Code"].isin([*CODES, "K04000001"])].set_index("Area Code")
    rates = table.iloc[:, 3:].apply(pandas.to_numeric, errors="coerce")
    places = {**CODES, "K04000001": NATION}
    columns = list(CRIME_RATES)
    columns.insert(columns.index("T"), PER_HOUSEHOLD)
    assert rates.shape == (44, len(columns))
    for column, heading in zip(columns, rates.columns, strict=True):
        unit = "per_1000_households" if column == PER_HOUSEHOLD else "per_1000_population"
        measure = CRIME_RATES.get(column, "residential_burglary")
        found = {area: value for (area, _), value in values("crime_rates", measure, unit).items()}
        for code, rate in rates[heading].items():
            expected = None if pandas.isna(rate) else pytest.approx(rate)
            assert found[places[code]] == expected, (heading, code)


@needs_sources
def test_crime_rates_are_the_numbers_of_table_p1_over_the_populations():
    end = "2018-03-31"
    people = cells(MARCH_2018, "Table P3", "C", end)
    for column, measure in CRIME_RATES.items():
        crimes = cells(MARCH_2018, "Table P1", NUMBERS[column], end)
        for place, rate in values("crime_rates", measure, "per_1000_population").items():
            if rate is not None:
                expected = crimes[place] / people[place] * 1000
                # The populations are rounded to 100, which of the smallest force is 0.02 percent.
                assert rate == pytest.approx(expected, rel=2e-3), (measure, place)


@needs_sources
def test_anti_social_behaviour_is_the_cells_of_table_p7():
    with_transport = f"{NATION}-with-btp"
    for place, year in enumerate(range(2008, 2019)):
        end = f"{year}-03-31"
        for offset, unit in enumerate(("count", "per_1000_population")):
            column = LETTERS[2 + 2 * place + offset]
            expected = cells(MARCH_2018, "Table P7", column, end, nation_in_row=8)
            expected[with_transport, end] = number(raw.nation(MARCH_2018, "Table P7", column))
            found = values("anti_social_behaviour", "asb_incidents", unit)
            assert {key: v for key, v in found.items() if key[1] == end} == expected, column
    assert len(found) == 11 * 45


@needs_sources
@pytest.mark.parametrize(
    ("table", "key"), [("Table P9", "population"), ("Table P10", "households")]
)
def test_populations_and_households_are_the_cells_of_their_tables(table, key):
    found = values("population", key)
    expected = {}
    for place, year in enumerate(range(2002, 2017)):
        expected |= cells(MARCH_2018, table, LETTERS[2 + place], f"{year}-06-30", nation_in_row=6)

    assert found == expected


@needs_sources
def test_figure_3_is_recomputed_from_the_cells_of_two_tables():
    end = "2016-03-31"
    before = cells(MARCH_2018, "Table P7", "Q", end, nation_in_row=8)
    after = cells(MARCH_2018, "Table P7", "S", end, nation_in_row=8)
    people = cells(MARCH_2018, "Table P9", "P", end, nation_in_row=6)

    for place, change in values("anti_social_behaviour_change", "asb_change_1y").items():
        one, two = before[place] / people[place], after[place] / people[place]
        assert change == pytest.approx((two - one) / one * 100, abs=0.0001), place


@pytest.fixture(scope="module")
def crimes():
    """Crimes of the open data by force and outcome type, added up by pandas."""
    table = pandas.read_csv(raw.OUTCOMES, usecols=["force_name", "outcome_type", "offences"])
    table = table.dropna().query("force_name != 'British Transport Police'")
    table = table.assign(force=table["force_name"].map(SPELLINGS))
    assert table["force"].notna().all()
    summed = table.pivot_table("offences", "force", "outcome_type", "sum")
    summed.columns = summed.columns.astype(int)
    assert len(summed) == 43
    summed.loc[NATION] = summed.sum()
    return summed


@needs_sources
def test_shares_of_outcomes_are_those_that_pandas_adds_up(crimes):
    shares = crimes.div(crimes.sum(axis="columns"), axis="index") * 100
    for measure, types in OUTCOMES.items():
        expected = shares[sorted(types)].sum(axis="columns")
        found = {area: value for (area, _), value in values("outcomes", measure).items()}
        assert found == pytest.approx(expected.to_dict()), measure
    assert {o.measure for o in shipped("outcomes").observations} == OUTCOMES.keys()


@needs_sources
def test_shares_of_outcomes_are_those_of_the_table_that_others_derived():
    table = pandas.read_csv(raw.DERIVED / "outcome_shares_by_force_2017-18_pct.csv").set_index(
        "slug"
    )
    by_type = {min(types): key for key, types in OUTCOMES.items() if len(types) == 1}
    by_type[15] = "outcome_suspect_identified_victim_supports"
    assert table.shape == (44, 21)
    for heading, shares in table.items():
        measure = by_type[int(heading.split()[0])]
        found = {area: value for (area, _), value in values("outcomes", measure).items()}
        assert found == pytest.approx(shares.to_dict(), abs=0.0051), heading


@needs_sources
def test_officers_are_the_cells_of_the_workforce_tables_and_of_the_open_data():
    names = SPELLINGS | {"Wiltshire1": "wiltshire", "Total 43 forces": NATION}
    rows = raw.ods_rows(raw.WORKFORCE, "Table_1")
    days = next(row for row in rows if len(row) > 3 and row[1].startswith("2015-09-30"))
    # The West Midlands are there twice: the region first, the force below it.
    held = {names[row[0].strip()]: row for row in rows if row and row[0].strip() in names}
    assert len(held) == 44
    expected = {
        (area, days[column][:10]): float(row[column])
        for area, row in held.items()
        for column in (1, 2, 3)
    }
    table = pandas.read_csv(raw.DERIVED / "officer_fte_by_force_2007-2022.csv")
    series = table.assign(area=table["geo_code"].map(CODES)).pivot_table(
        "total_fte", "area", "year", "sum"
    )
    series.loc[NATION] = series.sum()
    for area, year in itertools.product(series.index, series.columns):
        expected.setdefault((area, f"{year}-03-31"), series.loc[area, year])

    found = values("officers", "police_officers")
    assert found.keys() == expected.keys()
    assert found == pytest.approx(expected, abs=0.051)


@needs_sources
def test_the_grades_are_those_of_the_published_list():
    published = pandas.read_csv(raw.SHARED / "grades" / "peel_effectiveness_2016_overall.csv")
    grades = {o.area.id: o.printed for o in shipped("effectiveness_grades").observations}

    assert grades == dict(published.itertuples(index=False, name=None))
    assert Counter(grades.values())["good"] == 28


def test_ranks_quartiles_and_positions_are_those_of_pandas():
    compared = 0
    for table in TABLES:
        by_kind = {}
        for one in shipped(table).observations:
            if one.area.kind == "force" and one.unit != "grade":
                by_kind.setdefault((one.measure, one.unit, one.period), []).append(one)
        for kind, observations in by_kind.items():
            found = ranking_of(observations)
            left_out = {out.force for out in found.left_out}
            held = pandas.Series(
                {o.area.id: o.value for o in observations if o.area.id not in left_out},
                dtype=float,
            ).dropna()
            if held.empty:
                continue
            ranks = held.rank(method="min", ascending=False).astype(int).to_dict()
            assert {one.force: one.rank for one in found.standings} == ranks, kind
            quartiles = held.quantile([0, 0.25, 0.5, 0.75, 1]).tolist()
            assert list(found.quartiles) == pytest.approx(quartiles), kind
            for one in found.standings:
                above, below = (held >= one.value).mean(), (held <= one.value).mean()
                highest = "one of the highest" if above <= 0.25 else "broadly in line"
                assert one.position == ("one of the lowest" if below <= 0.25 else highest), kind
            compared += 1
    assert compared > 100
