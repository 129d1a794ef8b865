# SPDX-License-Identifier: MIT
"""Measures: the numbers graphic's pairs, the figures' tables, and the clear ones in the text.

Each has a key of the catalogue where its printed name and unit are known there, a unit, a period,
and the block that it stands in. Where the unit or the period is not stated there is no measure:
a value is never guessed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from peelviewer.model.measure import Measure, Period, Printed
from peelviewer.model.report import Block, Report, Section
from peelviewer.reading.drafts import Pair
from peelviewer.reading.grids import Grid, cells, figure_grid, graphic_grid
from peelviewer.reading.periods import over_a_year, period, whole_years, without_period
from peelviewer.reading.prose import prose_measures
from peelviewer.reading.values import (
    is_missing,
    millions,
    number,
    printed_rate,
    unit,
    without_unit,
)
from peelviewer.reference.catalogue import catalogue, recognise
from peelviewer.reference.labels import plain_label

_STARS = re.compile(r"[*†‡§]+")
_DASH_MEANS = re.compile(
    r"[^.]*\bdash\b[^.]*\b(?:indicates|means|shows|where)\b[^.]*\.", re.IGNORECASE
)
_PERCENT_SIGN = re.compile(r"%|per\s?cent", re.IGNORECASE)
_RATE_OF = re.compile(r"\brates? of\b", re.IGNORECASE)
_IN_MILLIONS = re.compile(r"£\s?(?:m|million)\b", re.IGNORECASE)
_POINTS = re.compile(r"\bpercentage points?\b", re.IGNORECASE)
Values: TypeAlias = tuple[str, str | None]
"""The force's and the national value as printed; ``None`` where there is no place for one."""
_NO_VALUE = "The report prints a dash in place of the value."
_BLANK = "The report leaves the value's place blank."


def measures(report: Report, pairs: Mapping[str, Pair]) -> tuple[Measure, ...]:
    """Return the report's measures in the order of their blocks.

    ``pairs`` are the numbers graphic's pairs by the id of the block that holds each.
    """
    reason = _reason(report)
    place = {block: index for index, block in enumerate(report.blocks_by_id)}
    found = [
        *_graphic(report, pairs, reason),
        *_tables(report, reason),
        *prose_measures(report),
    ]
    return tuple(sorted(found, key=lambda measure: place[measure.block]))


def _reason(report: Report) -> str:
    """Return what the report says that a dash means."""
    for section in reversed(report.sections):
        for block in section.blocks:
            if "dash" in block.text and (found := _DASH_MEANS.search(block.text)):
                return found[0].strip()
    return _NO_VALUE


def _graphic(report: Report, pairs: Mapping[str, Pair], reason: str) -> Iterator[Measure]:
    for section in report.sections:
        stated = _stated_below(section)
        for block in section.blocks:
            pair = pairs.get(block.id)
            if pair is None and (grid := graphic_grid(report, section, block)):
                yield from _of_grid(report, grid, stated, reason)
                continue
            when = period(pair.label) or stated if pair else None
            if pair is None or when is None:
                continue
            found = _measure(
                pair.label,
                (pair.force, pair.national),
                _unit(pair.label, (pair.force, pair.national)),
                when,
                section,
                block,
                reason,
                context=section.title,
            )
            if found is not None:
                yield found


def _stated_below(section: Section) -> Period | None:
    """Return the period that a note under a group of pairs states for all of them."""
    for block in section.blocks:
        if block.kind in ("paragraph", "source") and _STARS.match(block.text):
            return period(block.text)
    return None


def _tables(report: Report, reason: str) -> Iterator[Measure]:
    for figure in report.figures:
        grid = figure_grid(report, figure)
        if grid is not None:
            yield from _of_grid(report, grid, period(figure.title), reason)


def _of_grid(report: Report, grid: Grid, stated: Period | None, reason: str) -> Iterator[Measure]:
    """Yield a measure for each row of a table, for each of its periods."""
    for found in cells(grid, report.force):
        when, measured = found.when or stated, found.unit
        if when is None:
            continue
        values = (found.force, found.national)
        if grid.figure is None or measured in (None, "percent_change"):
            measured = _unit(f"{found.label} {grid.title}", values, measured)
        made = _measure(
            found.label,
            values,
            measured,
            when,
            grid.section,
            grid.block,
            reason,
            context=grid.title,
            group=found.group,
            figure=grid.figure,
            passage=found.row,
        )
        if made is not None:
            yield made


