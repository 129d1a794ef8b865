# SPDX-License-Identifier: MIT
"""Bringing national statistics into the library from the window, and saying what was taken."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6 import QtWidgets
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from peelviewer.errors import PeelViewerError
from peelviewer.library import Library
from peelviewer.statistics import ImportedStatistics
from peelviewer.ui.lists import ListDialog
from peelviewer.ui.messages import Messages
from peelviewer.ui.settings import Settings
from peelviewer.ui.tasks import Progress, Tasks
from peelviewer.ui.wording import counted

FILTER = "Statistics (*.xlsx *.xls *.ods *.csv *.gz);;All files (*)"
_ENDINGS = (".xlsx", ".xls", ".xlsb", ".ods", ".csv", ".csv.gz")
_FOLDER = "import/statistics_folder"
_BECAME = {
    "added": "It is now in the library.",
    "replaced": "It took the place of the earlier copy.",
    "unchanged": "It was in the library already.",
}


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was read and kept: its name, what was in it, what became of each dataset."""

    file: str
    found: ImportedStatistics
    outcomes: dict[str, str]


class StatisticsImporter(QObject):
    """Reads and keeps files of statistics one after the other, off the window's thread."""

    imported = Signal()

    def __init__(
        self,
        library: Library,
        settings: Settings,
        tasks: Tasks,
        messages: Messages,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._settings = settings
        self._tasks = tasks
        self._messages = messages
        self._window = window

    def ask(self) -> None:
        """Let the user choose files, and import them."""
        paths = self.chosen_files()
        if paths:
            self._settings.set(_FOLDER, str(paths[0].parent))
            self.import_files(paths)

    def chosen_files(self) -> list[Path]:
        """Show the file dialog and return what was chosen."""
        names, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self._window, "Import statistics", self._settings.get(_FOLDER), FILTER
        )
        return [Path(name) for name in names]

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import each file; one that is refused does not stop the others."""
        for path in paths:
            self._import(path)

    def _import(self, path: Path) -> None:
        folder = self._library.folder

        def op(progress: Progress) -> Taking:
            from peelviewer.statistics import read_statistics

            found = read_statistics(path, progress)
            if folder is None:  # a library in memory has but one connection
                return Taking(file=path.name, found=found, outcomes={})
            progress("Keeping it in the library", 0.95)
            with Library.open(folder) as own:
                own.require_writable()
                kept = own.statistics.keep(found.datasets, found.observations, path.name)
            return Taking(file=path.name, found=found, outcomes=dict(kept))

        self._tasks.start(
            f"Importing {path.name}",
            op,
            success=self._on_success,
            failure=self._on_failure,
            cancelled=lambda: self._messages.notice(
                f"The import of {path.name} was cancelled. Nothing was kept."
            ),
        )

    def _on_success(self, taking: Taking) -> None:
        if not taking.outcomes:
            found = taking.found
            kept = self._library.statistics.keep(found.datasets, found.observations, taking.file)
            taking = msgspec.structs.replace(taking, outcomes=dict(kept))
        self._messages.notice(
            summary(taking),
            button="Details",
            action=lambda: TakingDialog(taking, self._window).open(),
        )
        self.imported.emit()

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, PeelViewerError | OSError):
            raise error  # our own bug: it goes to the dialog with the details
        self._messages.error(str(error))


class TakingDialog(ListDialog):
    """What was taken from a file, table by table, and what was not, with the reason."""

    def __init__(self, taking: Taking, parent: QWidget | None = None) -> None:
        super().__init__("Imported statistics", summary(taking), parent)
        found = taking.found
        for dataset in found.datasets:
            became = _BECAME[taking.outcomes.get(dataset.id, "added")]
            self.add(", ".join(filter(None, (dataset.title, dataset.release))), became)
        self.add("Taken", "\n".join(one.words for one in found.taken))
        for title, lines in (
            ("Not taken", [f"{left.what}: {left.reason}" for left in found.left_out]),
            ("Rows that are no known area, not taken", list(found.unmatched)),
            ("Recognised as no police force", [", ".join(found.set_apart)]),
            ("Measures under the source's own name", [", ".join(found.unknown)]),
            (_problems_title(found), [problem.words for problem in found.problems]),
        ):
            if any(lines):
                self.add(title, "\n".join(lines))
        self.finish()


def summary(taking: Taking) -> str:
    """Return what was taken from a file, as one or two sentences."""
    found = taking.found
    parts = (
        counted(len(found.taken), "table"),
        counted(len(found.measures), "measure"),
        counted(len(found.periods), "period"),
        counted(found.forces, "force"),
    )
    became = {taking.outcomes.get(dataset.id, "added") for dataset in found.datasets}
    state = _BECAME[became.pop()] if len(became) == 1 else "The library is up to date."
    faults = []
    if found.unmatched:
        faults.append(f"{counted(len(found.unmatched), 'row')} not recognised")
    if found.problem_count:
        faults.append(f"{counted(found.problem_count, 'problem')} in cells")
    doubt = f" {', '.join(faults)}: see the details." if faults else ""
    return f"{taking.file}: {', '.join(parts)}. {state}{doubt}"


def is_statistics(path: Path) -> bool:
    """Return whether a file looks like statistics and not like a report, by its ending."""
    return path.name.casefold().endswith(_ENDINGS)


def _problems_title(found: ImportedStatistics) -> str:
    more = found.problem_count - len(found.problems)
    return f"Problems (and {more:,} more)" if more > 0 else "Problems"
