# SPDX-License-Identifier: MIT
"""F6 and Shift+F6: the keyboard moves from one part of the window to the next."""

from collections.abc import Iterator, Sequence

from PySide6 import QtCore
from PySide6.QtWidgets import QApplication, QWidget


class PaneCycle:
    """The parts of the window in order; each is entered where Tab reaches it first.

    A part may stand within the one before it, as the original does beside the text.
    """

    def __init__(self, panes: Sequence[QWidget]) -> None:
        self._panes = tuple(panes)

    def add(self, panes: Sequence[QWidget], after: QWidget | None = None) -> None:
        """Take more parts, behind the one named, else before the header, which is the last."""
        at = len(self._panes) - 1 if after is None else self._panes.index(after) + 1
        self._panes = (*self._panes[:at], *panes, *self._panes[at:])

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
        holding = [n for n, pane in enumerate(shown) if focused and _holds(pane, focused)]
        at = holding[-1] if holding else -1 if by > 0 else 0
        entry = _entry(shown[(at + by) % len(shown)])
        if entry is not None:
            entry.setFocus(QtCore.Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _entry(pane: QWidget) -> QWidget | None:
    """Return the pane itself where it takes focus, else its first shown widget that does."""
    for widget in _tab_order(pane):
        if (
            widget.isVisible()
            and widget.isEnabled()
            and (widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus)
            == QtCore.Qt.FocusPolicy.TabFocus
        ):
            return widget
    return None


def _tab_order(pane: QWidget) -> Iterator[QWidget]:
    """Yield the pane and all widgets in it, in the order that Tab goes through them."""
    yield pane
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget):
            yield widget
        widget = widget.nextInFocusChain()
