# SPDX-License-Identifier: MIT
"""A timer that runs once each time it is started."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def once_after(milliseconds: int, slot: Callable[[], object], parent: QObject) -> QTimer:
    """Return a timer that calls ``slot`` ``milliseconds`` after its latest start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
