# SPDX-License-Identifier: MIT
"""The pane of the report's text: it serves nothing but our own document and opens nothing.

It keeps the lines at a reading width, says which section and page is read, and tells of links
that are pointed at, by mouse or by keyboard, and activated.
"""

from __future__ import annotations

import contextlib
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QCursor, QPainter, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from peelviewer.ui.read import anchors, typeset
from peelviewer.ui.read.document import document, glance
from peelviewer.ui.read.links import Link, LinkKind
from peelviewer.ui.read.links import parse as parse_link
from peelviewer.ui.read.place_index import PlaceIndex
from peelviewer.ui.read.reading_place import ReadingPlace
from peelviewer.ui.read.underlay import Underlay
from peelviewer.ui.read.viewport import Viewport

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QUrl
    from PySide6.QtGui import (
        QContextMenuEvent,
        QImage,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QMenu

    from peelviewer.model.report import Report
    from peelviewer.ui.read.lights import Lights
    from peelviewer.ui.read.link_walk import LinkWalk
    from peelviewer.ui.theme import Theme


class TextPane(QTextBrowser):
    """One continuous document with the places of its report."""

    link_activated = Signal(object)
    link_pointed = Signal(object, QRect)
    zoom_wished = Signal(int)
    history_wished = Signal(int)
    original_wished = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("text")
        self.setAccessibleName("Text of the report")
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A viewport of our own: to find out what Qt's is, PySide would load every kind of widget.
        self._canvas = QWidget()
        self._canvas.setBackgroundRole(QPalette.ColorRole.Base)
        self._canvas.setAutoFillBackground(True)
        self.setViewport(self._canvas)
        self.document().documentLayout().setPaintDevice(self._canvas)  # Qt's own is gone
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setMouseTracking(True)
        self._theme = theme
        self.zoom = 1.0
        self.in_view = Viewport(self, self._canvas)
        self._report: Report | None = None
        self._html = ""
        self._pictures: dict[int, QImage] = {}
        self._index: PlaceIndex | None = None
        self._underlay: Underlay | None = None
        self._glance: str | None = None
        self.reading = ReadingPlace(self)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.highlighted.connect(self._on_highlighted)

    # --- what is shown

    def show_report(self, report: Report | None) -> None:
        """Show a report from its beginning; ``None`` empties the pane."""
        self._report, self._glance, self._pictures = report, None, {}
        self._html = document(report) if report is not None else ""
        self._lay_out()

    def glance_at(self, report: Report, name: str) -> None:
        """Show only what is in view at a place, until ``complete``: so the first paint is soon.

        A place that stands in no chapter (a footnote) shows the whole report at once.
        """
        section = anchors.section_of(name, report)
        if section is None:
            self.show_report(report)
            return
        self._report, self._glance, self._pictures = report, name, {}
        self._html = glance(report, section)
        if "<i>" in self._html or "<b>" in self._html:
            from peelviewer.drawing.fonts import load_fonts

            load_fonts()  # among them those that not every text needs
        self._lay_out()

    def show_pictures(self, pictures: dict[int, QImage]) -> None:
        """Show these pictures in the place of the figures of their numbers."""
        if self._report is None or self._glance is not None:
            return
        name, pin = self.reading.place(), self.reading.is_pinned
        self._pictures = pictures
        self._html = document(self._report, pictures)
        self._lay_out()
        if name is not None:
            self.reading.go_to(name, pin=pin)

    def complete(self) -> None:
        """Show the whole report, where the first paint did with a chapter."""
        self._canvas.setCursor(QtCore.Qt.CursorShape.IBeamCursor)
        # Everything wraps; what Qt's tables round up by a pixel is no reason for a scroll bar.
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if self._glance is not None and self._report is not None:
            name, self._glance = self.reading.place(), None
            self.show_report(self._report)
            if name is not None:
                self.reading.go_to(name)

    def set_look(self, theme: Theme, zoom_percent: int) -> None:
        """Draw the same text in other colours or at another size, at the same place."""
        name, pin = self.reading.place(), self.reading.is_pinned
        self._theme, self.zoom = theme, zoom_percent / 100
        if self._report is not None:
            self._lay_out()
            if name is not None:
                self.reading.go_to(name, pin=pin)

    def flash(self, name: str, passage: str | None = None, measure: int = -1) -> None:
        """Light up a place for a moment: a measure's values, else the passage, else the block.

        What is not in view is brought to a third of the height.
        """
        cursors = self._words_at(name, passage, measure)
        if not cursors:
            return
        self._lights.flash(cursors, self._theme)
        if not all(self.in_view.shows(cursor) for cursor in cursors):
            with self.reading.held():
                self.in_view.bring_to_third(cursors[0])

    def shows(self, name: str, passage: str | None = None, measure: int = -1) -> bool:
        """Return whether what ``flash`` would light up is in view."""
        cursors = self._words_at(name, passage, measure)
        return bool(cursors) and all(self.in_view.shows(cursor) for cursor in cursors)

    def focus_note(self, step: int) -> None:
        """Move the keyboard's focus to the footnote call-out after (or before) what is read."""
        self._walk.step_note(step)

    def show_found(self, cursors: Sequence[QTextCursor], current: int) -> None:
        """Mark what a search found; ``current`` is brought into view."""
        self._lights.show_found(cursors, current, self._theme)
        if 0 <= current < len(cursors):
            area = self.cursorRect(cursors[current])
            if area.top() < 40 or area.bottom() > self._canvas.height() - 60:
                self.in_view.bring_to_third(cursors[current])

    # --- for those that light up words and walk over links

    @contextlib.contextmanager
    def standing_still(self) -> Iterator[None]:
        """Keep what is in view, whatever Qt scrolls to meanwhile."""
        bar = self.verticalScrollBar()
        with self.reading.held():
            top = bar.value()
            yield
            bar.setValue(top)

    def point(self, link: Link | None, area: QRect, position: int = 0) -> None:
        """Tell of a link that is pointed at.

        ``area`` of the viewport is where it stands; of a footnote's call-out the whole sentence
        is told, so that the card stands clear of it.
        """
        if link is not None and link.kind is LinkKind.NOTE:
            from peelviewer.ui.read.passages import sentence_at

            lines = self.in_view.area(sentence_at(self.document(), position))
            area = QRect(area.left(), lines.top(), area.width(), lines.height())
        corner = self._canvas.mapTo(self, area.topLeft())
        self.link_pointed.emit(link, QRect(corner, area.size()))

    # --- Qt

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002, N802  # Qt's name
        """Serve the pictures that the pane was given, and nothing else: no file is ever read."""
        link = parse_link(name.toString() if isinstance(name, QtCore.QUrl) else name)
        picture = self._pictures.get(link.number) if link is not None else None
        if link is None or link.kind is not LinkKind.PICTURE or picture is None:
            return None
        return self._fitted(picture)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Paint boxes and marks, then the text over them."""
        if self._underlay is not None:
            painter = QPainter(self._canvas)
            painter.translate(0, -self.verticalScrollBar().value())
            area = event.rect()
            first = self.in_view.position_at(area.top() - 40)
            last = self.in_view.position_at(area.bottom() + 40)
            self._underlay.paint(painter, first, last, self.zoom)
            painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Keep the lines at a reading width, in the middle, and the same words on top."""
        self._centre()
        name = self.reading.place()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            fitted = {n: self._fitted(picture) for n, picture in self._pictures.items()}
            typeset.replace_pictures(self.document(), fitted)
            self.reading.keep_on_top(name)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Stay at the place: when it is first shown, Qt scrolls to the text's cursor."""
        with self.reading.held():
            super().showEvent(event)
        self.reading.stay()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Scroll; with Ctrl, ask for larger or smaller text."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_wished.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Take the mouse's own back and forward buttons."""
        steps = {QtCore.Qt.MouseButton.BackButton: -1, QtCore.Qt.MouseButton.ForwardButton: 1}
        if event.button() in steps:
            self.history_wished.emit(steps[event.button()])
            event.accept()
            return
        super().mousePressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802  # Qt's names
        """Move over the links that are in view, then leave the pane."""
        if self._walk.step(forward=next):
            return True
        # Not our base class: that would go on to the links that are out of view.
        above = self.parentWidget()
        return above is not None and above.focusNextPrevChild(next)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  # Qt's name
        """Offer what can be done at the place that is pointed at, with keys at what is read."""
        at = self._canvas.mapFromGlobal(event.globalPos())
        if event.reason() is event.Reason.Keyboard and not self._canvas.rect().contains(at):
            at = QPoint(typeset.MARGIN, typeset.TOP)  # the text's cursor is out of view
        self.context_menu(at).popup(self._canvas.mapToGlobal(at))

    def context_menu(self, at: QPoint) -> QMenu:
        """Return the menu of a place: Qt's own, and the way to the original."""
        menu = self.createStandardContextMenu(at)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        name = self._index.name_at(self.cursorForPosition(at).position()) if self._index else None
        if name is not None:
            menu.addSeparator()
            menu.addAction("Show in original", lambda: self.original_wished.emit(name))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Leave Alt with arrows to the window: QTextBrowser has a history of its own."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    # --- inside

    def _lay_out(self) -> None:
        self.reading.begin(None)
        if "_lights" in self.__dict__:
            self._lights.forget()
        text = self.document()
        typeset.prepare(text, self._theme, self.zoom)
        self.setHtml(self._html)
        typeset.pad(text, self.zoom)
        self._centre()
        if self._report is None:
            self._index, self._underlay = None, None
        else:
            self._index = PlaceIndex(text, self._report)
            self._underlay = Underlay(text, self._index, self._theme)
        self.reading.begin(self._index)

    def _centre(self) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max((room - typeset.line_width(self.zoom)) // 2, 0)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    def _fitted(self, picture: QImage) -> QImage:
        """Return a picture as wide as the lines of the text."""
        room = self._canvas.width()
        return typeset.fitted(picture, room, self.zoom, self.devicePixelRatioF())

    def _on_anchor_clicked(self, url: QUrl) -> None:
        link = parse_link(url.toString())
        if link is not None:
            self.link_activated.emit(link)

    def _on_highlighted(self, url: QUrl) -> None:
        """Tell of the link under the pointer; that of the keyboard is told where it moves."""
        link = parse_link(url.toString()) if not url.isEmpty() else None
        mouse = self._canvas.mapFromGlobal(QCursor.pos())
        if link is None or self.anchorAt(mouse) == url.toString():
            area = QRect(mouse.x() - 4, mouse.y() - 10, 8, 20)
            self.point(link, area, self.cursorForPosition(mouse).position())

    def _words_at(self, name: str, passage: str | None, measure: int) -> list[QTextCursor]:
        from peelviewer.ui.read.passages import words_at

        return words_at(self.document(), self._index, name, passage, measure) if self._index else []

    @cached_property
    def _lights(self) -> Lights:
        """What is lit up; made when something is."""
        from peelviewer.ui.read.lights import Lights

        return Lights(self)

    @cached_property
    def _walk(self) -> LinkWalk:
        """The keyboard's way over the links; made when it is first gone."""
        from peelviewer.ui.read.link_walk import LinkWalk

        return LinkWalk(self)
