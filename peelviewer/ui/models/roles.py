# SPDX-License-Identifier: MIT
"""Every custom item role and column number of the window's models."""

from enum import IntEnum

_USER = 0x0100  # Qt.ItemDataRole.UserRole; numbers keep all of Qt's names off the start path


class ItemRole(IntEnum):
    """Qt's own roles that the start path needs, as the numbers that models are asked with."""

    DISPLAY = 0
    TOOL_TIP = 3
    TEXT_ALIGNMENT = 7
    ACCESSIBLE_TEXT = 11


class SectionColumn(IntEnum):
    """Columns of the contents tree."""

    TITLE = 0
    PAGE = 1


class SectionRole(IntEnum):
    """What a row of the contents tree says beyond its title.

    ``SHORT`` is what a narrow row shows: the title without the words that all questions begin
    with, or without how a figure's values are counted.
    """

    KIND = _USER + 1
    SHORT = _USER + 2
    SECTION = _USER + 3
    PAGE = _USER + 4
    GRADE = _USER + 5
    FIGURE = _USER + 6


class MeasureColumn(IntEnum):
    """Columns of the list of measures."""

    LABEL = 0
    FORCE = 1
    NATIONAL = 2


class RowRole(IntEnum):
    """What the measures list and the table beside a chart say of a cell, beyond its text.

    ``DETAIL`` is a smaller second line; ``EMPHASIS`` one of ``Emphasis``; ``LEVEL`` is 1 for a
    row that is part of the one above it.
    """

    DETAIL = _USER + 101
    EMPHASIS = _USER + 102
    LEVEL = _USER + 103


class EntryRole(IntEnum):
    """The whole entry behind a row of an ``EntryModel``, for its delegate."""

    ENTRY = _USER + 201


class Emphasis(IntEnum):
    """How a cell stands out: the delegate chooses the font and the colour."""

    PLAIN = 0
    OWN_FORCE = 1
    QUIET = 2
    GROUP = 3
    TOTAL = 4
