"""Highlighting forces by pointer beside what was typed; the own force and the open report."""

import msgspec

from peelviewer.comparing.force_choices import highlighted


def test_a_click_keeps_what_was_typed(view):
    view.choose(msgspec.structs.replace(view.selection, highlight="kent, essex"))

    view.highlight("surrey")

    assert view.controls.highlight.text() == "kent, essex, Surrey"
    view.highlight("kent")
    assert set(highlighted(view.selection.highlight)) == {"essex", "surrey"}


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
