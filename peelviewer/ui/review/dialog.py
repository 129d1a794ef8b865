# SPDX-License-Identifier: MIT
"""The review before anything is kept: the files that were read, one after the other."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from peelviewer.model.report import Report
from peelviewer.ui.asking import ask
from peelviewer.ui.empty_state import EmptyState
from peelviewer.ui.entries.entry import Entry
from peelviewer.ui.entries.view import EntryList
from peelviewer.ui.original.page_pictures import Draw, behind_the_fence
from peelviewer.ui.review import questions
from peelviewer.ui.review.draft import Draft
from peelviewer.ui.review.reading_bar import ReadingBar
from peelviewer.ui.review.view import ReviewView
from peelviewer.ui.tasks import Tasks
from peelviewer.ui.theme import Theme
from peelviewer.ui.wording import report_name

FILES_WIDTH = 200
LARGEST = (1500, 980)


class ReviewDialog(QDialog):
    """Holds the drafts; says which are to be kept, and forgets those that are discarded.

    ``known`` returns the library's copy of a report by its id, if there is one; ``worker`` makes
    what draws pages meanwhile.
    """

    keep_wished = Signal(object)

    def __init__(
        self,
        drafts: Sequence[Draft],
        known: Callable[[str], Report | None],
        theme: Theme,
        worker: Callable[[QObject], Tasks],
        parent: QWidget | None = None,
        *,
        draw: Draw = behind_the_fence,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Review before keeping")
        self.setAccessibleName("Review before keeping")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._drafts = list(drafts)
        self._total = len(self._drafts)
        self._known = known
        self._kept: dict[str, Report] = {}
        self._at = 0
        self._tasks = worker(self)
        self.file = QLabel()
        self.file.setProperty("fieldTitle", True)
        self.reading = ReadingBar()
        self.files = EntryList("Files", theme, most_lines=1)
        self.files.setFixedWidth(FILES_WIDTH)
        self.view = ReviewView(theme, self._tasks, draw=draw)
        self.waiting = EmptyState("The next report comes here as soon as it is read.")
        self._stack = QStackedWidget()
        self.keep = _Button("&Keep")
        self.keep.setProperty("role", "primary")
        self.keep_all = _Button("Keep &all")
        self.discard = _Button("&Discard")
        self._lay_out()
        self._connect()
        self.resize(*_size(parent))
        self._show()
        self.view.sections.outline.setFocus()

    def drafts(self) -> tuple[Draft, ...]:
        """Return the drafts that are neither kept nor discarded yet."""
        return tuple(self._drafts)

    def add(self, drafts: Sequence[Draft]) -> None:
        """Take more drafts in, behind those that are under review; each file once.

        What is being looked at, and typed, stays as it is.
        """
        there = {draft.path for draft in self._drafts}
        new = [draft for draft in drafts if draft.path not in there]
        back = [draft for draft in new if self._kept.get(draft.report.id) is draft.report]
        for draft in back:  # it was not kept after all
            del self._kept[draft.report.id]
        was_waiting = not self._drafts
        self._drafts += new
        self._total += len(new)
        if not was_waiting and self._drafts[self._at].report.id not in {d.report.id for d in back}:
            self._show_files()
            return
        self._show()
        if was_waiting:
            self.view.sections.outline.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        self.files.set_theme(theme)
        self.view.set_theme(theme)

    def done(self, result: int) -> None:
        """Stop drawing pages before the dialog goes away."""
        self._tasks.stop()
        super().done(result)

    def reject(self) -> None:
        """Discard all that is left and read no more.

        Asks where that is several reports, or corrections, or more are on their way.
        """
        corrected = any(draft.unstored for draft in self._drafts)
        more = bool(self._drafts) and self.reading.is_busy()
        if not (corrected or more or len(self._drafts) > 1) or self.confirmed(
            self._drafts, is_reading=more
        ):
            self.reading.stop()
            super().reject()

    def confirmed(self, drafts: Sequence[Draft], *, is_reading: bool = False) -> bool:
        """Ask whether these, and what is being read, are to be discarded; return the answer."""
        question = questions.discarding(drafts, is_reading=is_reading)
        return ask(self, "Discard", question, "&Discard", questions.named(drafts))

    def confirmed_replacing(self, drafts: Sequence[Draft]) -> bool:
        """Ask whether these are to take the place of other copies; return the answer."""
        question = questions.replacing(drafts, len(self._drafts))
        return ask(self, "Keep all", question, "&Replace", questions.named(drafts))

    # --- inside

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.file)
        top.addWidget(self.reading, 1)
        middle = QHBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.files)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.waiting)
        middle.addWidget(self._stack, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.discard)
        buttons.addWidget(self.view.undo)
        buttons.addStretch(1)
        hint = QLabel("Nothing is in the library until you keep it.")
        hint.setObjectName("quiet")
        buttons.addWidget(hint)
        buttons.addSpacing(8)
        buttons.addWidget(self.keep_all)
        buttons.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.view.changed.connect(self._on_changed)
        self.files.entry_reached.connect(self._on_file)
        self.keep.clicked.connect(self._on_keep)
        self.keep_all.clicked.connect(self._on_keep_all)
        self.discard.clicked.connect(self._on_discard)
        self.reading.rested.connect(self._on_rested)

    def _show(self) -> None:
        """Show the draft that is looked at, or that the next one is being read."""
        self._at = max(min(self._at, len(self._drafts) - 1), 0)
        if self._drafts:
            draft = self._drafts[self._at]
            former = self._former(draft)
            self.view.show_draft(draft, former)
            replaces = former is not None and former.edition == "full"
            self.keep.setText("Replace and &keep" if replaces else "&Keep")
        self._stack.setCurrentWidget(self.view if self._drafts else self.waiting)
        self._show_files()
        self._allow()

    def _show_files(self) -> None:
        """Show which files are left, and which of them is looked at."""
        name = self._drafts[self._at].path.name if self._drafts else ""
        number = f"{self._at + 1} of {len(self._drafts)} · " if self._total > 1 and name else ""
        self.file.setText(f"{number}{name}")
        self.file.setToolTip(str(self._drafts[self._at].path) if self._drafts else "")
        self.files.setVisible(self._total > 1 and bool(self._drafts))
        self.files.show_entries(_files(self._drafts))
        if self._drafts:
            self.files.choose(str(self._drafts[self._at].path), quietly=True)
        self.keep_all.setVisible(len(self._drafts) > 1)
        self.keep_all.setText(f"Keep &all {len(self._drafts)}")

    def _allow(self) -> None:
        valid = bool(self._drafts) and self.view.form.is_valid()
        self.keep.setEnabled(valid)
        self.keep_all.setEnabled(valid)
        self.discard.setEnabled(bool(self._drafts))

    def _on_changed(self, draft: Draft) -> None:
        if self._drafts and draft is not self._drafts[self._at]:
            self._drafts[self._at] = draft
            self._show()
        self._allow()

    def _on_file(self, entry: Entry) -> None:
        paths = [str(draft.path) for draft in self._drafts]
        if entry.key in paths:
            self._at = paths.index(entry.key)
            self._show()

    def _former(self, draft: Draft) -> Report | None:
        """Return what gives way to the draft: one just kept here, else the library's copy.

        What was kept here is written in the background, so the library may not have it yet.
        """
        name = draft.report.id
        return self._kept.get(name) or self._known(name)

    def _replacing(self) -> list[Draft]:
        """Return the drafts that take the place of a full copy, or of one before them."""
        before: set[str] = set()
        found = []
        for draft in self._drafts:
            former = self._former(draft)
            if draft.report.id in before or (former is not None and former.edition == "full"):
                found.append(draft)
            before.add(draft.report.id)
        return found

    def _on_keep(self) -> None:
        # Taken out first: one that cannot be kept may come back before the signal returns.
        draft = self._drafts.pop(self._at)
        self._kept[draft.report.id] = draft.report
        self.keep_wished.emit((draft,))
        self._go_on()

    def _on_keep_all(self) -> None:
        replacing = self._replacing()
        if not replacing or self.confirmed_replacing(replacing):
            drafts = tuple(self._drafts)
            self._drafts.clear()
            self.keep_wished.emit(drafts)
            self._go_on()

    def _on_discard(self) -> None:
        draft = self._drafts[self._at]
        if not draft.unstored or self.confirmed((draft,)):
            del self._drafts[self._at]
            self._go_on()

    def _go_on(self) -> None:
        """Go on to the next draft, or wait for one that is being read; close after the last."""
        if self._drafts or self.reading.is_busy():
            self._show()
        else:
            self.accept()

    def _on_rested(self) -> None:
        if not self._drafts and self.isVisible():
            self.accept()


def _files(drafts: Sequence[Draft]) -> tuple[Entry, ...]:
    """Return the files with what each was recognised as; another copy of one before it says so."""
    first: dict[str, Draft] = {}
    rows = []
    for draft in drafts:
        other = first.setdefault(draft.report.id, draft)
        same = f"The same report as {other.path.name}" if other is not draft else ""
        rows.append(
            Entry(
                text=draft.path.name,
                detail=same or report_name(draft.report),
                key=str(draft.path),
            )
        )
    return tuple(rows)


def _size(parent: QWidget | None) -> tuple[int, int]:
    if parent is None:
        return 1200, 760
    window = parent.window()
    return min(window.width() - 40, LARGEST[0]), min(window.height() - 30, LARGEST[1])


class _Button(QPushButton):
    """A button on which a double click is one: the second would be for the next report."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Press nothing once more."""
        event.accept()
