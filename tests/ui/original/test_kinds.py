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
        ("report.2016", True, False),
        ("a.md", False, True),
        ("a.TXT", False, True),
        ("a.json", False, False),
    ],
)
def test_a_file_that_is_no_text_was_read_as_a_pdf_whatever_its_name(name, has_pages, is_text):
    assert kinds.has_pages(Path(name)) == has_pages
    assert kinds.is_text(Path(name)) == is_text


@pytest.mark.parametrize(("data", "is_text"), [(b"%PDF-1.7\n", False), (b"# PEEL: words\n", True)])
def test_a_file_without_an_ending_is_what_it_begins_as(tmp_path, data, is_text):
    path = tmp_path / "report"
    path.write_bytes(data)

    assert kinds.is_text(path) == is_text
    assert kinds.has_pages(path) != is_text
