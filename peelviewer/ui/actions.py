# SPDX-License-Identifier: MIT
"""Everything that the window can be told to do, in one table: text, tip, keys, icon, menu."""

from enum import Enum, auto

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from peelviewer.ui import icons
from peelviewer.ui.theme import Theme

Key = QKeySequence.StandardKey


class ActionId(Enum):
    """The name of an action; menus, buttons and tests refer to it."""

    IMPORT = auto()
    IMPORT_STATISTICS = auto()
    SHOW_STATISTICS = auto()
    SAVE_CHART = auto()
    QUIT = auto()
    COPY = auto()
    FIND = auto()
    FIND_NEXT = auto()
    FIND_PREVIOUS = auto()
    FILTER = auto()
    VIEW_READ = auto()
    VIEW_COMPARE = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    ZOOM_RESET = auto()
    SHOW_CONTENTS = auto()
    SHOW_MEASURES = auto()
    SHOW_ORIGINAL = auto()
    SHOW_AUDIT = auto()
    NEXT_PANE = auto()
    PREVIOUS_PANE = auto()
    BACK = auto()
    FORWARD = auto()
    NEXT_SECTION = auto()
    PREVIOUS_SECTION = auto()
    NEXT_NOTE = auto()
    PREVIOUS_NOTE = auto()
    SHORTCUTS = auto()
    ABOUT = auto()


class Spec(msgspec.Struct, frozen=True, kw_only=True):
    """An action's words and keys; ``keys`` are standard keys or sequences such as ``"F6"``."""

    text: str
    tip: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    icon: str | None = None
    checkable: bool = False


SPECS: dict[ActionId, Spec] = {
    ActionId.IMPORT: Spec(
        text="&Import report…", tip="Add a report to the library from a file",
        keys=("Ctrl+O",), icon="import",
    ),
    ActionId.IMPORT_STATISTICS: Spec(
        text="Import s&tatistics…", tip="Add national statistics to the library from a file",
    ),
    ActionId.SHOW_STATISTICS: Spec(
        text="Statisti&cs…", tip="List the national statistics that there are, and remove some",
    ),
    ActionId.SAVE_CHART: Spec(
        text="&Save chart…", tip="Save the chart that is shown as a picture or as data",
        keys=(Key.Save,), icon="save",
    ),
    ActionId.QUIT: Spec(text="&Quit", tip="Close PEEL Viewer", keys=("Ctrl+Q",)),
    ActionId.COPY: Spec(
        text="&Copy", tip="Copy the selected text or value", keys=(Key.Copy,), icon="copy"
    ),
    ActionId.FIND: Spec(
        text="&Find in this report…", tip="Search the text of the open report",
        keys=(Key.Find,), icon="search",
    ),
    ActionId.FIND_NEXT: Spec(
        text="Find &next", tip="Go to the next place that was found", keys=("F3", "Ctrl+G")
    ),
    ActionId.FIND_PREVIOUS: Spec(
        text="Find &previous", tip="Go to the place found before this one",
        keys=("Shift+F3", "Ctrl+Shift+G"),
    ),
    ActionId.FILTER: Spec(
        text="Filter &contents", tip="Show only titles that have the words you type",
        keys=("Ctrl+L",),
    ),
    ActionId.VIEW_READ: Spec(
        text="&Read", tip="Read the open report", keys=("Ctrl+1",), checkable=True
    ),
    ActionId.VIEW_COMPARE: Spec(
        text="Com&pare", tip="Compare forces, years and measures", keys=("Ctrl+2",), checkable=True
    ),
    ActionId.ZOOM_IN: Spec(
        text="&Larger text", tip="Make the text of the report larger", keys=("Ctrl++", "Ctrl+=")
    ),
    ActionId.ZOOM_OUT: Spec(
        text="&Smaller text", tip="Make the text of the report smaller", keys=("Ctrl+-",)
    ),
    ActionId.ZOOM_RESET: Spec(
        text="&Normal size", tip="Show the text at 100 percent", keys=("Ctrl+0",)
    ),
    ActionId.SHOW_CONTENTS: Spec(
        text="&Contents", tip="Show or hide the contents at the left", keys=("F9",),
        icon="contents", checkable=True,
    ),
    ActionId.SHOW_MEASURES: Spec(
        text="&Measures", tip="Show or hide the measures at the right", keys=("F10",),
        icon="measures", checkable=True,
    ),
    ActionId.SHOW_ORIGINAL: Spec(
        text="&Original", tip="Show the page as published beside the text",
        keys=("Ctrl+Shift+O",), icon="original", checkable=True,
    ),
    ActionId.SHOW_AUDIT: Spec(
        text="&Audit…", tip="List what was not placed, what was set apart and what disagrees",
        keys=("Ctrl+Shift+A",),
    ),
    ActionId.NEXT_PANE: Spec(
        text="Next &pane", tip="Move the keyboard to the next part of the window", keys=("F6",)
    ),
    ActionId.PREVIOUS_PANE: Spec(
        text="Pre&vious pane", tip="Move the keyboard to the part of the window before",
        keys=("Shift+F6",),
    ),
    ActionId.BACK: Spec(
        text="&Back", tip="Go back to where you were", keys=("Alt+Left",), icon="back"
    ),
    ActionId.FORWARD: Spec(
        text="&Forward", tip="Go forward again", keys=("Alt+Right",), icon="forward"
    ),
    ActionId.NEXT_SECTION: Spec(
        text="&Next section", tip="Go to the next heading", keys=("Alt+Down",)
    ),
    ActionId.PREVIOUS_SECTION: Spec(
        text="&Previous section", tip="Go to the heading before", keys=("Alt+Up",)
    ),
    ActionId.NEXT_NOTE: Spec(
        text="Next f&ootnote", tip="Move to the next footnote in the text", keys=("F8",)
    ),
    ActionId.PREVIOUS_NOTE: Spec(
        text="Previous foo&tnote", tip="Move to the footnote before", keys=("Shift+F8",)
    ),
    ActionId.SHORTCUTS: Spec(
        text="&Keyboard shortcuts", tip="List all keys", keys=("F1", "Ctrl+?")
    ),
    ActionId.ABOUT: Spec(
        text="&About PEEL Viewer", tip="Version, licences and where the library lies"
    ),
}  # fmt: skip

