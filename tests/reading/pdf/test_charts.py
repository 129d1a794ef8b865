"""Charts that are drawn: their words are no text, and their place is known."""

import pytest

from peelviewer.reading import read
from tests.reading.pdf import press
from tests.reading.pdf.canvas import Style
from tests.reading.pdf.comparing import facts
from tests.reading.sheets import FILLER, sheets

FORCES = ("Northshire", "Eastshire", "Southshire", "West Riverside", "Midshire", "Borderland")


class Chart(press.Press):
    """Draws a chart where the report has a picture."""

    kind = "bars"
    is_overleaf = False

    def picture(self) -> None:
        if self.is_overleaf or self.y + 190 > self.bottom:
            self.turn()
        top = self.y + 8
        getattr(self, self.kind)(top)
        self.y += 190

    def bars(self, top: float) -> None:
        """Names on the left, bars with their values at the end, an axis with numbers below."""
        for number, force in enumerate(FORCES):
            y = top + 24 * number
            self.canvas.text(self.left, y + 12, force, Style(9))
            self.canvas.box(self.left + 90, y + 2, 40 + 30 * number, 14)
            self.canvas.text(self.left + 135 + 30 * number, y + 12, f"{7 + number}.5", Style(9))
        for number in range(6):
            self.canvas.text(self.left + 90 + 50 * number, top + 160, str(10 * number), Style(9))
        self.canvas.text(self.left + 150, top + 174, "Per 1,000 population", Style(9))

    def columns(self, top: float) -> None:
        """Columns side by side, names below on two rows, the body's size of type."""
        for number in range(5):
            self.canvas.text(self.left, top + 12 + 28 * number, str(100 - 20 * number), self.body)
        for number, force in enumerate(FORCES):
            x = self.left + 40 + 60 * number
            self.canvas.box(x, top + 15 * number, 30, 140 - 15 * number)
            for row, part in enumerate(force.split(" ")):
                self.canvas.text(x - 8, top + 154 + 12 * row, part, Style(9))

    def lines(self, top: float) -> None:
        """One sloping line, with years below."""
        self.canvas.slope([(self.left + 40 + 60 * n, top + 40 + 30 * (n % 3)) for n in range(6)])
        for number in range(6):
            self.canvas.text(self.left + 30 + 60 * number, top + 150, str(2011 + number), self.body)


def printed(tmp_path, kind, producer, *, is_overleaf=False):
    (tmp_path / "report.md").write_text(sheets().text(), "utf-8")
    original = read(tmp_path / "report.md")
    look = press.Look(producer=producer)
    pages = {}
    for _ in range(2):
        chart = Chart(original, look, pages)
        chart.kind, chart.is_overleaf = kind, is_overleaf
        chart.print(tmp_path / "report.pdf")
        pages = chart.found
    return original, read(tmp_path / "report.pdf")


@pytest.mark.parametrize("producer", ["fpdf2", "reportlab"])
@pytest.mark.parametrize("kind", ["bars", "columns", "lines"])
def test_the_words_of_a_chart_are_its_own(tmp_path, kind, producer):
    original, report = printed(tmp_path, kind, producer)

    assert facts(report) == facts(original)
    assert report.audit.unplaced == report.audit.surplus == ()
    assert all(item.text for item in report.audit.furniture)
    apart = " ".join(item.text for item in report.audit.furniture)
    assert ("2014" if kind == "lines" else "Eastshire") in apart


@pytest.mark.parametrize("kind", ["bars", "columns", "lines"])
def test_a_chart_whose_caption_ends_the_page_before_is_one(tmp_path, kind):
    original, report = printed(tmp_path, kind, "fpdf2", is_overleaf=True)

    assert facts(report) == facts(original)
    assert report.audit.unplaced == report.audit.surplus == ()
    apart = " ".join(item.text for item in report.audit.furniture)
    assert ("2014" if kind == "lines" else "Eastshire") in apart
    (figure,) = [figure for figure in report.figures if figure.form == "image"]
    assert figure.region is not None
    assert figure.region.page == figure.page + 1


@pytest.mark.parametrize("kind", ["bars", "columns", "lines"])
def test_the_region_of_a_chart_holds_its_names(tmp_path, kind):
    _, report = printed(tmp_path, kind, "fpdf2")

    (figure,) = [figure for figure in report.figures if figure.form == "image"]

    assert figure.region is not None
    assert 0.1 < figure.region.left < 0.2
    assert 0.12 < figure.region.bottom - figure.region.top < 0.25


def test_text_that_follows_a_caption_overleaf_is_text(tmp_path):
    """Even where something is drawn below it."""

    class Late(Chart):
        def picture(self) -> None:
            self.turn()
            self.put(self.words(f"Before anything is drawn: {FILLER}", (), self.body))
            self.bars(self.y)
            self.y += 190

    (tmp_path / "report.md").write_text(sheets().text(), "utf-8")
    Late(read(tmp_path / "report.md"), press.Look()).print(tmp_path / "report.pdf")

    report = read(tmp_path / "report.pdf")

    texts = [block.text for section in report.sections for block in section.blocks]
    assert f"Before anything is drawn: {FILLER}" in texts


def test_a_table_on_coloured_cells_is_a_table(tmp_path):
    (tmp_path / "report.md").write_text(sheets().text(), "utf-8")
    original = read(tmp_path / "report.md")

    class Coloured(press.Press):
        def table(self, block) -> None:
            step = self.look.size * 1.2 + 8
            if self.y + step * 6 > self.bottom:
                self.turn()
            many = block.text.split("\n")[0].count("\t") + 1
            for row in range(block.text.count("\n") + 1):
                for column in range(many):
                    x = self.left + column * self.measure / many
                    self.canvas.box(x, self.y + 2 + step * row, self.measure / many - 2, step - 2)
            super().table(block)

    Coloured(original, press.Look(tables="plain", contents="none")).print(tmp_path / "report.pdf")
    report = read(tmp_path / "report.pdf")

    assert facts(report)["figures"] == facts(original)["figures"]
