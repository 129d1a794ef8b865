# SPDX-License-Identifier: MIT
"""The review before anything is kept: the files that were read, one after the other."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peelviewer.model.report import Report
from peelviewer.ui.entries.entry import Entry
from peelviewer.ui.entries.view import EntryList
from peelviewer.ui.original.page_pictures import Draw, behind_the_fence
from peelviewer.ui.review.draft import Draft
from peelviewer.ui.review.view import ReviewView
from peelviewer.ui.tasks import Tasks
from peelviewer.ui.theme import Theme
from peelviewer.ui.wording import counted, report_name

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
        self.files = EntryList("Files", theme, most_lines=1)
        self.files.setFixedWidth(FILES_WIDTH)
        self.view = ReviewView(theme, self._tasks, draw=draw)
        self.keep = _button("&Keep")
        self.keep.setProperty("role", "primary")
        self.keep_all = _button("Keep &all")
        self.discard = _button("&Discard")
        self._lay_out()
        self._connect()
        self.resize(*_size(parent))
        self._show()
        self.view.sections.outline.setFocus()

    def drafts(self) -> tuple[Draft, ...]:
        """Return the drafts that are neither kept nor discarded yet."""
        return tuple(self._drafts)

    def add(self, drafts: Sequence[Draft]) -> None:
        """Take more drafts in, behind those that are under review; each file once."""
        there = {draft.path for draft in self._drafts}
        new = [draft for draft in drafts if draft.path not in there]
        for draft in new:  # one that comes back was not kept after all
            self._kept.pop(draft.report.id, None)
        self._drafts += new
        self._total += len(new)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        self.files.set_theme(theme)
        self.view.set_theme(theme)

    def done(self, result: int) -> None:
        """Stop drawing pages before the dialog goes away."""
        self._tasks.stop()
        super().done(result)

    def reject(self) -> None:
        """Discard all that is left; ask where that is several reports, or corrections."""
        corrected = any(draft.count for draft in self._drafts)
        if not (corrected or len(self._drafts) > 1) or self.confirmed(self._drafts):
            super().reject()

    def confirmed(self, drafts: Sequence[Draft]) -> bool:
        """Ask whether these are to be discarded, and return the answer."""
        corrections = sum(draft.count for draft in drafts)
        what = "it" if len(drafts) == 1 else "them"
        lost = f", nor {counted(corrections, 'correction')} to {what}" if corrections else ""
        button = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            "Discard",
            f"{counted(len(drafts), 'report')} will not be kept{lost}. Discard anyway?",
            button.Discard | button.Cancel,
            button.Cancel,
        )
        return answer == button.Discard

    def confirmed_replacing(self, count: int) -> bool:
        """Ask whether that many reports are to give way to newer copies; return the answer."""
        button = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            "Keep all",
            _replacing_question(count, len(self._drafts)),
            button.Yes | button.Cancel,
            button.Cancel,
        )
        return answer == button.Yes

    # --- inside

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.files)
        middle.addWidget(self.view, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.discard)
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
        layout.addWidget(self.file)
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.view.changed.connect(self._on_changed)
        self.files.entry_reached.connect(self._on_file)
        self.keep.clicked.connect(self._on_keep)
        self.keep_all.clicked.connect(self._on_keep_all)
        self.discard.clicked.connect(self._on_discard)

    def _show(self) -> None:
        self._at = min(self._at, len(self._drafts) - 1)
        draft = self._drafts[self._at]
        former = self._former(draft)
        number = f"{self._at + 1} of {len(self._drafts)} · " if self._total > 1 else ""
        self.file.setText(f"{number}{draft.path.name}")
        self.file.setToolTip(str(draft.path))
        self.view.show_draft(draft, former)
        self.files.setVisible(self._total > 1)
        self.files.show_entries(_files(self._drafts))
        self.files.choose(str(draft.path), quietly=True)
        replaces = former is not None and former.edition == "full"
        self.keep.setText("Replace and &keep" if replaces else "&Keep")
        several = len(self._drafts) > 1
        self.keep_all.setVisible(several)
        self.keep_all.setText(f"Keep &all {len(self._drafts)}")
        self._allow()

    def _allow(self) -> None:
        valid = self.view.form.is_valid()
        self.keep.setEnabled(valid)
        self.keep_all.setEnabled(valid)

    def _on_changed(self, draft: Draft) -> None:
        if draft is not self._drafts[self._at]:
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

    def _replacing(self) -> int:
        """Return how many of the drafts take the place of a full copy, or of one before them."""
        before: set[str] = set()
        count = 0
        for draft in self._drafts:
            former = self._former(draft)
            replaces = former is not None and former.edition == "full"
            count += replaces or draft.report.id in before
            before.add(draft.report.id)
        return count

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
        if not draft.count or self.confirmed((draft,)):
            del self._drafts[self._at]
            self._go_on()

    def _go_on(self) -> None:
        """Go on to the next draft; close after the last."""
        if self._drafts:
            self._show()
        else:
            self.accept()


def _files(drafts: Sequence[Draft]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            text=draft.path.name,
            detail=report_name(draft.report),
            key=str(draft.path),
        )
        for draft in drafts
    )


def _replacing_question(count: int, among: int) -> str:
    """Return the question whether ``count`` of the drafts may replace other copies of theirs."""
    if count == 1:
        told, what = f"1 of these {among} reports takes", "it"
    elif count == among:
        told, what = ("Both reports take" if count == 2 else f"All {count} reports take"), "them"
    else:
        told, what = f"{count} of these {among} reports take", "them"
    return f"{told} the place of another copy of the same report. Replace {what}?"


def _size(parent: QWidget | None) -> tuple[int, int]:
    if parent is None:
        return 1200, 760
    window = parent.window()
    return min(window.width() - 40, LARGEST[0]), min(window.height() - 30, LARGEST[1])


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button