MENUS: dict[str, tuple[ActionId | None, ...]] = {
    "&File": (
        ActionId.IMPORT, ActionId.IMPORT_STATISTICS, ActionId.SHOW_STATISTICS, None,
        ActionId.SAVE_CHART, None, ActionId.QUIT,
    ),
    "&Edit": (
        ActionId.COPY, None, ActionId.FIND, ActionId.FIND_NEXT, ActionId.FIND_PREVIOUS,
        ActionId.FILTER,
    ),
    "&View": (
        ActionId.VIEW_READ, ActionId.VIEW_COMPARE, None,
        ActionId.ZOOM_IN, ActionId.ZOOM_OUT, ActionId.ZOOM_RESET, None,
        ActionId.SHOW_CONTENTS, ActionId.SHOW_MEASURES, ActionId.SHOW_ORIGINAL, None,
        ActionId.SHOW_AUDIT, None,
        ActionId.NEXT_PANE, ActionId.PREVIOUS_PANE,
    ),
    "&Go": (
        ActionId.BACK, ActionId.FORWARD, None,
        ActionId.NEXT_SECTION, ActionId.PREVIOUS_SECTION, None,
        ActionId.NEXT_NOTE, ActionId.PREVIOUS_NOTE,
    ),
    "&Help": (ActionId.SHORTCUTS, ActionId.ABOUT),
}  # fmt: skip


def create(parent: QObject) -> dict[ActionId, QAction]:
    """Return every action by its name."""
    actions = {}
    for name, spec in SPECS.items():
        action = QAction(spec.text, parent)
        action.setObjectName(name.name.lower())
        action.setStatusTip(spec.tip)
        action.setShortcuts([key for keys in spec.keys for key in _sequences(keys)])
        first = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{spec.tip} ({first})" if first else spec.tip)
        action.setCheckable(spec.checkable)
        actions[name] = action
    return actions


def set_icons(actions: dict[ActionId, QAction], theme: Theme) -> None:
    """Draw the actions' icons in a theme's colours."""
    for name, action in actions.items():
        picture = SPECS[name].icon
        if picture is not None:
            action.setIcon(icons.icon(picture, theme.text, disabled=theme.control_line))


def _sequences(key: QKeySequence.StandardKey | str) -> list[QKeySequence]:
    return [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)[:1]
