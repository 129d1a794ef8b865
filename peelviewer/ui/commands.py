# SPDX-License-Identifier: MIT
"""The window's actions, tied to what they do; made after the first paint."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from peelviewer.ui import actions
from peelviewer.ui.actions import ActionId
from peelviewer.ui.history import History
from peelviewer.ui.theme import Theme
from peelviewer.ui.views import View

if TYPE_CHECKING:
    from peelviewer.ui.main_window import MainWindow

_OF_THE_REPORT = (
    ActionId.FIND,
    ActionId.FIND_NEXT,
    ActionId.FIND_PREVIOUS,
    ActionId.FILTER,
    ActionId.SHOW_CONTENTS,
    ActionId.SHOW_MEASURES,
    ActionId.SHOW_ORIGINAL,
    ActionId.NEXT_SECTION,
    ActionId.PREVIOUS_SECTION,
    ActionId.NEXT_NOTE,
    ActionId.PREVIOUS_NOTE,
)


class Commands:
    """Every action by its name, in the window's menus."""

    def __init__(self, window: "MainWindow", menus: Sequence[QMenu], theme: Theme) -> None:
        self.action = actions.create(window)
        window.addActions(list(self.action.values()))
        for name, slot in _slots(window).items():
            self.action[name].triggered.connect(slot)
        for menu, names in zip(menus, actions.MENUS.values(), strict=True):
            for entry in names:
                if entry is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self.action[entry])
        for panel, widget in window.side_panels().items():
            self.show_panel(panel, not widget.isHidden())
        self.show_panel("original", window.provenance.original.is_shown)
        window.header.add_tool(self.action[ActionId.SHOW_ORIGINAL])
        self.show_history(window.navigator.history)
        self.show_view(window.views.current)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        actions.set_icons(self.action, theme)

    def show_history(self, history: History) -> None:
        """Say which ways there are to go."""
        self.action[ActionId.BACK].setEnabled(history.can_go_back())
        self.action[ActionId.FORWARD].setEnabled(history.can_go_forward())

    def show_view(self, name: str) -> None:
        """Tick the view that is shown; what only a report can do is off elsewhere."""
        self.action[ActionId.VIEW_READ].setChecked(name == View.READ)
        self.action[ActionId.VIEW_COMPARE].setChecked(name == View.COMPARE)
        for action in _OF_THE_REPORT:
            self.action[action].setEnabled(name == View.READ)

    def show_panel(self, name: str, shown: bool) -> None:
        """Tick or untick a side panel."""
        self.action[ActionId[f"SHOW_{name.upper()}"]].setChecked(shown)


def _slots(window: "MainWindow") -> dict[ActionId, Callable[..., object]]:
    view, go = window.read_view, window.navigator
    return {
        ActionId.IMPORT: window.intake.reports.ask,
        ActionId.IMPORT_STATISTICS: window.intake.statistics.ask,
        ActionId.SHOW_STATISTICS: window.intake.statistics.show_held,
        ActionId.SAVE_CHART: window.save_chart,
        ActionId.QUIT: window.close,
        ActionId.COPY: window.copy,
        ActionId.FIND: view.open_find_bar,
        ActionId.FIND_NEXT: view.find_next,
        ActionId.FIND_PREVIOUS: view.find_previous,
        ActionId.FILTER: window.focus_filter,
        ActionId.VIEW_READ: lambda: window.show_view(View.READ),
        ActionId.VIEW_COMPARE: lambda: window.show_view(View.COMPARE),
        ActionId.ZOOM_IN: lambda: window.text_size.step(1),
        ActionId.ZOOM_OUT: lambda: window.text_size.step(-1),
        ActionId.ZOOM_RESET: window.text_size.reset,
        ActionId.SHOW_CONTENTS: lambda shown: window.show_panel("contents", shown),
        ActionId.SHOW_MEASURES: lambda shown: window.show_panel("measures", shown),
        ActionId.SHOW_ORIGINAL: window.provenance.original.show,
        ActionId.SHOW_AUDIT: lambda: window.provenance.show_audit("unplaced"),
        ActionId.NEXT_PANE: lambda: window.panes.step(1),
        ActionId.PREVIOUS_PANE: lambda: window.panes.step(-1),
        ActionId.BACK: go.back,
        ActionId.FORWARD: go.forward,
        ActionId.NEXT_SECTION: lambda: view.step_section(1),
        ActionId.PREVIOUS_SECTION: lambda: view.step_section(-1),
        ActionId.NEXT_NOTE: lambda: view.step_note(1),
        ActionId.PREVIOUS_NOTE: lambda: view.step_note(-1),
        ActionId.SHORTCUTS: window.show_shortcuts,
        ActionId.ABOUT: window.show_about,
    }
