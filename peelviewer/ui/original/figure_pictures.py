# SPDX-License-Identifier: MIT
"""Pictures of the figures that are only pictures, cut out of the PDF of the report."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from peelviewer.errors import PeelViewerError
from peelviewer.library import Library
from peelviewer.model.report import Figure, Report
from peelviewer.ui.original.kinds import has_pages
from peelviewer.ui.tasks import Progress, Task, Tasks
from peelviewer.ui.timers import once_after

if TYPE_CHECKING:
    from peelviewer.ui.original.page_pictures import Draw

WIDTH = 1280  # pixels: sharp on a screen of two pixels a point
DELAY_MS = 300  # the window comes first


class FigurePictures(QObject):
    """Draws the pictures of the open report in the background; ``drawn`` brings them, by number."""

    drawn = Signal(object)

    def __init__(
        self,
        library: Library,
        worker: Callable[[QObject], Tasks],
        parent: QObject | None = None,
        *,
        draw: "Draw | None" = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._worker = worker
        self._draw = draw
        self._tasks: Tasks | None = None
        self._task: Task | None = None
        self._report: Report | None = None
        self._path: Path | None = None
        self._beginning = once_after(DELAY_MS, self.begin, self)

    def show_report(self, report: Report | None) -> None:
        """Take another report; its pictures follow a little later."""
        self._report = report
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._beginning.stop()
        is_wanted = report is not None and report.edition == "full" and bool(_pictured(report))
        self._path = self._original(report) if report is not None and is_wanted else None
        if self._path is not None:
            self._beginning.start()

    def begin(self) -> None:
        """Draw the pictures of the open report now, where it was read from a PDF."""
        self._beginning.stop()
        report, path = self._report, self._path
        if report is None or path is None:
            return
        if self._draw is None:
            from peelviewer.ui.original.page_pictures import behind_the_fence

            self._draw = behind_the_fence
        if self._tasks is None:
            self._tasks = self._worker(self)
        draw = self._draw

        def op(progress: Progress) -> dict[int, QImage]:
            return pictures_of(report, path, draw, progress)

        self._task = self._tasks.start(
            "Drawing the figures",
            op,
            success=lambda images: self._on_drawn(report, images),
            failure=self._on_failed,
        )

    def stop(self) -> None:
        """Draw nothing more, before the window goes away."""
        self._beginning.stop()
        if self._tasks is not None:
            self._tasks.stop()

    def _original(self, report: Report) -> Path | None:
        try:
            path = self._library.original(report.id)
        except PeelViewerError:  # no pictures then: the text says so
            return None
        return path if path is not None and has_pages(path) else None

    def _on_drawn(self, report: Report, images: dict[int, QImage]) -> None:
        self._task = None
        if report is self._report and images:
            self.drawn.emit(images)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, PeelViewerError | OSError):
            raise error  # our own bug: it goes to the dialog with the details


def pictures_of(report: Report, path: Path, draw: "Draw", progress: Progress) -> dict[int, QImage]:
    """Return the picture of each figure that is one, by number; none where it is not found.

    Raises:
        PeelViewerError: the file cannot be read, or ``progress`` says that it is over.
    """
    from peelviewer.ui.original.page_pictures import is_cancelled

    def cancelled() -> bool:
        return is_cancelled(progress)

    images = {}
    for figure in _pictured(report):
        part = figure.region
        if part is None:
            continue
        box = (part.left, part.top, part.right, part.bottom)
        arguments = (str(path), part.page, *box, WIDTH)
        data = draw("pictures:render_region", arguments, path, cancelled)
        image = QImage.fromData(data)
        if not image.isNull():
            images[figure.number] = image
    return images


def _pictured(report: Report) -> list[Figure]:
    return [figure for figure in report.figures if figure.form == "image" and figure.region]
