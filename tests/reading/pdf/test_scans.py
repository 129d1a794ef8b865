"""Pages that are only pictures: they are told, and what follows them keeps its chapter."""

import msgspec
import pypdfium2
import pytest

from peelviewer.cli import wording
from peelviewer.reading import read
from peelviewer.reading.pdf.drawings import Shape
from peelviewer.reading.pdf.layout import sheets as parts
from peelviewer.reading.pdf.scans import scans
from peelviewer.reading.pdf.words import Page, Style, Word
from peelviewer.ui.wording import edition_words, recognised
from tests.reading.pdf import press
from tests.reading.sheets import sheets

WHOLE = (0.0, 0.0, 595.0, 842.0)
PROSE = "The patrols of the northern valley were seen more often than in the year before."


def page(number, text=(), *, pictures=(), shapes=()):
    words = []
    for row, line in enumerate(text):
        left = 70.0
        for part in line.split(" "):
            right = left + len(part) * 5.5
            look = Style(11.0, bold=False, italic=False)
            words.append(Word(part, left, right, 700.0 - 14 * row, look))
            left = right + 3
    return Page(number, 595, 842, tuple(words), "", pictures=tuple(pictures), shapes=tuple(shapes))


BESIDE = [page(1, [PROSE] * 3), page(2, [PROSE] * 3)]


@pytest.mark.parametrize(
    ("last", "found"),
    [
        pytest.param(page(3, pictures=[WHOLE]), (3,), id="a picture"),
        pytest.param(page(3, ["3"], pictures=[WHOLE]), (3,), id="with its number"),
        pytest.param(
            page(3, pictures=[(0, 0, 595, 300), (0, 300, 595, 842)]), (3,), id="in strips"
        ),
        pytest.param(
            page(3, shapes=[Shape((70 + n, 70, 75 + n, 75), True) for n in range(300)]),
            (3,),
            id="letters that are drawn",
        ),
        pytest.param(page(3), (), id="blank"),
        pytest.param(page(3, [PROSE], pictures=[WHOLE]), (), id="with text"),
        pytest.param(page(3, pictures=[(70, 700, 170, 760)]), (), id="a small picture"),
    ],
)
def test_a_page_of_pictures_without_text_is_one_that_cannot_be_read(last, found):
    made, _ = parts([*BESIDE, last])

    assert scans(made) == found


def test_a_picture_below_a_caption_that_ends_the_page_before_is_a_figure():
    captioned = page(2, [PROSE, PROSE, "Figure 1: Patrols in the valley"])

    made, _ = parts([BESIDE[0], captioned, page(3, pictures=[WHOLE])])

    assert scans(made) == ()


def test_the_cover_may_be_a_picture():
    made, _ = parts([page(1, pictures=[WHOLE]), page(2, [PROSE] * 3)])

    assert scans(made) == ()


@pytest.fixture(scope="module", params=["dots", "linked"])
def scanned(request, tmp_path_factory):
    """A printed report whose last chapter but one begins on a page that is a picture of itself."""
    look = press.Look(outline=False, contents=request.param)
    folder = tmp_path_factory.mktemp("scanned")
    (folder / "report.md").write_text(sheets().text(), "utf-8")
    original = read(folder / "report.md")
    first = press.Press(original, look)
    first.print(folder / "first.pdf")
    press.Press(original, look, first.found).print(folder / "whole.pdf")
    whole = read(folder / "whole.pdf")
    chapter = [section for section in whole.sections if section.level == 1][-2]
    document = pypdfium2.PdfDocument(folder / "whole.pdf")
    index = chapter.page - 1
    width, height = document[index].get_size()
    image = pypdfium2.PdfImage.new(document)
    image.set_bitmap(document[index].render())
    image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    new = document.new_page(width, height, index)
    new.insert_obj(image)
    new.gen_content()
    del document[index + 1]
    document.save(folder / "scanned.pdf")
    return whole, chapter, read(folder / "scanned.pdf")


def test_a_page_that_is_a_picture_is_told(scanned):
    _, chapter, report = scanned

    told = f"page {chapter.page} is only a picture and could not be read"
    assert report.audit.unread == (chapter.page,)
    assert report.audit.unplaced == report.audit.surplus == ()
    assert told in wording.recognised(report)
    assert f"{told.capitalize()}: see the original." in wording.check(report)
    assert f"{told.capitalize()}: see the original." in recognised(report)
    assert edition_words(report) == "Full text · 1 page not read"


def test_chapters_that_the_contents_page_has_on_such_a_page_are_there(scanned):
    whole, _, report = scanned

    places = [(section.title, section.level, section.page) for section in report.sections]
    assert places == [
        (section.title, section.level, section.page)
        for section in whole.sections
        if (section.title, section.level, section.page) in places
    ]
    assert [title for title, level, _ in places if level == 1] == [
        section.title for section in whole.sections if section.level == 1
    ]


def test_pages_that_could_not_be_read_are_kept_with_the_report(scanned):
    from peelviewer.model import codec

    report = scanned[2]

    assert codec.decode(codec.encode(report), "report.json").audit == report.audit
    assert msgspec.structs.replace(report.audit, unread=()).not_read == ""
