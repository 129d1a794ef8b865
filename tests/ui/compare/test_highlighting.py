"""Highlighting forces by pointer beside what was typed; the own force and the open report."""

import msgspec
import pytest

from peelviewer.reference.forces import forces
from peelviewer.ui.compare import choices


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
    assert choices.toggled(text, force) == expected


def test_of_words_that_mean_several_forces_only_the_one_goes():
    found = choices.highlighted(choices.toggled("yorkshire", "west-yorkshire"))

    assert set(found) == set(choices.highlighted("yorkshire")) - {"west-yorkshire"}


def test_each_force_can_be_added_and_taken_out_again():
    for force in forces():
        added = choices.toggled("kent, surrey" if force.id == "essex" else "essex", force.id)

        assert force.id in choices.highlighted(added)
        assert force.id not in choices.highlighted(choices.toggled(added, force.id))


def test_a_click_keeps_what_was_typed(view):
    view.choose(msgspec.structs.replace(view.selection, highlight="kent, essex"))

    view.highlight("surrey")

    assert view.controls.highlight.text() == "kent, essex, Surrey"
    view.highlight("kent")
    assert set(choices.highlighted(view.selection.highlight)) == {"essex", "surrey"}


def test_the_report_of_another_force_brings_its_own_force(view, own_report):
    view.choose(msgspec.structs.replace(view.selection, own="surrey"))
    other = msgspec.structs.replace(own_report.force, id="kent", name="Kent Police")

    view.show_report(msgspec.structs.replace(own_report, id="kent-2016", force=other))

    assert view.controls.own.currentData() == "kent"


def test_a_newer_copy_of_the_same_report_keeps_the_chosen_force(view, own_report):
    view.choose(msgspec.structs.replace(view.selection, own="surrey"))

    view.show_report(msgspec.structs.replace(own_report, year="2016 again"))

    assert view.controls.own.currentData() == "surrey"


def test_the_own_force_that_is_drawn_beside_the_chosen_ones_is_said(view):
    view.choose(msgspec.structs.replace(view.selection, forces="chosen", chosen=("kent", "essex")))

    assert view.controls.chosen.button.shown == "2 of 43 chosen, and the own force"
