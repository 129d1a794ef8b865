import msgspec
import pytest

from peelviewer.library import Library
from peelviewer.ui.original.figure_pictures import WIDTH, FigurePictures
from peelviewer.ui.tasks import InlineTasks
from tests.builders import sample_report
from tests.ui.original.conftest import picture


class FigureDrawer:
    """Draws what it is asked to."""

    def __init__(self) -> None:
        self.asked: list[tuple] = []

    def __call__(self, function, arguments, path, cancelled) -> bytes:
        self.asked.append((function, *arguments[1:]))
        return picture(64)


@pytest.fixture
def library(tmp_path):
    file = tmp_path / "northshire.pdf"
    file.write_bytes(b"%PDF-1.7 pretended")
    with Library.open(tmp_path / "library", digests=tmp_path / "none") as library:
        library.keep(sample_report(), file)
        yield library


@pytest.fixture
def drawer() -> FigureDrawer:
    return FigureDrawer()


@pytest.fixture
def pictures(qapp, library, drawer) -> FigurePictures:
    return FigurePictures(library, InlineTasks, draw=drawer)


def test_figures_that_are_pictures_are_cut_out_of_their_pages(qtbot, pictures, drawer):
    pictures.show_report(sample_report())
    with qtbot.waitSignal(pictures.drawn) as drawn:
        pictures.begin()
    assert list(drawn.args[0]) == [2]
    assert drawer.asked == [("pictures:render_region", 9, 0.1, 0.2, 0.9, 0.5, WIDTH)]


def test_a_report_without_a_pdf_has_none(qapp, sample_report, drawer):
    with Library.in_memory() as library:
        library.keep(sample_report)
        pictures = FigurePictures(library, InlineTasks, draw=drawer)
        pictures.show_report(sample_report)
        pictures.begin()
    assert drawer.asked == []


def test_nothing_is_drawn_where_all_figures_are_tables(qtbot, pictures, drawer):
    report = sample_report()
    pictures.show_report(msgspec.structs.replace(report, figures=report.figures[:1]))
    assert not pictures._beginning.isActive()


def test_the_text_and_the_measures_show_them(qtbot, make_window, library, drawer):
    window = make_window(library)
    window.provenance.figures._draw = drawer
    window.provenance.figures.begin()
    html = window.read_view.text.toHtml()
    assert 'src="peel:picture/2"' in html
    window.desk.measures.show_figure(2)
    assert not window.desk.measures.panel.card.picture.isHidden()
    window.desk.measures.show_figure(1)
    assert window.desk.measures.panel.card.picture.isHidden()


def test_the_pane_serves_its_own_pictures_only(qtbot, make_window, library, drawer):
    window = make_window(library)
    window.provenance.figures._draw = drawer
    window.provenance.figures.begin()
    text = window.read_view.text
    assert text.loadResource(2, "peel:picture/2").width() > 64
    for address in ("peel:picture/1", "peel:figure/2", "file:///etc/hostname", "picture/2"):
        assert text.loadResource(2, address) is None


def test_another_size_of_text_keeps_the_pictures(make_window, library, drawer):
    window = make_window(library)
    window.provenance.figures._draw = drawer
    window.provenance.figures.begin()
    window.text_size.step(1)
    assert 'src="peel:picture/2"' in window.read_view.text.toHtml()
    assert window.read_view.text.loadResource(2, "peel:picture/2") is not None
