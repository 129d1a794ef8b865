# SPDX-License-Identifier: MIT
"""One page of a PDF as it was published: scrolled, zoomed, turned over, with a place lit up."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from peelviewer.ui.original.page_pictures import PagePictures, Wish
from peelviewer.ui.theme import Theme

ZOOMS = (50, 67, 80, 100, 125, 150, 200, 300)
PLAIN = 100
MARGIN = 12
A4 = 297 / 210
_LIT = 0.38  # strength of the light on a place
_BEFORE = 30  # pixels of the page that stay in view at the left of a place


class PageSheet(QLabel):
    """The paper: the picture where it is there, else blank with a word on what is awaited.

    It is a label for those who hear it: a plain widget would have no role.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.image: QImage | None = None
        self.sentence = ""
        self.lit: tuple[QRectF, ...] = ()
        self.setAccessibleName("Page")

    def aspect(self) -> float:
        """Return the height of the page over its width."""
        if self.image is None or not self.image.width():
            return A4
        return self.image.height() / self.image.width()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802  # Qt's name
        """Paint paper, picture and light."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = self.rect()
        painter.fillRect(area, QColor("#ffffff"))
        if self.image is not None:
            painter.drawImage(area, self.image)
        for box in self.lit:
            colour = QColor("#ffd54a")
            colour.setAlphaF(_LIT)
            painter.fillRect(_scaled(box, self.size()), colour)
        if self.sentence:
            painter.setPen(QColor("#5a6370"))
            room = area.adjusted(24, 24, -24, -24)
            centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, centre | Qt.TextFlag.TextWordWrap, self.sentence)
        painter.setPen(QColor(self.theme.line))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.end()


class PageView(QScrollArea):
    """Shows a page of one file; says when the reader turns over."""

    sheet_changed = Signal(int)
    zoom_changed = Signal(int)

    def __init__(self, theme: Theme, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageview")
        self.setAccessibleName("Page as published")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pictures = pictures
        self._path: Path | None = None
        self._sheets = 0
        self._zoom = PLAIN
        self.sheet = 0
        self.page = PageSheet(theme)
        self.setWidget(self.page)
        pictures.drawn.connect(self._on_drawn)
        pictures.failed.connect(self._on_failed)

    def show_file(self, path: Path | None, sheets: int) -> None:
        """Take another file; no page is shown yet."""
        self._path, self._sheets, self.sheet = path, sheets, 0
        self.page.image, self.page.lit, self.page.sentence = None, (), ""
        self._pictures.forget()

    @property
    def sheets(self) -> int:
        """How many pages the file has."""
        return self._sheets

    def show_sheet(self, sheet: int, lit: tuple[QRectF, ...] = (), *, at_end: bool = False) -> None:
        """Show a page (from 1) and light up places on it, as fractions of its size."""
        sheet = min(max(sheet, 1), max(self._sheets, 1))
        turned = sheet != self.sheet
        self.sheet = sheet
        if turned:
            self.page.image, self.page.sentence = None, f"Drawing page {sheet}…"
            self.page.setAccessibleName(f"Page {sheet} as published")
        self.page.lit = lit
        self._draw()
        if turned:
            bar = self.verticalScrollBar()
            bar.setValue(bar.maximum() if at_end else 0)
            self.sheet_changed.emit(sheet)
        self._scroll_to_light()
        self.page.update()

    def light(self, lit: tuple[QRectF, ...]) -> None:
        """Light up places on the page that is shown."""
        self.page.lit = lit
        self._scroll_to_light()
        self.page.update()

    def step_sheet(self, step: int) -> None:
        """Turn over."""
        if 1 <= self.sheet + step <= self._sheets:
            self.show_sheet(self.sheet + step, at_end=step < 0)

    def step_zoom(self, step: int) -> None:
        """Show the page one size larger or smaller."""
        at = ZOOMS.index(self._zoom) + step
        self.set_zoom(ZOOMS[min(max(at, 0), len(ZOOMS) - 1)])

    def set_zoom(self, percent: int) -> None:
        """Show the page at a size; 100 percent fills the pane's width."""
        if percent == self._zoom:
            return
        bar = self.verticalScrollBar()
        middle = (bar.value() + self.viewport().height() / 2) / max(self.page.height(), 1)
        self._zoom = percent
        self._draw()
        bar.setValue(round(middle * self.page.height() - self.viewport().height() / 2))
        self.zoom_changed.emit(percent)

    @property
    def zoom(self) -> int:
        """The size in percent of the pane's width."""
        return self._zoom

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours; paper stays white."""
        self.page.theme = theme
        self.page.update()

    def _draw(self) -> None:
        if self._path is None or self.sheet == 0:
            return
        width = self._page_width()
        wanted = round(width * self.devicePixelRatioF())
        image = self._pictures.picture(self._path, self.sheet, wanted)
        if image is not None:
            self.page.image, self.page.sentence = image, ""
        self._fit()

    def _fit(self) -> None:
        width = self._page_width()
        self.page.setFixedSize(width, round(width * self.page.aspect()))
        self.page.update()

    def _page_width(self) -> int:
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * MARGIN
        return max(round(room * self._zoom / 100), 120)

    def _scroll_to_light(self) -> None:
        if self.page.lit:
            self.scroll_to(self.page.lit[0])

    def scroll_to(self, spot: QRectF) -> None:
        """Bring a place into view, given in fractions of the page's size."""
        area = _scaled(spot, self.page.size())
        room = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        seen = QRect(QPoint(across.value(), down.value()), room)
        if not (seen.top() + 20 < area.top() and area.bottom() < seen.bottom() - 20):
            down.setValue(area.top() - room.height() // 3)
        if not (seen.left() <= area.left() and area.right() <= seen.right()):
            across.setValue(area.left() - _BEFORE)

    def _on_drawn(self, wish: Wish, image: QImage) -> None:
        if wish.path == self._path and wish.sheet == self.sheet:
            first = self.page.image is None
            self.page.image, self.page.sentence = image, ""
            self._fit()
            if first:
                self._scroll_to_light()

    def _on_failed(self, wish: Wish, sentence: str) -> None:
        if wish.path == self._path and wish.sheet == self.sheet:
            self.page.sentence = f"This page cannot be shown. {sentence}"
            self.page.setAccessibleDescription(self.page.sentence)
            self.page.update()

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Draw the page to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """Show where the keyboard is."""
        super().changeEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Scroll, and turn over at the page's end; with Ctrl, zoom."""
        turn = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turn:
                self.step_zoom(1 if turn > 0 else -1)
            event.accept()
            return
        bar = self.verticalScrollBar()
        if turn < 0 and bar.value() == bar.maximum():
            self.step_sheet(1)
        elif turn > 0 and bar.value() == bar.minimum():
            self.step_sheet(-1)
        else:
            super().wheelEvent(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Turn over with Page Up and Page Down at the page's ends, Home and End."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown if bar.value() == bar.maximum():
                self.step_sheet(1)
            case Qt.Key.Key_PageUp if bar.value() == bar.minimum():
                self.step_sheet(-1)
            case Qt.Key.Key_Home:
                self.show_sheet(1)
            case Qt.Key.Key_End:
                self.show_sheet(self._sheets)
            case _:
                super().keyPressEvent(event)


def _scaled(box: QRectF, size: QSize) -> QRect:
    return QRectF(
        box.x() * size.width(), box.y() * size.height(),
        box.width() * size.width(), box.height() * size.height(),
    ).toAlignedRect()  # fmt: skip
