# SPDX-License-Identifier: MIT
"""Writing charts and their data: one, or all of a report step by step so that it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from peelviewer.charts.file_names import stems
from peelviewer.charts.files import write_atomically
from peelviewer.charts.spec import Chart, all_charts_of
from peelviewer.errors import PeelViewerError
from peelviewer.model.report import Report
from peelviewer.ui.measures.save_choices import SaveChoices

if TYPE_CHECKING:
    from peelviewer.drawing.save import Format, Options


@dataclass(frozen=True)
class Everything:
    """What "Save all charts" saves.

    ``of`` says of what these are all charts ("this report"), ``stem`` is the name of a workbook
    of them. ``make`` returns the charts, and which could not be made, each with its reason.
    """

    of: str
    stem: str
    make: Callable[[], tuple[Sequence[Chart], Sequence[str]]]


def everything_in(report: Report) -> Everything:
    """Return all charts of a report."""
    return Everything("this report", f"{report.id}-charts", lambda: (all_charts_of(report), ()))


def data_file(path: Path) -> Path:
    """Return the name of the CSV that goes with a chart's file."""
    return path.with_suffix(".csv")


def planned_files(charts: Sequence[Chart], folder: Path, choices: SaveChoices) -> list[Path]:
    """Return every file that saving ``charts`` into ``folder`` writes."""
    images = [folder / f"{stem}.{choices.format}" for stem in stems(charts)]
    if not choices.with_data:
        return images
    return [file for image in images for file in (image, data_file(image))]


def save_chart(chart: Chart, report: Report | None, path: Path, choices: SaveChoices) -> None:
    """Write the chart to ``path``, and its data beside it where that is chosen.

    Raises:
        ChartError: a file could not be written; the sentence names it.
    """
    if choices.format == "xlsx":
        save_workbook((chart,), path)
        return
    from peelviewer.charts import table
    from peelviewer.drawing import save

    options = _options(choices.format, choices)
    save.save(save.fitted(chart, options), path, options)
    if choices.with_data:
        text = table.rows_as_csv((chart,), report)
        write_atomically(data_file(path), text.encode("utf-8"), "table")


def _options(kind: Format, choices: SaveChoices) -> Options:
    from peelviewer.drawing.save import Options

    return Options(format=kind, width=choices.width, scale=choices.scale, dpi=choices.dpi)


def save_workbook(charts: Sequence[Chart], path: Path) -> None:
    """Write charts as one Excel workbook, a sheet each.

    Raises:
        ChartError: there is no chart, or the file cannot be written.
    """
    from peelviewer.charts import workbook

    workbook.save_workbook(charts, path)


def _is_too_high(chart: Chart, choices: SaveChoices) -> bool:
    from peelviewer.drawing.save import is_too_high

    return choices.format == "png" and is_too_high(chart, _options(choices.format, choices))


class SavingAll(QObject):
    """Saves one chart each time the event loop is idle; painting needs the GUI thread."""

    progressed = Signal(int, int, str)
    finished = Signal(int)
    failed = Signal(str)

    def __init__(
        self,
        charts: Sequence[Chart],
        report: Report | None,
        folder: Path,
        choices: SaveChoices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._charts = list(charts)
        self._stems = stems(charts)
        self._report = report
        self._folder = folder
        self._choices = choices
        self._done = 0
        self._too_high: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    @property
    def wanted(self) -> int:
        """How many charts are to be saved."""
        return len(self._charts)

    @property
    def too_high(self) -> tuple[str, ...]:
        """The files that are higher than the place that their size is meant for."""
        return tuple(self._too_high)

    def start(self) -> None:
        """Begin; ``progressed`` comes before each chart with (done, all, its headline)."""
        self._timer.start()
        self._announce()

    def cancel(self) -> None:
        """Stop; what is saved stays, and ``finished`` says how many that is."""
        if self._timer.isActive():
            self._end()

    def _announce(self) -> None:
        if self._done < len(self._charts):
            chart = self._charts[self._done]
            self.progressed.emit(self._done, len(self._charts), chart.headline)

    def _step(self) -> None:
        if self._done == len(self._charts):
            self._end()
            return
        chart = self._charts[self._done]
        try:
            path = self._folder / f"{self._stems[self._done]}.{self._choices.format}"
            save_chart(chart, self._report, path, self._choices)
            if _is_too_high(chart, self._choices):
                self._too_high.append(path.name)
        except PeelViewerError as error:
            self._timer.stop()
            self.failed.emit(str(error))
            return
        self._done += 1
        self._announce()

    def _end(self) -> None:
        self._timer.stop()
        self.finished.emit(self._done)
