import json

import pytest

from peelviewer.reading.pdf.figure_regions import find_regions
from tests.reading.pdf.canvas import Fpdf, Style

CAPTION, SOURCE = "Figure 3: Patrols in Northshire by hour", "Source: Northshire Police data"


def found(path, caption=CAPTION, source=SOURCE, page=1):
    return json.loads(find_regions(str(path), json.dumps([(3, page, caption, source)])))


@pytest.fixture
def sheet() -> Fpdf:
    sheet = Fpdf(400, 800)
    sheet.page()
    sheet.text(40, 80, "Before the figure there is text.", Style())
    return sheet


def test_what_is_drawn_between_caption_and_source_is_the_figure(sheet, tmp_path):
    sheet.text(40, 200, CAPTION, Style())
    sheet.box(60, 230, 280, 200)
    sheet.text(60, 445, "Hour of the day", Style(size=9))
    sheet.text(40, 470, SOURCE, Style())
    sheet.save(tmp_path / "a.pdf")
    ((page, (left, top, right, bottom)),) = found(tmp_path / "a.pdf").values()
    assert page == 1
    assert (left, right) == pytest.approx((60 / 400, 340 / 400), abs=0.02)
    assert top == pytest.approx(230 / 800, abs=0.015)
    assert 447 / 800 < bottom < 462 / 800


def test_a_figure_on_the_page_after_its_caption_is_found_by_its_source(sheet, tmp_path):
    sheet.text(40, 760, CAPTION, Style())
    sheet.page()
    sheet.box(60, 80, 280, 200)
    sheet.text(40, 320, SOURCE, Style())
    sheet.save(tmp_path / "a.pdf")
    ((page, (_, top, _, bottom)),) = found(tmp_path / "a.pdf").values()
    assert page == 2
    assert top < 0.11
    assert bottom == pytest.approx(280 / 800, abs=0.015)


def test_text_alone_is_no_figure(sheet, tmp_path):
    sheet.text(40, 200, CAPTION, Style())
    sheet.text(40, 300, "Only words stand here.", Style())
    sheet.text(40, 470, SOURCE, Style())
    sheet.save(tmp_path / "a.pdf")
    assert found(tmp_path / "a.pdf") == {}


def test_a_source_close_below_leaves_no_room_for_a_figure(sheet, tmp_path):
    sheet.text(40, 200, CAPTION, Style())
    sheet.text(40, 216, SOURCE, Style())
    sheet.box(60, 300, 280, 200)
    sheet.save(tmp_path / "a.pdf")
    assert found(tmp_path / "a.pdf") == {}


@pytest.mark.parametrize("page", [0, 7])
def test_a_page_that_is_not_there_has_no_figure(sheet, tmp_path, page):
    sheet.save(tmp_path / "a.pdf")
    assert found(tmp_path / "a.pdf", page=page) == {}
