# SPDX-License-Identifier: MIT
"""The limits and notes that travel with a chart's numbers."""

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from peelviewer.charts.printed import decimals_of_printed, plain_number, printed_value
from peelviewer.charts.values import Caveat, Row
from peelviewer.charts.wording import ENGLAND_AND_WALES, listed, lowered, place_of, without_brackets
from peelviewer.model.measure import Area, Measure
from peelviewer.model.report import Figure, Occurrence, Report
from peelviewer.reference.catalogue import Definition, catalogue

_NAMED = 4
AREAS: tuple[Area, ...] = get_args(Area)
_POINTER = re.compile(
    r"^\W*(for (further|more) (information|details)|(please )?see\b)", re.IGNORECASE
)


def caveats_of(measures: Sequence[Measure], report: Report) -> tuple[Caveat, ...]:
    """Return every caveat on the measures once, in their order.

    Where a caveat holds for some of several measures only, it says for which.
    """
    keys = list(dict.fromkeys(measure.key for measure in measures))
    found: dict[tuple[str, int | None], list[str]] = {}
    for key in keys:
        for caveat in catalogue().caveats(key, report):
            found.setdefault((caveat.text, caveat.page), []).append(key)
    return tuple(
        Caveat(
            text=text if len(holders) == len(keys) else f"{_raised(_name(holders, keys))}: {text}",
            page=page,
        )
        for (text, page), holders in found.items()
    )


def national_notes(measures: Sequence[Measure], report: Report) -> tuple[str, ...]:
    """Return how the England and Wales figures are made, where the catalogue knows it."""
    keys = list(dict.fromkeys(measure.key for measure in measures))
    found: dict[str, list[str]] = {}
    for key in keys:
        made_of = catalogue().national(key, report)
        if made_of:
            found.setdefault(made_of, []).append(key)
    notes = []
    for text, holders in found.items():
        of_what = "" if len(holders) == len(keys) else f" ({lowered(_name(holders, keys))})"
        made_of = text.removeprefix(f"{ENGLAND_AND_WALES} ")
        notes.append(f"{ENGLAND_AND_WALES}{of_what}: {made_of[:1].lower()}{made_of[1:]}")
    return tuple(notes)


def contradiction_notes(measures: Sequence[Measure], report: Report) -> tuple[str, ...]:
    """Return what else the report prints for these values elsewhere, and on which page.

    That is what cannot be right beside them, and what has more decimals.
    """
    notes = []
    for measure in measures:
        what = "" if len(measures) == 1 else f" ({lowered(without_brackets(measure.label))})"
        for area, printed, page in (*_contradicted(measure, report), *_exact(measure, report)):
            who = ENGLAND_AND_WALES if area == "national" else place_of(report)
            where = "" if page is None else f" (p. {page})"
            notes.append(f"{who}{what}: elsewhere the report prints {printed}{where}.")
    return tuple(dict.fromkeys(notes))


_Elsewhere = Iterator[tuple[Area, str, int | None]]


def _contradicted(measure: Measure, report: Report) -> _Elsewhere:
    for found in report.inconsistencies:
        value = value_in(measure, found.area)
        if value is None or (found.key, found.period) != (measure.key, measure.period):
            continue
        for other in found.values:
            if other.value != value:
                yield found.area, _printed_there(report, measure, found.area, other), other.page


def _exact(measure: Measure, report: Report) -> _Elsewhere:
    for area in AREAS:
        other = more_exact(measure, report, area)
        if other is not None:
            yield area, _short(other, area), other.page


def more_exact(measure: Measure, report: Report, area: Area) -> Measure | None:
    """Return the measure of which this one's value is a rounding, where the report has it."""
    ours = value_in(measure, area)
    if ours is None:
        return None
    places = decimals_of_printed(_short(measure, area))
    for other in report.measures:
        value = value_in(other, area)
        if (
            value not in (None, ours)
            and (other.key, other.unit, other.period) == (measure.key, measure.unit, measure.period)
            and decimals_of_printed(_short(other, area)) > places
            and value is not None
            and abs(value - ours) <= 0.5 / 10**places
        ):
            return other
    return None


def value_in(measure: Measure, area: Area) -> float | None:
    """Return the force's or the national value of a measure."""
    return measure.national if area == "national" else measure.force


def _short(measure: Measure, area: Area) -> str:
    printed = measure.as_printed
    text = printed.national if area == "national" else printed.force
    return printed_value(text, value_in(measure, area))


def _printed_there(report: Report, like: Measure, area: Area, other: Occurrence) -> str:
    """Return a value as it is printed in another place."""
    for measure in report.measures:
        value = value_in(measure, area)
        if (measure.key, measure.block, value) == (like.key, other.block, other.value):
            return _short(measure, area)
    return plain_number(other.value)


def missing_notes(rows: Sequence[Row], series: Sequence[str]) -> tuple[str, ...]:
    """Return the reason of every missing value: at a bar there may be room for its dash only."""
    is_only = len(rows) == 1
    return tuple(
        f"{series[value.series]}{'' if is_only else f', {lowered(without_brackets(row.label))}'}: "
        f"no value, {lowered(value.missing.rstrip('.'))}."
        for row in rows
        for value in row.values
        if value.value is None and value.missing
    )


def _name(keys: Sequence[str], among: Sequence[str]) -> str:
    """Name measures by their group where all of it ``among`` the chart's is meant, else one by one.

    A long list of names would hide the caveat: more than a few are "some" of their groups.
    """
    definitions = _definitions(keys)
    groups = list(dict.fromkeys(known.group for known in definitions))
    labels = [without_brackets(known.label) for known in definitions]
    if len(labels) == 1:
        return labels[0]
    if all(groups) and not any(
        known.group in groups for known in _definitions(among) if known.key not in keys
    ):
        return _apart(groups)
    if len(labels) <= _NAMED:
        return _apart([labels[0], *map(lowered, labels[1:])])
    return f"some {_apart(list(filter(None, groups)) or ['rows'])}"


def _definitions(keys: Sequence[str]) -> list[Definition]:
    return [known for known in map(catalogue().definition, keys) if known is not None]


def _apart(words: Sequence[str]) -> str:
    if any("," in word for word in words):
        return "; ".join(words)
    return listed(words)


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]


def notes_on(
    rows: Sequence[Row],
    series: Sequence[str],
    measures: Sequence[Measure],
    report: Report,
    own: Sequence[str] = (),
) -> tuple[str, ...]:
    """Return all notes on the values of a report's measures; ``own`` are those of their figure."""
    return (
        *missing_notes(rows, series),
        *contradiction_notes(measures, report),
        *own,
        *national_notes(measures, report),
    )


def figure_notes(report: Report, figure: Figure, *, has_caveats: bool) -> tuple[str, ...]:
    """Return the report's own notes on a figure: the lines under it and its footnotes.

    What the annex says of it is left to the caveats, which have it in fewer words; only where
    the catalogue has none for this figure's measures, the annex speaks itself.
    """
    annex = _annex_texts(report) if has_caveats else frozenset()
    lines = [
        note.strip()
        for note in figure.notes
        if not _POINTER.match(note) and " ".join(note.split()) not in annex
    ]
    for number in figure.footnotes:
        footnote = report.footnotes_by_number.get(number)
        if footnote is not None:
            lines.append(" ".join(footnote.text.split()))
    return tuple(dict.fromkeys(line for line in lines if line))


def _annex_texts(report: Report) -> frozenset[str]:
    return frozenset(
        " ".join(block.text.split())
        for section in report.sections
        if section.kind == "annex"
        for block in section.blocks
    )
