# SPDX-License-Identifier: MIT
"""The right side of the Compare view: where it is, where the force stands, what to beware of."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from peelviewer.charts.values import Chart
from peelviewer.comparing.comparison import Comparison
from peelviewer.ui.compare.brief_caveats import BriefCaveats
from peelviewer.ui.compare.tile_map import TileMap
from peelviewer.ui.fonts import scaled
from peelviewer.ui.measures.panel_bar import PanelBar
from peelviewer.ui.theme import Theme
from peelviewer.ui.timers import once_after

SIDE = 16
_ABOVE_BAR, _BELOW_BAR = 8, 12
_MAPS = ("tiles", "grades")


class Side(QFrame):
    """The map of the 43 forces, a card with the position, source and caveats, and what to do."""

    force_chosen = Signal(str)
    block_link = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareSide")
        self.setAccessibleName("Map, position and source")
        self._block = ""
        self._is_whole_wished = False
        self.map = TileMap(self)
        self.map_title = QLabel(self)
        self.map_title.setObjectName("panelTitle")
        self.map_title.setWordWrap(True)
        self.card = QFrame(self)
        self.card.setObjectName("positionCard")
        self.position = _label()
        self.statement = _label(with_link=True)
        self.source = _label(quiet=True)
        self.caveats = _label()
        self.caveats.setObjectName("caveats")
        self.brief = BriefCaveats(self)
        self.brief.hide()
        self.bar = PanelBar(self)
        self.bar.save_button.setToolTip(
            "Save this chart, or all charts of this comparison, as PNG, SVG or PDF"
        )
        self._lay_out()
        self.map.force_chosen.connect(self.force_chosen)
        self.brief.all_wanted.connect(self._read_caveats)
        self.statement.linkActivated.connect(lambda _: self.block_link.emit(self._block))

    def _lay_out(self) -> None:
        card = QVBoxLayout(self.card)
        card.setContentsMargins(14, 12, 14, 12)
        card.setSpacing(6)
        card.addWidget(self.position)
        card.addWidget(self.statement)
        inside = QWidget(self)
        inside.setObjectName("compareSideInside")
        self._rows = rows = QVBoxLayout(inside)
        rows.setSpacing(12)
        rows.addWidget(self.map_title)
        for widget in (self.map, self.card, self.caveats, self.source):
            rows.addWidget(widget)
        rows.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._make_room)
        # Not while things are being laid out: they would keep the room of what is hidden then.
        self._soon = once_after(0, self._show_caveats, self)
        bar.rangeChanged.connect(self._on_range)
        self._make_room(0, 0)
        foot = QWidget(self)
        below = QVBoxLayout(foot)
        below.setContentsMargins(SIDE, _ABOVE_BAR, SIDE, _BELOW_BAR)
        below.addWidget(self.brief)
        below.addWidget(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)  # the line at the left edge
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(foot)

    def _on_range(self, _least: int, _most: int) -> None:
        self._soon.start()

    def _make_room(self, _least: int, most: int) -> None:
        """Keep everything as wide as the buttons below, with a scroll bar and without one."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most else 0
        self._rows.setContentsMargins(SIDE, 14, SIDE - bar, 12)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See whether the caveats are still whole in the window."""
        super().resizeEvent(event)
        self._show_caveats()

    def _show_caveats(self) -> None:
        """Say the caveats once: whole where they are seen whole, else in short above the buttons.

        What is seen is reckoned as it is without those in short, so that they do not come and go.
        """
        has_some = bool(self.caveats.text())
        is_whole = self._is_whole_wished or self._have_room()
        self.brief.setVisible(has_some and not is_whole)
        self.caveats.setVisible(has_some and is_whole)

    def _have_room(self) -> bool:
        """Return whether the caveats, below the map and the position, end in what is seen."""
        inside = self._rows.contentsRect()
        above = [one.geometry().bottom() for one in (self.map, self.card) if not one.isHidden()]
        top = max(above) + self._rows.spacing() if above else inside.top()
        room = self.height() - self.bar.sizeHint().height() - _ABOVE_BAR - _BELOW_BAR
        return top + self.caveats.heightForWidth(inside.width()) <= room

    def _read_caveats(self) -> None:
        """Show the caveats whole, and scroll to them."""
        self._is_whole_wished = True
        self._show_caveats()
        # Now, so that the scroll bar reaches as far as the caveats.
        QCoreApplication.sendPostedEvents(self._scroll.widget(), int(QEvent.Type.LayoutRequest))
        self._scroll.verticalScrollBar().setValue(self.caveats.y() - 8)

    def show_comparison(self, found: Comparison, block: str) -> None:
        """Show what goes with a comparison; ``block`` is where the report prints its values."""
        self._block = block
        chart = found.chart
        is_map = chart is not None and chart.kind in _MAPS
        tiles = None if is_map else found.tiles
        self.map.show_chart(tiles)
        self.map.setVisible(tiles is not None)
        self.map_title.setVisible(tiles is not None)
        self.map_title.setText(_map_title(tiles))
        self._show_position(found)
        caveats = chart.caveats if chart is not None else ()
        self.caveats.setText(_paragraphs(f"⚠ {caveat.words}" for caveat in caveats))
        self.brief.show_caveats(caveats)
        self._is_whole_wished = False
        lines = (chart.source, *chart.notes, chart.licence) if chart is not None else ()
        self.source.setText(_paragraphs(filter(None, lines)))
        self.source.setVisible(bool(lines))
        self.bar.setVisible(chart is not None)
        self._rows.activate()
        self._show_caveats()

    def set_zoom(self, factor: float) -> None:
        """Write ``factor`` times as large."""
        font = scaled(QApplication.font(), factor)
        for label in (self.position, self.statement, self.caveats, self.source, self.brief):
            label.setFont(font)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.map.set_dark(theme.dark)

    def _show_position(self, found: Comparison) -> None:
        first, comma, rest = found.position.partition(", ")
        self.position.setText(
            f"<b>{escape(first)}</b>{escape(comma + rest)}" if found.position else ""
        )
        self.position.setAccessibleName(found.position)
        self.position.setVisible(bool(found.position))
        link = ' <a href="passage">Show in text</a>' if self._block and found.statement else ""
        self.statement.setText(f"{escape(found.statement)}{link}")
        self.statement.setAccessibleName(found.statement)
        can_be_reached = Qt.FocusPolicy.StrongFocus if link else Qt.FocusPolicy.ClickFocus
        self.statement.setFocusPolicy(can_be_reached)
        self.statement.setVisible(bool(found.statement) and found.chart is not None)
        self.card.setVisible(found.chart is not None and bool(found.position or found.statement))


def _map_title(tiles: Chart | None) -> str:
    """Return what the map shows: the unit and the period, as the chart may be of several."""
    if tiles is None:
        return ""
    period = next((row.period for row in tiles.rows if row.period), "")
    return ", ".join(filter(None, (*tiles.series, period)))


def _paragraphs(texts: Iterable[str]) -> str:
    """Return texts as paragraphs; a page stays in the line of its abbreviation."""
    bound = (text.replace("p. ", "p.\N{NO-BREAK SPACE}") for text in texts)
    return "".join(f'<p style="margin: 0 0 6px 0">{escape(text)}</p>' for text in bound)


def _label(*, quiet: bool = False, with_link: bool = False) -> QLabel:
    """Return a label; the keyboard comes to it only for a link."""
    label = QLabel(wordWrap=True)
    flags = Qt.TextInteractionFlag.TextSelectableByMouse
    if with_link:
        flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse
        flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    label.setTextInteractionFlags(flags)
    if quiet:
        label.setProperty("quiet", True)
    return label
