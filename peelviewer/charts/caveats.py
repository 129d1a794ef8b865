# SPDX-License-Identifier: MIT
"""The limits and notes that travel with a chart's numbers."""

import re
from collections.abc import Sequence

from peelviewer.charts.values import Caveat
from peelviewer.charts.wording import ENGLAND_AND_WALES
from peelviewer.model.measure import Measure
from peelviewer.model.report import Figure, Report
from peelviewer.reference.catalogue import catalogue

_POINTER = re.compile(r"^\W*for (further|more) (information|details)", re.IGNORECASE)


def caveats_of(measures: Sequence[Measure], year: str) -> tuple[Caveat, ...]:
    """Return every caveat on the measures once, in their order.

    Where a caveat holds for some of several measures only, it names them by their label or,
    where it holds for more than one, by their common group.
    """
    found: dict[tuple[str, int | None], list[str]] = {}
    keys = list(dict.fromkeys(measure.key for measure in measures))
    for key in keys:
        for caveat in catalogue().caveats(key, year):
            found.setdefault((caveat.text, caveat.page), []).append(key)
    return tuple(
        Caveat(text=text if len(holders) == len(keys) else f"{_name(holders)}: {text}", page=page)
        for (text, page), holders in found.items()
    )


def _name(keys: Sequence[str]) -> str:
    definitions = [known for known in map(catalogue().definition, keys) if known is not None]
    groups = list(dict.fromkeys(known.group for known in definitions))
    if len(definitions) == 1 or not groups[0]:
        return definitions[0].label
    name = " and ".join(groups)
    return name[:1].upper() + name[1:]


def national_notes(measures: Sequence[Measure]) -> tuple[str, ...]:
    """Return how the England and Wales figures are made, where the catalogue knows it."""
    found: dict[str, list[str]] = {}
    keys = list(dict.fromkeys(measure.key for measure in measures))
    for key in keys:
        known = catalogue().definition(key)
        if known is not None and known.national:
            found.setdefault(known.national, []).append(key)
    return tuple(
        f"{ENGLAND_AND_WALES}: {_lowered(text)}"
        if len(holders) == len(keys)
        else f"{ENGLAND_AND_WALES} ({_lowered(_name(holders))}): {_lowered(text)}"
        for text, holders in found.items()
    )


def _lowered(text: str) -> str:
    return text if text.startswith(ENGLAND_AND_WALES) else text[:1].lower() + text[1:]


def figure_notes(report: Report, figure: Figure) -> tuple[str, ...]:
    """Return the report's own notes on a figure: the lines under it and its footnotes."""
    lines = [note.strip() for note in figure.notes if not _POINTER.match(note)]
    for number in figure.footnotes:
        footnote = report.footnotes_by_number.get(number)
        if footnote is not None:
            lines.append(" ".join(footnote.text.split()))
    return tuple(dict.fromkeys(line for line in lines if line))
