"""Two producers of PDF behind one small set of calls; points, from the top left corner."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fpdf import FPDF
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

Colour = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)


@dataclass(frozen=True)
class Style:
    size: float = 11
    bold: bool = False
    italic: bool = False

    @property
    def face(self) -> str:
        return "B" * self.bold + "I" * self.italic

    @property
    def font(self) -> str:
        return {"": "Helvetica", "B": "Helvetica-Bold", "I": "Helvetica-Oblique"}.get(
            self.face, "Helvetica-BoldOblique"
        )


class Fpdf:
    """fpdf2."""

    def __init__(self, width: float, height: float) -> None:
        self._pdf = FPDF(unit="pt", format=(width, height))
        self._pdf.core_fonts_encoding = "windows-1252"
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margin(0)

    def width(self, text: str, style: Style) -> float:
        return stringWidth(text, style.font, style.size)

    def page(self) -> None:
        self._pdf.add_page()

    def text(self, x: float, y: float, text: str, style: Style) -> None:
        self._pdf.set_font("Helvetica", style.face, style.size)
        self._pdf.text(x, y, text)

    def line(self, x: float, y: float, x2: float, y2: float) -> None:
        self._pdf.set_line_width(0.5)
        self._pdf.line(x, y, x2, y2)

    def box(self, x: float, y: float, width: float, height: float) -> None:
        self._pdf.set_fill_color(200)
        self._pdf.rect(x, y, width, height, style="F")

    def dot(
        self, x: float, y: float, side: float, *, square: bool = False, colour: Colour = BLACK
    ) -> None:
        """Paint a small shape with its top left corner at a place."""
        self._pdf.set_fill_color(*colour)
        paint = self._pdf.rect if square else self._pdf.ellipse
        paint(x, y, side, side, style="F")

    def slope(self, points: list[tuple[float, float]]) -> None:
        self._pdf.polyline(points)

    def bookmark(self, title: str, level: int) -> None:
        self._pdf.start_section(title, level - 1, strict=False)

    def save(self, path: Path) -> None:
        self._pdf.output(str(path))


class Reportlab:
    """reportlab."""

    def __init__(self, width: float, height: float) -> None:
        self._buffer = BytesIO()
        self._height = height
        self._pages = 0
        self._marks = 0
        self._level = 0
        self._pdf = Canvas(self._buffer, pagesize=(width, height))

    def width(self, text: str, style: Style) -> float:
        return stringWidth(text, style.font, style.size)

    def page(self) -> None:
        if self._pages:
            self._pdf.showPage()
        self._pages += 1

    def text(self, x: float, y: float, text: str, style: Style) -> None:
        self._pdf.setFont(style.font, style.size)
        self._pdf.drawString(x, self._height - y, text)

    def line(self, x: float, y: float, x2: float, y2: float) -> None:
        self._pdf.setLineWidth(0.5)
        self._pdf.line(x, self._height - y, x2, self._height - y2)

    def box(self, x: float, y: float, width: float, height: float) -> None:
        self._pdf.setFillGray(0.8)
        self._pdf.rect(x, self._height - y - height, width, height, stroke=0, fill=1)
        self._pdf.setFillGray(0)

    def dot(
        self, x: float, y: float, side: float, *, square: bool = False, colour: Colour = BLACK
    ) -> None:
        """Paint a small shape with its top left corner at a place."""
        self._pdf.setFillColorRGB(*(part / 255 for part in colour))
        y = self._height - y
        if square:
            self._pdf.rect(x, y - side, side, side, stroke=0, fill=1)
        else:
            self._pdf.circle(x + side / 2, y - side / 2, side / 2, stroke=0, fill=1)
        self._pdf.setFillGray(0)

    def slope(self, points: list[tuple[float, float]]) -> None:
        path = self._pdf.beginPath()
        path.moveTo(points[0][0], self._height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self._height - y)
        self._pdf.drawPath(path)

    def bookmark(self, title: str, level: int) -> None:
        self._marks += 1
        self._level = min(level, self._level + 1)
        self._pdf.bookmarkPage(f"m{self._marks}")
        self._pdf.addOutlineEntry(title, f"m{self._marks}", self._level - 1)

    def save(self, path: Path) -> None:
        self._pdf.save()
        path.write_bytes(self._buffer.getvalue())


PRODUCERS = {"fpdf2": Fpdf, "reportlab": Reportlab}
