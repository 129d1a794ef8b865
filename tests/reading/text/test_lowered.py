import msgspec
import pytest

from peelviewer.reading.text.lowered import with_raised
from peelviewer.reading.text.markdown import lines

FIRST = (
    "Patrols began in spring.1 They go on.\n\n## Overall plan2\n\nText.\n\n1 By car.\n2 On foot."
)
SECOND = "They are seen daily,3 we heard.\n\n3 At noon."


def read(*pages):
    """The lines of pages, whose running lines were taken away."""
    found = []
    for page in pages:
        first, *rest = lines(page)
        found += [msgspec.structs.replace(first, breaks="head" if found else ""), *rest]
    return with_raised(found)


def test_plain_digits_are_call_outs_where_the_pages_foot_has_their_notes():
    found = read(FIRST, SECOND)

    assert [line.note for line in found if line.note] == [1, 2, 3]
    assert [(line.text, line.callouts) for line in found if line.callouts and not line.note] == [
        ("Patrols began in spring. They go on.", (1,)),
        ("Overall plan", (2,)),
        ("They are seen daily, we heard.", (3,)),
    ]
    assert [line.text for line in found if line.note] == ["By car.", "On foot.", "At noon."]


@pytest.mark.parametrize(
    "pages",
    [
        (f"{FIRST}\n\n{SECOND}",),
        ("Patrols began in spring.1 They go on.", "1 By car.", "More.2", "2 On foot."),
        ("In spring.1\n\n1 By car.\n\nMore text.", "They are seen2 daily.\n\n2 At noon."),
        ("In spring.1 And seen.2\n\nMore text.\n\n1 By car.\n\n2 On foot.",),
        ("In spring [1] and seen[2] daily.\n\n[1] By car.\n\n[2] www.example.org",),
        ("In the summer of 2016.1 By ACRO2 too.\n\n1 By car.\n\n2 4x4s, mostly.",),
        ("They are ‘seen’.1 They are 'heard'.2\n\n1 By car.\n\n2 On foot.",),
        ("Since June 20161 seen (daily)2 there.\n\n1 By car.\n\n2 On foot.",),
    ],
    ids=[
        "one page",
        "other page",
        "within",
        "at the end",
        "boxes",
        "behind a year",
        "behind a quote",
        "in a year",
    ],
)
def test_a_paragraph_that_bears_a_called_out_number_is_its_note(pages):
    found = read(*pages)

    notes = [line.note for line in found if line.note]
    assert notes == sorted(notes)
    assert set(notes) >= {1, 2}
    assert [n for line in found if not line.note for n in line.callouts] == notes


def test_call_outs_together_keep_their_order():
    found = read("Seen daily.1,2 Heard.3\n\n1 By car.\n\n2 On foot.\n\n3 At noon.")

    assert (found[0].text, found[0].callouts) == ("Seen daily. Heard.", (1, 2, 3))


def test_notes_of_raised_call_outs_can_have_plain_numbers():
    found = read("Seen<sup>1</sup> and heard5 there.<sup>2</sup>\n\n1 By car.\n\n2 On foot.")

    assert [line.note for line in found] == [None, 1, 2]
    assert found[0].text == "Seen and heard5 there."


def test_a_number_whose_note_is_lost_stops_nothing():
    found = read("One.1 Two.2 Three.3 Four.4\n\n1 A.\n\n3 C.\n\n4 D.")

    assert [line.note for line in found] == [None, 1, 3, 4]
    assert found[0].text == "One. Two.2 Three. Four."


@pytest.mark.parametrize(
    "pages",
    [
        ("Version 2.1 of CO2\n\n1 By car.\n\n2 On foot.", "Text."),
        ("In spring.1\n\n1 By car.", "Text."),
        (f"A true one.<sup>9</sup>\n\n{FIRST}", SECOND),
        (f"{FIRST}\n\n<sup>9</sup> A true one.", SECOND),
        ("In spring.1\n\n1. By car.", "They are seen2 daily.\n\n2. At noon."),
        ("1 By car.\n\n2 On foot.\n\nIn spring.1 And seen2 daily.",),
        ("In spring.1 And seen2 daily.\n\n2 On foot.\n\n1 By car.",),
    ],
    ids=["no calls", "one", "raised elsewhere", "raised notes", "list", "before", "backwards"],
)
def test_digits_that_no_notes_prove_stay_text(pages):
    def words(found):
        return [(line.text, line.marks) for line in found]

    assert words(read(*pages)) == words([line for page in pages for line in lines(page)])


def test_one_note_in_brackets_at_the_end_is_proof_enough():
    found = read("## Overall plan[1]\n\nIntroduction3\n\nText of spring 2016.", "[1] By car.")

    assert [(line.text, line.callouts) for line in found if line.callouts] == [
        ("Overall plan", (1,)),
        ("By car.", (1,)),
    ]


def test_a_number_alone_above_text_begins_its_note():
    found = read(
        "Patrols began in spring.1 They go on.\n\nAnd more.2\n\n1\nBy car.\n2\nOn foot.\n\n7\nEnd"
    )

    assert [(line.text, line.callouts) for line in found] == [
        ("Patrols began in spring. They go on.", (1,)),
        ("And more.", (2,)),
        ("By car.", (1,)),
        ("On foot.", (2,)),
        ("7", ()),
        ("End", ()),
    ]


def test_one_note_in_the_middle_of_a_sentence_or_called_by_a_raised_number_is_one():
    within = read(
        "They are seen1 on each of the days of the year", "1 At noon.\n\nand at night too."
    )
    raised = read("They are seen.<sup>1</sup> And heard.\n\n1 At noon.\n\nMore.")
    neither = read("They are seen.1 And heard.\n\n1 At noon.\n\nMore.")

    assert [line.note for line in within if line.note] == [1]
    assert [line.note for line in raised if line.note] == [1]
    assert not [line.note for line in neither if line.note]


def test_two_call_outs_that_touch_are_two():
    found = read(FIRST, "They are seen daily.34 We heard it.\n\n3 At noon.\n\n4 At night.")

    assert [line.note for line in found if line.note] == [1, 2, 3, 4]
    assert found[-3].text == "They are seen daily. We heard it."
    assert found[-3].callouts == (3, 4)


def test_notes_that_a_conversion_sets_as_items_of_a_quotation_are_notes():
    (first, note, *both) = read(
        "In spring.<sup>1</sup>\n\n> 1. By car.",
        "Seen.<sup>23</sup> In all.\n\n> 2. On foot.\n\n> 3. At noon.",
    )

    assert (first.callouts, note.note, note.text, note.quoted) == ((1,), 1, "By car.", False)
    assert [line.callouts for line in both] == [(2, 3), (2,), (3,)]


@pytest.mark.parametrize("text", ["Seen.\n\n> 1. By car.", "Seen.<sup>2</sup>\n\n> 1. By car."])
def test_items_of_a_quotation_whose_numbers_nothing_calls_out_stay_items(text):
    item = read(text)[1]

    assert (item.marker, item.quoted, item.text) == ("1.", True, "By car.")