def _unit(label: str, values: Values, stated: str | None = None) -> str | None:
    """Return the unit of a pair, from its label and from how its values are printed.

    A change is one in percent or in percentage points only where one of both says so.
    """
    printed = " ".join(filter(None, values))
    measured = stated or unit(label) or unit(printed) or printed_rate(label, printed)
    if measured == "percent_change":
        if _POINTS.search(f"{label} {printed}"):
            return "percentage_point_change"
        if not _PERCENT_SIGN.search(f"{label} {printed}") and stated is None:
            return None
    if measured is None:
        sums = (v is None or millions(v) is not None or is_missing(v) for v in values)
        return "million_pounds" if _IN_MILLIONS.search(label) or all(sums) else None
    return measured


def _in_millions(text: str) -> float | None:
    """Return a sum in millions of pounds, printed as one or below a heading that says so."""
    found = millions(text)
    return number(text) if found is None else found


def _why_missing(
    values: Iterable[str], read: Callable[[str], float | None], reason: str
) -> str | None:
    """Return why one of the printed values is none; ``None`` where both are values."""
    open_ = [value for value in values if read(value) is None]
    if not open_:
        return None
    gone = next((value for value in open_ if is_missing(value)), None)
    if gone is not None:
        said = any(character.isalnum() for character in gone)
        return f"The report prints “{gone}” in place of the value." if said else reason
    odd = next((value for value in open_ if value), "")
    return f"The report prints “{odd}”, which can be read in more than one way." if odd else _BLANK


def _name(label: str, group: str) -> str:
    """Return a label without its period, unit and stars; a group's name before one that needs it.

    "Suspect identified" says nothing without the group that it stands in.
    """
    name = without_unit(without_period(_STARS.sub("", label)))
    if group and recognise(label) is None and recognise(label, group=group) is not None:
        return f"{without_period(group)}: {name}"
    return name


def _slug(label: str, group: str) -> str:
    """Return the key of a measure that the catalogue does not know: the words of its name."""
    words = without_unit(without_period(_STARS.sub("", label)))
    return plain_label(f"{without_period(group)} {words}").replace(" ", "_")


def _also_in(unit: str | None, key: str | None, context: str) -> str | None:
    """Return the key of a measure whose number is printed in another unit than its own, or in none.

    A table that says "rate of" and no unit has the catalogue's percentages, if the catalogue knows
    the measure by the table's own heading; of all else it is not certain what the numbers are.
    """
    definition = catalogue().definition(key) if key else None
    if definition is None or (unit is not None and unit not in definition.also):
        return None
    told = definition.context and definition.unit == "percent" and _RATE_OF.search(context)
    return key if unit is not None or told else None


def _measure(
    label: str,
    values: Values,
    measured: str | None,
    when: Period,
    section: Section,
    block: Block,
    reason: str,
    *,
    context: str,
    group: str = "",
    figure: int | None = None,
    passage: str | None = None,
) -> Measure | None:
    """Return the measure, or ``None`` if it has no value or its unit cannot be told."""
    name = without_period(label)
    key = recognise(name, context, measured, group=group)
    if key is None or measured is None:
        key = _also_in(measured, recognise(name, context, group=group), context)
    definition = catalogue().definition(key) if key else None
    measured = definition.unit if definition else measured
    if measured in ("percent_change", "percentage_point_change"):
        if when.kind == "as at":
            return None  # one day is no stretch that anything changes over
        when = over_a_year(when)
    key = catalogue().spanning(key, whole_years(when)) if key else None
    read = _in_millions if measured == "million_pounds" else number
    force, national = (None if value is None else read(value) for value in values)
    printed = [value for value in values if value is not None]
    gone = any(is_missing(value) for value in printed)
    if measured is None or (force is None and national is None and not gone):
        return None
    return Measure(
        key=key or _slug(label, group),
        label=_name(label, group),
        unit=measured,
        period=when,
        force=force,
        national=national,
        missing=_why_missing(printed, read, reason),
        as_printed=Printed(force=values[0] or None, national=values[1] or None),
        section=section.id,
        figure=figure,
        page=block.page,
        block=block.id,
        passage=passage or block.text,
        origin="table" if figure is not None else "graphic",
    )
