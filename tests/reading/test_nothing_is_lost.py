"""Whatever is done to a report's lines, the reader places every word, or says so itself."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peelviewer.errors import ReadingError
from peelviewer.model.codec import decode, encode
from peelviewer.reading import read
from tests.reading.sheets import sheets

LINES = sheets().text().split("\n")
SPARED = 12  # the cover's lines, by which the report is known
PLACES = st.integers(SPARED, len(LINES) - 2)
ODD = st.sampled_from(
    [
        "",
        "---",
        "**bold** and *not",
        "a\tb\tc",
        "| x | y |",
        "- item",
        "  - deeper",
        "4. fourth",
        "> quoted",
        "<sup>9</sup> A note that is",
        "word<sup>9,10</sup>",
        "# Heading",
        "**Figure 7: Something**",
        "Source: data",
        "Good",
        "XX",
        "## Areas for improvement",
        "\f",
        "&amp; [a](http://b)",
        "12",
        "Northshire Police   England and Wales",
    ]
)
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("drop"), PLACES),
        st.tuples(st.just("double"), PLACES),
        st.tuples(st.just("swap"), PLACES, PLACES),
        st.tuples(st.just("join"), PLACES),
        st.tuples(st.just("cut"), PLACES, st.integers(1, 20)),
        st.tuples(st.just("put"), PLACES, ODD),
    ),
    max_size=30,
)


def changed(changes):
    lines = list(LINES)
    for kind, place, *more in changes:
        at = min(place, len(lines) - 2)
        if kind == "drop":
            del lines[at]
        elif kind == "double":
            lines.insert(at, lines[at])
        elif kind == "swap":
            other = min(more[0], len(lines) - 2)
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == "join":
            lines[at : at + 2] = [f"{lines[at]} {lines[at + 1]}"]
        elif kind == "cut":
            words = lines[at].split(" ")
            lines[at : at + 1] = [" ".join(words[: more[0]]), "", " ".join(words[more[0] :])]
        else:
            lines.insert(at, more[0])
    return "\n".join(lines)


@settings(
    max_examples=80,
    derandomize=True,  # the same damage in every run; more of it was tried while this was written
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(CHANGES)
def test_every_word_of_a_damaged_report_is_placed(tmp_path, changes):
    path = tmp_path / "northshire.md"
    path.write_text(changed(changes), encoding="utf-8")

    try:
        report = read(path)
    except ReadingError as refused:
        assert str(refused).startswith(str(path))
        return

    assert report.audit.unplaced == ()
    assert report.audit.surplus == ()
    assert decode(encode(report), "damaged") == report


def test_words_that_a_lines_end_breaks_are_whole_in_the_audit(tmp_path):
    path = tmp_path / "report.md"
    text = (
        sheets().text().replace("This is how", "Their infor-\nmation and their know\u00ad\nledge:")
    )
    path.write_text(text, "utf-8")

    report = read(path)

    words = [block.text for section in report.sections for block in section.blocks]
    assert any("Their information and their knowledge:" in text for text in words)
    assert report.audit.unplaced == report.audit.surplus == ()
