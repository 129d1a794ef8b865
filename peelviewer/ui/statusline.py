# SPDX-License-Identifier: MIT
"""The line at the bottom: where we are, what edition, what to beware of, how large the text is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QToolButton, QWidget

from peelviewer.ui import icons
from peelviewer.ui.views import View
from peelviewer.ui.wording import counted, edition_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peelviewer.model.report import Report
    from peelviewer.ui.eliding_label import ElidingLabel
    from peelviewer.ui.progress_line import ProgressLine
    from peelviewer.ui.theme import Theme


class StatusLine(QStatusBar):
    """Facts as labels; those that lead somewhere as buttons."""

    caveats_wished = Signal()
    audit_wished = Signal(str)
    """The list of the audit that is wanted: "unplaced" or "inconsistencies"."""
    zoom_reset_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusline")
        self.setAccessibleName("Status")
        self.setSizeGripEnabled(False)
        self._pages: int | None = None
        self.page = QLabel()
        self.edition = _button("What became of every word of the source")
        self.edition.clicked.connect(lambda: self.audit_wished.emit("unplaced"))
        self.caveats = _button("Caveats on the measures of this section")
        self.caveats.clicked.connect(self.caveats_wished)
        self.inconsistencies = _button("Values that the report prints differently in two places")
        self.inconsistencies.clicked.connect(lambda: self.audit_wished.emit("inconsistencies"))
        self.zoom = _button("Size of the text; activate for 100 percent")
        self.zoom.clicked.connect(self.zoom_reset_wished)
        self._reading = QWidget()
        facts = QHBoxLayout(self._reading)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(6)
        for widget in (self.page, self.edition, self.caveats, self.inconsistencies):
            facts.addWidget(widget)
        self.addWidget(self._reading)
        self.addPermanentWidget(self.zoom)
        self.show_caveats(0)
        self.show_report(None)

    @cached_property
    def progress(self) -> ProgressLine:
        """What runs; made when something does."""
        from peelviewer.ui.progress_line import ProgressLine

        line = ProgressLine()
        before = 2 if "comparison" in self.__dict__ else 1
        self.insertPermanentWidget(before, line)  # ahead of the zoom
        line.hide()
        return line

    @cached_property
    def comparison(self) -> ElidingLabel:
        """The facts of a comparison; made when one is first shown."""
        from peelviewer.ui.eliding_label import ElidingLabel

        label = ElidingLabel()
        self.insertWidget(1, label, 1)
        return label

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the theme's colours; until then what it belongs to is not shown."""
        self.caveats.setIcon(icons.icon("warning", theme.warning, 15))

    def show_report(self, report: Report | None) -> None:
        """Say what edition is open and whether it contradicts itself."""
        self._pages = report.pages if report else None
        self.edition.setText(edition_words(report) if report else "")
        self.edition.setVisible(report is not None)
        count = len(report.inconsistencies) if report else 0
        self.inconsistencies.setVisible(count > 0)
        self.inconsistencies.setText(
            f"≠ {counted(count, 'inconsistency', 'inconsistencies')} in this report"
        )
        self.show_page(None)

    def show_page(self, page: int | None) -> None:
        """Say which page of the report is read."""
        of = f" of {self._pages}" if self._pages else ""
        self.page.setText("" if page is None else f"p. {page}{of}")
        self.page.setAccessibleName("" if page is None else f"Page {page}{of}")

    def show_caveats(self, count: int) -> None:
        """Say how many caveats go with the measures here."""
        self.caveats.setVisible(count > 0)
        self.caveats.setText(f"{counted(count, 'caveat')} here")

    def show_view(self, name: str) -> None:
        """Say what goes with a view: the place in the report, or the comparison."""
        is_reading = name == View.READ
        self._reading.setVisible(is_reading)
        if not is_reading or "comparison" in self.__dict__:
            self.comparison.setVisible(not is_reading)

    def show_comparison(self, facts: Sequence[str]) -> None:
        """Say how many forces are in a comparison, where it is from, how many caveats it has."""
        self.comparison.setText("      ".join(facts))

    def show_zoom(self, percent: int) -> None:
        """Say how large the text is."""
        self.zoom.setText(f"{percent}%")


def _button(tip: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    button.setIconSize(QSize(15, 15))
    return button
