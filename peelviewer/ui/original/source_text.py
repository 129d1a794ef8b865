# SPDX-License-Identifier: MIT
"""A Markdown or text file as it is, with a line lit up."""

from PySide6.QtGui import QColor, QFont, QTextCursor, QTextFormat, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from peelviewer.ui.theme import SERIF, Theme


class SourceText(QPlainTextEdit):
    """Read-only lines; long ones wrap."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourcetext")
        self.setAccessibleName("Text of the file")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        font = QFont(SERIF)
        font.setPixelSize(14)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(16)
        self._theme = theme
        self._line: int | None = None

    def show_text(self, text: str) -> None:
        """Show another text from its beginning."""
        self._line = None
        self.setExtraSelections([])
        self.setPlainText(text)

    def show_line(self, line: int | None, *, light: bool = True) -> None:
        """Bring a line (from 0) into view and light it up; ``None`` puts the light out."""
        self._line = line if light else None
        self.setExtraSelections([])
        if line is None:
            return
        cursor = QTextCursor(self.document().findBlockByNumber(line))
        self.setTextCursor(cursor)
        self.centerCursor()
        if light:
            self._light(cursor)

    def set_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        self._theme = theme
        self.show_line(self._line)

    def _light(self, cursor: QTextCursor) -> None:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        if selection.cursor.selectionStart() < cursor.block().position():
            selection.cursor.setPosition(cursor.block().position())
            selection.cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
        selection.format.setBackground(QColor(self._theme.flash))
        selection.format.setForeground(QColor(self._theme.text))
        selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([selection])
