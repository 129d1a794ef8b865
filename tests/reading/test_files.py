from pathlib import Path

import pytest

from peelviewer.errors import ReadingError
from peelviewer.reading import read
from peelviewer.reading.files import is_plain, load
from tests.reading.hostile import within
from tests.reading.sheets import sheets

TITLE = "# PEEL: Police effectiveness 2016\n\n"
NEWS = f"{TITLE}Northshire Police\n\n## Anger in town\n\nWords.\n\n## The town reacts\n\nWords.\n"
NATIONAL = (
    f"{TITLE}A national overview\n\n## Introduction\n\nNorthshire Police is good.\n\n"
    "## Next steps\n\nSouthshire Police is not.\n"
)


def saved(tmp_path, data, name="report.md"):
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_text_without_an_ending_is_read(tmp_path):
    assert load(saved(tmp_path, "Words.\n", "report")) == "Words.\n"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("# PEEL\n\nWords.", False),
        ("PEEL\n\n**Words.**", False),
        ("a | b\n---|---\n1 | 2", False),
        ("PEEL\n\nWords * of #1.\n\n- one\n-----", True),
    ],
)
def test_a_text_without_an_ending_is_markdown_where_it_has_its_signs(text, plain):
    assert is_plain(Path("report"), text) is plain
    assert is_plain(Path("report.txt"), text)
    assert not is_plain(Path("report.md"), text)


BROKEN = (
    "Words of a paragraph that goes on and on in the next one of its many\nlines, and ends.\n" * 12
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (BROKEN, True),
        (f"{BROKEN}\n| a | b |\n|---|---|\n| 1 | 2 |", True),
        (f"# PEEL\n\n{BROKEN}", False),
        (f"{BROKEN}\n- one\n- two", False),
        (f"PEEL\n====\n\n{BROKEN}", False),
        (BROKEN.replace("\nlines", " lines").replace("\n", "\n\n"), False),
    ],
)
def test_lines_as_they_are_printed_are_plain_text_though_they_are_called_markdown(text, plain):
    assert is_plain(Path("report.md"), text) is plain


