# SPDX-License-Identifier: MIT
"""The caveats in short, where there is no room for all of their words: never out of sight."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from peelviewer.charts.values import Caveat

LINES = 2
"""How many caveats begin here: the first is the weightiest."""
_LINK = "caveats"


class BriefCaveats(QFrame):
    """The beginnings of the first caveats, a line each, and the way to all of them."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caveats: tuple[Caveat, ...] = ()
        self._lines = tuple(QLabel(self) for _ in range(LINES))
        self.link = QLabel(self)
        self.link.setTextFormat(Qt.TextFormat.RichText)
        self.link.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.link.linkActivated.connect(lambda _: self.all_wanted.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        for line in self._lines:
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setObjectName("caveats")
            column.addWidget(line)
        column.addWidget(self.link)

    def show_caveats(self, caveats: tuple[Caveat, ...]) -> None:
        """Take the caveats of a chart."""
        self._caveats = caveats
        count = len(caveats)
        words = "Read the caveat" if count == 1 else f"Read all {count} caveats"
        self.link.setText(f'<a href="{_LINK}">{words}</a>')
        self.link.setAccessibleName(words)
        self._write()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never widen the pane: the lines are cut to its width."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the lines anew."""
        super().resizeEvent(event)
        self._write()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the lines anew in another type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._write()

    def _write(self) -> None:
        for number, line in enumerate(self._lines):
            has_one = number < len(self._caveats)
            line.setVisible(has_one)
            if has_one:
                words = self._caveats[number].words
                end = Qt.TextElideMode.ElideRight
                line.setText(line.fontMetrics().elidedText(f"⚠ {words}", end, self.width()))
                line.setAccessibleName(words)
                line.setToolTip(words)
