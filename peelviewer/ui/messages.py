# SPDX-License-Identifier: MIT
"""The one place that tells the user something: a banner under the header, never a pop-up.

Errors stay until they are dismissed; so does what an import recognised.
"""

from collections.abc import Callable
from typing import Literal

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from peelviewer.ui import icons
from peelviewer.ui.announce import announce
from peelviewer.ui.theme import Theme

Kind = Literal["error", "notice"]
MOST = 3
ABOVE = 5  # pixels


class Banner(QFrame):
    """One message with its icon and a button that dismisses it."""

    def __init__(self, kind: Kind, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("kind", kind)
        self.setAccessibleName("Error" if kind == "error" else "Message")
        self.kind = kind
        self.text = text
        self._icon = QLabel()
        self.label = QLabel(text, wordWrap=True)
        self.label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(
            QtCore.Qt.TextInteractionFlag.TextSelectableByMouse
            | QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.label.setAccessibleName(text)
        self.dismiss = QToolButton()
        self.dismiss.setAccessibleName("Dismiss this message")
        self.dismiss.setToolTip("Dismiss")
        self.dismiss.setIconSize(QSize(16, 16))
        self.dismiss.clicked.connect(self.close)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self._icon, alignment=QtCore.Qt.AlignmentFlag.AlignTop)
        for part in (self._icon, self.label):  # their first line is level with the buttons
            part.setContentsMargins(0, ABOVE, 0, ABOVE)
        layout.addWidget(self.label, stretch=1)
        layout.addWidget(self.dismiss, alignment=QtCore.Qt.AlignmentFlag.AlignTop)
        self.set_theme(theme)

    def add_button(self, text: str, action: Callable[[], object]) -> None:
        """Offer something to do about the message."""
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda _: action())
        self._row.insertWidget(2, button, alignment=QtCore.Qt.AlignmentFlag.AlignTop)
        self.setTabOrder(button, self.dismiss)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        name, colour = (
            ("warning", theme.error_text) if self.kind == "error" else ("notice", theme.accent)
        )
        self._icon.setPixmap(icons.pixmap(name, colour, 18, self.devicePixelRatioF()))
        self.dismiss.setIcon(icons.icon("close", theme.muted, 16))


class Messages(QWidget):
    """The banners, newest on top."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Messages")
        self._theme = theme
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(6)
        self.hide()

    def error(
        self, sentence: str, *, button: str = "", action: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence about what went wrong and what to do; ``button`` does ``action``."""
        self._show("error", sentence, button, action)

    def notice(
        self, sentence: str, *, button: str = "", action: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence about what was done; ``button`` does ``action``."""
        self._show("notice", sentence, button, action)

    def clear(self) -> None:
        """Take all banners away: what they spoke of is no longer shown."""
        for banner in self.banners():
            self._take_away(banner)
        self.hide()

    def clear_notices(self) -> None:
        """Take notices away: they spoke of what was done before. Errors stay."""
        for banner in self.banners():
            if banner.kind == "notice":
                self._take_away(banner)
        self.setVisible(bool(self.banners()))

    def banners(self) -> list[Banner]:
        """Return what is shown, newest first."""
        items = (self._layout.itemAt(number) for number in range(self._layout.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Banner)]

    def set_theme(self, theme: Theme) -> None:
        """Draw the banners in the theme's colours."""
        self._theme = theme
        for banner in self.banners():
            banner.set_theme(theme)

    def _show(
        self, kind: Kind, sentence: str, button: str, action: Callable[[], object] | None
    ) -> None:
        for old in [banner for banner in self.banners() if banner.text == sentence]:
            self._take_away(old)
        banner = Banner(kind, sentence, self._theme)
        if button and action is not None:
            banner.add_button(button, action)
        banner.destroyed.connect(self._on_dismissed)
        self._layout.insertWidget(0, banner)
        self._make_room()
        self.show()
        announce(self, sentence, urgent=kind == "error")

    def _make_room(self) -> None:
        """Take the oldest away where there are too many: notices first, as errors are to stay."""
        others = self.banners()[1:]  # the newest stays
        others.sort(key=lambda banner: banner.kind == "notice")
        for old in others[MOST - 1 :]:
            self._take_away(old)

    def _take_away(self, banner: Banner) -> None:
        self._layout.removeWidget(banner)
        banner.close()

    def _on_dismissed(self) -> None:
        if not self.banners():
            self.hide()
