"""Which forces are marked, shown and highlighted."""

import pytest

from peelviewer.comparing.force_choices import (
    chosen_forces,
    force_by_id,
    highlighted,
    own_force,
    toggled,
)
from peelviewer.comparing.selection import Selection
from peelviewer.reference.forces import forces
from tests.comparing.made_up import OWN


def test_the_own_force_is_the_reports_until_another_is_chosen(own_report):
    assert own_force(Selection(), own_report).id == OWN
    assert own_force(Selection(own="kent"), own_report).id == "kent"


def test_a_report_of_no_known_force_marks_none(sample_report):
    assert own_force(Selection(), sample_report) is None
    assert own_force(Selection(), None) is None


def test_the_region_is_that_of_the_own_force():
    own = force_by_id(OWN)
    found = chosen_forces(Selection(forces="region"), own)
    assert set(found) == {
        "derbyshire", "leicestershire", "lincolnshire", "northamptonshire", "nottinghamshire",
    }  # fmt: skip


def test_the_own_force_is_among_the_chosen_ones():
    found = chosen_forces(Selection(forces="chosen", chosen=("kent",)), force_by_id(OWN))
    assert set(found) == {OWN, "kent"}


def test_of_no_ticked_force_the_own_one_is_left():
    selection = Selection(forces="chosen")

    assert chosen_forces(selection, force_by_id(OWN)) == (OWN,)
    assert chosen_forces(selection, None) == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ()),
        ("d", ()),
        ("derb", ("derbyshire",)),
        ("Met", ("metropolitan",)),
        ("yorkshire", ("north-yorkshire", "south-yorkshire", "west-yorkshire")),
        ("a & s", ()),
        ("kent, ess", ("kent", "essex")),
        ("orkshire", ()),
        (" , ,", ()),
    ],
)
def test_typed_words_mean_the_forces_that_have_a_word_beginning_so(typed, found):
    assert highlighted(typed) == found


@pytest.mark.parametrize(
    ("text", "force", "expected"),
    [
        ("", "kent", "Kent"),
        ("kent", "essex", "kent, Essex"),
        ("kent, es", "surrey", "kent, es, Surrey"),
        ("kent, essex", "kent", "essex"),
        ("Kent", "kent", ""),
        ("k", "kent", "Kent"),
    ],
)
def test_a_force_is_added_to_those_that_are_highlighted_or_taken_out(text, force, expected):
    assert toggled(text, force) == expected


def test_of_words_that_mean_several_forces_only_the_one_goes():
    found = highlighted(toggled("yorkshire", "west-yorkshire"))

    assert set(found) == set(highlighted("yorkshire")) - {"west-yorkshire"}


def test_each_force_can_be_added_and_taken_out_again():
    for force in forces():
        added = toggled("kent, surrey" if force.id == "essex" else "essex", force.id)

        assert force.id in highlighted(added)
        assert force.id not in highlighted(toggled(added, force.id))
