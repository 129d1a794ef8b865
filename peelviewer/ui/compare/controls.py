# SPDX-License-Identifier: MIT
"""The left side of the Compare view: what is compared, among whom, and how it is shown."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from peelviewer.comparing.fitting import shows_for
from peelviewer.comparing.force_choices import highlighted, own_force, region_of, region_words
from peelviewer.comparing.holdings import Holdings, Series
from peelviewer.comparing.measure_choices import (
    beside_groups,
    beside_keys,
    label_in,
    listed_unit,
    measure_groups,
)
from peelviewer.comparing.period_choices import (
    comes_before,
    period_key,
    period_of,
    period_words,
    span_words,
)
from peelviewer.comparing.selection import SHOWS, Selection
from peelviewer.model.measure import Period
from peelviewer.model.report import Report
from peelviewer.reference.forces import FORCES, forces
from peelviewer.ui import icons
from peelviewer.ui.compare.force_picker import ForcePicker
from peelviewer.ui.compare.measure_picker import MeasurePicker
from peelviewer.ui.compare.radios import Radios
from peelviewer.ui.theme import Theme
from peelviewer.ui.timers import once_after

TYPING_MS = 200
"""How long typing must rest before the chart follows."""
_WITH_PERIOD = ("ranked", "tiles", "slope")
_WITH_ORDER = ("ranked", "slope")
_OF_FORCES = ("ranked", "tiles", "trend", "slope")


class Controls(QScrollArea):
    """Every choice; each change is said whole, as a ``Selection``."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareControls")
        self.setAccessibleName("What to compare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._selection = Selection()
        self._report_force = ""
        self._create_widgets()
        self._lay_out()
        self._connect()

    def _create_widgets(self) -> None:
        self.measure = MeasurePicker(parent=self)
        self.period = _combo("Period", self)
        self.earlier = _combo("Compared with", self)
        self.periods_note = QLabel(self)
        self.periods_note.setProperty("quiet", True)
        self.periods_note.setWordWrap(True)
        self.own = _combo("Own force", self)
        self.forces = Radios(
            "Forces",
            (
                ("all", f"All {FORCES}"),
                ("region", "Region"),
                ("similar", "Most similar"),
                ("chosen", "Chosen…"),
            ),
            self,
        )
        self.chosen = ForcePicker(self)
        self.show_as = Radios("Show as", SHOWS, self)
        self.beside = MeasurePicker("Beside", self)
        self.highlight = QLineEdit(self)
        self.highlight_note = QLabel(self)
        self.highlight_note.setProperty("quiet", True)
        self.highlight_note.setWordWrap(True)
        self.highlight.setPlaceholderText("Type a force’s name")
        self.highlight.setClearButtonEnabled(True)
        self.highlight.setAccessibleName("Highlight forces")
        self.highlight.setToolTip("Several names are set apart by commas")
        completer = QCompleter([force.area for force in forces()], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.highlight.setCompleter(completer)
        self.sort = Radios("Sort", (("value", "Value"), ("name", "Name")), self, side_by_side=True)
        self._typing = once_after(TYPING_MS, self._on_typed, self)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        inside.setObjectName("compareControlsInside")
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(16, 16, 16, 16)
        self._rows.setSpacing(16)
        self._groups = {
            name: self._group(title, *widgets)
            for name, title, widgets in (
                ("measure", "Measure", (self.measure,)),
                ("period", "Period", (self.period, self.periods_note)),
                ("earlier", "Compared with", (self.earlier,)),
                ("own", "Own force", (self.own,)),
                ("forces", "Forces", (self.forces, self.chosen)),
                ("show", "Show as", (self.show_as,)),
                ("beside", "Beside", (self.beside,)),
                ("highlight", "Highlight", (self.highlight, self.highlight_note)),
                ("sort", "Sort", (self.sort,)),
            )
        }
        self._rows.addStretch(1)
        self.setWidget(inside)

    def _group(self, title: str, *widgets: QWidget) -> QWidget:
        """Return a heading over its controls, added to the column."""
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        heading = QLabel(title, holder)
        heading.setProperty("fieldTitle", True)
        heading.setBuddy(widgets[0])
        for widget in (heading, *widgets):
            column.addWidget(widget)
        self._rows.addWidget(holder)
        return holder

    def _connect(self) -> None:
        self.measure.chosen.connect(
            lambda measure, unit: self._change(measure=measure, unit=unit, period="", earlier="")
        )
        self.beside.chosen.connect(lambda measure, _: self._change(beside=measure))
        self.period.activated.connect(
            lambda _: self._change(period=self.period.currentData(), earlier="")
        )
        self.earlier.activated.connect(lambda _: self._change(earlier=self.earlier.currentData()))
        self.own.activated.connect(lambda _: self._on_own(self.own.currentData()))
        self.forces.chosen.connect(self._on_forces)
        self.chosen.changed.connect(lambda ids: self._change(forces="chosen", chosen=ids))
        self.show_as.chosen.connect(lambda show: self._change(show=show))
        self.sort.chosen.connect(lambda sort: self._change(sort=sort))
        self.highlight.textChanged.connect(lambda _: self._typing.start())

    # --- what is shown

    def show_measures(self, holdings: Holdings, report: Report | None) -> None:
        """Take what there is to choose from."""
        self.measure.show_groups(measure_groups(holdings, report))

    def show_selection(
        self, selection: Selection, holdings: Holdings, report: Report | None
    ) -> None:
        """Show what is chosen and offer what can be chosen with it."""
        self._selection = selection
        self._report_force = report.force.id if report is not None else ""
        series = holdings.find(selection.measure, selection.unit)
        self._show_measure(selection, holdings, report)
        self._show_periods(selection, series)
        self._show_forces(selection, holdings, report)
        others = beside_keys(report, selection.measure, selection.unit)
        offered = shows_for(series, others)
        self.show_as.offer(offered)
        self.show_as.show_choice(selection.show)
        self.sort.show_choice(selection.sort)
        is_of_forces = bool(offered) and selection.show in _OF_FORCES
        for name, is_shown in (
            ("period", series is not None and selection.show != "beside"),
            ("own", selection.show != "beside"),
            ("beside", selection.show == "beside"),
            ("earlier", selection.show == "slope" and bool(offered)),
            ("show", bool(offered) and offered != (selection.show,)),
            ("forces", is_of_forces),
            ("highlight", is_of_forces),
            ("sort", selection.show in _WITH_ORDER and bool(offered)),
        ):
            self._groups[name].setVisible(is_shown)
        self.chosen.setVisible(selection.forces == "chosen")
        if self.highlight.text() != selection.highlight:
            self.highlight.setText(selection.highlight)
            self._typing.stop()
        typed = selection.highlight.strip()
        is_nobody = len(typed) > 1 and not highlighted(typed)
        self.highlight_note.setText(f"No force is called “{typed}”." if is_nobody else "")
        self.highlight_note.setVisible(is_nobody)

    def set_theme(self, theme: Theme) -> None:
        """Draw arrows in the theme's colours."""
        self.measure.set_theme(theme)
        self.beside.set_theme(theme)
        self.chosen.set_theme(theme)
        for button in self.highlight.findChildren(QToolButton):
            button.setIcon(icons.icon("close", theme.muted, 16))

    def _show_measure(
        self, selection: Selection, holdings: Holdings, report: Report | None
    ) -> None:
        series = holdings.find(selection.measure, selection.unit)
        unit = listed_unit(selection.unit)
        if series is not None:
            label = series.label
            if sum(one.measure == series.measure for one in holdings.series) > 1:
                label, unit = f"{label}, {unit}", ""
        else:
            label = label_in(report, selection.measure) if report is not None else ""
        self.measure.show_choice(selection.measure, selection.unit, label, unit)
        beside = label_in(report, selection.beside) if report and selection.beside else ""
        self.beside.show_groups(beside_groups(report, selection.measure, selection.unit))
        self.beside.show_choice(selection.beside, selection.unit, beside, unit)

    def _show_periods(self, selection: Selection, series: Series | None) -> None:
        periods = series.periods if series is not None else ()
        self.period.clear()
        self.earlier.clear()
        later = period_of(series, selection.period) if series is not None else None
        for period in periods:
            key, words = period_key(period), period_words(period, selection.unit)
            self.period.addItem(words, key)
            if later is not None and comes_before(period, later):
                self.earlier.addItem(words, key)
        self.period.setCurrentIndex(max(0, self.period.findData(selection.period)))
        self.earlier.setCurrentIndex(max(0, self.earlier.findData(selection.earlier)))
        is_one = selection.show in _WITH_PERIOD
        self.period.setVisible(is_one)
        self.periods_note.setVisible(not is_one)
        self.periods_note.setText(_periods_words(selection, periods))

    def _show_forces(self, selection: Selection, holdings: Holdings, report: Report | None) -> None:
        own = own_force(selection, report)
        self.own.clear()
        self.own.setPlaceholderText("Choose a force")
        for force in sorted(forces(), key=lambda one: one.area):
            mark = " (this report)" if force.id == self._report_force else ""
            self.own.addItem(f"{force.area}{mark}", force.id)
        self.own.setCurrentIndex(-1 if own is None else self.own.findData(own.id))
        similar = None if own is None else holdings.similar_to(own.id)
        groups = () if own is None else ("region",) if similar is None else ("region", "similar")
        self.forces.offer(("all", *groups, "chosen"))
        is_trend = selection.show == "trend"
        self.forces.rename("all", "Own force only" if is_trend else f"All {FORCES}")
        if own is not None:
            count = len(region_of(own))
            self.forces.rename("region", f"{region_words(own)} ({count})")
        if similar is not None:
            self.forces.rename("similar", f"Most similar forces ({len(similar.forces) + 1})")
        self.forces.show_choice(selection.forces)
        self.chosen.show_chosen(selection.chosen, "" if own is None else own.id)

    # --- what is chosen

    def _change(self, **parts: object) -> None:
        self._selection = msgspec.structs.replace(self._selection, **parts)
        self.changed.emit(self._selection)

    def _on_own(self, force: str) -> None:
        self._change(own="" if force == self._report_force else force)

    def _on_forces(self, which: str) -> None:
        self._change(forces=which)
        if which == "chosen" and not self._selection.chosen:
            self.chosen.open()

    def _on_typed(self) -> None:
        if self.highlight.text() != self._selection.highlight:
            self._change(highlight=self.highlight.text())


def _combo(name: str, parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    combo.setAccessibleName(name)
    combo.setMaxVisibleItems(14)
    combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return combo


def _periods_words(selection: Selection, periods: tuple[Period, ...]) -> str:
    if not periods:
        return ""
    if selection.show == "strip":
        return "Of the open report"
    if selection.show == "ranges":
        return "The latest of each measure"
    count = len(periods)
    return f"All {count} periods, {span_words(periods)}" if count > 1 else "One period"
