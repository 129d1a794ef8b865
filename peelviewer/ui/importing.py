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
        """Show drafts that are to be kept or discarded, in the review that is open if one is."""
        if self.dialog is not None:
            self.dialog.add(drafts)
            return self.dialog
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
        self._say_refused([arrival for arrival in found if arrival.error is not None], len(found))
        self._say_twins([arrival for arrival in found if arrival.twin is not None])
        self._say_known([arrival for arrival in found if arrival.known is not None])
        drafts = [arrival.draft for arrival in found if arrival.draft is not None]
        if drafts:
            self.review(drafts)

    def _say_refused(self, refused: "list[Arrival]", count: int) -> None:
        """Say what could not be read: one file in a sentence, several in a list of all of them."""
        if len(refused) == 1:
            self._messages.error(str(refused[0].error))
        elif refused:
            sentence = f"{len(refused)} of {count} files could not be read as a report."
            self._messages.error(
                sentence, button="Details", action=lambda: self._show_refused(sentence, refused)
            )

    def _show_refused(self, sentence: str, refused: "list[Arrival]") -> None:
        from peelviewer.ui.lists import ListDialog

        dialog = ListDialog("Files that could not be read", sentence, self._window)
        for arrival in refused:
            dialog.add(arrival.path.name, str(arrival.error))
        dialog.finish()
        dialog.open()

    def _say_twins(self, twins: "list[Arrival]") -> None:
        if len(twins) == 1:
            name, first = twins[0].path.name, twins[0].twin
            self._messages.notice(f"{name} is the same file as {first} and was passed over.")
        elif twins:
            self._messages.notice(
                f"{len(twins)} files are copies of others among them and were passed over."
            )

    def _say_known(self, known: "list[Arrival]") -> None:
        """Say what is there already, and show the first of it."""
        if not known:
            return
        paths = [arrival.path for arrival in known]
        told = f"{paths[0].name} is" if len(paths) == 1 else f"{len(paths)} files are"
        self._messages.notice(
            f"{told} in the library already.",
            button="Review it again" if len(paths) == 1 else "Review them again",
            action=lambda: self.import_files(paths, again=True),
        )
        self.already_there.emit(known[0].known)

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
