# SPDX-License-Identifier: MIT
"""Every custom item role and column number of the window's models."""

from enum import IntEnum

from PySide6.QtCore import Qt

_USER = int(Qt.ItemDataRole.UserRole)


class MeasureColumn(IntEnum):
    """Columns of the list of measures."""

    LABEL = 0
    FORCE = 1
    NATIONAL = 2


class RowRole(IntEnum):
    """What the measures list and the table beside a chart say of a cell, beyond its text.

    ``DETAIL`` is a smaller second line; ``EMPHASIS`` one of ``Emphasis``.
    """

    DETAIL = _USER + 101
    EMPHASIS = _USER + 102


class Emphasis(IntEnum):
    """How a cell stands out: the delegate chooses the font and the colour."""

    PLAIN = 0
    OWN_FORCE = 1
    QUIET = 2
    GROUP = 3
    TOTAL = 4
