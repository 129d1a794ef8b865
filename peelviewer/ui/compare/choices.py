# SPDX-License-Identifier: MIT
"""What is chosen in the Compare view, and what there is to choose from; no Qt.

A ``Selection`` is what the controls say and what the settings keep. ``fitting`` turns any
selection, also one of another day, into one that the statistics at hand can answer.
"""

import datetime
from collections.abc import Collection, Iterable
from typing import Literal

import msgspec

from peelviewer.charts.permission import inspection_year
from peelviewer.model.measure import Period
from peelviewer.model.report import Report
from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.forces import KnownForce, forces
from peelviewer.reference.months import month_words
from peelviewer.statistics.areas import region_area
from peelviewer.ui.compare.holdings import GRADE, Holdings, Series

Show = Literal["ranked", "tiles", "trend", "slope", "ranges", "strip", "beside"]
Which = Literal["all", "region", "similar", "chosen"]
Sort = Literal["value", "name"]

SHOWS: tuple[tuple[Show, str], ...] = (
    ("ranked", "Ranked bars"),
    ("tiles", "Tile map"),
    ("trend", "Trend"),
    ("slope", "Change"),
    ("ranges", "Profile of one force"),
    ("strip", "Judgments"),
    ("beside", "Beside another measure"),
)
FIRST_MEASURE = ("asb_change_1y", "percent_change")
"""What is shown before anything was chosen: the figure of the reports that is only a picture."""


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """What is chosen.

    ``own`` is a force's id, "" for the force of the open report. ``period`` and ``earlier`` are
    keys of periods (``period_key``), "" for the latest and the one before; ``chosen`` are the
    forces (ids) of ``forces = "chosen"``; ``highlight`` is what was typed; ``beside`` is the key
    of the open report's measure that stands beside the chosen one.
    """

    measure: str = ""
    unit: str = ""
    own: str = ""
    period: str = ""
    earlier: str = ""
    forces: Which = "all"
    chosen: tuple[str, ...] = ()
    show: Show = "ranked"
    highlight: str = ""
    sort: Sort = "value"
    beside: str = ""


def to_text(selection: Selection) -> str:
    """Return a selection as the settings keep it."""
    return msgspec.json.encode(selection).decode()


def from_text(text: str) -> Selection:
    """Return the selection that ``to_text`` wrote; anything unusable is the first one."""
    try:
        return msgspec.json.decode(text, type=Selection)
    except (msgspec.DecodeError, UnicodeError):
        return Selection()


def fitting(selection: Selection, holdings: Holdings, report: Report | None) -> Selection:
    """Return the selection with everything that is not there replaced by what is nearest."""
    measure, unit = selection.measure, selection.unit
    if not measure:
        measure, unit = FIRST_MEASURE
    series = holdings.find(measure, unit) or holdings.find(measure)
    if series is None and not _is_known(measure, report):
        series = holdings.find(*FIRST_MEASURE) or next(iter(holdings.series), None)
    known = {force.id for force in forces()}
    chosen = tuple(force for force in selection.chosen if force in known)
    own = selection.own if selection.own in known else ""
    if series is None:
        printed = [m.unit for m in report.measures if m.key == measure] if report else []
        unit = unit if unit in printed else next(iter(printed), unit)
        return msgspec.structs.replace(
            selection,
            measure=measure,
            unit=unit,
            own=own,
            chosen=chosen,
            period="",
            earlier="",
            beside=_fitting_beside(selection, report, measure, unit),
        )
    later = period_of(series, selection.period) or series.periods[0]
    if selection.show == "slope" and later == series.periods[-1]:
        later = series.periods[0]
    before = [period for period in series.periods if comes_before(period, later)]
    earlier = period_of(series, selection.earlier)
    if earlier not in before:
        earlier = _year_before(before, later)
    offered = shows_for(series, beside_keys(report, series.measure, series.unit))
    return msgspec.structs.replace(
        selection,
        measure=series.measure,
        unit=series.unit,
        forces=_fitting_forces(msgspec.structs.replace(selection, own=own), holdings, report),
        beside=_fitting_beside(selection, report, series.measure, series.unit),
        own=own,
        chosen=chosen,
        period=period_key(later),
        earlier=period_key(earlier) if earlier else "",
        show=selection.show if selection.show in offered else offered[0],
    )


def shows_for(series: Series | None, others: Collection[str] = ()) -> tuple[Show, ...]:
    """Return the ways in which a measure can be shown.

    ``others`` are the measures of the open report that can stand beside it (``beside_keys``).
    """
    beside: tuple[Show, ...] = ("beside",) if others else ()
    if series is None:
        return beside
    if series.unit == GRADE:
        return ("tiles", "strip")
    if len(series.periods) > 1 and series.periods[0].kind != "change":
        return ("ranked", "tiles", "trend", "slope", "ranges", *beside)
    return ("ranked", "tiles", "ranges", *beside)


