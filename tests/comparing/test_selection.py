"""A selection as the settings keep it."""

import pytest

from peelviewer.comparing.selection import Selection, from_text, to_text


def test_a_selection_comes_back_from_the_settings_as_it_was():
    chosen = Selection(measure="asb_incidents", unit="count", chosen=("kent",), highlight="ess")
    assert from_text(to_text(chosen)) == chosen


@pytest.mark.parametrize("text", ["", "{", '{"show": "pie"}', "[]", '{"measure": 3}'])
def test_an_unusable_selection_in_the_settings_is_the_first_one(text):
    assert from_text(text) == Selection()
