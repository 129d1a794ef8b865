# SPDX-License-Identifier: MIT
"""A field to choose from that the mouse's wheel leaves alone."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Choice(QComboBox):
    """A combo box: scrolling over it corrects nothing by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Leave the wheel to what is around."""
        event.ignore()
