# SPDX-License-Identifier: MIT
"""F6 and Shift+F6: the keyboard moves from one part of the window to the next."""

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtWidgets import QApplication, QWidget


class PaneCycle:
    """The parts of the window in order; each is entered at its first widget that takes focus."""

    def __init__(self, panes: Sequence[QWidget]) -> None:
        self._panes = tuple(panes)

    def add(self, panes: Sequence[QWidget]) -> None:
        """Take the parts of another view; they come before the header, which is the last."""
        self._panes = (*self._panes[:-1], *panes, *self._panes[-1:])

    def enter_first(self) -> None:
        """Enter the first pane that is shown."""
        entry = next(
            (one for pane in self._panes if pane.isVisible() and (one := _entry(pane))), None
        )
        if entry is not None:
            entry.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Enter the next pane that is shown (``by`` 1) or the one before (-1)."""
        shown = [pane for pane in self._panes if pane.isVisible() and _entry(pane)]
        if not shown:
            return
        focused = QApplication.focusWidget()
        at = next(
            (n for n, pane in enumerate(shown) if focused and _holds(pane, focused)),
            -1 if by > 0 else 0,
        )
        entry = _entry(shown[(at + by) % len(shown)])
        if entry is not None:
            entry.setFocus(QtCore.Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _entry(pane: QWidget) -> QWidget | None:
    """Return the pane itself where it takes focus, else its first shown widget that does."""
    for widget in (pane, *pane.findChildren(QWidget)):
        if (
            widget.isVisible()
            and widget.isEnabled()
            and (widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus)
            == QtCore.Qt.FocusPolicy.TabFocus
        ):
            return widget
    return None
