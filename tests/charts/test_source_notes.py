"""The source's notes on values, each with the forces it is on."""

import msgspec
import pytest

from peelviewer.charts.telling import source_notes
from tests.charts.many import observation, year_to

PERIOD = year_to(2016)


def noted(note, *forces):
    return [
        msgspec.structs.replace(observation(force, 1.0, period=PERIOD), note=note)
        for force in forces
    ]


def test_a_note_that_does_not_name_all_of_its_forces_is_led_by_them():
    assert source_notes(noted("Kent was late.", "kent"), (PERIOD,)) == ("Kent was late.",)
    assert source_notes(noted("Kent was late.", "kent", "essex"), (PERIOD,)) == (
        "Kent and Essex: Kent was late.",
    )


def test_a_sentence_of_two_notes_is_said_once_with_all_of_their_forces():
    values = [*noted("Late. Figures are partial.", "kent"), *noted("Figures are partial.", "essex")]

    assert source_notes(values, (PERIOD,)) == (
        "Kent: Late.",
        "Kent and Essex: figures are partial.",
    )


def test_a_note_on_many_forces_names_the_first_and_counts_the_rest():
    many = ("kent", "essex", "surrey", "dorset", "sussex", "durham")
    assert source_notes(noted("Figures exclude some months.", *many), (PERIOD,)) == (
        "Kent, Essex, Surrey, Dorset and 2 more: figures exclude some months.",
    )


def test_what_is_said_before_a_note_on_other_years_is_kept():
    values = noted("Without the border force. Figures begin anew in 2012. See the guide.", "kent")

    assert source_notes(values, (PERIOD,)) == ("Kent: without the border force.",)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("'+' indicates that the rate of Kent is not given.", "The rate of Kent is not given."),
        ("'..' Indicates that Kent gave no data.", "Kent gave no data."),
        (
            "'..' indicates data not available in Kent.",
            "'..' indicates data not available in Kent.",
        ),
        ("'+' Rates of Kent are not given.", "Rates of Kent are not given."),
    ],
)
def test_of_a_sign_that_the_chart_does_not_have_only_the_meaning_is_told(note, said):
    assert source_notes(noted(note, "kent"), (PERIOD,)) == (said,)


def test_a_sentence_that_begins_with_no_name_is_lowered_behind_the_forces_it_is_on():
    both = noted("Following a review, months lack.", "kent", "essex")

    assert source_notes([*both, *noted("Durham lent staff.", "kent")], (PERIOD,)) == (
        "Kent and Essex: following a review, months lack.",
        "Kent: Durham lent staff.",
    )
