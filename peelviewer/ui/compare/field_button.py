# SPDX-License-Identifier: MIT
"""A button that looks like a field, for a choice whose name may need two lines."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from peelviewer.ui import icons
from peelviewer.ui.theme import Theme

ARROW = 12


class FieldButton(QPushButton):
    """Shows what is chosen and an arrow; its text breaks instead of being cut."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setProperty("field", True)
        self.setAutoDefault(False)
        self._text = QLabel(self, wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._arrow = QLabel(self)
        for label in (self._text, self._arrow):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 8, 6)
        layout.setSpacing(6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_choice(self, text: str, detail: str = "") -> None:
        """Show what is chosen; ``detail`` is for the tooltip and a screen reader."""
        self._text.setText(text)
        self.setToolTip(", ".join(filter(None, (text, detail))))
        self.setAccessibleName(f"{self._name}: {', '.join(filter(None, (text, detail)))}")
        self.updateGeometry()

    @property
    def shown(self) -> str:
        """What is shown as chosen."""
        return self._text.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw the arrow in the theme's colours."""
        self._arrow.setPixmap(
            icons.pixmap("step-down", theme.muted, ARROW, self.devicePixelRatioF())
        )

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that the text may need more than one line."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the text at a width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size in the present width."""
        return QSize(160, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size at which nothing is cut."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))
