"""The tables that ship with the program: whole, sourced, and equal to what they come from."""

import importlib.util
import subprocess
import sys
from collections import Counter

import pytest

from peelviewer.paths import bundled
from peelviewer.reference.forces import forces
from peelviewer.statistics.calculation import change_in_rate
from peelviewer.statistics.shipped import TABLES, shipped
from tests.statistics import raw
from tests.statistics.rankings import ranking_of

CODES = {force.code: force.id for force in forces()} | {"K04000001": "england-and-wales"}
needs_sources = pytest.mark.skipif(
    not raw.SHARED.is_dir(), reason="the published files are not here"
)


def values(table, measure, unit=None, end=None):
    return {
        o.area.id: o.value
        for o in shipped(table).observations
        if o.measure == measure
        and unit in (None, o.unit)
        and (end is None or o.period.end.isoformat() == end)
    }


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_the_43_forces_and_says_its_source(table):
    found = shipped(table)

    assert found.forces == 43
    assert all(d.source and d.release and d.publisher for d in found.datasets)
    assert {o.area.kind for o in found.observations} <= {"force", "national"}


def test_the_grades_of_2016_are_1_28_13_and_1():
    grades = Counter(o.printed for o in shipped("effectiveness_grades").observations)

    assert grades == {"outstanding": 1, "good": 28, "requires improvement": 13, "inadequate": 1}


def test_figure_3_rebuilt_agrees_with_the_report_for_leicestershire_and_the_nation():
    change = {o.area.id: o.printed for o in shipped("anti_social_behaviour_change").observations}

    assert change["leicestershire"] == "-17.4%"
    assert change["england-and-wales"] == "-7.9%"


def test_figure_3_follows_from_the_shipped_incidents_and_populations():
    before = values("anti_social_behaviour", "asb_incidents", "count", "2015-03-31")
    after = values("anti_social_behaviour", "asb_incidents", "count", "2016-03-31")
    people = values("population", "population", end="2015-06-30")

    for area, change in values("anti_social_behaviour_change", "asb_change_1y").items():
        expected = change_in_rate(before[area], people[area], after[area], people[area])
        assert change == pytest.approx(expected, abs=0.0001), area


def test_figure_3_places_leicestershire_among_the_lowest():
    found = ranking_of(shipped("anti_social_behaviour_change").observations)

    standing = found.standing("leicestershire")
    assert (found.n, standing.rank, standing.position) == (42, 38, "one of the lowest")
    assert found.quartiles.lower < found.quartiles.median < found.quartiles.upper


def test_crime_rates_rank_42_forces_without_the_city_of_london():
    rates = [o for o in shipped("crime_rates").observations if o.measure == "recorded_crime"]

    found = ranking_of(rates)

    assert found.words == "42 of 43 forces"
    assert [out.force for out in found.left_out] == ["city-of-london"]


def test_the_shares_of_outcomes_add_up():
    by_area = {}
    for one in shipped("outcomes").observations:
        by_area.setdefault(one.area.id, {})[one.measure] = one.value

    for area, shares in by_area.items():
        total = shares["outcome_total_assigned"] + shares["outcome_not_yet_assigned"]
        assert total == pytest.approx(100), area


@needs_sources
def test_figure_3_equals_the_table_that_was_rebuilt_elsewhere():
    change = values("anti_social_behaviour_change", "asb_change_1y")

    rows = raw.derived("fig3_rebuilt_asb_change_by_force.csv")
    assert {CODES[row["pfa_code"]] for row in rows} == change.keys()
    for row in rows:
        assert change[CODES[row["pfa_code"]]] == pytest.approx(float(row["change_pct"]), abs=0.0501)


@needs_sources
def test_officers_equal_the_derived_table():
    found = {
        (o.area.id, o.period.end.isoformat()): o.value for o in shipped("officers").observations
    }

    rows = raw.derived("officer_fte_by_force_2007-2022.csv")
    assert len(rows) == 43 * 16
    for row in rows:
        key = (CODES[row["geo_code"]], f"{row['year']}-03-31")
        assert found[key] == pytest.approx(float(row["total_fte"]), abs=0.0501), key


@needs_sources
def test_the_tool_makes_the_same_tables_again(tmp_path):
    place = bundled("tools/make_statistics.py")
    spec = importlib.util.spec_from_file_location("make_statistics", place)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    tool.TARGET = tmp_path

    tool.main(raw.SHARED)

    for table in TABLES:
        again = (tmp_path / f"{table}.csv").read_bytes()
        assert again == bundled(f"data/statistics/{table}.csv").read_bytes(), table


def test_reading_statistics_imports_neither_qt_nor_pandas():
    code = (
        "import sys; from peelviewer.statistics.shipped import shipped; shipped('outcomes');"
        "import peelviewer.statistics.ranking, peelviewer.statistics.frame;"
        "sys.exit(any(n.split('.')[0] in ('PySide6', 'pyqtgraph', 'pandas', 'numpy')"
        " for n in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
