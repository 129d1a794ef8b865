# SPDX-License-Identifier: MIT
"""Which report is open and where in it we are: opening, going, back and forward."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from peelviewer.errors import PeelViewerError
from peelviewer.library import Library
from peelviewer.model.report import Report
from peelviewer.ui.history import History, Place, ShownChart
from peelviewer.ui.messages import Messages
from peelviewer.ui.read import anchors


class Navigator(QObject):
    """Tells the views what to show.

    ``reading_place`` asks them where the reader has got to, ``shown_chart`` which chart stands
    beside it: the way back leads to both. ``report_opened`` brings the report, and the place in it
    that ``place_wished`` then names.
    """

    report_opened = Signal(object, str)
    place_wished = Signal(str)
    chart_wished = Signal(object)
    """The ``ShownChart`` that stood beside a place that was returned to."""
    history_changed = Signal()

    def __init__(
        self,
        library: Library,
        messages: Messages,
        reading_place: Callable[[], str | None],
        shown_chart: Callable[[], ShownChart | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._messages = messages
        self._reading_place = reading_place
        self._shown_chart = shown_chart
        self.history = History()
        self._left: dict[str, str] = {}
        self.report: Report | None = None

    def open(self, report_id: str, place: str | None = None) -> bool:
        """Open a report at a place, else where it was left in this session, else at its beginning.

        ``False`` where it cannot be read.
        """
        self._note_where_we_are()
        place = place or self._left.get(report_id)
        if not self._load(report_id, place):
            return False
        name = place or self._beginning()
        self.history.visit(Place(report_id, name))
        self._arrive(name)
        return True

    def go(self, place: str) -> None:
        """Go to a place in the open report, and remember where we came from."""
        if self.report is not None:
            self._note_where_we_are()
            self.history.visit(Place(self.report.id, place))
            self._arrive(place)

    def reload(self, report_id: str) -> bool:
        """Read a report again that may have changed, and stay where we are in it."""
        place = self._reading_place() if self.report and self.report.id == report_id else None
        self.report = None
        return self.open(report_id, place)

    def refresh(self) -> None:
        """Show the open report anew if the library has another copy; one that is gone stays."""
        if self.report is None:
            return
        try:
            there = self._library.report(self.report.id)
        except PeelViewerError:
            return
        if there != self.report:
            self.reload(there.id)

    def back(self) -> None:
        """Return to the place before."""
        self._note_where_we_are()
        self._return(self.history.back())

    def forward(self) -> None:
        """Go forward again."""
        self._note_where_we_are()
        self._return(self.history.forward())

    def _return(self, place: Place | None) -> None:
        if place is not None and self._load(place.report, place.anchor):
            self._arrive(place.anchor)
            if place.chart is not None:
                self.chart_wished.emit(place.chart)

    def _load(self, report_id: str, place: str | None) -> bool:
        if self.report is not None and self.report.id == report_id:
            return True
        try:
            self.report = self._library.report(report_id)
        except PeelViewerError as error:
            self._messages.error(str(error))
            self.history.forget(report_id)
            self.history_changed.emit()
            return False
        self.report_opened.emit(self.report, place or self._beginning())
        return True

    def _arrive(self, place: str) -> None:
        self.place_wished.emit(place)
        self.history_changed.emit()

    def _note_where_we_are(self) -> None:
        place = self._reading_place()
        if self.report is not None and place is not None:
            self.history.stay(Place(self.report.id, place, self._shown_chart()))
            self._left[self.report.id] = place

    def _beginning(self) -> str:
        sections = self.report.sections if self.report else ()
        return anchors.section(sections[0].id) if sections else ""
