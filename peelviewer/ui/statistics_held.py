# SPDX-License-Identifier: MIT
"""The national statistics that there are: what each is, as of when, and the way to remove it."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from peelviewer.errors import PeelViewerError
from peelviewer.library import Library
from peelviewer.library.statistic_rows import DatasetSummary
from peelviewer.model.statistics import Observation
from peelviewer.reference.months import day_words
from peelviewer.statistics.shipped import TABLES, shipped
from peelviewer.ui.announce import announce
from peelviewer.ui.asking import ask
from peelviewer.ui.lists import ListDialog
from peelviewer.ui.wording import counted

_EXPLANATION = (
    "Compare draws on these publications. What you imported can be removed; the file that it came "
    "from stays where it is. What comes with the program stays."
)


IMPORT_AGAIN = (
    "An earlier version of PEEL Viewer imported this and took fewer of the publisher's notes: "
    "import the file again (File → Import statistics…)."
)


class StatisticsDialog(ListDialog):
    """The imported publications, each with a button that removes it, then those that ship."""

    changed = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__("Statistics", _EXPLANATION, parent)
        self._library = library
        self._shipped = shipped_publications()
        self._fill()

    def _fill(self) -> None:
        self.begin()
        imported = self._library.statistics.datasets()
        for one in imported:
            self.add(name_of(one), facts_of(one), (self._remove_button(one),))
        if not imported:
            self.add("Nothing is imported yet", "File → Import statistics… adds publications.")
        for one in self._shipped:
            self.add(name_of(one), facts_of(one))
        self.finish()

    def _remove_button(self, one: DatasetSummary) -> QPushButton:
        button = QPushButton("Remove…")
        button.setAccessibleName(f"Remove {name_of(one)}")
        button.setAccessibleDescription(facts_of(one))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._remove(one))
        return button

    def _remove(self, one: DatasetSummary) -> None:
        name = name_of(one)
        if not self._ask(f"Remove {name} from the library, with its {one.values:,} values?"):
            return
        try:
            self._library.statistics.remove(one.dataset.id)
        except PeelViewerError as error:
            QMessageBox.warning(self, "Statistics", str(error))
            return
        self._fill()
        next(iter(self.entry_buttons()), self.close_button).setFocus()
        announce(self, f"Removed {name}.")
        self.changed.emit()

    def _ask(self, question: str) -> bool:
        return ask(self, "Remove?", question, "Remove")


def shipped_publications() -> tuple[DatasetSummary, ...]:
    """Return the publications that come with the program, each once, by their ids."""
    tables = [shipped(table) for table in TABLES]
    publications = {one.id: one for table in tables for one in table.datasets}
    values = sorted((one for table in tables for one in table.observations), key=_publication)
    found = []
    for key, group in groupby(values, _publication):
        of_it = list(group)
        ends = [one.period.end for one in of_it]
        found.append(
            DatasetSummary(
                dataset=publications[key],
                file="",
                forces=len({one.area.id for one in of_it if one.area.kind == "force"}),
                measures=len({one.measure for one in of_it}),
                values=sum(one.value is not None for one in of_it),
                first=min(ends),
                last=max(ends),
            )
        )
    return tuple(found)


def name_of(one: DatasetSummary) -> str:
    """Return what a publication and its issue are called."""
    return _joined((one.dataset.title, one.dataset.release), ", ")


def facts_of(one: DatasetSummary) -> str:
    """Return the lines below the name: source, as of when, what it holds, its file."""
    dataset = one.dataset
    ends = " to ".join(dict.fromkeys(map(day_words, (one.first, one.last))))
    holds = (
        counted(one.measures, "measure"),
        counted(one.forces, "force"),
        f"{one.values:,} values",
        f"periods that end {ends}",
    )
    return _joined(
        (
            f"Source: {dataset.source}" if dataset.source != dataset.title else "",
            f"As of {dataset.vintage}" if dataset.vintage else "",
            _joined(holds, ", "),
            f"Imported from {one.file}" if one.file else "Comes with the program",
            IMPORT_AGAIN if dataset.is_behind else "",
        ),
        "\n",
    )


def _publication(one: Observation) -> str:
    return one.dataset


def _joined(parts: Iterable[str], between: str) -> str:
    return between.join(filter(None, parts))
