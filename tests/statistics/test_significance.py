"""Stars beside the estimates of a survey: read where they are certain, and nowhere else."""

import pytest

from peelviewer.statistics import read_statistics
from peelviewer.statistics.significance import NOTE
from tests.statistics import workbooks

HEADING = "Statistically significantly different from England and Wales"


def table(signs, heading=HEADING, between=()):
    """A table of a survey: an estimate, then further columns, then one with signs."""
    return [
        ["Table P6: Experiences of noise by police force area, year ending March 2018 CSEW"],
        [None, "Area Name", "Any noise"],
        ["Area Code", "", "Percentage experienced", *between, heading],
        *[
            [code, name, 10.5 + place, *(0.5 for _ in between), sign]
            for place, ((code, name), sign) in enumerate(zip(workbooks.FORCES, signs, strict=True))
        ],
    ]


def read(tmp_path, *args, **more):
    path = workbooks.write(tmp_path / "tables.xlsx", {"Table P6": table(*args, **more)})
    return read_statistics(path)


def starred(found):
    return [one.area.id for one in found.observations if NOTE in one.note]


def test_a_star_under_the_heading_is_a_note_on_the_estimate(tmp_path):
    found = read(tmp_path, ["*", "", "*", ":", None])

    assert starred(found) == ["cleveland", "leicestershire"]
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("signs", "heading"),
    [
        (["*", "", "*", "", "up"], HEADING),  # signs that are not known
        (["*", "", "*", "", ""], "Statistically significantly different from the year before"),
        (["*", "", "*", "", ""], "Statistically significantly different"),
    ],
)
def test_what_is_not_certain_is_left_out_with_the_reason(tmp_path, signs, heading):
    found = read(tmp_path, signs, heading)

    assert starred(found) == []
    assert [left.reason for left in found.left_out] == [
        "it marks what is statistically significant"
    ]


def test_a_star_is_none_on_a_missing_estimate(tmp_path):
    rows = table(["*", "", "*", "", ""])
    rows[3][2] = ".."
    found = read_statistics(workbooks.write(tmp_path / "tables.xlsx", {"Table P6": rows}))

    assert starred(found) == ["leicestershire"]
