# SPDX-License-Identifier: MIT
"""The Compare view: controls on the left, the chart in the middle, map and position on the right.

It computes nothing: ``comparison`` makes one of a selection, and the parts show it. The
statistics are read off the window's thread when the view is first shown.
"""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from peelviewer.charts.values import Caveat
from peelviewer.comparing import comparison
from peelviewer.comparing.comparison import Comparison
from peelviewer.comparing.fitting import fitting
from peelviewer.comparing.force_choices import force_by_id, toggled
from peelviewer.comparing.holdings import Holdings
from peelviewer.comparing.measure_choices import label_in
from peelviewer.comparing.selection import Selection, from_text, to_text
from peelviewer.errors import PeelViewerError
from peelviewer.library import Library
from peelviewer.model.report import Report
from peelviewer.ui.announce import announce
from peelviewer.ui.compare.controls import Controls
from peelviewer.ui.compare.loading import HoldingsLoader
from peelviewer.ui.compare.side import Side
from peelviewer.ui.compare.stage import Stage
from peelviewer.ui.measures.caveat_places import link_of_caveat
from peelviewer.ui.measures.chart_pane import ChartViewFactory, chart_view
from peelviewer.ui.measures.copying import copy_csv, copy_image, copy_text
from peelviewer.ui.measures.save_dialog import SaveDialog
from peelviewer.ui.measures.saving import Everything
from peelviewer.ui.messages import Messages
from peelviewer.ui.read import anchors
from peelviewer.ui.settings import Settings
from peelviewer.ui.splitter import Splitter
from peelviewer.ui.tasks import Tasks
from peelviewer.ui.theme import Theme
from peelviewer.ui.wording import counted

PANE_WIDTHS = [268, 680, 332]
_SELECTION, _MODE, _PANES = "compare/selection", "compare/mode", "compare/panes"


