"""Some hundred and fifty sentences that state measures, and as many that only seem to."""

from pathlib import Path

import pytest

from tests.reading.measures.test_prose import found

HERE = Path(__file__).parent / "wordings"


def entries(name):
    """Each sentence of a file with what it states, a line for each measure."""
    _, *parts = (HERE / name).read_text("utf-8").strip().split("\n\n")
    for part in parts:
        lines = part.split("\n")
        words = [line for line in lines if not line.startswith("= ")]
        yield " ".join(words), [line[2:] for line in lines if line.startswith("= ")]


def told(text):
    return [
        f"{m.key} {number(m.force)} {number(m.national)}, {when(m.period)}" for m in found(text)
    ]


def number(value):
    return "none" if value is None else f"{value:g}"


def when(period):
    before = f"{period.start} to" if period.start else period.kind
    return f"{before} {period.end}"


@pytest.mark.parametrize(
    ("text", "expected"), [*entries("stated.txt")], ids=lambda value: str(value)[-60:]
)
def test_what_a_sentence_states_is_read(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text", [text for text, _ in entries("traps.txt")], ids=lambda text: text[-60:]
)
def test_what_a_sentence_does_not_state_stays_text(text):
    assert told(text) == []


def test_the_files_hold_what_they_say():
    stated, traps = [*entries("stated.txt")], [*entries("traps.txt")]

    assert len(stated) > 120
    assert len(traps) > 120
    assert all(expected for _, expected in stated)
    assert not any(expected for _, expected in traps)


@pytest.mark.parametrize(
    "space", ["\u2009", "\u202f", "\u00a0"], ids=["thin", "narrow", "no-break"]
)
def test_thousands_may_be_parted_by_a_space_that_breaks_no_line(space):
    text = (
        "In the 12 months to 30 June 2016, the force received 1_240 calls for assistance per 1_000 "
        "population, compared with 1_060 in England and Wales."
    )

    expected = ["calls_for_assistance 1240 1060, 12 months to 2016-06-30"]
    assert told(text.replace("_", space)) == expected


HEADING = "Victim satisfaction in the 12 months to 30 June 2016"
SAID = (
    "71.5 percent of victims in Northshire were satisfied, compared with 80.1 percent nationally."
)


@pytest.mark.parametrize(
    ("heading", "before", "expected"),
    [
        (HEADING, "", ["2016-06-30"]),
        (HEADING, "The survey is a good one. ", ["2016-06-30"]),
        (HEADING, "In the 12 months to 30 June 2014 there were fewer victims. ", []),
        (HEADING, "The survey was taken in June 2014. ", []),
        ("Victim satisfaction in 2016", "", []),
        ("Victim satisfaction", "", []),
        ("Victim satisfaction in the 12 months to 30 June 2016 and in June 2014", "", []),
    ],
)
def test_a_heading_can_say_the_period_of_what_stands_below(heading, before, expected):
    assert [str(m.period.end) for m in found(before + SAID, title=heading)] == expected


@pytest.mark.parametrize(
    "time", ["May", "one week", "one quarter", "the first week", "the last month", "a busy month"]
)
def test_a_part_of_a_year_is_not_of_the_headings_period(time):
    assert found(f"In {time}, {SAID}", title=HEADING) == []
