# SPDX-License-Identifier: MIT
"""What the cells of all lists and tables have in common: their side, and the palette they use."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyleOptionViewItem


def alignment(column: int) -> Qt.AlignmentFlag:
    """Return the side of a column: the first holds labels, the others values."""
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def palette_of(option: QStyleOptionViewItem) -> QPalette:
    """Return the window's palette: the view's own has no selection colour.

    Qt fills a selected cell with that colour before the delegate paints, square and without a gap;
    the style sheet makes it transparent (``resources/style.qss``).
    """
    return option.widget.window().palette() if option.widget else option.palette
