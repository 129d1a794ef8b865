"""Page numbers in texts without their line ends."""

import pytest

from peelviewer.reading.text.folios import with_folios

NUMBERS = range(3, 9)


@pytest.mark.parametrize("folio", ["– {} –", "Page {} of 40", "Page {}"])
def test_numbers_that_say_what_they_are_stand_apart(folio):
    text = " ".join(f"The team saw {folio.format(number)} of them." for number in NUMBERS)

    parts = with_folios(text).split("\n\n")

    assert [part for part in parts if part.strip() in map(folio.format, NUMBERS)] == [
        folio.format(number) for number in NUMBERS
    ]
    assert with_folios(text).split() == text.split()


@pytest.mark.parametrize("page", ["The team saw {0}", "{0} of them were seen"])
def test_numbers_that_count_the_lines_at_one_end_stand_apart(page):
    found = with_folios("\n".join(page.format(number) for number in NUMBERS))

    assert [int(part) for part in found.split() if part.isdigit()] == [*NUMBERS]
    assert all(
        part.strip().isdigit() or not any(map(str.isdigit, part))
        for part in found.replace("\n\n", "|").replace("\n", "|").split("|")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Page 3 says so, Page 4 not, and Page 9 is lost. See Page 10",
        "We saw – 3 – and – 4 – only.",
        "We saw 3\nWe saw 5\nWe saw 2\nWe saw 9\nWe saw 1",
        "It was 2016 and 3 of 4 did so, 5 more.",
    ],
)
def test_other_numbers_stay(text):
    assert with_folios(text) == text
