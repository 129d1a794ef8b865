"""Workbooks with rows, columns and cells moved, lost, repeated or replaced by chance.

Each is made from its number alone. It is refused in one sentence, or read into values that each
stand once; it never is a fault of ours.
"""

import random
from pathlib import Path

import pytest

from peelviewer.errors import StatisticsError
from peelviewer.statistics.ons import is_ons, read_ons
from peelviewer.statistics.packing import packed, unpacked
from peelviewer.statistics.workbook import Sheet, Workbook
from peelviewer.statistics.workforce import is_workforce, read_workforce
from tests.statistics import release_2024, workbooks

CASES = 200
JUNK = (
    *("..", "-", "", None, 0, -1, 1e308, float("nan"), float("inf"), True, 1e15, "\x00", "("),
    *("Table P1: foo", "Area Code", "E23000021", "Kent", "West Midlands", "Surrey" + "7," * 50),
    *("% change", "Rate per 0 population", "Number", "year ending March 18", "[note 99999999999]"),
    *("Apr '10 to Mar '11", "Apr '99 to Mar '98", "99 Foo 9999", "31 February 2019", "mid-9999"),
)
BOOKS = (
    release_2024.sheets(),
    {
        "Table P1 ": workbooks.crime_table(),
        "P7": workbooks.asb_table(),
        "P9": workbooks.estimates_table("Table P9: Mid-year population estimates, 2014 to 2015"),
    },
    {"Table_1": workbooks.workforce_table()},
)


def spoiled(chance):
    """One of the workbooks with some of its sheets spoiled."""
    sheets = [
        Sheet(chance.choice((name, "Sheet")), spoiled_rows(chance, [list(row) for row in rows]))
        for name, rows in chance.choice(BOOKS).items()
    ]
    return Workbook(tuple(sheets), "")


def spoiled_rows(chance, rows):
    for _ in range(chance.choice((0, 1, 3, 10, 40))):
        if not rows:
            break
        place = chance.randrange(min(len(rows), chance.choice((12, 100))))
        chance.choice(SPOILERS)(chance, rows, place)
    return rows


def lose(_chance, rows, place):
    del rows[place]


def repeat(chance, rows, place):
    rows.insert(place, list(chance.choice(rows)))


def exchange(_chance, rows, place):
    rows[place], rows[-1] = rows[-1], rows[place]


def cut(chance, rows, place):
    del rows[place][chance.randrange(6) :]


def replace(chance, rows, place):
    column = chance.randrange(6)
    rows[place][column : column + 1] = [chance.choice(JUNK)]


def overwrite(chance, rows, place):
    rows[place] = [chance.choice(JUNK) for _ in range(chance.randrange(20))]


def put_in_a_column(chance, rows, _place):
    column, cell = chance.randrange(6), chance.choice(JUNK)
    for row in rows:
        row.insert(column, cell)


def lose_a_column(chance, rows, _place):
    column = chance.randrange(6)
    for row in rows:
        del row[column : column + 1]


SPOILERS = (lose, repeat, exchange, cut, replace, overwrite, put_in_a_column, lose_a_column)


def read(book):
    if is_workforce(book):
        return read_workforce(book, Path("tables.xlsx"))
    return read_ons(book, Path("tables.xlsx")) if is_ons(book) else None


@pytest.mark.parametrize("block", range(4))
def test_a_spoiled_workbook_is_read_or_refused_and_never_a_fault_of_ours(block):
    outcomes = {"read": 0, "refused": 0}
    for case in range(block, CASES, 4):
        try:
            found = read(spoiled(random.Random(case)))  # noqa: S311 - no secret
        except StatisticsError as error:
            outcomes["refused"] += 1
            assert "\n" not in str(error), case
            continue
        if found is None:
            continue
        outcomes["read"] += 1
        keys = [(o.area.id, o.measure, o.unit, o.period) for o in found.observations]
        assert len(keys) == len(set(keys)), case
        assert all(o.value is None or abs(o.value) <= 1e308 for o in found.observations), case
        assert unpacked(packed(found)) == found, case
    assert outcomes["read"] > 20
    assert outcomes["refused"] > 0
