# SPDX-License-Identifier: MIT
"""A pair of values as a graphic or a table prints it, made a measure: its key, unit and period."""

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

import msgspec

from peelviewer.model.measure import Measure, Period, Printed
from peelviewer.model.report import Block, Section
from peelviewer.reading.measures.periods import (
    is_only_time,
    over_a_year,
    whole_years,
    without_period,
)
from peelviewer.reading.values import (
    MINUS,
    STARS,
    is_missing,
    millions,
    number,
    printed_rate,
    unit,
    without_unit,
)
from peelviewer.reference.catalogue import catalogue, knows_group, recognise
from peelviewer.reference.labels import plain_label

Values: TypeAlias = tuple[str, str | None]
"""The force's and the national value as printed; ``None`` where there is no place for one."""

_PERCENT_SIGN = re.compile(r"%|per\s?cent", re.IGNORECASE)
_RATE_OF = re.compile(r"\brates? of\b", re.IGNORECASE)
_IN_MILLIONS = re.compile(r"£\s?(?:m|million)\b", re.IGNORECASE)
_MONEY = re.compile(r"£|\d\s?(?:p|pence)\b")
_POINTS = re.compile(r"\bpercentage points?\b", re.IGNORECASE)
_SIGNED = re.compile(rf"\s*[+▼↓▲↑{MINUS}]\s?\d|.*\d\s?%?\s?[▼↓▲↑]")
_DOWN = "▼↓"
_ARROWS = re.compile(r"[▼↓▲↑]")
_BLANK = "The report leaves the value's place blank."


class PrintedPair(msgspec.Struct, frozen=True, kw_only=True):
    """Two values under one label, where they stand, and what stands around them.

    ``unit`` is what was told of it, ``context`` the heading or title above, ``group`` the label
    of the rows that it is one of, ``topic`` what the title measures, where it alone states the
    unit, ``figure`` the number of the figure that it is in. ``passage`` are the words that hold the
    values, if these are not the whole block.
    """

    label: str
    values: Values
    unit: str | None
    when: Period
    section: Section
    block: Block
    context: str
    group: str = ""
    topic: str = ""
    figure: int | None = None
    passage: str = ""


def measure_of(pair: PrintedPair, dash: str) -> Measure | None:
    """Return the measure, or ``None`` if it has no name or value, or its unit cannot be told.

    ``dash`` is what the report says that a dash means.
    """
    if is_only_time(pair.label):
        return None
    when, measured = pair.when, pair.unit
    name = without_period(pair.label)
    if when.kind == "change" and measured == "percent":
        is_signed = any(map(_SIGNED.match, filter(None, pair.values)))
        is_change = is_signed and unit(pair.label) != "percent"  # of a share it could be points
        measured = "percent_change" if is_change else None
    key = recognise(name, pair.context, measured, group=pair.group)
    if key is None or measured is None:
        key = _also_in(measured, recognise(name, pair.context, group=pair.group), pair.context)
    definition = catalogue().definition(key) if key else None
    measured = definition.unit if definition else measured
    if measured in ("percent_change", "percentage_point_change"):
        if when.kind == "as at":
            return None  # one day is no stretch that anything changes over
        when = over_a_year(when)
    key = catalogue().spanning(key, whole_years(when)) if key else None
    read = _READERS.get(measured or "", number)
    force, national = (None if value is None else read(value) for value in pair.values)
    printed = [value for value in pair.values if value is not None]
    gone = any(is_missing(value) for value in printed)
    if measured is None or (force is None and national is None and not gone):
        return None
    label = _name(pair.label, pair.group)
    if key is None:
        group = "" if knows_group(pair.group) else pair.group
        key = _slug(pair.label, f"{pair.topic} {group}".strip())
        label = f"{pair.topic}: {label}" if pair.topic else label
    return Measure(
        key=key,
        label=label,
        unit=measured,
        period=when,
        force=force,
        national=national,
        missing=_why_missing(printed, read, dash),
        as_printed=Printed(force=pair.values[0] or None, national=pair.values[1] or None),
        section=pair.section.id,
        figure=pair.figure,
        page=pair.block.page,
        block=pair.block.id,
        passage=pair.passage or pair.block.text,
        origin="table" if pair.figure is not None else "graphic",
    )


def unit_of(label: str, values: Values, stated: str | None = None) -> str | None:
    """Return the unit of a pair, from its label and from how its values are printed.

    A change is one in percent or in percentage points only where one of both says so.
    """
    printed = " ".join(filter(None, values))
    measured = stated or unit(label) or unit(printed) or printed_rate(label, printed)
    if measured in ("percent", "percent_change") and _MONEY.search(printed):
        return None  # a share of one and the value of another
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


def _by_arrow(text: str) -> float | None:
    """Return a change, of which an arrow beside it may tell the direction ("3% ▼")."""
    bare = _ARROWS.sub("", text).strip()
    value, arrows = number(bare), _ARROWS.findall(text)
    if value is None or not arrows:
        return value
    if len(arrows) > 1:
        return None
    falls = arrows[0] in _DOWN
    if bare[0].isdigit():
        return -value if falls else value
    return value if falls == (value < 0) else None  # the sign and the arrow have to agree


_READERS: dict[str, Callable[[str], float | None]] = {
    "million_pounds": _in_millions,
    "percent_change": _by_arrow,
    "percentage_point_change": _by_arrow,
}


def _why_missing(
    values: Iterable[str], read: Callable[[str], float | None], dash: str
) -> str | None:
    """Return why one of the printed values is none; ``None`` where both are values."""
    open_ = [value for value in values if read(value) is None]
    if not open_:
        return None
    gone = next((value for value in open_ if is_missing(value)), None)
    if gone is not None:
        said = any(character.isalnum() for character in gone)
        return f"The report prints “{gone}” in place of the value." if said else dash
    odd = next((value for value in open_ if value), "")
    return f"The report prints “{odd}”, which can be read in more than one way." if odd else _BLANK


def _name(label: str, group: str) -> str:
    """Return a label without its period, unit and stars; a group's name before one that needs it.

    "Suspect identified" says nothing without the group that it stands in.
    """
    name = without_unit(without_period(STARS.sub("", label)))
    if group and recognise(label) is None and recognise(label, group=group) is not None:
        return f"{without_period(group)}: {name}"
    return name


def _slug(label: str, group: str) -> str:
    """Return the key of a measure that the catalogue does not know: the words of its name.

    No sign says where a table's group ends, so that an unknown group's name stays with all rows
    below it. Of a group that the catalogue knows, the rows are known, too: others follow it.
    """
    words = without_unit(without_period(STARS.sub("", label)))
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
