from pathlib import Path

import pytest

from peelviewer.reading import files
from peelviewer.ui.original import kinds


def test_texts_are_those_that_the_reader_takes_for_texts():
    assert kinds.TEXTS == files.MARKDOWN | files.PLAIN


@pytest.mark.parametrize(
    ("name", "has_pages", "is_text"),
    [
        ("a.pdf", True, False),
        ("A.PDF", True, False),
        ("report", True, False),
        ("report.2016", True, False),
        ("a.md", False, True),
        ("a.TXT", False, True),
        ("a.json", False, False),
    ],
)
def test_a_file_that_is_no_text_was_read_as_a_pdf_whatever_its_name(name, has_pages, is_text):
    assert kinds.has_pages(Path(name)) == has_pages
    assert kinds.is_text(Path(name)) == is_text
