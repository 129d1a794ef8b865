# SPDX-License-Identifier: MIT
"""One report under review: what names it, what was recognised, and the source beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from peelviewer.model.report import Report
from peelviewer.ui.empty_state import EmptyState
from peelviewer.ui.entries.entry import Entry, Place
from peelviewer.ui.entries.view import EntryList
from peelviewer.ui.original.page_pictures import Draw, behind_the_fence
from peelviewer.ui.original.pane import OriginalPane
from peelviewer.ui.review.changes import changes, how_many, summary
from peelviewer.ui.review.draft import Draft, with_kind, with_level, without_corrections
from peelviewer.ui.review.identity_form import IdentityForm
from peelviewer.ui.review.sections_page import SectionsPage
from peelviewer.ui.review.topics import CHANGES, SECTIONS, TOPICS, navigation
from peelviewer.ui.tasks import Tasks
from peelviewer.ui.theme import Theme
from peelviewer.ui.wording import counted

NAVIGATION_WIDTH = 148


class ReviewView(QWidget):
    """Edits one draft at a time; hands each corrected draft on and keeps none."""

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        draw: Draw = behind_the_fence,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Report under review")
        self._draft: Draft | None = None
        self._former: Report | None = None
        self._changes: tuple[Entry, ...] = ()
        self._theme = theme
        self.form = IdentityForm()
        self.note = QLabel(wordWrap=True)
        self.note.setObjectName("reviewnote")
        self.undo = QPushButton()  # placed by who shows the view: here it would push all down
        self.undo.setProperty("link", True)
        self.undo.setAutoDefault(False)
        self.topics = EntryList("What was recognised", theme, most_lines=1)
        self.topics.setFixedWidth(NAVIGATION_WIDTH)
        self.sections = SectionsPage(theme)
        self.rows = EntryList("Recognised", theme)
        self.none = EmptyState("")
        self.original = OriginalPane(theme, tasks, can_close=False, draw=draw)
        self._lay_out()
        self._connect()

    def show_draft(self, draft: Draft, former: Report | None) -> None:
        """Show a draft; ``former`` is the copy of that report in the library, if there is one."""
        another = self._draft is None or self._draft.path != draft.path
        self._draft, self._former = draft, former
        replaces = former is not None and former.edition == "full"
        self._changes = changes(former, draft.report) if former and replaces else ()
        self.form.show_draft(draft)
        self.original.show_source(draft.path, draft.as_read)
        self._show_note()
        differences = how_many(self._changes) if replaces else None
        self.topics.show_entries(navigation(draft.report, differences))
        self.sections.show_report(draft.report, draft.as_read)
        if another or self.topics.current() is None:
            self.topics.choose(SECTIONS)
            self.original.go_to(Place(page=1), light=False)
        self._show_topic()

    def set_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        for part in (self.topics, self.sections, self.rows, self.original):
            part.set_theme(theme)

    # --- inside

    def _lay_out(self) -> None:
        self._card = QFrame()
        self._card.setObjectName("entrycard")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(5, 5, 5, 5)
        inside.addWidget(self.rows)
        self._stack = QStackedWidget()
        for page in (self.sections, self._card, self.none):
            self._stack.addWidget(page)
        recognised = QWidget()
        columns = QHBoxLayout(recognised)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(8)
        columns.addWidget(self.topics)
        columns.addWidget(self._stack, 1)
        source = QFrame()
        source.setObjectName("entrycard")
        around = QVBoxLayout(source)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.original)
        self.splitter = QSplitter()
        self.splitter.setObjectName("plainsplitter")
        self.splitter.setHandleWidth(12)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(recognised)
        self.splitter.addWidget(source)
        self.splitter.setStretchFactor(0, 10)
        self.splitter.setStretchFactor(1, 11)
        self.splitter.setSizes([580, 600])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.form)
        layout.addWidget(self.note)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.undo.clicked.connect(self._on_undo)
        self.topics.entry_reached.connect(lambda _: self._on_topic())
        self.rows.entry_reached.connect(self._on_entry)
        self.rows.entry_activated.connect(self._on_entry)
        self.sections.place_reached.connect(self.original.go_to)
        self.sections.level_wished.connect(self._on_level)
        self.sections.kind_wished.connect(self._on_kind)

    def _show_note(self) -> None:
        draft = self._draft
        if draft is None:
            return
        former = self._former
        sentences = [summary(former, draft.report, self._changes)] if former is not None else []
        lost = len(draft.lost)
        if lost:
            sentences.append(
                f"{counted(lost, 'correction')} of yours to an earlier copy "
                f"{'has' if lost == 1 else 'have'} no place in this one and will not be kept."
            )
        self.note.setText(" ".join(sentences))
        self.note.setVisible(bool(sentences))
        self.undo.setVisible(draft.count > 0)
        self.undo.setText(f"Undo {counted(draft.count, 'correction')}")
        self.undo.setAccessibleName(self.undo.text())

    def _show_topic(self) -> None:
        topic = self.topics.current()
        if topic is None or self._draft is None:
            return
        if topic.key == SECTIONS:
            self._stack.setCurrentWidget(self.sections)
            return
        if topic.key == CHANGES:
            rows, none = self._changes, "Nothing differs from the copy in the library."
        else:
            rows, none = TOPICS[topic.key].rows(self._draft.report), TOPICS[topic.key].none
        self.rows.setAccessibleName(topic.text)
        self.rows.show_entries(rows)
        self.none.say(none)
        self._stack.setCurrentWidget(self._card if rows else self.none)

    def _on_topic(self) -> None:
        """Show another topic, with no row of it chosen: none of its places is shown yet."""
        self.rows.show_entries(())
        self.original.put_out()
        self._show_topic()

    def _on_entry(self, entry: Entry) -> None:
        if entry.place is not None:
            self.original.go_to(entry.place)
        else:
            self.original.put_out()

    def _on_changed(self, draft: Draft) -> None:
        self._draft = draft
        self.changed.emit(draft)

    def _on_level(self, section: str, level: int) -> None:
        if self._draft is not None:
            self._on_changed(with_level(self._draft, section, level))

    def _on_kind(self, block: str, kind: str) -> None:
        if self._draft is not None:
            self._on_changed(with_kind(self._draft, block, kind))  # type: ignore[arg-type]  # one of KINDS

    def _on_undo(self) -> None:
        if self._draft is not None:
            self.form.show_draft(without_corrections(self._draft), anew=True)
            self._on_changed(without_corrections(self._draft))