class CompareView(QWidget):
    """One selection and what it shows."""

    place_wished = Signal(str)
    """An anchor in the open report that the reader wants to see."""
    import_wished = Signal()
    facts_changed = Signal(object)
    notice = Signal(str)
    """A sentence for the status bar: something was copied or saved."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        tasks: Tasks,
        messages: Messages,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        factory: ChartViewFactory = chart_view,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compareView")
        self.setAccessibleName("Compare")
        self._settings = settings
        self._messages = messages
        self._report: Report | None = None
        self._holdings: Holdings | None = None
        self._selection = from_text(settings.get(_SELECTION))
        self._found: Comparison | None = None
        self._loader = HoldingsLoader(library, tasks, self)
        self.controls = Controls(self)
        self.stage = Stage(factory, self)
        self.side = Side(self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.side.bar.modes.choose(_mode(settings.get(_MODE)))

    def _lay_out(self) -> None:
        self.splitter = Splitter(self)
        self.splitter.setHandleWidth(5)
        self.splitter.setAccessibleName("Panes of the comparison")
        for number, pane in enumerate((self.controls, self.stage, self.side)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(number, int(number == 1))
            self.splitter.setCollapsible(number, False)
        self.controls.setMinimumWidth(210)
        self.stage.setMinimumWidth(340)
        self.side.setMinimumWidth(300)
        self.splitter.setSizes(_sizes(self._settings.get(_PANES)) or PANE_WIDTHS)
        self.splitter.complete()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_unread)
        self.controls.changed.connect(self.choose)
        # The chart's view is made last: the tab key comes to it where it stands.
        last = self.controls.sort.button("name")
        self.stage.chart.view_made.connect(lambda view: self.setTabOrder(last, view))
        self.stage.row_chosen.connect(self._on_row)
        self.stage.block_link.connect(lambda block: self.place_wished.emit(anchors.block(block)))
        self.stage.section_link.connect(lambda one: self.place_wished.emit(anchors.section(one)))
        self.stage.import_wished.connect(self.import_wished)
        self.stage.page_wished.connect(self._on_page)
        self.side.force_chosen.connect(self.highlight)
        self.side.block_link.connect(lambda block: self.place_wished.emit(anchors.block(block)))
        bar = self.side.bar
        bar.mode_chosen.connect(self._on_mode)
        bar.save_wanted.connect(self.save_chart)
        bar.copy_image_wanted.connect(self._on_copy_image)
        bar.copy_text_wanted.connect(self._on_copy_text)
        bar.copy_csv_wanted.connect(self._on_copy_csv)

    # --- what the window tells it

    def show_report(self, report: Report | None) -> None:
        """Take the open report: its force is the own one, its values stand beside the others."""
        before, self._report = self._report, report
        if before is not None and report is not None and before.force.id != report.force.id:
            self._selection = msgspec.structs.replace(self._selection, own="")
        if self._holdings is not None:
            self.controls.show_measures(self._holdings, report)
            self._show(self._selection)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that the keyboard goes round."""
        return (self.controls, self.stage, self.side)

    def reload(self) -> None:
        """Read the statistics anew, after some were imported."""
        self._holdings = None
        self.stage.show_waiting()
        self._loader.load()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.controls.set_theme(theme)
        self.stage.set_theme(theme)
        self.side.set_theme(theme)

    def set_zoom(self, percent: int) -> None:
        """Show the comparison larger or smaller."""
        self.stage.set_zoom(percent / 100)
        self.side.set_zoom(percent / 100)

    def stop(self) -> None:
        """Remember the panes, and wait for what is being read."""
        self._settings.set(_PANES, "/".join(map(str, self.splitter.sizes())))
        self._loader.stop()

    @property
    def found(self) -> Comparison | None:
        """The comparison that is shown."""
        return self._found

    @property
    def selection(self) -> Selection:
        """What is chosen."""
        return self._selection

    @property
    def facts(self) -> tuple[str, ...]:
        """What the status line says of the comparison."""
        return _facts(self._found)

    # --- reading the statistics

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read the statistics when there is someone to show them to, and after they changed."""
        super().showEvent(event)
        is_stale = self._holdings is None or self._loader.is_outdated()
        if is_stale and not self._loader.is_loading:
            self.reload()

    def _on_loaded(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self.controls.show_measures(holdings, self._report)
        self._show(self._selection)

    def _on_unread(self, error: Exception) -> None:
        if not isinstance(error, PeelViewerError | OSError):
            raise error  # our own bug: it goes to the dialog with the details
        self.stage.show_waiting(str(error))
        self._messages.error(str(error))

    # --- choosing

    def choose(self, selection: Selection) -> None:
        """Show another selection, and keep it for the next time."""
        if self._holdings is not None and self._loader.is_outdated():
            self._selection = selection
            self.reload()
        else:
            self._show(selection)
        self._settings.set(_SELECTION, to_text(self._selection))

    def highlight(self, force: str) -> None:
        """Highlight one more force (id), or let go of it if it is highlighted."""
        if force_by_id(force) is None:
            return
        text = toggled(self._selection.highlight, force)
        self.choose(msgspec.structs.replace(self._selection, highlight=text))

    def _show(self, selection: Selection) -> None:
        if self._holdings is None:
            self._selection = selection
            return
        self._selection = fitting(selection, self._holdings, self._report)
        try:
            found = comparison.comparison_of(self._selection, self._holdings, self._report)
        except PeelViewerError as error:
            self._messages.error(str(error))
            return
        self._found = found
        self.controls.show_selection(self._selection, self._holdings, self._report)
        self.stage.show_comparison(found, self._report)
        self.side.show_comparison(found, self._block())
        self.facts_changed.emit(self.facts)
        said = found.refusal.title if found.refusal is not None else ""
        announce(self, found.chart.headline if found.chart is not None else said)

    def _block(self) -> str:
        """Return the block of the report in which it prints values of the measure."""
        index = self._found.measure if self._found is not None else None
        return self._report.measures[index].block if self._report and index is not None else ""

    def _on_row(self, row: int) -> None:
        """Highlight the force of a row; from the profile, show the row's measure."""
        chart = self._found.chart if self._found is not None else None
        if chart is None or self._holdings is None or not 0 <= row < len(chart.rows):
            return
        line = chart.rows[row]
        if chart.kind == "ranges":
            series = comparison.series_of_row(line, self._holdings)
            if series is not None:
                self.choose(
                    msgspec.structs.replace(
                        self._selection,
                        measure=series.measure,
                        unit=series.unit,
                        period="",
                        show="ranked",
                    )
                )
        elif line.block:
            self.place_wished.emit(anchors.block(line.block))
        elif line.section:
            self.place_wished.emit(anchors.section(line.section))
        elif line.area:
            self.highlight(line.area)

    def _on_page(self, page: int) -> None:
        """Show what the report says on a page of the reason why there is no chart."""
        refusal = self._found.refusal if self._found is not None else None
        if self._report is None or refusal is None:
            return
        topic = label_in(self._report, self._selection.measure)
        caveat = Caveat(text=refusal.reason, page=page, report=refusal.report)
        kind, _, place = link_of_caveat(self._report, caveat, topic).partition(":")
        if place:
            anchor = anchors.block(place) if kind == "block" else anchors.section(place)
            self.place_wished.emit(anchor)

    def _on_mode(self, mode: str) -> None:
        self.stage.show_mode(mode)
        self._settings.set(_MODE, mode)

    # --- saving and copying

    def save_chart(self) -> SaveDialog | None:
        """Open the dialog over the window and return it; ``None`` where no chart is shown."""
        found, holdings = self._found, self._holdings
        if found is None or found.chart is None or holdings is None:
            self._say("There is no chart here to save.")
            return None
        everything = Everything(
            "this comparison",
            f"{found.chart.stem}-all",
            lambda: comparison.all_charts(found.selection, holdings, self._report),
        )
        dialog = SaveDialog(found.chart, self._report, everything, self._settings, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._say)
        dialog.open()
        return dialog

    def copy(self) -> None:
        """Copy the value that the keyboard is at."""
        text = self.stage.copy()
        self._say(f"Copied: {text}" if text else "Move to a bar or a row to copy its value.")

    def _say(self, sentence: str) -> None:
        announce(self, sentence)
        self.notice.emit(sentence)

    def _on_copy_image(self) -> None:
        if self._found is not None and self._found.chart is not None:
            self._say(copy_image(self._found.chart))

    def _on_copy_text(self) -> None:
        if self._found is not None and self._found.chart is not None:
            self._say(copy_text(self._found.chart))

    def _on_copy_csv(self) -> None:
        if self._found is not None and self._found.chart is not None:
            self._say(copy_csv(self._found.chart, self._report))


def _facts(found: Comparison | None) -> tuple[str, ...]:
    if found is None or found.chart is None:
        return ()
    chart = found.chart
    sources = dict.fromkeys(f"{one.publisher}, {one.release}" for one in found.datasets)
    source = "; ".join(sources) if len(sources) < 3 else counted(len(sources), "publication")
    caveats = f"⚠ {counted(len(chart.caveats), 'caveat')}" if chart.caveats else ""
    return tuple(filter(None, (chart.coverage, source, caveats)))


def _mode(stored: str) -> str:
    return stored if stored in ("chart", "table", "about") else "chart"


def _sizes(stored: str) -> list[int] | None:
    parts = stored.split("/")
    fits = len(parts) == 3 and all(part.isdecimal() and int(part) < 20_000 for part in parts)
    return [int(part) for part in parts] if fits else None
