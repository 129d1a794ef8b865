# SPDX-License-Identifier: MIT
"""What a column of a police force area table holds: its measure, unit and period, from words.

Each of the three is looked for in the column's own heading, then in the headings that span it,
then in the line that states the unit, then in the title. So it does not matter whether a release
merges its headings over several rows or says everything in one. What is not said is not guessed:
such a column is left out with the reason.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from peelviewer.model.measure import Period
from peelviewer.reference.labels import plain_label
from peelviewer.statistics import periods
from peelviewer.statistics.areas import without_notes
from peelviewer.statistics.cells import text_of
from peelviewer.statistics.headings import Column
from peelviewer.statistics.layout import Table, column_name, note_numbered
from peelviewer.statistics.significance import stars_of
from peelviewer.statistics.subjects import Subject
from peelviewer.statistics.taking import Meaning, told_apart
from peelviewer.statistics.vocabulary import Heading, changed, heading, label_of, units

_UNITS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(words, re.IGNORECASE), unit)
    for words, unit in (
        (r"(?:%|per ?cent(?:age)?)\s*change|change\W*(?:%|\(per ?cent)", "percent_change"),
        (r"\brates?\b|\bper (?:[\d,]+|million) \w+", "rate"),
        (r"%|per ?cent|\bproportions?\b", "percent"),
        (r"\bnumbers?\b|\bcounts?\b", "count"),
    )
)
_BASE = re.compile(
    r"\bper\s+([\d,]+|(?:one |1 )?million)\s+(?:of\s+(?:the\s+)?)?"
    r"(population|people|residents|households?)",
    re.IGNORECASE,
)
_REJECTED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"significant", re.IGNORECASE), "it marks what is statistically significant"),
    (re.compile(r"unweighted base", re.IGNORECASE), "it says how many people were asked"),
)
_DIFFERENCE = re.compile(r"\b(?:change|difference|increase|decrease)\b", re.IGNORECASE)
# What a heading has beside the name of what is counted: "Percentage change from … to …", "Number
# of", "Rate per 1,000 population", "Selected offences involving a knife or sharp instrument" (the
# table's own subject again), "experienced/witnessed", "to date".
_UNIT_WORDS = re.compile(
    r"(?:%|per ?cent(?:age)?)\s*change\b.*(?:compared with|compared to|from|between)?:?"
    r"|(?:\b(?:rates?|(?:total )?numbers?|counts?|proportions?|percentages?|per ?cent)\b|%)"
    r"(?: of\b(?: (?:all )?(?:selected )?(?:offences|incidents|crimes)\b)?)?"
    r"|\bper (?:[\d,]+|million) (?:of )?(?:the )?\w+"
    r"|\b(?:selected )?(?:offences? |incidents? )?(?:that )?involv\w+ (?:the use of )?"
    r"(?:an? )?(?:knife|sharp instrument|firearm)s?(?: (?:or|and) (?:an? )?\w+(?: instrument)?)?"
    r"|\bexperienced(?: ?/ ?| or )witnessed\b|\bcompared with\b|\bto date\b",
    re.IGNORECASE,
)
# Names of the whole of a table's subject: "Total …", "All …", "Selected serious offences".
_WHOLE_SUBJECT = re.compile(
    r"^(?:(?:all|total)\b.*|(?:the )?(?:selected )?(?:serious )?(?:offences|incidents))$",
    re.IGNORECASE,
)


class Columns(NamedTuple):
    """What the columns of a table hold; ``left_out`` are those not taken, each with the reason."""

    meanings: tuple[Meaning, ...]
    left_out: tuple[tuple[Column, str], ...]
    unknown: tuple[str, ...]


class _Unclear(ValueError):  # noqa: N818 - no error of the program: a reason
    """Why a column is not taken."""


def columns_of(table: Table, subject: Subject, release: date | None) -> Columns:
    """Return what each column of a table holds.

    ``release`` is the last day of the twelve months that the workbook is of: the period of a
    table which names none.
    """
    meanings: list[Meaning] = []
    left_out: list[tuple[Column, str]] = []
    unknown: dict[str, None] = {}
    reader = _Reader(table, subject, release)
    for column in table.columns:
        try:
            meaning, known = reader.read(column)
        except _Unclear as reason:
            left_out.append((column, str(reason)))
        else:
            meanings.append(meaning)
            if not known.is_known:
                unknown[known.label] = None
    # A heading may reach over a narrow column beside its own, which holds signs at most.
    numbers = {one.column.place for one in meanings if table.has_number(one.column.place)}
    filled = {one.what for one in meanings if one.column.place in numbers}
    found = [one for one in meanings if one.column.place in numbers or one.what not in filled]
    alone, alike = told_apart(found)
    stars = stars_of(table, [one.column for one in found]).values()
    others = tuple(one for one in (*left_out, *alike) if one[0].place not in stars)
    return Columns(alone, others, tuple(unknown))


class _Reader:
    """Reads the columns of one table from the left to the right."""

    def __init__(self, table: Table, subject: Subject, release: date | None) -> None:
        self._table = table
        self._subject = subject
        self._in_title = periods.ends_in(table.title)
        self._release = release
        self._is_series = any(
            _periods_of(column) for column in table.columns if _rejected(column) is None
        )
        self._left: tuple[date, ...] = ()  # the period of the column before

    def read(self, column: Column) -> tuple[Meaning, Heading]:
        """Return the meaning of a column, and the measure as far as the program knows it."""
        texts = (text_of(column.raw), *reversed(column.above))
        if (reason := _rejected(column)) is not None:
            raise _Unclear(reason)
        estimate = _estimate(self._table, column, self._subject)
        if estimate is not None:
            return estimate, Heading(estimate.measure, estimate.label, is_known=True)
        if self._subject.kind == "estimates":
            raise _Unclear("its heading names no year")
        own = _periods_of(column)
        unit = self._unit(texts, column, has_period=bool(own))
        if unit != "percent_change" and any(_DIFFERENCE.search(text) for text in texts):
            raise _Unclear("it is a difference of others, not a figure of its own")
        if unit == "percent_change":
            period = self._change(texts)
            known = changed(self._measure(texts), periods.months_between(period))
        else:
            period = self._twelve_months(own)
            known = self._measure(texts)
        return Meaning(column, known.key, known.label, unit, period), known

    def _unit(self, texts: tuple[str, ...], column: Column, *, has_period: bool) -> str:
        """Return the unit; that of the title only where the column names no period of its own.

        "Percentage change" in the title of a series is of its last columns, which say so.
        """
        found = next((unit for text in (*texts, self._table.unit) if (unit := unit_in(text))), "")
        if not found:
            in_title = unit_in(self._table.title) or ""
            found = "" if has_period and in_title == "percent_change" else in_title
        if not found and _is_whole(self._table, column):
            found = "count"
        if not found:
            raise _Unclear("neither it nor the title says in what unit it is")
        return self._rate(texts) if found == "rate" else found

    def _rate(self, texts: tuple[str, ...]) -> str:
        said = (*texts, self._table.unit, self._table.title, *self._table.preamble)
        base = next((match for text in said if (match := _BASE.search(text))), None)
        number = base[1].replace(",", "").casefold() if base else str(self._subject.per or "")
        if not number:
            raise _Unclear("it does not say of how many residents the rate is")
        of = "population"
        if "household" in " ".join((base[2] if base else "", texts[0])).casefold():
            of = "households"
        unit = f"per_{'million' if 'million' in number else number}_{of}"
        if unit not in units():
            raise _Unclear(f"its rate is of a unit that is not known ({base[0] if base else ''})")
        return unit

    def _twelve_months(self, own: tuple[date, ...]) -> Period:
        """Return the period of the headings, else that of the title.

        In a series, where columns name their own, one that names none belongs to that before it.
        """
        ends = own or (self._left if self._is_series else self._in_title)
        if not ends and not self._in_title and self._release is not None:
            ends = (self._release,)
        if len(ends) != 1:
            raise _Unclear("neither it nor the title names one period")
        self._left = ends
        return Period(kind="12 months to", end=ends[0])

    def _change(self, texts: tuple[str, ...]) -> Period:
        """Return the two periods of a change: those of its headings, else those of the title."""
        named = tuple(dict.fromkeys(end for text in texts for end in periods.ends_in(text)))
        if len(named) == 1:
            latest = max((*self._in_title, *((self._release,) if self._release else ())))
            named = (*named, latest)
        found = periods.change(named or self._in_title)
        if found is None:
            raise _Unclear("neither it nor the title names the two periods of the change")
        return found

    def _is_of_all(self, name: str) -> bool:
        """Return whether a heading names the whole of the subject, perhaps in its own words."""
        subject = set(plain_label(self._subject.label).split())
        return bool(_WHOLE_SUBJECT.match(name)) or subject.issuperset(plain_label(name).split())

    def _measure(self, texts: tuple[str, ...]) -> Heading:
        """Return the measure that the headings name, under the subject of the table."""
        if self._subject.kind == "crime":
            known = heading(without_notes(texts[0]).text)
            if known.is_known:
                return known
        name = next((rest for text in texts if (rest := _name_in(text))), "")
        if self._subject.kind == "crime":
            if not name:
                raise _Unclear("its heading names no offence")
            return heading(name)
        if not name or self._is_of_all(name):
            return heading(self._subject.label)
        return heading(f"{self._subject.label}: {name[:1].lower()}{name[1:]}")


def _rejected(column: Column) -> str | None:
    """Return why a column is no figure of a force, by its heading."""
    text = text_of(column.raw)
    return next((reason for words, reason in _REJECTED if words.search(text)), None)


def _periods_of(column: Column) -> tuple[date, ...]:
    """Return the last days of the twelve months that the nearest of a column's headings names."""
    texts = (text_of(column.raw), *reversed(column.above))
    return next((ends for text in texts if (ends := periods.ends_in(text))), ())


