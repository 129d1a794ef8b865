# SPDX-License-Identifier: MIT
"""What stands in a chart's place: why there is none, where the report says so, what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from peelviewer.comparing.refusals import Refusal
from peelviewer.ui import icons
from peelviewer.ui.theme import Theme

ICON = 22
WIDEST = 560


class RefusalView(QWidget):
    """A card in the middle: title, reason with its page, advice, and a button where one helps."""

    import_wished = Signal()
    page_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusal: Refusal | None = None
        self._theme: Theme | None = None
        self._card = QFrame(self)
        self._card.setObjectName("refusal")
        self._card.setMaximumWidth(WIDEST)
        self._icon = QLabel(self._card)
        self.title = _label("emptytitle")
        self.reason = _label("")
        self.advice = _label("quiet")
        self.import_button = QPushButton("Import statistics…", self._card)
        self.import_button.clicked.connect(self.import_wished)
        self.page_button = QPushButton(self._card)
        self.page_button.clicked.connect(self._on_page)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.page_button)
        buttons.addWidget(self.import_button)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(10)
        for label in (self.title, self.reason, self.advice):
            words.addWidget(label)
        words.addLayout(buttons)
        inside = QHBoxLayout(self._card)
        inside.setContentsMargins(22, 20, 22, 20)
        inside.setSpacing(14)
        inside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(words, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card, 8)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)

    def show_refusal(self, refusal: Refusal, *, can_go_to_page: bool) -> None:
        """Say why there is no chart; ``can_go_to_page`` if the open report has that page."""
        self._refusal = refusal
        self._card.setProperty("kind", refusal.kind)
        self._card.style().unpolish(self._card)
        self._card.style().polish(self._card)
        self.title.setText(refusal.title)
        self.reason.setText(refusal.reason)
        self.advice.setText(refusal.advice)
        self.advice.setVisible(bool(refusal.advice))
        self.import_button.setVisible(refusal.kind == "missing")
        self.page_button.setVisible(can_go_to_page and refusal.page is not None)
        self.page_button.setText(f"Read page {refusal.page}")
        self.setAccessibleName(
            " ".join(filter(None, (refusal.title, refusal.reason, refusal.advice)))
        )
        self._draw_icon()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the theme's colours."""
        self._theme = theme
        self._draw_icon()

    def _draw_icon(self) -> None:
        if self._theme is None or self._refusal is None:
            return
        is_forbidden = self._refusal.kind == "forbidden"
        name, colour = (
            ("warning", self._theme.warning) if is_forbidden else ("notice", self._theme.accent)
        )
        self._icon.setPixmap(icons.pixmap(name, colour, ICON, self.devicePixelRatioF()))

    def _on_page(self) -> None:
        if self._refusal is not None and self._refusal.page is not None:
            self.page_wished.emit(self._refusal.page)


def _label(name: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
