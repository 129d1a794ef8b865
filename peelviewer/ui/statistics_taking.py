# SPDX-License-Identifier: MIT
"""What was taken from a file of statistics: as a sentence, and in full as a dialog."""

import msgspec
from PySide6.QtWidgets import QWidget

from peelviewer.library.statistics import Kept
from peelviewer.statistics import ImportedStatistics
from peelviewer.ui.lists import ListDialog
from peelviewer.ui.wording import counted

_BECAME = {
    "added": "It is now in the library.",
    "replaced": "It took the place of the earlier copy.",
    "joined": "It joined the earlier copy.",
    "unchanged": "It was in the library already.",
}
_ADDED = Kept("added")


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was read and kept: its name, what was in it, what became of each dataset."""

    file: str
    found: ImportedStatistics
    outcomes: dict[str, Kept]


class TakingDialog(ListDialog):
    """What was taken from a file, table by table, and what was not, with the reason."""

    def __init__(self, taking: Taking, parent: QWidget | None = None) -> None:
        super().__init__("Imported statistics", summary(taking), parent)
        found = taking.found
        for dataset in found.datasets:
            kept = taking.outcomes.get(dataset.id, _ADDED)
            title = ", ".join(filter(None, (dataset.title, dataset.release)))
            self.add(title, _became(kept.outcome, kept.stayed))
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
    all_kept = [taking.outcomes.get(dataset.id, _ADDED) for dataset in found.datasets]
    became = {kept.outcome for kept in all_kept}
    stayed = sum(kept.stayed for kept in all_kept)
    state = _became(became.pop(), stayed) if len(became) == 1 else "The library is up to date."
    faults = []
    if found.unmatched:
        faults.append(f"{counted(len(found.unmatched), 'row')} not recognised")
    if found.problem_count:
        faults.append(counted(found.problem_count, "problem"))
    doubt = f" {', '.join(faults)}: see the details." if faults else ""
    return f"{taking.file}: {', '.join(parts)}. {state}{doubt}"


def _became(outcome: str, stayed: int) -> str:
    values = f" {counted(stayed, 'value')} that the file does not hold stayed." if stayed else ""
    return f"{_BECAME[outcome]}{values}"


def _problems_title(found: ImportedStatistics) -> str:
    more = found.problem_count - len(found.problems)
    return f"Problems (and {more:,} more)" if more > 0 else "Problems"