def unit_in(text: str) -> str | None:
    """Return the unit that words state: "count", "percent", "percent_change" or "rate"."""
    plain = " ".join(text.split())
    return next((unit for words, unit in _UNITS if words.search(plain)), None)


def listed(left_out: Iterable[tuple[Column, str]]) -> Iterator[tuple[str, str]]:
    """Yield the columns that are left out for one reason, as ``("columns E, F", reason)``."""
    by_reason: defaultdict[str, list[str]] = defaultdict(list)
    for column, reason in left_out:
        by_reason[reason].append(column_name(column.place))
    for reason, letters in by_reason.items():
        yield f"column{'s' if len(letters) > 1 else ''} {', '.join(letters)}", reason


def _name_in(text: str) -> str:
    """Return what is left of a heading without its period, unit and note marks."""
    words = _UNIT_WORDS.sub(" ", without_notes(periods.without_periods(text)).text)
    name = " ".join(words.split()).strip(" :;,.-–()[]/'’")
    return name if any(character.isalpha() for character in name) else ""


def _estimate(table: Table, column: Column, subject: Subject) -> Meaning | None:
    """Return what a column of mid-year estimates holds, in a table of its own or beside rates.

    Where the heading does not name the year, the note that it calls out may.
    """
    words = " ".join(str(column.raw).split())
    plain = words.casefold()
    key = ""
    if plain.startswith("population"):
        key = "population"
    elif plain.startswith("household"):
        key = "households"
    elif subject.kind == "estimates":
        key = subject.label
    if not key:
        return None
    year = periods.mid_year(words.removesuffix(".0"))
    if year is None and column.label.notes:
        year = periods.mid_year(note_numbered(table.notes, column.label.notes))
    if year is None:
        raise _Unclear("its heading names no year")
    unit = "people" if key == "population" else "households"
    return Meaning(column, key, label_of(key), unit, year)


def _is_whole(table: Table, column: Column) -> bool:
    """Return whether a column has whole numbers only, and some."""
    held: Iterable[object] = (
        row.cells[column.place] for row in table.rows if column.place < len(row.cells)
    )
    numbers = [n for n in held if isinstance(n, (int, float)) and not isinstance(n, bool)]
    return bool(numbers) and all(float(n).is_integer() for n in numbers)
