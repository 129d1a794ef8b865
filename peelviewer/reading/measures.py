# SPDX-License-Identifier: MIT
"""Measures: the numbers graphic's pairs, the figures' tables, and the clear ones in the text.

Each has a key of the catalogue where its printed name and unit are known there, a unit, a period,
and the block that it stands in. Where the unit or the period is not stated there is no measure:
a value is never guessed.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from peelviewer.model.force import Force
from peelviewer.model.measure import Measure, Period, Printed
from peelviewer.model.report import Block, Figure, Report, Section
from peelviewer.reading.drafts import Pair
from peelviewer.reading.graphic import is_force, is_national, is_own
from peelviewer.reading.periods import over_a_year, period, whole_years, without_period
from peelviewer.reading.prose import prose_measures
from peelviewer.reading.tables import columns_and_rows
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
_THE_FORCE = re.compile(r"(?:the\s+)?force\*?$", re.IGNORECASE)
_PERCENT_SIGN = re.compile(r"%|per\s?cent", re.IGNORECASE)
_RATE_OF = re.compile(r"\brates? of\b", re.IGNORECASE)
_POINTS = re.compile(r"\bpercentage points?\b", re.IGNORECASE)
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
            if pair is None and stated and (grid := _graphic_grid(report, section, block)):
                yield from _rows(report, grid, stated, reason)
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
        when = period(figure.title)
        block = _table_block(report, figure)
        if figure.form == "table" and when is not None and block is not None:
            grid = _Grid(
                section=report.sections_by_id[figure.section],
                block=block,
                columns=figure.columns,
                rows=figure.rows,
                title=figure.title,
                notes=figure.notes,
                figure=figure.number,
            )
            yield from _rows(report, grid, when, reason)


class _Grid(msgspec.Struct, frozen=True, kw_only=True):
    """A table of values: a numbered figure's, or one in the numbers graphic."""

    section: Section
    block: Block
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str
    notes: tuple[str, ...] = ()
    figure: int | None = None


def _graphic_grid(report: Report, section: Section, block: Block) -> _Grid | None:
    """Return a table of the numbers graphic that is no single pair."""
    chapter = report.sections_by_id.get(section.parent or section.id)
    in_graphic = chapter is not None and chapter.kind == "numbers"
    if not in_graphic or block.kind != "table" or block.figure is not None:
        return None
    columns, rows = columns_and_rows(block.text)
    return _Grid(section=section, block=block, columns=columns, rows=rows, title=section.title)


def _table_block(report: Report, figure: Figure) -> Block | None:
    section = report.sections_by_id[figure.section]
    return next(
        (b for b in section.blocks if b.figure == figure.number and b.kind == "table"), None
    )


def _rows(report: Report, grid: _Grid, when: Period, reason: str) -> Iterator[Measure]:
    """Yield a measure for each row with values; a row without any heads those below it."""
    force, national = _columns(grid.columns, report.force)
    if force is None or not force:
        return
    named = (i for i, column in enumerate(grid.columns) if is_national(column) or is_force(column))
    label_at = min([force, *named]) - 1
    if label_at < 0:
        return
    headed, title = grid.columns[label_at], grid.title
    stated = unit(headed) or unit(title) or printed_rate(headed) or printed_rate(title)
    group = ""
    for row in grid.rows:
        label = row[label_at]
        values = (row[force], row[national] if national is not None else "")
        heads = not any(values) or (label_at > 0 and not row[0])
        if label and any(values):
            measured = _noted_unit(label, grid.notes) or stated
            if grid.figure is None or measured == "percent_change":
                measured = _unit(label, values, measured)
            found = _measure(
                label,
                values,
                measured,
                when,
                grid.section,
                grid.block,
                reason,
                context=grid.title,
                group=group,
                figure=grid.figure,
                passage="\t".join(row),
            )
            if found is not None:
                yield found
        if heads:
            group = label


def _columns(columns: Sequence[str], force: Force) -> tuple[int | None, int | None]:
    """Return which columns are the force's and the national one's; never another force's."""
    national = next((i for i, column in enumerate(columns) if is_national(column)), None)
    own = next((i for i, column in enumerate(columns) if is_own(column, force)), None)
    if own is None:
        own = next((i for i, column in enumerate(columns) if _THE_FORCE.match(column)), None)
    return own, national


def _unit(label: str, values: tuple[str, str], stated: str | None = None) -> str | None:
    """Return the unit of a pair, from its label and from how its values are printed.

    A change is one in percent or in percentage points only where one of both says so.
    """
    printed = " ".join(values)
    measured = stated or unit(label) or unit(printed) or printed_rate(label, printed)
    if measured == "percent_change":
        if _POINTS.search(f"{label} {printed}"):
            return "percentage_point_change"
        if not _PERCENT_SIGN.search(f"{label} {printed}") and stated is None:
            return None
    if measured is None and all(millions(v) is not None or is_missing(v) for v in values):
        return "million_pounds"
    return measured


def _noted_unit(label: str, notes: Sequence[str]) -> str | None:
    """Return the unit that a starred row's own note states."""
    stars = _STARS.search(label)
    if stars is None:
        return None
    return next((unit(note) for note in notes if note.startswith(stars[0])), None)


def _why_missing(
    values: Sequence[str], read: Callable[[str], float | None], reason: str
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
    values: tuple[str, str],
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
    read = millions if measured == "million_pounds" else number
    force, national = (read(value) for value in values)
    gone = any(is_missing(value) for value in values)
    if measured is None or (force is None and national is None and not gone):
        return None
    return Measure(
        key=key or _slug(label, group),
        label=_name(label, group),
        unit=measured,
        period=when,
        force=force,
        national=national,
        missing=_why_missing(values, read, reason),
        as_printed=Printed(force=values[0] or None, national=values[1] or None),
        section=section.id,
        figure=figure,
        page=block.page,
        block=block.id,
        passage=passage or block.text,
        origin="table" if figure is not None else "graphic",
    )
