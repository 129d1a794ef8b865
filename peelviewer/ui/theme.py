# SPDX-License-Identifier: MIT
"""The window's colours as one frozen value, and how they reach Qt: palette and style sheet.

Every colour has a name for what it is for. ``tests/ui/test_theme.py`` computes the contrasts:
at least 4.5 to 1 for text and 3 to 1 for marks and controls.
"""

import re

import msgspec
from PySide6 import QtCore
from PySide6.QtGui import QBrush, QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from peelviewer.paths import bundled

SANS = "Inter"
SERIF = "Source Serif 4"


class GradeColours(msgspec.Struct, frozen=True):
    """A grade's badge: the shape, the word, and the pill that the word stands on."""

    mark: str
    text: str
    fill: str
    line: str


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """Named colours, each as ``#rrggbb``.

    ``window`` lies under the header and the status bar, ``panel`` under the two side panels,
    ``base`` under the text, ``raised`` under cards and fields.
    """

    name: str
    dark: bool
    window: str
    panel: str
    base: str
    raised: str
    text: str
    muted: str
    line: str
    control_line: str
    accent: str
    accent_hover: str
    on_accent: str
    link: str
    selection: str
    selection_text: str
    hover: str
    focus: str
    value_fill: str
    value_line: str
    brief_fill: str
    flash: str
    found: str
    found_current: str
    action_fill: str
    action_line: str
    action_text: str
    warning: str
    error_fill: str
    error_line: str
    error_text: str
    notice_fill: str
    notice_line: str
    outstanding: GradeColours
    good: GradeColours
    adequate: GradeColours
    requires_improvement: GradeColours
    inadequate: GradeColours
    ungraded: GradeColours

    def grade(self, grade: str) -> GradeColours:
        """Return the colours of a grade as the model names it ("requires improvement")."""
        colours: GradeColours = getattr(self, grade.replace(" ", "_"))
        return colours

    def tokens(self) -> dict[str, str]:
        """Return the plain colours by name, for style sheet templates."""
        values = {name: getattr(self, name) for name in self.__struct_fields__}
        return {name: value for name, value in values.items() if isinstance(value, str)}


LIGHT = Theme(
    name="light",
    dark=False,
    window="#f6f7f9",
    panel="#fafbfc",
    base="#ffffff",
    raised="#ffffff",
    text="#1b1f24",
    muted="#5a6370",
    line="#e1e5ea",
    control_line="#868f9b",
    accent="#12436d",
    accent_hover="#0d3354",
    on_accent="#ffffff",
    link="#12436d",
    selection="#dce7f2",
    selection_text="#12436d",
    hover="#eceff3",
    focus="#2073bc",
    value_fill="#eaf2fa",
    value_line="#3f8fca",
    brief_fill="#f2f6fb",
    flash="#fff1b8",
    found="#ffe9a8",
    found_current="#ffb95e",
    action_fill="#fffaee",
    action_line="#e7d5a5",
    action_text="#7a5200",
    warning="#7a5200",
    error_fill="#fdf0f0",
    error_line="#e6b3b3",
    error_text="#9c1c1c",
    notice_fill="#edf4fb",
    notice_line="#b9d3ea",
    outstanding=GradeColours("#1a7f64", "#0f5c47", "#eaf6f1", "#a9d6c6"),
    good=GradeColours("#12436d", "#12436d", "#ecf2f8", "#b4cbe0"),
    adequate=GradeColours("#5d6b7a", "#414c58", "#f0f2f5", "#c3cad2"),
    requires_improvement=GradeColours("#d9500f", "#93370b", "#fdefe6", "#f3bd9d"),
    inadequate=GradeColours("#a3123a", "#8c0f32", "#fbecf0", "#e5adbd"),
    ungraded=GradeColours("#6b7480", "#4d5561", "#f4f5f7", "#cbd1d8"),
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#1a1c20",
    panel="#1d1f24",
    base="#212429",
    raised="#272a30",
    text="#e6e9ed",
    muted="#a7b0bb",
    line="#33373e",
    control_line="#79838f",
    accent="#6bace6",
    accent_hover="#8cc0ee",
    on_accent="#0f1c29",
    link="#8cc0ee",
    selection="#28435c",
    selection_text="#d9ebfb",
    hover="#2c3037",
    focus="#6bace6",
    value_fill="#26384a",
    value_line="#6bace6",
    brief_fill="#26303b",
    flash="#5b4f1d",
    found="#5b4f1d",
    found_current="#8a5a12",
    action_fill="#302b1f",
    action_line="#5f5230",
    action_text="#f0cd7e",
    warning="#f0cd7e",
    error_fill="#3a2425",
    error_line="#7a3f41",
    error_text="#ffb3b0",
    notice_fill="#24323f",
    notice_line="#3f5c76",
    outstanding=GradeColours("#4fc3a1", "#8fdcc4", "#20342e", "#39685a"),
    good=GradeColours("#6bace6", "#a9d0f3", "#243444", "#40617f"),
    adequate=GradeColours("#a7b0bb", "#cdd3da", "#2d3138", "#515a65"),
    requires_improvement=GradeColours("#f58a53", "#ffbb97", "#3a2a22", "#7c503a"),
    inadequate=GradeColours("#f0708f", "#ffaabd", "#3b242b", "#7d4453"),
    ungraded=GradeColours("#9aa3ae", "#c6ccd4", "#2b2f35", "#4d5560"),
)


