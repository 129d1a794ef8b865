import pytest

from peelviewer.reading.footnotes import separate
from peelviewer.reading.furniture import set_apart
from peelviewer.reading.text.markdown import lines

OPEN = "The county's patrols walk by night and"
RUNNING = "**RUNNING LINE OF IT**"


def parted(text):
    """Separate a page's text whose running line is known from two more pages."""
    proof = "\n\n".join(
        f"{OPEN} do so in {n}\n\n{RUNNING}\n\nwell-lit streets." for n in ("may", "june", "july")
    )
    found = separate(set_apart(lines(f"{text}\n\n## After\n\n{proof}")).lines)
    flow = list(found.flow)
    end = next(i for i, line in enumerate(flow) if line.text == "After")
    return flow[:end], {note.number: note.text for note in found.notes}


def test_bodies_between_two_halves_of_a_sentence_are_taken_out():
    flow, notes = parted(
        f"{OPEN}\n\n---\n\n<sup>1</sup> First.\n\n<sup>2</sup> Second.\n\n{RUNNING}\n\nby day."
    )

    assert [line.text for line in flow] == [OPEN, "by day."]
    assert notes == {1: "First.", 2: "Second."}
    assert flow[1].breaks == "head"


def test_text_after_the_notes_begins_a_page():
    flow, _ = parted("Done.\n\n<sup>1</sup> A note.\n\nThe next page.")

    assert (flow[1].text, flow[1].breaks) == ("The next page.", "foot")


@pytest.mark.parametrize("rule", ["---\n\n", ""])
def test_a_body_goes_on_at_the_foot_of_the_next_page(rule):
    flow, notes = parted(
        f"{OPEN}\n\n---\n\n<sup>1</sup> A long note on a\n\n{RUNNING}\n\nby day. {OPEN}\n\n"
        f"{rule}matter of some weight.\n\n<sup>2</sup> Second.\n\n{RUNNING}\n\nat dawn."
    )

    assert [line.text for line in flow] == [OPEN, f"by day. {OPEN}", "at dawn."]
    assert notes == {1: "A long note on a matter of some weight.", 2: "Second."}


def test_a_list_in_a_note_keeps_its_lines():
    _, notes = parted("Done.\n\n<sup>1</sup> Four of them:\n\n- one\n- two\n\n<sup>2</sup> Second.")

    assert notes == {1: "Four of them:\n- one\n- two", 2: "Second."}


def test_an_address_apart_from_its_note_belongs_to_it():
    _, notes = parted(
        "Done.\n\n<sup>1</sup> Available at:\n\n[www.a.uk/b](http://www.a.uk/b)\n\n## Next"
    )

    assert notes == {1: "Available at: www.a.uk/b"}


def test_a_finished_note_is_not_gone_on_with():
    flow, notes = parted("Done.\n\n<sup>1</sup> See www.a.uk/b\n\nA paragraph of its own.")

    assert notes == {1: "See www.a.uk/b"}
    assert flow[1].text == "A paragraph of its own."


def test_a_call_out_inside_a_sentence_is_no_body():
    flow, notes = parted(
        "A word<sup>1</sup> here.\n\n<sup>1</sup> The note.\n\n<sup>1</sup> again, as a call-out."
    )

    assert notes == {1: "The note."}
    assert len(flow) == 2


@pytest.mark.parametrize("rule", ["---\n\n", ""])
def test_a_body_goes_on_above_the_next_pages_notes_after_whole_paragraphs(rule):
    flow, notes = parted(
        f"{OPEN}\n\n<sup>1</sup> It is a list that was\n\n{RUNNING}\n\nby day. They rest.\n\n"
        f"drawn up in spring.\n\n{rule}<sup>2</sup> Second.\n\n{RUNNING}\n\nMore."
    )

    assert [line.text for line in flow] == [OPEN, "by day. They rest.", "More."]
    assert notes == {1: "It is a list that was drawn up in spring.", 2: "Second."}


def test_a_notes_indented_paragraph_is_part_of_it():
    flow, notes = parted("Text.[^1]\n\n[^1]: A note.\n\n    It goes on.\n\nMore text.")

    assert [line.text for line in flow] == ["Text.", "More text."]
    assert notes == {1: "A note. It goes on."}


def test_a_body_goes_on_at_a_pages_head_where_no_text_does():
    flow, notes = parted(
        f"{OPEN} in pairs.\n\n<sup>1</sup> It is a list that was\n\n{RUNNING}\n\n"
        "drawn up in spring.\n\nMore."
    )

    assert [line.text for line in flow] == [f"{OPEN} in pairs.", "More."]
    assert notes == {1: "It is a list that was drawn up in spring."}
