# SPDX-License-Identifier: MIT
"""What the panel says where there is nothing to list, and where to go instead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from peelviewer.ui.measures.entries import Elsewhere, Listing
from peelviewer.ui.short_titles import short_question
from peelviewer.ui.wording import counted


class NoMeasures(QWidget):
    """A sentence, and a button that leads to the measures there are."""

    section_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noMeasures")
        self._section = ""
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setProperty("quiet", True)
        self.button = QPushButton(self)
        self.button.clicked.connect(lambda: self.section_wanted.emit(self._section))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 24, 12, 24)
        layout.setSpacing(14)
        layout.addStretch(2)
        layout.addWidget(self.sentence)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)
        self.say_closed()

    def say_closed(self) -> None:
        """Say that no report is open."""
        self._say("No report is open. Open one to see its measures here.", None)

    def say_nowhere_yet(self) -> None:
        """Say that no section has been chosen."""
        self._say("Choose a section to see its measures here.", None)

    def say_where(self, listing: Listing) -> None:
        """Say that the section has none, and where some are."""
        place = "chapter" if listing.is_chapter else "section"
        elsewhere = listing.elsewhere
        if elsewhere is None:
            self._say(f"This {place} states no measures, nor does the rest of the report.", None)
            return
        self._say(
            f"This {place} states no measures. {_clause(elsewhere)}.",
            elsewhere,
        )

    def _say(self, sentence: str, elsewhere: Elsewhere | None) -> None:
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(sentence)
        self.button.setVisible(elsewhere is not None)
        if elsewhere is not None:
            self._section = elsewhere.section
            what = "measure" if elsewhere.count else "figure"
            count = elsewhere.count or elsewhere.figures
            number = f"the {what}" if count == 1 else f"its {count} {what}s"
            self.button.setText(f"Show {number}")
            self.button.setAccessibleName(f"Show {number} of {elsewhere.title}")
            self.button.setToolTip(elsewhere.title)


def _clause(elsewhere: Elsewhere) -> str:
    """Return where measures are and how many; the number never stands on a line of its own."""
    full = elsewhere.title.rstrip(" .")
    title = short_question(full)
    if title != full or title.endswith("?") or "," in title:
        title = f"“{title}”"
    if not elsewhere.is_by_name:
        title = f"Its chapter, {title},"
    if elsewhere.count:
        return f"{title} has\N{NO-BREAK SPACE}{elsewhere.count}"
    return f"{title} has\N{NO-BREAK SPACE}{counted(elsewhere.figures, 'figure')}"