@pytest.mark.parametrize("blank", ["\n", " ", " \n", "\t:"])
@pytest.mark.parametrize("name", ["report", "report.md"])
def test_blanks_take_no_long_time_to_tell_a_kind_by(name, blank):
    with within(2):
        is_plain(Path(name), f"PEEL{blank * 50_000}words")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"]
)
def test_text_of_any_usual_encoding_is_read(tmp_path, encoding):
    path = saved(tmp_path, "a – dash\r\nand more".encode(encoding))

    assert load(path) == "a – dash\nand more"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.md", b"", "is empty"),
        ("blank.md", b" \n\n ", "is empty"),
        ("mark.md", b"\xef\xbb\xbf\n", "is empty"),
        ("mark16.md", b"\xff\xfe", "is empty"),
        ("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture although its name"),
        ("noise.md", bytes(range(1, 32)) * 20, "is not a text file"),
        ("torn.md", b"\xff\xfea", "is not a text file"),
        ("report.pdf", b"%PDF-1.7", "is not a PDF that can be read"),
        ("empty.pdf", b"", "is empty"),
        ("named.md", b"%PDF-1.7", "is a PDF although its name ends in .md"),
        ("named.pdf", b"# PEEL: words\n", "is a text file although its name ends in .pdf"),
        ("typeset.pdf", "# PEEL – words’ ".encode() * 80, "is a text file although its name"),
        ("report.docx", b"PK", "cannot be read (.docx)"),
        ("report", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture: give the report as"),
        ("windows.pdf", "PEEL – words’ ".encode("cp1252") * 80, "is a text file although its"),
        ("wide.pdf", "PEEL – words’ ".encode("utf-16") * 80, "is a text file although its"),
        ("blank.pdf", b" \n\n", "is empty"),
        ("torn.pdf", b"1 0 obj \x81\x9d\0\1\2\3" * 80, "is not a PDF that can be read"),
        ("letter.md", b"PK\3\4 [Content_Types].xml", "is a Word or other Office document"),
        ("letter.pdf", b"PK\3\4 word/document.xml", "save it as a PDF and give that"),
        ("letter.txt", b"PK\3\4 mimetype application/vnd.oasis.opendocument", "an OpenDocument"),
        ("packed.pdf", b"PK\3\4 report.pdf", "is a ZIP archive although its name ends in .pdf"),
        ("old.pdf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a Word or other Office document"),
        ("rich.txt", rb"{\rtf1\ansi PEEL}", "is an RTF document although its name ends in .txt"),
        ("page.md", b"\n<!DOCTYPE html>\n<html><p>PEEL", "is a web page (HTML) although"),
        ("page.pdf", b"<?xml version='1.0'?><html lang='en'>", "is a web page (HTML) although"),
        ("story.md", b"# A story\n\nOnce upon a time.\n", "names a PEEL report"),
        (
            "bare.md",
            b"# PEEL: Police effectiveness 2016\n\nAn inspection of Northshire Police\n\nWords.\n",
            "no contents page",
        ),
        (
            "news.md",
            NEWS,
            "none of the chapters, grades or actions",
        ),
        (
            "national.md",
            NATIONAL,
            "a force and a year",
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence_that_names_the_file(
    tmp_path, name, data, said
):
    path = saved(tmp_path, data, name)

    with pytest.raises(ReadingError) as caught:
        read(path)

    sentence = str(caught.value)
    assert said in sentence
    assert sentence.startswith(str(path))
    assert sentence.endswith(".")
    assert "\n" not in sentence


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_null_bytes_may_fill_a_texts_end(tmp_path, encoding):
    assert load(saved(tmp_path, "one – two\n\0\0\0".encode(encoding))) == "one – two\n"


def test_null_bytes_within_a_text_are_no_letters(tmp_path):
    with pytest.raises(ReadingError, match="is not a text file"):
        load(saved(tmp_path, "th\0 – two\n".encode()))


def test_a_broken_byte_makes_no_other_text_of_the_whole(tmp_path):
    data = "It’s a “day” – or two".encode() + b"\xff."

    assert load(saved(tmp_path, data)) == "It’s a “day” – or two\ufffd."


def test_markdown_under_a_plain_texts_name_is_read_as_markdown(tmp_path):
    text = sheets().text()

    named = read(saved(tmp_path, text, "report.txt"))

    assert named == read(saved(tmp_path, text))


def test_lone_carriage_returns_end_lines(tmp_path):
    text = sheets().text()
    old = read(saved(tmp_path, text.replace("\n", "\r").encode(), "old.md"))

    assert old == read(saved(tmp_path, text.encode()))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ReadingError, match=r"gone\.md does not exist"):
        read(tmp_path / "gone.md")


def test_a_folder_is_told_from_a_file(tmp_path):
    with pytest.raises(ReadingError, match="is a folder"):
        read(tmp_path)


def test_windows_line_ends_change_nothing(tmp_path):
    text = sheets().text()
    unix = read(saved(tmp_path, text.encode()))
    windows = read(saved(tmp_path, text.replace("\n", "\r\n").encode(), "windows.md"))

    assert windows == unix


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_known_without_their_mark(tmp_path, encoding):
    text = "# PEEL: Police effectiveness 2016\nAn inspection – of a force\n"

    assert load(saved(tmp_path, text.encode(encoding))) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("ﬁre, oﬃce and ﬂood", "fire, office and flood"),
        ("a com\u00admon word", "a common word"),
        ("a com\u00ad\nmon word", "a com\u00ad\nmon word"),
        ("a com\u00ad \r\nmon word", "a com\u00ad\nmon word"),
        ("anti\u2011social, two\u2010thirds", "anti-social, two-thirds"),
        ("no\u200bspace\ufeff", "nospace"),
        ("a change of \u00ad21%", "a change of -21%"),
        ("Introduction . . . \u20604", "Introduction . . . 4"),
        ("it is so.¹\u2060²", "it is so.¹\u2060²"),
        ("one\vtwo\u2028three\x85four", "one\ntwo\nthree\nfour"),
    ],
)
def test_what_typesetting_put_into_words_is_taken_out(tmp_path, raw, text):
    assert load(saved(tmp_path, raw.encode())) == text


def test_pictures_embedded_as_text_are_left_out(tmp_path):
    picture = f"![A chart](data:image/png;base64,{'iVBORw0KGgo+/' * 900_000}=)"

    assert load(saved(tmp_path, f"Text.\n\n{picture}\n")) == "Text.\n\n![A chart]()\n"


def test_a_text_that_is_too_long_for_a_report_is_refused_at_once(tmp_path):
    path = saved(tmp_path, "word " * 2_100_000)

    with pytest.raises(ReadingError, match=r"10 million letters.*more than any report"):
        load(path)