def current(app: QApplication) -> Theme:
    """Return the theme that goes with the system's colour scheme, as Qt knows it now."""
    dark = QtCore.Qt.ColorScheme.Dark
    return DARK if app.styleHints().colorScheme() == dark else LIGHT


def at_start(app: QApplication) -> Theme:
    """Return the theme that goes with the palette that Qt has just taken from the system.

    The same as ``current``, before any palette of ours is set, without loading the large set of
    names that ``Qt`` is: that alone takes a sixth of the time to the first paint.
    """
    given = app.palette()
    return DARK if given.window().color().lightness() < given.text().color().lightness() else LIGHT


def shown() -> Theme:
    """Return the theme that the program shows now, for a window that is made later."""
    window = QApplication.palette().window().color().name()
    return DARK if window == DARK.window else LIGHT


def interface_font() -> QFont:
    """Return the font of the interface.

    Figures of one width ("tnum") are for columns of numbers only: they set hyphens apart in words.
    """
    font = QFont(SANS)
    font.setPixelSize(13)
    return font


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole program the theme's palette and style sheet."""
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def solid(colour: str) -> QBrush:
    """Return a brush of one colour.

    By way of a palette: ``QBrush(QColor)`` and ``QPainter.setPen`` make PySide load all names of
    ``Qt`` (see ``at_start``), and the first paint has no time for that.
    """
    holder = QPalette()
    holder.setColor(QPalette.ColorRole.Window, QColor(colour))
    return holder.window()


def style_sheet(theme: Theme) -> str:
    """Return ``resources/style.qss`` with the theme's colours filled in."""
    template = bundled("resources/style.qss").read_text(encoding="utf-8")
    icons = bundled("resources/icons").as_posix()
    return filled(template, {**theme.tokens(), "icons": icons})


def filled(template: str, values: dict[str, str]) -> str:
    """Return a template with a value in the place of each ``$name``.

    As ``string.Template`` does, which is dear to import before the first paint.

    Raises:
        KeyError: no value has that name.
    """
    return re.sub(r"\$([a-z_]+)", lambda name: values[name[1]], template)


def palette(theme: Theme) -> QPalette:
    """Return the theme as a palette, for what no style sheet reaches."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.base,
        role.AlternateBase: theme.panel,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.selection_text,
        role.Link: theme.link,
        role.LinkVisited: theme.link,
        role.Mid: theme.line,
        role.Light: theme.raised,
        role.Dark: theme.control_line,
        role.Accent: theme.accent,
    }
    result = QPalette()
    for key, colour in colours.items():
        result.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(theme.control_line))
    return result
