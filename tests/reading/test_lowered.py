import msgspec
import pytest

from peelviewer.reading.lowered import with_raised
from peelviewer.reading.markdown import lines

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
        ("Version 2.1 of CO2\n\n1 By car.\n\n2 On foot.", "Text."),
        ("In spring.1\n\n1 By car.", "Text."),
        (f"A true one.<sup>9</sup>\n\n{FIRST}", SECOND),
        ("In spring.1\n\n1. By car.", "They are seen2 daily.\n\n2. At noon."),
    ],
    ids=["one page", "other page", "no foot", "no calls", "one", "raised elsewhere", "list"],
)
def test_digits_that_no_notes_prove_stay_text(pages):
    def words(found):
        return [(line.text, line.marks) for line in found]

    assert words(read(*pages)) == words([line for page in pages for line in lines(page)])
