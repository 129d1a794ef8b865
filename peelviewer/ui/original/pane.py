# SPDX-License-Identifier: MIT
"""The source beside what was read from it: a PDF's page or a text's lines, at a place."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from peelviewer.errors import PeelViewerError
from peelviewer.model.report import Report
from peelviewer.ui import icons
from peelviewer.ui.empty_state import EmptyState
from peelviewer.ui.entries.entry import Place
from peelviewer.ui.original.kinds import has_pages, is_text
from peelviewer.ui.original.page_pictures import Draw, PagePictures, behind_the_fence
from peelviewer.ui.original.page_view import PLAIN, ZOOMS, PageView
from peelviewer.ui.original.source_lines import SourceLines, source_lines
from peelviewer.ui.original.spots import spots_of
from peelviewer.ui.tasks import Progress, Task, Tasks
from peelviewer.ui.theme import Theme

if TYPE_CHECKING:
    from peelviewer.ui.original.source_text import SourceText

NOTHING = (
    "There is no original to show: the report came without a file of its own, or its file is not "
    "in the library any more."
)
DIGEST = "A digest has no original. Import your own copy of the report to see it here as published."


class OriginalPane(QFrame):
    """Shows the file of one report; draws nothing and reads nothing on the window's thread."""

    closed = Signal()
    page_turned = Signal(int)

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        draw: Draw = behind_the_fence,
        can_close: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("original")
        self.setAccessibleName("Original")
        self._theme = theme
        self._tasks = tasks
        self._draw = draw
        self._path: Path | None = None
        self._report: Report | None = None
        self._place: Place | None = None
        self._is_lit = True
        self._seeking: Task | None = None
        self._lines: SourceLines | None = None
        self._loading: Task | None = None
        self._number = 0
        self._create_bar(can_close=can_close)
        self.pictures = PagePictures(tasks, draw, self)
        self.pages = PageView(theme, self.pictures)
        self.empty = EmptyState(NOTHING)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.pages.sheet_changed.connect(self._on_sheet_changed)
        self.pages.zoom_changed.connect(self._show_zoom)
        self.set_theme(theme)
        self.show_source(None, None)

    @cached_property
    def text(self) -> "SourceText":
        """The text's lines, made when a text is first shown."""
        from peelviewer.ui.original.source_text import SourceText

        view = SourceText(self._theme)
        self._stack.addWidget(view)
        return view

    def show_source(self, path: Path | None, report: Report | None) -> None:
        """Take the file that ``report`` was read from; the place is kept for the same file."""
        same = path is not None and path == self._path
        self._path, self._report = path, report
        if same:
            return
        self._place, self._lines = None, None
        self._number += 1
        self.pages.show_file(path if self.is_paged else None, _sheets(report))
        if self._loading is not None:
            self._loading.cancel()
            self._loading = None
        self._show_suitable()
        if path is not None and report is not None and is_text(path):
            self._load(path, report)

    @property
    def is_paged(self) -> bool:
        """Whether the file has pages that can be shown."""
        return self._path is not None and has_pages(self._path)

    def go_to(self, place: Place, *, light: bool = True) -> None:
        """Show a place of the report in the file, as near as it is known, lit up or not."""
        self._place, self._is_lit = place, light
        if self.is_paged and place.page is not None:
            turned = place.page != self.pages.sheet
            self.pages.show_sheet(place.page)
            if turned or not light:
                self.pages.light(())
            self._seek(place)
        elif self._lines is not None and (line := self._lines.line_of(place)) is not None:
            self.text.show_line(line, light=light)
        else:
            self._darken()

    def put_out(self) -> None:
        """Light up nothing, as what is chosen has no place; what is in view stays."""
        self._place = None
        self._darken()

    def set_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        self._theme = theme
        self.pages.set_theme(theme)
        for button, name in self._icons.items():
            button.setIcon(icons.icon(name, theme.text, 16, disabled=theme.control_line))
        if "text" in self.__dict__:
            self.text.set_theme(theme)

    # --- inside

    def _create_bar(self, *, can_close: bool) -> None:
        self.bar = QFrame()
        self.bar.setObjectName("originalbar")
        self.title = QLabel()
        self.title.setObjectName("quiet")
        self.previous = _button("Previous page", lambda: self.pages.step_sheet(-1))
        self.next = _button("Next page", lambda: self.pages.step_sheet(1))
        self.smaller = _button("Smaller", lambda: self.pages.step_zoom(-1))
        self.larger = _button("Larger", lambda: self.pages.step_zoom(1))
        self.fit = _button("As wide as the pane", lambda: self.pages.set_zoom(PLAIN))
        self.close_button = _button("Hide the original", self.closed.emit)
        self.close_button.setVisible(can_close)
        self._icons = {
            self.previous: "up", self.next: "down", self.smaller: "minus", self.larger: "plus",
            self.fit: "fit", self.close_button: "close",
        }  # fmt: skip
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(14, 5, 6, 5)
        row.setSpacing(2)
        row.addWidget(self.title, 1)
        for button in self._icons:
            row.addWidget(button)

    def _show_suitable(self) -> None:
        paged = self.is_paged
        is_text = self._path is not None and not paged
        for button in (self.previous, self.next, self.smaller, self.larger, self.fit):
            button.setVisible(paged)
        self._show_title()
        if paged:
            self._stack.setCurrentWidget(self.pages)
        elif is_text and self._lines is not None:
            self._stack.setCurrentWidget(self.text)
        else:
            is_digest = self._report is not None and self._report.edition == "digest"
            nothing = DIGEST if is_digest else NOTHING
            self._say("Opening the file…" if self._loading else nothing)

    def _say(self, sentence: str) -> None:
        self.empty.say(sentence)
        self._stack.setCurrentWidget(self.empty)

    def _show_title(self) -> None:
        if self.is_paged and self.pages.sheet:
            self.title.setText(f"Page {self.pages.sheet} of {self.pages.sheets}, as published")
        elif self.is_paged:
            self.title.setText("As published")
        else:
            self.title.setText("The file's own text" if self._path is not None else "Original")

    def _show_zoom(self, percent: int) -> None:
        self.smaller.setEnabled(percent > ZOOMS[0])
        self.larger.setEnabled(percent < ZOOMS[-1])
        self.fit.setToolTip(f"As wide as the pane (now {percent}%)")

    def _load(self, path: Path, report: Report) -> None:
        number = self._number

        def op(_progress: Progress) -> SourceLines:
            from peelviewer.reading.files import is_plain, load
            from peelviewer.reading.text.unbroken import parted

            text = load(path)
            # One endless line can be neither read nor pointed at.
            given = parted(text, is_plain=is_plain(path, text))
            return source_lines(given.shown if given else text, report)

        self._say("Opening the file…")
        self._loading = self._tasks.start(
            f"Opening {path.name}",
            op,
            success=lambda lines: self._on_loaded(number, lines),
            failure=lambda error: self._on_refused(number, error),
        )

    def _on_loaded(self, number: int, lines: SourceLines) -> None:
        if number != self._number:
            return
        self._loading, self._lines = None, lines
        self.text.show_text(lines.text)
        self._show_suitable()
        if self._place is not None:
            self.go_to(self._place, light=self._is_lit)

    def _on_refused(self, number: int, error: Exception) -> None:
        if not isinstance(error, PeelViewerError | OSError):
            raise error  # our own bug: it goes to the dialog with the details
        if number == self._number:
            self._loading = None
            self._say(str(error))

    def _darken(self) -> None:
        self._stop_seeking()
        self.pages.light(())
        if self._lines is not None:
            self.text.show_line(None)

    def _stop_seeking(self) -> None:
        if self._seeking is not None:
            self._seeking.cancel()
            self._seeking = None

    def _seek(self, place: Place) -> None:
        """Find out where on the page the place's words stand."""
        self._stop_seeking()
        path, sheet = self._path, place.page
        words = _words_of(self._report, place)
        if path is None or sheet is None or not words:
            return
        number = self._number

        def op(progress: Progress) -> tuple[QRectF, ...]:
            progress("", 0.0)
            return spots_of(self._draw, path, sheet, words, progress)

        self._seeking = self._tasks.start(
            "Finding the place",
            op,
            success=lambda spots: self._on_spots(number, place, spots),
            failure=self._on_unlit,
        )

    def _on_spots(self, number: int, place: Place, spots: tuple[QRectF, ...]) -> None:
        self._seeking = None
        if number != self._number or place != self._place or place.page != self.pages.sheet:
            return
        if self._is_lit:
            self.pages.light(spots)
        elif spots:
            self.pages.scroll_to(spots[0])

    def _on_unlit(self, error: Exception) -> None:
        self._seeking = None
        if not isinstance(error, PeelViewerError | OSError):
            raise error

    def _on_sheet_changed(self, sheet: int) -> None:
        self.previous.setEnabled(sheet > 1)
        self.next.setEnabled(sheet < self.pages.sheets)
        self._show_title()
        self.pages.page.setAccessibleDescription(_text_of(self._report, sheet))
        self.page_turned.emit(sheet)


def _text_of(report: Report | None, page: int) -> str:
    """Return what a page says, for those who do not see its picture."""
    blocks = report.blocks_by_id.values() if report is not None else ()
    return "\n".join(block.text for block in blocks if block.page == page)


def _sheets(report: Report | None) -> int:
    return (report.pages or 1) if report is not None else 0


def _words_of(report: Report | None, place: Place) -> str:
    """Return the words to look for on the page: the place's own, else its block's or title's."""
    if place.words:
        return place.words
    if report is None:
        return ""
    block = report.blocks_by_id.get(place.block or "")
    if block is not None:
        return block.text
    section = report.sections_by_id.get(place.section or "")
    return section.title if section is not None else ""


def _button(tip: str, slot: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(16, 16))
    button.setFixedSize(30, 28)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda _checked: slot())
    return button
