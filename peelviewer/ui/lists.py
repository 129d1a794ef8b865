# SPDX-License-Identifier: MIT
"""Two short lists behind the status line: caveats here, and values the report contradicts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from peelviewer.model.measure import Period
from peelviewer.model.report import Inconsistency, Occurrence, Report
from peelviewer.reference.catalogue import catalogue
from peelviewer.ui.caveats import SectionCaveat

AREAS = {"national": "England and Wales"}


class ListDialog(QDialog):
    """A title, an explanation, and entries below each other."""

    def __init__(self, title: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(14)
        inner = QWidget()
        inner.setAccessibleName(title)
        inner.setLayout(self._entries)
        self._entries.setContentsMargins(0, 0, 8, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        scroll.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.addWidget(_label(explanation, quiet=True))
        layout.addWidget(scroll, stretch=1)
        layout.addWidget(buttons)
        self.resize(560, 420)

    def add(self, heading: str, text: str, buttons: Sequence[QPushButton] = ()) -> None:
        """Add an entry."""
        box = QVBoxLayout()
        box.setSpacing(4)
        name = _label(heading)
        font = name.font()
        font.setWeight(font.Weight.DemiBold)
        name.setFont(font)
        box.addWidget(name)
        if text:
            box.addWidget(_label(text))
        if buttons:
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch()
            box.addSpacing(2)
            box.addLayout(row)
        self._entries.addLayout(box)

    def finish(self) -> None:
        """Push the entries to the top."""
        self._entries.addStretch()


class CaveatsDialog(ListDialog):
    """What to bear in mind with the measures of the section that is read."""

    def __init__(self, caveats: Sequence[SectionCaveat], parent: QWidget | None = None) -> None:
        super().__init__(
            "Caveats here", "What limits the use of the measures in this section.", parent
        )
        for caveat in caveats:
            page = "" if caveat.page is None else f" (page {caveat.page})"
            self.add(", ".join(caveat.labels), f"{caveat.text}{page}")
        self.finish()


class InconsistenciesDialog(ListDialog):
    """Where the report prints the same measure with different values; each place can be gone to."""

    place_wished = Signal(str)

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(
            "Inconsistencies in this report",
            "The report prints these measures with different values, for the same area and "
            "period. PEEL Viewer shows each value where and as it is printed.",
            parent,
        )
        for inconsistency in report.inconsistencies:
            buttons = [
                self._place(
                    f"{occurrence.value:g} · {_where(report, occurrence)}", occurrence.block
                )
                for occurrence in inconsistency.values
            ]
            label = _label_of(report, inconsistency)
            self.add(label, _circumstances(report, inconsistency), buttons)
        self.finish()

    def _place(self, text: str, block: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(f"Go to {text}")
        button.setToolTip("Show this place in the text")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.place_wished.emit(block))
        return button


def _where(report: Report, occurrence: Occurrence) -> str:
    """Return the page of a place; where it has none, the title of its section."""
    if occurrence.page is not None:
        return f"page {occurrence.page}"
    section = report.section_of_block.get(occurrence.block)
    return report.chapter_of(section.id).title if section else "in the text"


def _label_of(report: Report, inconsistency: Inconsistency) -> str:
    known = catalogue().definition(inconsistency.key)
    if known is not None:
        return known.label
    labels = (m.label for m in report.measures if m.key == inconsistency.key)
    return next(labels, inconsistency.key.replace("_", " ").capitalize())


def _circumstances(report: Report, inconsistency: Inconsistency) -> str:
    area = AREAS.get(inconsistency.area, report.force.name)
    return f"{area}, {period_words(inconsistency.period)}"


def period_words(period: Period) -> str:
    """Return a period as the reports print it: "12 months to 30 June 2016"."""
    end = f"{period.end.day} {period.end:%B %Y}"
    if period.kind == "change":
        start = f"{period.start.day} {period.start:%B %Y}" if period.start else "an earlier period"
        return f"change from {start} to {end}"
    return f"{period.kind} {end}"


def _label(text: str, *, quiet: bool = False) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if quiet:
        label.setObjectName("quiet")
    return label
