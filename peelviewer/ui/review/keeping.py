# SPDX-License-Identifier: MIT
"""Reviewed drafts into the library, one after the other, and what became of each, in words."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from peelviewer.errors import CancelledError, PeelViewerError
from peelviewer.library import Kept, Library, Outcome
from peelviewer.ui.review.draft import Draft
from peelviewer.ui.wording import counted, recognised

Progress = Callable[[str, float], None]

_ONE: dict[Outcome, str] = {
    "added": "is now in the library",
    "upgraded": "took the place of its digest, whose summaries stay as “In brief”",
    "replaced": "took the place of the copy that was in the library",
    "unchanged": "was in the library already",
}
_MANY: dict[Outcome, str] = {
    "added": "new",
    "upgraded": "in the place of a digest",
    "replaced": "in the place of an earlier copy",
    "unchanged": "there already",
}


class Keeping(NamedTuple):
    """What was kept; what was not, because of ``errors`` or as the rest was cancelled."""

    kept: tuple[Kept, ...]
    left: tuple[Draft, ...] = ()
    errors: tuple[PeelViewerError, ...] = ()


def keep(drafts: Sequence[Draft], library: Library, progress: Progress) -> Keeping:
    """Keep drafts; one that cannot be kept does not stop the others, cancelling does."""
    kept: list[Kept] = []
    left: list[Draft] = []
    errors: list[PeelViewerError] = []
    for number, draft in enumerate(drafts):
        try:
            progress(draft.path.name, (number + 0.5) / len(drafts))
            if library.folder is None:  # it has no place for files
                kept.append(library.keep(draft.report))
            else:
                kept.append(library.keep(draft.report, draft.path, draft.fitted))
        except CancelledError:
            return Keeping(tuple(kept), (*left, *drafts[number:]), tuple(errors))
        except PeelViewerError as error:
            left.append(draft)
            errors.append(error)
    return Keeping(tuple(kept), tuple(left), tuple(errors))


def told(kept: Sequence[Kept]) -> str:
    """Return what was kept: one report with what was recognised, several by their number."""
    if len(kept) == 1:
        return f"{recognised(kept[0].report)} The report {_ONE[kept[0].outcome]}."
    outcomes = [one.outcome for one in kept]
    parts = [f"{outcomes.count(name)} {words}" for name, words in _MANY.items() if name in outcomes]
    return f"{counted(len(kept), 'report')} kept: {', '.join(parts)}."