def beside_keys(report: Report | None, measure: str, unit: str) -> tuple[str, ...]:
    """Return the report's measures that can stand beside one of its own: those of its unit."""
    if report is None:
        return ()
    keys = tuple(dict.fromkeys(one.key for one in report.measures if one.unit == unit))
    return tuple(key for key in keys if key != measure) if measure in keys else ()


def _fitting_beside(selection: Selection, report: Report | None, measure: str, unit: str) -> str:
    keys = beside_keys(report, measure, unit)
    return selection.beside if selection.beside in keys else next(iter(keys), "")


def _fitting_forces(selection: Selection, holdings: Holdings, report: Report | None) -> Which:
    """Return which forces are shown: all where no group of the own force is known."""
    own = own_force(selection, report)
    has_group = own is not None and holdings.similar_to(own.id) is not None
    return "all" if selection.forces == "similar" and not has_group else selection.forces


def own_force(selection: Selection, report: Report | None) -> KnownForce | None:
    """Return the force that is marked: the chosen one, else the report's if it is one of the 43."""
    return force_by_id(selection.own or (report.force.id if report is not None else ""))


def force_by_id(force_id: str) -> KnownForce | None:
    """Return one of the 43 forces."""
    return next((force for force in forces() if force.id == force_id), None)


def region_of(force: KnownForce) -> tuple[KnownForce, ...]:
    """Return the forces of a force's region, itself among them."""
    return tuple(other for other in forces() if other.region == force.region)


