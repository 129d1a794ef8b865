# SPDX-License-Identifier: MIT
"""Bringing files into the library from the window: read, reviewed, and only then kept."""

from collections.abc import Generator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from peelviewer.errors import PeelViewerError
from peelviewer.library import Library
from peelviewer.model.report import Report
from peelviewer.ui.file_import import FileImporter
from peelviewer.ui.tasks import Progress, Task, Tasks
from peelviewer.ui.theme import Theme
from peelviewer.ui.wording import counted

if TYPE_CHECKING:
    from peelviewer.ui.review.arrivals import Arrival
    from peelviewer.ui.review.dialog import ReviewDialog
    from peelviewer.ui.review.draft import Draft
    from peelviewer.ui.review.keeping import Keeping


class ReportImporter(FileImporter):
    """Reads files off the window's thread, has them reviewed, and keeps what is wished."""

    TITLE = "Import reports"
    FILTER = "Reports (*.pdf *.md *.markdown *.mdown *.txt *.text *.json);;All files (*)"
    FOLDER = "import/folder"

    imported = Signal(object)
    already_there = Signal(str)
    dropped = Signal(object)
    """Files were dropped on the review."""

    dialog: "ReviewDialog | None" = None
    """The review that is open."""

    def import_files(self, paths: Sequence[Path], *, again: bool = False) -> None:
        """Read files and folders, and review each report as soon as it is read.

        Nothing is kept before that. A file that is refused does not stop the others. One that is
        in the library already is read only where ``again``.
        """
        if not paths:
            return
        folder, wanted = self._library.folder, tuple(paths)
        name = wanted[0].name if len(wanted) == 1 else counted(len(wanted), "file")
        found: list[Arrival] = []

        def op(progress: Progress) -> "Generator[Arrival, None, None]":
            from peelviewer.ui.review.arrivals import arrivals

            return arrivals(wanted, folder, progress, again=again)

        def arrived(arrival: "Arrival") -> None:
            found.append(arrival)
            if arrival.draft is not None:
                self.review((arrival.draft,))

        self._reading.start_pieces(
            f"Reading {name}",
            op,
            piece=arrived,
            success=lambda: self._on_read(found),
            failure=lambda error: self._on_not_read(error, found),
            cancelled=lambda: self._on_stopped(name, found),
        )

    def stop(self) -> None:
        """Read nothing more, before the window goes away."""
        self._reading.stop()

    def review(self, drafts: "Sequence[Draft]") -> "ReviewDialog":
        """Show drafts that are to be kept or discarded, in the review that is open if one is."""
        if self.dialog is not None:
            self.dialog.add(drafts)
            return self.dialog
        from peelviewer.ui.drops import Drops
        from peelviewer.ui.review.dialog import ReviewDialog
        from peelviewer.ui.theme import shown

        dialog = ReviewDialog(drafts, self._known, shown(), self._tasks.sibling, self._window)
        dialog.keep_wished.connect(self._keep)
        dialog.finished.connect(lambda _: self._on_reviewed(dialog))
        dialog.reading.again_wished.connect(lambda path: self.import_files([path], again=True))
        Drops(dialog, dialog, self.dropped.emit)
        for task in self._reading.running():
            dialog.reading.follow(task)
        self.dialog = dialog
        dialog.open()
        return dialog

    def set_theme(self, theme: Theme) -> None:
        """Show an open review in other colours."""
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    # --- inside

    @cached_property
    def _reading(self) -> Tasks:
        """A worker of its own: what is under review can be kept while others are being read."""
        reading = self._tasks.sibling(self)
        reading.started.connect(self._tasks.started)  # the window shows its progress too
        reading.started.connect(self._on_reading)
        return reading

    def _on_reading(self, task: "Task") -> None:
        if self.dialog is not None:
            self.dialog.reading.follow(task)

    def _on_read(self, found: "list[Arrival]") -> None:
        """Say what of an import did not come under review: where the review is, if it is open."""
        refused = [arrival for arrival in found if arrival.error is not None]
        self._say_refused(refused, len(found))
        if self.dialog is not None and self.dialog.drafts():
            self.dialog.reading.pass_over(found)
            return
        known = [arrival for arrival in found if arrival.known is not None]
        if known and not any(arrival.draft is not None for arrival in found):
            self.already_there.emit(known[0].known)  # first: notices go with the report before
        self._say_twins([arrival for arrival in found if arrival.twin is not None])
        self._say_known(known)

    def _on_not_read(self, error: Exception, found: "list[Arrival]") -> None:
        """Say why reading ended before its time; what has been read stays under review."""
        self._on_failure(error)
        if self.dialog is not None and any(arrival.draft is not None for arrival in found):
            self.dialog.reading.tell(str(error), is_error=True)

    def _on_stopped(self, name: str, found: "list[Arrival]") -> None:
        self._say_refused([a for a in found if a.error is not None], len(found))
        read = sum(arrival.draft is not None for arrival in found)
        if not read:
            self._on_cancelled(name)
            return
        sentence = f"Reading {name} was stopped after {counted(read, 'report')}."
        if self.dialog is not None:
            self.dialog.reading.pass_over(found, sentence)
        else:
            self._messages.notice(f"{sentence} Only what you keep is in the library.")

    def _say_refused(self, refused: "list[Arrival]", count: int) -> None:
        """Say what could not be read: one file in a sentence, several in a list of all of them."""
        if len(refused) == 1:
            self._messages.error(str(refused[0].error))
        elif refused:
            sentence = f"{len(refused)} of {count} files could not be read as a report."
            lines = [(arrival.path.name, str(arrival.error)) for arrival in refused]
            self._messages.error(
                sentence,
                button="Details",
                action=lambda: self._list("Files that could not be read", sentence, lines),
            )

    def _say_twins(self, twins: "list[Arrival]") -> None:
        if len(twins) == 1:
            path, twin = twins[0].path, twins[0].twin
            name, first = path.name, twin.name if twin and twin.name != path.name else twin
            self._messages.notice(f"{name} is the same file as {first} and was passed over.")
        elif twins:
            self._messages.notice(
                f"{len(twins)} files are copies of others among them and were passed over."
            )

    def _say_known(self, known: "list[Arrival]") -> None:
        """Say what is there already."""
        if not known:
            return
        paths = [arrival.path for arrival in known]
        told = f"{paths[0].name} is" if len(paths) == 1 else f"{len(paths)} files are"
        self._messages.notice(
            f"{told} in the library already.",
            button="Review it again" if len(paths) == 1 else "Review them again",
            action=lambda: self.import_files(paths, again=True),
        )

    def _known(self, report_id: str) -> Report | None:
        try:
            return self._library.report(report_id)
        except PeelViewerError:  # none, or a damaged one: the new copy takes its place
            return None

    def _keep(self, drafts: "Sequence[Draft]") -> None:
        folder = self._library.folder
        name = drafts[0].path.name if len(drafts) == 1 else counted(len(drafts), "report")

        def op(progress: Progress) -> "Keeping | None":
            from peelviewer.ui.review.keeping import keep

            if folder is None:  # a library in memory has but one connection
                return None
            with Library.open(folder) as own:
                return keep(drafts, own, progress)

        self._tasks.start(
            f"Keeping {name}",
            op,
            success=lambda keeping: self._on_kept(drafts, keeping),
            failure=lambda error: self._on_not_kept(drafts, error),
            cancelled=lambda: self._give_back(drafts),
            lasting=True,
        )

    def _on_kept(self, drafts: "Sequence[Draft]", keeping: "Keeping | None") -> None:
        """Show the first of what was kept and say what was; what was not comes back."""
        from peelviewer.ui.review.keeping import keep, told

        if keeping is None:
            keeping = keep(drafts, self._library, lambda *_: None)
        if keeping.kept:  # first, as notices go with the report that is left
            self.imported.emit(keeping.kept[0])
        for error in keeping.errors:
            self._messages.error(str(error))
        if len(keeping.kept) == 1:
            self._messages.notice(told(keeping.kept))
        elif keeping.kept:
            sentence = told(keeping.kept)
            taken = (draft for draft in drafts if draft not in keeping.left)
            lines = [
                (draft.path.name, told([one]))
                for draft, one in zip(taken, keeping.kept, strict=True)
            ]
            self._messages.notice(
                sentence,
                button="Details",
                action=lambda: self._list("Reports that were kept", sentence, lines),
            )
        if keeping.left:
            self._give_back(keeping.left, " ".join(str(error) for error in keeping.errors))

    def _on_not_kept(self, drafts: "Sequence[Draft]", error: Exception) -> None:
        """Say why, and give back what was to be kept: it may hold corrections."""
        try:
            self._on_failure(error)
        finally:  # also where the mistake is ours and goes on
            self._give_back(drafts, str(error))

    def _give_back(self, drafts: "Sequence[Draft]", why: str = "") -> None:
        """Review again what was not kept, and say why where it is seen: the banner lies behind."""
        dialog = self.review(drafts)
        if why:
            dialog.reading.tell(why, is_error=True)

    def _on_reviewed(self, dialog: "ReviewDialog") -> None:
        if self.dialog is dialog:  # else another has taken its place
            self.dialog = None
            self._window.activateWindow()  # some window managers leave no window active
