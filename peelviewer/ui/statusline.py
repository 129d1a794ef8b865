# SPDX-License-Identifier: MIT
"""The line at the bottom: where we are, what edition, what to beware of, how large the text is."""

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStatusBar,
    QToolButton,
    QWidget,
)

from peelviewer.model.report import Report
from peelviewer.ui import icons
from peelviewer.ui.tasks import Task
from peelviewer.ui.theme import Theme
from peelviewer.ui.views import View
from peelviewer.ui.wording import counted, edition_words

BAR_WIDTH = 60
LEAST_WIDTH = 0  # pixels: what leads somewhere stays, a text gives way


class ElidingLabel(QLabel):
    """A text in one line, cut in its middle where there is no room: it never widens the window."""

    def setText(self, text: str) -> None:  # noqa: N802  # Qt's name
        """Show a text; who points at it is told the whole of it."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Do with next to nothing."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), LEAST_WIDTH), least.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802  # Qt's name
        """Paint as much of the text as there is room for."""
        painter = QPainter(self)
        area = self.contentsRect()
        middle = QtCore.Qt.TextElideMode.ElideMiddle
        shown = self.fontMetrics().elidedText(self.text(), middle, area.width())
        self.style().drawItemText(
            painter,
            area,
            int(QtCore.Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )
        painter.end()


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
        self.page.setAccessibleName("Page")
        self.edition = _button("What became of every word of the source")
        self.edition.clicked.connect(lambda: self.audit_wished.emit("unplaced"))
        self.caveats = _button("Caveats on the measures of this section")
        self.caveats.clicked.connect(self.caveats_wished)
        self.inconsistencies = _button("Values that the report prints differently in two places")
        self.inconsistencies.clicked.connect(lambda: self.audit_wished.emit("inconsistencies"))
        self.zoom = _button("Size of the text; activate for 100 percent")
        self.zoom.clicked.connect(self.zoom_reset_wished)
        self.comparison = ElidingLabel()
        self.comparison.setAccessibleName("Comparison")
        self.progress = ProgressLine()
        self.progress.hide()
        self._reading = QWidget()
        facts = QHBoxLayout(self._reading)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(6)
        for widget in (self.page, self.edition, self.caveats, self.inconsistencies):
            facts.addWidget(widget)
        self.addWidget(self._reading)
        self.addWidget(self.comparison, 1)
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self.zoom)
        self.show_caveats(0)
        self.show_report(None)
        self.show_view(View.READ)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        beside = QtCore.Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (self.caveats, self.inconsistencies):
            button.setToolButtonStyle(beside)
        self.caveats.setIcon(icons.icon("warning", theme.warning, 15))
        self.inconsistencies.setIcon(icons.icon("differs", theme.muted, 15))

    def show_report(self, report: Report | None) -> None:
        """Say what edition is open and whether it contradicts itself."""
        self._pages = report.pages if report else None
        self.edition.setText(edition_words(report) if report else "")
        self.edition.setVisible(report is not None)
        count = len(report.inconsistencies) if report else 0
        self.inconsistencies.setVisible(count > 0)
        self.inconsistencies.setText(
            f"{counted(count, 'inconsistency', 'inconsistencies')} in this report"
        )
        self.show_page(None)

    def show_page(self, page: int | None) -> None:
        """Say which page of the report is read."""
        of = f" of {self._pages}" if self._pages else ""
        self.page.setText("" if page is None else f"p. {page}{of}")

    def show_caveats(self, count: int) -> None:
        """Say how many caveats go with the measures here."""
        self.caveats.setVisible(count > 0)
        self.caveats.setText(f"{counted(count, 'caveat')} here")

    def show_view(self, name: str) -> None:
        """Say what goes with a view: the place in the report, or the comparison."""
        is_reading = name == View.READ
        self._reading.setVisible(is_reading)
        self.comparison.setVisible(not is_reading)

    def show_comparison(self, facts: Sequence[str]) -> None:
        """Say how many forces are in a comparison, where it is from, how many caveats it has."""
        self.comparison.setText("      ".join(facts))

    def show_zoom(self, percent: int) -> None:
        """Say how large the text is."""
        self.zoom.setText(f"{percent}%")


class ProgressLine(QWidget):
    """The running task: its title and stage, a bar, and a way to stop it and those that wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Progress")
        self.label = ElidingLabel()
        self.label.setAccessibleName("What is being done")
        self.bar = QProgressBar(maximum=1000, textVisible=False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.bar.setAccessibleName("Progress")
        self.cancel = QPushButton("Cancel")
        self.cancel.setAccessibleName("Cancel")
        self.cancel.clicked.connect(self._on_cancelled)
        self._tasks: list[Task] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(10)
        for widget in (self.label, self.bar, self.cancel):
            layout.addWidget(widget)

    def follow(self, task: Task) -> None:
        """Show a task, after those before it, until the last of them ends."""
        task.progressed.connect(self._on_progressed)
        task.ended.connect(self._on_ended)
        self._tasks.append(task)
        self.cancel.setEnabled(True)
        if len(self._tasks) == 1:
            self._begin(task)
        self.show()

    def _begin(self, task: Task) -> None:
        self.label.setText(task.title)
        self.bar.setValue(0)

    def _on_progressed(self, stage: str, fraction: float) -> None:
        task = self.sender()
        if isinstance(task, Task) and self.cancel.isEnabled():
            self.label.setText(f"{task.title}: {stage}" if stage else task.title)
            self.bar.setValue(round(fraction * 1000))

    def _on_ended(self) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._tasks:
            self._tasks.remove(task)
        if not self._tasks:
            self.hide()
        elif self.cancel.isEnabled():
            self._begin(self._tasks[0])

    def _on_cancelled(self) -> None:
        self.cancel.setEnabled(False)
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            self.label.setText(f"{self._tasks[0].title}: stopping")


def _button(tip: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    button.setIconSize(QSize(15, 15))
    return button
