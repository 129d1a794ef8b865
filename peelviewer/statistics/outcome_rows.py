# SPDX-License-Identifier: MIT
"""What a row of the crime outcomes open data says: year, quarter and outcome, in any wording."""

import functools
import re

from peelviewer.reference.labels import plain_label
from peelviewer.statistics.vocabulary import StatisticMeasure, measures

HEADINGS = {  # of the years since 2014/15; the first that a file has counts
    "year": ("financial year",),
    "quarter": ("financial quarter",),
    "force": ("force name",),
    "group": ("offence group",),
    "outcome": ("outcome type", "new outcome", "outcome number", "outcome code"),
    "wording": ("outcome description", "outcome", "outcome name"),
    "crimes": (
        "offences",
        "force outcomes for offences recorded in quarter",
        "outcomes for offences recorded in quarter",
        "number of outcomes",
        "number of offences",
    ),
}
KIND = ("year", "quarter", "force", "group", "outcome", "wording")
UNKNOWN = -1  # the type of an outcome that is none of those known
ALTERNATE = re.compile(r"^\d{1,2}[a-z]$", re.IGNORECASE)  # "1A": an alternate offence was charged
QUARTER = re.compile(r"^(?:q|quarter\s*)?([1-4])(?:\.0)?(?:$|[\s(:–-])", re.IGNORECASE)
_YEAR = re.compile(r"^((?:19|20)\d\d)\s*[/-]\s*(?:20)?(\d\d)$")
_NOT_WORDS = re.compile(r"[^a-z]+")


def columns_in(headings: list[str]) -> dict[str, int]:
    """Return the places of the columns that are known, by what they hold (``HEADINGS``)."""
    plain = [" ".join(_NOT_WORDS.sub(" ", heading.casefold()).split()) for heading in headings]
    return {
        name: next(plain.index(wanted) for wanted in names if wanted in plain)
        for name, names in HEADINGS.items()
        if any(wanted in plain for wanted in names)
    }


def financial_year(text: str) -> str | None:
    """Return a financial year as ``"2017/18"``; ``None`` where the text is none."""
    match = _YEAR.match(text)
    if match is None or (int(match[1]) + 1) % 100 != int(match[2]):
        return None
    return f"{match[1]}/{match[2]}"


def whole_number(text: str) -> int | None:
    """Return the whole number in a cell, also with commas or ``.0``."""
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        return None
    return int(number) if number.is_integer() else None


def fault_in(cell: dict[str, str]) -> str:
    """Return why a row is of no year or no quarter."""
    if financial_year(cell["year"]) is None:
        return f"“{cell['year'][:40]}” is no financial year such as 2017/18."
    return f"“{cell['quarter'][:40]}” is no quarter."


def outcome_measures() -> tuple[StatisticMeasure, ...]:
    """Return the measures that are outcomes, or sums of them."""
    return tuple(measure for measure in measures() if measure.outcomes)


def outcome_of(number: str, wording: str) -> int:
    """Return the outcome type, by its number or its wording; ``UNKNOWN`` for no known one."""
    known = whole_number(number)
    if known is None:
        return _by_wording().get(plain_label(wording), UNKNOWN)
    return known if known in _types() else UNKNOWN


@functools.cache
def _by_wording() -> dict[str, int]:
    return {
        plain_label(name): measure.outcomes[0]
        for measure in outcome_measures()
        if len(measure.outcomes) == 1
        for name in (measure.label, *measure.names)
    }


@functools.cache
def _types() -> frozenset[int]:
    return frozenset(outcome for measure in outcome_measures() for outcome in measure.outcomes)
