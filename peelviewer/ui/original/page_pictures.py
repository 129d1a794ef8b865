# SPDX-License-Identifier: MIT
"""Pictures of pages, drawn one after the other behind the fence and kept for a while.

Only the latest wish counts: whoever turns over ten pages waits for the tenth alone.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from peelviewer.errors import CancelledError, PeelViewerError
from peelviewer.ui.tasks import Progress, Task, Tasks

MOST_KEPT = 12
WIDTH_STEP = 200  # device pixels: a page is not drawn anew for each pixel that a pane grows
MOST_WIDTH = 3_000

Argument = str | int | float | None
Draw = Callable[[str, Sequence[Argument], Path, Callable[[], bool]], bytes]


class Wish(msgspec.Struct, frozen=True):
    """A page of a file (from 1) and the width to draw it at, in device pixels."""

    path: Path
    sheet: int
    width: int


def behind_the_fence(
    function: str, arguments: Sequence[Argument], path: Path, cancelled: Callable[[], bool]
) -> bytes:
    """Return what a function of ``reading.pdf`` ("module:name") makes, in a child process."""
    from peelviewer.fence.outside import Job, call
    from peelviewer.reading.fence import REPORT

    return call(Job(f"peelviewer.reading.pdf.{function}", arguments, path, REPORT), cancelled)


class PagePictures(QObject):
    """Draws pages in the background; ``drawn`` and ``failed`` tell of the latest wish."""

    drawn = Signal(object, QImage)
    failed = Signal(object, str)

    def __init__(
        self, tasks: Tasks, draw: Draw = behind_the_fence, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._draw = draw
        self._kept: OrderedDict[Wish, QImage] = OrderedDict()
        self._running: tuple[Wish, Task] | None = None

    def picture(self, path: Path, sheet: int, width: int) -> QImage | None:
        """Return the picture where it is kept; else have it drawn and return the nearest kept."""
        wish = Wish(path, sheet, stepped(width))
        kept = self._kept.get(wish)
        if kept is not None:
            self._kept.move_to_end(wish)
            self._drop(None)
            return kept
        self._start(wish)
        kept = self._kept.get(wish)
        return kept if kept is not None else self._nearest(path, sheet)

    def forget(self) -> None:
        """Draw nothing more."""
        self._drop(None)

    def _start(self, wish: Wish) -> None:
        if self._running is not None and self._running[0] == wish:
            return
        self._drop(wish)

        def op(progress: Progress) -> QImage:
            data = self._draw(
                "pictures:render_page", (str(wish.path), wish.sheet, wish.width), wish.path,
                lambda: is_cancelled(progress),
            )  # fmt: skip
            return QImage.fromData(data)

        task = self._tasks.start(
            f"Drawing page {wish.sheet}",
            op,
            success=lambda image: self._on_drawn(wish, image),
            failure=lambda error: self._on_failed(wish, error),
        )
        if wish not in self._kept and self._running is None:
            self._running = wish, task

    def _drop(self, wish: Wish | None) -> None:
        if self._running is not None and self._running[0] != wish:
            self._running[1].cancel()
            self._running = None

    def _on_drawn(self, wish: Wish, image: QImage) -> None:
        if self._running is not None and self._running[0] == wish:
            self._running = None
        self._kept[wish] = image
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self.drawn.emit(wish, image)

    def _on_failed(self, wish: Wish, error: Exception) -> None:
        if self._running is not None and self._running[0] == wish:
            self._running = None
        if not isinstance(error, PeelViewerError | OSError):
            raise error  # our own bug: it goes to the dialog with the details
        self.failed.emit(wish, str(error))

    def _nearest(self, path: Path, sheet: int) -> QImage | None:
        """Return the same page at another width: something to look at meanwhile."""
        same = (w for w in reversed(self._kept) if w.path == path and w.sheet == sheet)
        found = next(same, None)
        return None if found is None else self._kept[found]


def stepped(width: int) -> int:
    """Return the width that a page is drawn at to be shown at ``width``."""
    return min(max(-(-width // WIDTH_STEP), 2) * WIDTH_STEP, MOST_WIDTH)


def is_cancelled(progress: Progress) -> bool:
    """Return whether the task that ``progress`` belongs to was cancelled."""
    try:
        progress("", 0.0)
    except CancelledError:
        return True
    return False
