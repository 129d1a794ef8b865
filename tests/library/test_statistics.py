"""National statistics in the library: whole datasets, replaced or kept, never half of one."""

import datetime

import msgspec
import pytest

from peelviewer.errors import StatisticsError
from peelviewer.library import Library
from peelviewer.library.statistics import Kept
from peelviewer.model.measure import Period
from peelviewer.model.statistics import UNREADABLE, Area, Dataset, Observation

DATASET = Dataset(
    id="example-2016", title="Example", source="Example, tables", publisher="Example office",
    release="2016", vintage="2017-01-31", notes=("Table 1: 1. A note.",),
)  # fmt: skip
KENT = Area(id="kent", name="Kent Police", kind="force", code="E23000032")
NATION = Area(id="england-and-wales", name="England and Wales", kind="national")
YEAR = Period(kind="12 months to", end=datetime.date(2016, 3, 31))
CHANGE = Period(kind="change", start=datetime.date(2015, 3, 31), end=datetime.date(2016, 3, 31))


def observation(**changes):
    values = {
        "area": KENT, "measure": "robbery", "label": "Robbery", "unit": "count", "period": YEAR,
        "value": 12.0, "printed": "12", "dataset": DATASET.id, "table": "Table 1",
    }  # fmt: skip
    return Observation(**{**values, **changes})


VALUES = (
    observation(),
    observation(area=NATION, value=1200.0, printed="1,200", note="All of it."),
    observation(measure="robbery_change_1y", unit="percent_change", period=CHANGE, value=-0.0,
                printed="0.0%"),
    observation(unit="per_1000_population", value=None, printed="–", missing="not available"),
)  # fmt: skip


@pytest.fixture
def library():
    with Library.in_memory() as made:
        yield made


def test_what_is_kept_is_given_back(library):
    outcomes = library.statistics.keep([DATASET], VALUES, "tables.xlsx")

    assert outcomes == {"example-2016": Kept("added")}
    assert library.statistics.observations() == VALUES


def test_values_are_chosen_by_measure_unit_and_dataset(library):
    library.statistics.keep([DATASET], VALUES)

    found = library.statistics.observations(measure="robbery", unit="count", dataset=DATASET.id)

    assert found == VALUES[:2]
    assert library.statistics.observations(dataset="another") == ()


def test_a_summary_counts_forces_measures_and_values(library):
    library.statistics.keep([DATASET], VALUES, "tables.xlsx")

    (one,) = library.statistics.datasets()

    assert one.dataset == DATASET
    assert (one.file, one.forces, one.measures, one.values) == ("tables.xlsx", 1, 2, 3)
    assert (one.first, one.last) == (YEAR.end, YEAR.end)


def test_the_same_again_changes_nothing_and_a_revision_takes_its_place(library):
    library.statistics.keep([DATASET], VALUES)
    revised = (observation(value=13.0, printed="13"), *VALUES[1:])

    assert library.statistics.keep([DATASET], VALUES) == {"example-2016": Kept("unchanged")}
    assert library.statistics.keep([DATASET], revised) == {"example-2016": Kept("replaced")}
    assert library.statistics.observations() == revised


def test_a_copy_replaces_what_it_holds_and_the_rest_stays(library):
    library.statistics.keep([DATASET], VALUES, "all.xlsx")
    revised = observation(value=13.0, printed="13")
    new = observation(measure="burglary")

    (kept,) = library.statistics.keep([DATASET], [revised, new], "part.xlsx").values()

    assert kept == Kept("joined", 3)
    assert library.statistics.observations() == (revised, *VALUES[1:], new)
    assert library.statistics.datasets()[0].file == "all.xlsx, part.xlsx"


def test_a_part_of_what_is_there_changes_nothing(library):
    library.statistics.keep([DATASET], VALUES)

    assert library.statistics.keep([DATASET], VALUES[:2]) == {"example-2016": Kept("unchanged")}
    assert library.statistics.observations() == VALUES


def test_a_whole_new_copy_takes_the_place_of_the_old(library):
    library.statistics.keep([DATASET], VALUES[:1])

    kept = library.statistics.keep([DATASET], [observation(value=1.0, printed="1")])

    assert kept == {"example-2016": Kept("replaced")}


def test_a_cell_that_cannot_be_read_never_takes_the_place_of_a_value(library):
    library.statistics.keep([DATASET], VALUES)
    faulty = observation(value=None, printed="–", missing=UNREADABLE)

    library.statistics.keep([DATASET], [faulty])

    assert library.statistics.observations() == VALUES


def test_another_edition_takes_the_place_of_the_whole_and_is_refused_where_it_lacks_some(library):
    library.statistics.keep([DATASET], VALUES)
    corrected = msgspec.structs.replace(DATASET, release="2016, corrected")

    with pytest.raises(StatisticsError, match=r"part\.xlsx .* lacks values of 2 measures"):
        library.statistics.keep([corrected], VALUES[:2], "part.xlsx")
    assert library.statistics.observations() == VALUES
    kept = library.statistics.keep([corrected], VALUES, "whole.xlsx")
    assert kept == {"example-2016": Kept("replaced")}
    assert library.statistics.datasets()[0].dataset.release == "2016, corrected"


def test_other_datasets_are_left_alone(library):
    other = msgspec.structs.replace(DATASET, id="other")
    library.statistics.keep([DATASET], VALUES)
    library.statistics.keep([other], [observation(dataset="other")])

    library.statistics.remove("other")

    assert library.statistics.observations() == VALUES


def test_what_fails_on_the_way_changes_nothing(library):
    library.statistics.keep([DATASET], VALUES)

    with pytest.raises(KeyError):
        library.statistics.keep([DATASET], [observation(dataset="not there")])

    assert library.statistics.observations() == VALUES


def test_an_unknown_dataset_cannot_be_removed(library):
    with pytest.raises(StatisticsError, match="no statistics 'nothing'"):
        library.statistics.remove("nothing")


def test_statistics_are_still_there_when_the_library_is_opened_again(tmp_path):
    with Library.open(tmp_path) as library:
        library.statistics.keep([DATASET], VALUES)

    with Library.open(tmp_path) as library:
        assert library.statistics.observations() == VALUES


# ---------------------------------------------------------------- earlier readers


@pytest.fixture
def behind(library):
    """A library with a dataset that an earlier version of the program imported."""
    library.statistics.keep([DATASET], VALUES, "tables.xlsx")
    library._connection.execute("UPDATE dataset SET reader = 0")
    return library


def is_behind(library):
    (summary,) = library.statistics.datasets()
    return summary.dataset.is_behind


def test_what_an_earlier_version_imported_is_known(behind):
    assert is_behind(behind)


def test_importing_the_file_again_catches_up(behind):
    outcomes = behind.statistics.keep([DATASET], VALUES, "tables.xlsx")

    assert outcomes == {"example-2016": Kept("replaced")}
    assert not is_behind(behind)


def test_a_part_of_the_file_does_not_catch_up(behind):
    behind.statistics.keep([DATASET], VALUES[:1], "part.xlsx")

    assert is_behind(behind)


def test_what_is_imported_now_is_up_to_date(library):
    library.statistics.keep([DATASET], VALUES, "tables.xlsx")

    assert not is_behind(library)
    assert library.statistics.keep([DATASET], VALUES)["example-2016"].outcome == "unchanged"
