# SPDX-License-Identifier: MIT
"""The card at a bar: what its value is, of which period and unit, and what to do with it."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from peelviewer.charts.printed import difference, value_words
from peelviewer.charts.style import Ink, Look, Sizes, TextRole
from peelviewer.charts.values import FORCE, NOT_RANKED, Chart, Row, has_nation
from peelviewer.drawing.layout import Layout
from peelviewer.drawing.pieces import Mark
from peelviewer.drawing.range_track import number_words
from peelviewer.drawing.typesetting import ascent, font, line_height, text_width, wrap

_PADDING = 10.0
_WIDEST = 320.0
_DISTANCE = 6.0


class Card(NamedTuple):
    """A small card: its area in the chart's pixels, and its lines with their type and colour."""

    area: QRectF
    lines: tuple[tuple[str, TextRole, Ink], ...]
    text: str


def card_for(chart: Chart, layout: Layout, mark: Mark) -> Card:
    """Return the card of the value at ``mark``, below it or, where there is no room, above."""
    paragraphs = _paragraphs(chart, mark)
    sizes = layout.sizes
    width = min(_WIDEST, layout.width - 16)
    lines = tuple(
        (line, role, ink)
        for text, role, ink in paragraphs
        for line in wrap(text, role, sizes, width - 2 * _PADDING)
    )
    needed = max(text_width(text, role, sizes) for text, role, _ in lines) + 2 * _PADDING
    height = sum(line_height(role, sizes) for _, role, _ in lines) + 2 * _PADDING
    x = min(mark.x + mark.width / 3, layout.width - 8 - needed)
    y = mark.y + mark.height + _DISTANCE
    if y + height > layout.height - 4:
        y = max(4.0, mark.y - _DISTANCE - height)
    return Card(
        area=QRectF(max(8.0, x), y, needed, height),
        lines=lines,
        text=". ".join(text.rstrip(".") for text, _, _ in paragraphs) + ".",
    )


_OF_FORCES = ("ranked", "tiles", "slope", "trend", "ranges")


def _paragraphs(chart: Chart, mark: Mark) -> list[tuple[str, TextRole, Ink]]:
    row = chart.rows[mark.row]
    if row.grade or chart.kind == "grades":
        return _of_grade(row)
    if chart.kind in _OF_FORCES:
        return _of_forces(chart, row, mark.value)
    value = row.values[mark.value]
    found: list[tuple[str, TextRole, Ink]] = [
        (f"{chart.series[value.series]}: {value_words(value)}", "group", "text"),
        (row.label, "label", "text"),
        (", ".join(filter(None, (row.unit, row.period))), "small", "muted"),
    ]
    gap = difference(row) if has_nation(chart.series) else ""
    if gap:
        found.append((f"Difference from England and Wales: {gap}", "small", "muted"))
    found += _caveats(row)
    if row.block is not None:
        page = "" if row.page is None else f" on p. {row.page}"
        found.append((f"Click or press Enter to read where it says so{page}.", "small", "muted"))
    return [entry for entry in found if entry[0]]


def _of_grade(row: Row) -> list[tuple[str, TextRole, Ink]]:
    found: list[tuple[str, TextRole, Ink]] = [
        (_grade_words(row), "group", "text"),
        (row.force or row.label, "label", "text"),
        (row.note or row.period, "small", "muted"),
    ]
    if row.section is not None:
        page = "" if row.page is None else f" on p. {row.page}"
        found.append((f"Click or press Enter to read where it says so{page}.", "small", "muted"))
    return [entry for entry in found if entry[0]]


def _grade_words(row: Row) -> str:
    return row.grade.capitalize() if row.grade else value_words(row.values[0])


def _of_forces(chart: Chart, row: Row, number: int) -> list[tuple[str, TextRole, Ink]]:
    """Say value, unit, period, rank and position, and the first caveat on this force."""
    value = row.values[number]
    if chart.kind in ("trend", "ranges"):
        name = chart.series[value.series]
    else:
        name = row.force or row.label
    found: list[tuple[str, TextRole, Ink]] = [(f"{name}: {value_words(value)}", "group", "text")]
    if chart.kind == "ranges":
        found.append((row.label, "label", "text"))
    if chart.kind == "slope":
        before, after, change = row.values
        found.append((f"{before.printed} to {after.printed}: {change.printed}", "label", "text"))
    period = chart.series[number] if chart.kind == "slope" and number < 2 else row.period
    found.append((", ".join(filter(None, (row.unit, period))), "small", "muted"))
    if row.rank and (chart.kind != "ranges" or value.series == FORCE):
        rank = "; ".join(filter(None, (f"{row.rank} forces", row.position)))
        of_what = "Of the changes: " if chart.kind == "slope" else ""
        said = " ".join(filter(None, (f"{of_what}{rank}.", chart.rank_note)))
        found.append((said, "small", "muted"))
    if row.position == NOT_RANKED:
        found.append((f"Not ranked, {row.note}.", "small", "caveat"))
    found += _of_profile(row)
    if value.break_before:
        found.append((f"{name} {value.break_words}.", "small", "caveat"))
    found += _caveats(row)
    for one in chart.references:
        is_own = row.standout == "own" and one.series == 0
        if is_own or (row.kind == "national" and one.series == 1):
            found.append((f"The report prints {one.printed}.", "small", "muted"))
    return [entry for entry in found if entry[0]]


def _caveats(row: Row) -> list[tuple[str, TextRole, Ink]]:
    """Say the first caveat whole, and how many more the chart has for this row."""
    found: list[tuple[str, TextRole, Ink]] = [
        (f"⚠ {one.words}", "small", "caveat") for one in row.caveats[:1]
    ]
    more = len(row.caveats) - 1
    if more > 0:
        words = f"{more} more caveat{'s' if more != 1 else ''}: see those of the chart."
        found.append((words, "small", "caveat"))
    return found


def _of_profile(row: Row) -> list[tuple[str, TextRole, Ink]]:
    """Say the median of the forces, and how the values came about."""
    spread, course = row.spread, row.course
    median = ""
    if spread is not None:
        median = f"Median of {spread.n} forces: {number_words(spread.median, row)}"
    return [(median, "small", "muted"), ("" if course is None else course.words, "small", "muted")]


def paint_card(painter: QPainter, card: Card, sizes: Sizes, look: Look) -> None:
    """Paint the card over the chart."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.axis), 1.0))
    painter.setBrush(QColor(look.surface))
    painter.drawRoundedRect(card.area, 6, 6)
    y = card.area.y() + _PADDING
    for text, role, ink in card.lines:
        painter.setFont(font(role, sizes))
        painter.setPen(QColor(look.ink(ink)))
        painter.drawText(QPointF(card.area.x() + _PADDING, y + ascent(role, sizes)), text)
        y += line_height(role, sizes)
    painter.restore()