def chosen_forces(
    selection: Selection, own: KnownForce | None, similar: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the ids of the forces to be shown; the own force is always among them.

    ``similar`` are those most similar to it. Of ``forces = "chosen"`` these are the ticked ones
    only, be they none.
    """
    if selection.forces == "region" and own is not None:
        return tuple(force.id for force in region_of(own))
    if selection.forces in ("chosen", "similar"):
        wanted = set(selection.chosen if selection.forces == "chosen" else similar)
        wanted |= set() if own is None else {own.id}
        return tuple(force.id for force in forces() if force.id in wanted)
    return tuple(force.id for force in forces())


def highlighted(text: str) -> tuple[str, ...]:
    """Return the ids of the forces that the typed words mean: each by the start of a word.

    Several are set apart by commas. One letter means nothing yet.
    """
    found: dict[str, None] = {}
    for part in text.split(","):
        typed = " ".join(part.casefold().split())
        if len(typed) > 1:
            for force in forces():
                names = (force.area, force.name, *force.spellings)
                if any(_begins(name.casefold(), typed) for name in names):
                    found[force.id] = None
    return tuple(found)


def toggled(text: str, force_id: str) -> str:
    """Return the typed words with one force more or, if they mean it already, without it.

    What was typed of other forces stays as it is; words that mean several become their names.
    """
    parts = [part.strip() for part in text.split(",") if highlighted(part)]
    if force_id not in highlighted(text):
        known = force_by_id(force_id)
        return ", ".join((*parts, known.area) if known is not None else parts)
    kept: list[str] = []
    for part in parts:
        meant = highlighted(part)
        others = (one.area for one in map(force_by_id, meant) if one and one.id != force_id)
        kept += others if force_id in meant else (part,)
    return ", ".join(kept)


def _begins(name: str, typed: str) -> bool:
    return name.startswith(typed) or f" {typed}" in name


# --- measures


class MeasureChoice(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list of measures; ``is_held`` is false where no statistics are there."""

    measure: str
    unit: str
    label: str
    detail: str
    is_held: bool = True


class MeasureGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Measures under one heading."""

    title: str
    choices: tuple[MeasureChoice, ...]


def measure_groups(holdings: Holdings, report: Report | None) -> tuple[MeasureGroup, ...]:
    """Return all measures to choose from: those of the report first, then all statistics.

    Last come the measures of the report that no statistics are at hand for: choosing one says
    what to import.
    """
    keys = tuple(dict.fromkeys(m.key for m in report.measures)) if report is not None else ()
    held = [series for key in keys for series in holdings.series if series.measure == key]
    groups = []
    if held:
        groups.append(MeasureGroup(title="In this report", choices=_choices(held)))
    for group in dict.fromkeys(series.group for series in holdings.series):
        members = [series for series in holdings.series if series.group == group]
        groups.append(MeasureGroup(title=group.capitalize(), choices=_choices(members)))
    missing = [key for key in keys if holdings.find(key) is None]
    if missing and report is not None:
        groups.append(
            MeasureGroup(
                title="In this report, without national statistics",
                choices=tuple(_missing_choice(report, key) for key in missing),
            )
        )
    return tuple(groups)


def beside_groups(report: Report | None, measure: str, unit: str) -> tuple[MeasureGroup, ...]:
    """Return the measures of the report that can be chosen to stand beside one of its own."""
    keys = beside_keys(report, measure, unit)
    if report is None or not keys:
        return ()
    found = tuple(
        MeasureChoice(measure=key, unit=unit, label=label_in(report, key), detail=unit_words(unit))
        for key in keys
    )
    return (MeasureGroup(title="In this report, of the same unit", choices=found),)


def label_in(report: Report, key: str) -> str:
    """Return what a measure of a report is called."""
    known = catalogue().definition(key)
    if known is not None:
        return known.label
    labels = (m.label for m in report.measures if m.key == key)
    return next(labels, key.replace("_", " ").capitalize()).rstrip("*†‡ ")


def _choices(series: Iterable[Series]) -> tuple[MeasureChoice, ...]:
    return tuple(
        MeasureChoice(
            measure=one.measure,
            unit=one.unit,
            label=one.label,
            detail=", ".join(filter(None, (unit_words(one.unit), span_words(one.periods)))),
        )
        for one in series
    )


def _missing_choice(report: Report, key: str) -> MeasureChoice:
    unit = next(m.unit for m in report.measures if m.key == key)
    return MeasureChoice(
        measure=key, unit=unit, label=label_in(report, key), detail=unit_words(unit), is_held=False
    )


def _is_known(measure: str, report: Report | None) -> bool:
    return report is not None and any(m.key == measure for m in report.measures)


# --- words


def unit_words(unit: str) -> str:
    """Return a unit as the list of measures says it."""
    from peelviewer.statistics.vocabulary import units

    special = {"count": "number", "people": "number", "households": "number", GRADE: "grade"}
    return special.get(unit) or units().get(unit) or unit.replace("_", " ")


def span_words(periods: tuple[Period, ...]) -> str:
    """Return the years that periods (the latest first) cover: "2008 to 2018"."""
    first, last = periods[-1].end.year, periods[0].end.year
    return str(last) if first == last else f"{first} to {last}"


def period_key(period: Period) -> str:
    """Return a text that stands for a period in a selection."""
    start = period.start.isoformat() if period.start else ""
    return f"{period.kind}/{start}/{period.end.isoformat()}"


def period_of(series: Series, key: str) -> Period | None:
    """Return the period of a key, if the series has it."""
    return next((period for period in series.periods if period_key(period) == key), None)


def _year_before(before: list[Period], later: Period) -> Period | None:
    """Return which of the periods ``before`` (the latest first) a change begins with.

    That of a year earlier; without one the nearest that shares no month with the later one.
    """
    days = {period: (later.end - period.end).days for period in before}
    a_year = (period for period in before if days[period] in (365, 366))
    apart = (period for period in before if days[period] >= 365)
    return next(iter((*a_year, *apart, *before)), None)


def comes_before(one: Period, other: Period) -> bool:
    """Return whether a period ends before another of its kind."""
    return one.kind == other.kind and one.end < other.end


def period_words(period: Period, unit: str = "") -> str:
    """Return a period for the list of periods: "12 months to March 2016", of grades a round."""
    if unit == GRADE:
        return f"Inspection of {inspection_year(period)}"
    if period.kind == "as at":
        return f"{period.end.day} {month_words(period.end)}"
    if period.kind == "change" and period.start is not None:
        return f"Year to {month_words(period.end)} on {_earlier(period.start, period.end)}"
    return f"12 months to {month_words(period.end)}"


def _earlier(start: datetime.date, end: datetime.date) -> str:
    return str(start.year) if start.month == end.month else month_words(start)


def region_words(force: KnownForce) -> str:
    """Return a force's region as a reader knows it ("East Midlands")."""
    area = region_area(force.region)
    return area.name if area is not None else force.region


def with_words(groups: tuple[MeasureGroup, ...], typed: str) -> tuple[MeasureGroup, ...]:
    """Return the measures whose group, label, key or unit has every typed word in it."""
    words = typed.casefold().split()
    if not words:
        return groups
    found = []
    for group in groups:
        choices = tuple(
            one for one in group.choices if all(word in _searched(group, one) for word in words)
        )
        if choices:
            found.append(MeasureGroup(title=group.title, choices=choices))
    return tuple(found)


def _searched(group: MeasureGroup, one: MeasureChoice) -> str:
    key = one.measure.replace("_", " ")
    return f"{group.title} {one.label} {key} {one.detail}".casefold()
