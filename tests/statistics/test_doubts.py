"""Which comparisons a publisher's note doubts. The sentences are our own."""

import datetime

import pytest

from peelviewer.statistics.doubts import comparable_from, is_doubt, of_others, of_survey, over_time


@pytest.mark.parametrize(
    "note",
    [
        (
            "Figures for the year ending March 2012 and onwards are not directly comparable with "
            "previous years."
        ),
        "Counted anew. Values before the year ending March 2012 are not comparable to later ones.",
    ],
)
def test_a_note_that_sets_years_apart_says_from_when_values_are_of_another_kind(note):
    assert comparable_from(note) == datetime.date(2012, 3, 31)
    assert over_time(note)
    assert not of_others(note)


@pytest.mark.parametrize(
    "note",
    [
        "",
        "Figures for the year ending March 2012 were late.",
        "Earlier data were not revised and are therefore not comparable.",
        "Values up to the year ending March 2012 are not comparable with later ones.",
        (
            "The year ending March 2012 and the year ending March 2013 are not comparable with "
            "previous years."
        ),
    ],
)
def test_no_year_is_guessed(note):
    assert comparable_from(note) is None


@pytest.mark.parametrize(
    "note",
    [
        "From April 2023 offences are counted otherwise and not comparable with earlier years.",
        "Since 1 April 2023, figures are not directly comparable to previous years.",
    ],
)
def test_a_note_may_name_the_month_from_which_on_things_are_counted_otherwise(note):
    assert comparable_from(note) == datetime.date(2023, 4, 30)


def test_a_span_of_months_is_no_beginning():
    note = "Figures from April 2023 to June 2023 are not comparable with earlier years."

    assert comparable_from(note) is None


def test_a_force_that_is_not_comparable_with_others_is_told_with_its_reason():
    note = (
        "Collected by hand. Kent counts bottles too. As such, its data are not directly "
        "comparable to data for other forces. Revised in May."
    )

    assert of_others(note) == (
        "Kent counts bottles too. As such, its data are not directly comparable to data for "
        "other forces."
    )
    assert over_time(note) == ""


@pytest.mark.parametrize(
    "note",
    [
        "Earlier data have not been revised and are therefore not comparable.",
        "It is not currently possible to make meaningful comparisons over time.",
        "Users should be aware of recent changes to recording practices.",
        "An audit has shown that the force was under-counting these offences.",
        "Offences may have been under-recorded.",
    ],
)
def test_what_doubts_a_change_over_time_is_known(note):
    assert over_time(f"{note} Revised.") == note
    assert is_doubt(note)


def test_estimates_from_a_sample_are_known():
    note = "Being based on small sample sizes, estimates of forces are to be used with caution."

    assert of_survey(f"Late. {note}") == note
    assert is_doubt(note)


@pytest.mark.parametrize(
    "note", ["", "Based on mid-2016 estimates.", "Includes the British Transport Police."]
)
def test_other_notes_doubt_nothing(note):
    assert not is_doubt(note)
