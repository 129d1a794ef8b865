# SPDX-License-Identifier: MIT
"""Files that are dragged over a window and let go there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from peelviewer.ui.drop_sign import DropSign


class Drops(QObject):
    """Hands the files that are dropped on ``window`` to ``take``; takes nothing else.

    While they hover, a sign over ``covered`` says what letting go does.
    """

    def __init__(
        self, window: QWidget, covered: QWidget, take: Callable[[list[Path]], object]
    ) -> None:
        super().__init__(window)
        self._take = take
        self._sign = DropSign(covered)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802  # Qt's name
        """Look at what is dragged; everything else goes its way."""
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                files = dropped_files(event.mimeData())
                if files:
                    event.acceptProposedAction()
                    self._sign.show_files(files)
                else:
                    event.ignore()
                return True
            case QEvent.Type.DragLeave:
                self._sign.hide()
                return True
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                event.acceptProposedAction()
                self._sign.hide()
                self._take(dropped_files(event.mimeData()))
                return True
        return False


def dropped_files(mime: QMimeData) -> list[Path]:
    """Return the files that are being dragged; nothing for anything from elsewhere."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
