"""The contents page of a PDF: what stands in its rows besides titles and pages."""

from peelviewer.reading.lines import printed
from peelviewer.reading.pdf.contents import contents
from peelviewer.reading.pdf.rows import rows_of
from peelviewer.reading.pdf.words import Style, Word


def put(text, left, baseline, size=10.0):
    right = left + len(text) * size / 2
    return Word(text, left, right, baseline, Style(size, False, False))


def test_call_outs_in_titles_are_kept_for_the_audit():
    words = [
        *(put("Contents", 70, 740), put("Introduction", 70, 720), put("3", 500, 720)),
        *(put("Overall", 70, 706), put("judgment", 108, 706), put("2", 148, 709, 6.0)),
        *(put(".", left, 706) for left in range(160, 480, 12)),
        put("14", 495, 706),
    ]

    lines = list(contents(rows_of(words), 2))

    assert [printed(line) for line in lines] == [
        "Contents",
        "Introduction 3",
        "Overall judgment² ..... 14",
    ]
