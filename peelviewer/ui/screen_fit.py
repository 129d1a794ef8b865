# SPDX-License-Identifier: MIT
"""The window's place on the screen: whole, with the frame that the desktop puts around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WISHED = QSize(1280, 800)
FRAME = QSize(4, 40)  # pixels: a guess at borders and title bar, known only once it is shown


def size_at_first(available: QSize) -> QSize:
    """Return the window's size, frame aside, on a screen that has ``available`` room."""
    return WISHED.boundedTo(available - FRAME)


def within(frame: QRect, area: QRect) -> QRect:
    """Return ``frame`` moved, and made smaller where that does not do, until it is in ``area``."""
    size = frame.size().boundedTo(area.size())
    left = min(max(frame.left(), area.left()), area.left() + area.width() - size.width())
    top = min(max(frame.top(), area.top()), area.top() + area.height() - size.height())
    return QRect(left, top, size.width(), size.height())


def fit(window: QWidget) -> None:
    """Bring a window that is shown wholly onto its screen; one that is maximised is already."""
    if not window.isVisible() or window.isMaximized() or window.isFullScreen():
        return
    frame, inner = window.frameGeometry(), window.geometry()
    wanted = within(frame, window.screen().availableGeometry())
    if wanted == frame:
        return
    around = frame.size() - inner.size()
    window.resize(wanted.size() - around)
    window.move(wanted.topLeft())
