# SPDX-License-Identifier: MIT
"""Bringing files into the library from the window: read, reviewed, and only then kept."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from peelviewer.errors import PeelViewerError
from peelviewer.library import Kept, Library
from peelviewer.model.report import Report
from peelviewer.ui.file_import import FileImporter
from peelviewer.ui.tasks import Progress
from peelviewer.ui.theme import Theme
from peelviewer.ui.wording import counted, recognised

if TYPE_CHECKING:
    from peelviewer.ui.review.arrivals import Arrival
    from peelviewer.ui.review.dialog import ReviewDialog
    from peelviewer.ui.review.draft import Draft

_OUTCOMES = {
    "added": "is now in the library",
    "upgraded": "took the place of its digest, whose summaries stay as “In brief”",
    "replaced": "took the place of the copy that was in the library",
    "unchanged": "was in the library already",
}


class ReportImporter(FileImporter):
    """Reads files off the window's thread, has them reviewed, and keeps what is wished."""

    TITLE = "Import reports"
    FILTER = "Reports (*.pdf *.md *.markdown *.mdown *.txt *.text *.json);;All files (*)"
    FOLDER = "import/folder"

    imported = Signal(object)
    already_there = Signal(str)

    dialog: "ReviewDialog | None" = None
    """The review that is open."""

    def import_files(self, paths: Sequence[Path], *, again: bool = False) -> None:
        """Read files and folders, then show what was recognised; nothing is kept before that.

        One that is refused does not stop the others. A file that is in the library already is
        read only where ``again``.
        """
        if not paths:
            return
        folder, wanted = self._library.folder, tuple(paths)
        name = wanted[0].name if len(wanted) == 1 else counted(len(wanted), "file")

        def op(progress: Progress) -> "tuple[Arrival, ...]":
            from peelviewer.ui.review.arrivals import arrivals

            return arrivals(wanted, folder, progress, again=again)

        self._read("Reading", name, op, self._on_read)

    def review(self, drafts: "Sequence[Draft]") -> "ReviewDialog":
        """Show drafts that are to be kept or discarded."""
        from peelviewer.ui.review.dialog import ReviewDialog
        from peelviewer.ui.theme import shown

        dialog = ReviewDialog(drafts, self._known, shown(), self._tasks.sibling, self._window)
        dialog.keep_wished.connect(self._keep)
        dialog.finished.connect(lambda _: self._on_reviewed(dialog))
        self.dialog = dialog
        dialog.open()
        return dialog

    def set_theme(self, theme: Theme) -> None:
        """Show an open review in other colours."""
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    # --- inside

    def _on_read(self, found: "tuple[Arrival, ...]") -> None:
        for arrival in found:
            if arrival.error is not None:
                self._messages.error(str(arrival.error))
            elif arrival.known is not None:
                self._say_known(arrival.path, arrival.known)
        drafts = [arrival.draft for arrival in found if arrival.draft is not None]
        if drafts:
            self.review(drafts)

    def _say_known(self, path: Path, report_id: str) -> None:
        self._messages.notice(
            f"{path.name} is in the library already.",
            button="Review it again",
            action=lambda: self.import_files([path], again=True),
        )
        self.already_there.emit(report_id)

    def _known(self, report_id: str) -> Report | None:
        try:
            return self._library.report(report_id)
        except PeelViewerError:  # none, or a damaged one: the new copy takes its place
            return None

    def _keep(self, drafts: "Sequence[Draft]") -> None:
        for draft in drafts:
            self._keep_one(draft)

    def _keep_one(self, draft: "Draft") -> None:
        folder = self._library.folder

        def op(progress: Progress) -> Kept | Report:
            progress("Keeping it in the library", 0.5)
            if folder is None:
                return draft.report
            with Library.open(folder) as own:
                return own.keep(draft.report, draft.path, draft.fitted)

        self._tasks.start(
            f"Keeping {draft.path.name}",
            op,
            success=self._on_kept,
            failure=lambda error: self._on_not_kept(draft, error),
            cancelled=lambda: self._give_back(draft),
        )

    def _on_kept(self, result: Kept | Report) -> None:
        kept = result if isinstance(result, Kept) else self._library.keep(result)
        self._messages.notice(f"{recognised(kept.report)} The report {_OUTCOMES[kept.outcome]}.")
        self.imported.emit(kept)

    def _on_not_kept(self, draft: "Draft", error: Exception) -> None:
        """Say why, and give back what was to be kept: it may hold corrections."""
        try:
            self._on_failure(error)
        finally:  # also where the mistake is ours and goes on
            self._give_back(draft)

    def _give_back(self, draft: "Draft") -> None:
        self.review([draft])

    def _on_reviewed(self, dialog: "ReviewDialog") -> None:
        if self.dialog is dialog:  # else another has taken its place
            self.dialog = None
