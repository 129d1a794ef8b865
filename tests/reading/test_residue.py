from peelviewer.reading import residue
from peelviewer.reading.furniture import Sheet
from peelviewer.reading.text.markdown import lines


def parted(text):
    sheet = residue.set_apart(Sheet(lines=lines(text), furniture=()))
    return [line.text for line in sheet.lines], list(sheet.furniture)


def test_choices_never_made_and_places_never_filled_go_together():
    text = (
        "The last real words.\n\n**Delete as "
        "appropriate****Outstanding****Good****Areas for improvement**"
        "\n\n- XX\n\n**Cause of concern**\n\nXX\n\n**Recommendations**\n\n- XX"
    )

    kept, gone = parted(text)

    assert kept == ["The last real words."]
    assert gone == [
        "Delete as appropriate",
        "Outstanding",
        "Good",
        "Areas for improvement",
        "- XX",
        "Cause of concern",
        "XX",
        "Recommendations",
        "- XX",
    ]


def test_real_actions_after_a_placeholder_keep_their_heading():
    kept, _ = parted(
        "**Cause of concern**\n\nXX\n\n**Areas for improvement**\n\n- The force should act."
    )

    assert kept == ["Areas for improvement", "The force should act."]


def test_a_grade_and_real_actions_are_no_residue():
    text = "**Good**\n\n**Areas for improvement**\n\n- The force should act."

    kept, gone = parted(text)

    assert len(kept) == 3
    assert gone == []
