# SPDX-License-Identifier: MIT
"""What is said of statistics of many forces: titles, sources, coverage, notes, file names."""

import datetime
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from peelviewer.charts import wording
from peelviewer.charts.decimals import CHANGES
from peelviewer.charts.file_names import slug
from peelviewer.charts.measured import MeasureData, place_name
from peelviewer.charts.values import LEFT_OUT, NOT_RANKED, Caveat, Chart, Row, Value
from peelviewer.charts.wording import listed
from peelviewer.model.measure import Period
from peelviewer.model.statistics import Dataset, Observation
from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.forces import FORCES
from peelviewer.reference.months import day_words, month_name
from peelviewer.statistics import vocabulary
from peelviewer.statistics.doubts import sentences_of
from peelviewer.statistics.ranking import LeftOut, Ranking

_CHANGED = {"percent_change": "percent", "percentage_point_change": "percentage points"}
_SPAN = re.compile(r"((?:19|20)\d\d)(?:[/–-](?:20)?(\d\d)\b)?")
_MOST_NAMED = 4
_MOST_LISTED = 12
# A note on the rates of the region London stands at the City of London too.
_OF_A_REGION = re.compile(r"^Rates for London\b")
_SIGN = re.compile(r"^\W+(?:indicates that\s+|(?!indicates))(?=\w)", re.IGNORECASE)
_COMMON = frozenset(
    (
        "Data",
        "Figures",
        "Following",
        "For",
        "Includes",
        "It",
        "Its",
        "Rates",
        "Statistically",
        "The",
        "These",
        "This",
        "Total",
        "Values",
        "When",
        "Without",
    )
)


# ---------------------------------------------------------------- units, titles


def unit_words(unit: str) -> str:
    """Return a unit's words: "per 1,000 population"; "" for a plain count."""
    return vocabulary.units().get(unit, unit.replace("_", " "))


def unit_sign(unit: str) -> str:
    """Return the sign that stands at a value of this unit."""
    return catalogue().unit(unit).sign


def what_words(label: str, unit: str) -> str:
    """Return measure and unit as a statistical title begins: "Robbery per 1,000 population".

    A plain count is said to be one, though its values have no words: "Robbery, number".
    """
    words = "number" if unit == "count" else unit_words(unit)
    if unit == "grade" or not words or words.casefold() in label.casefold():
        return label
    if unit.startswith("per_"):
        return f"{label} {words}"
    if unit in CHANGES and "hange" in label:
        return f"{label}, {_CHANGED[unit]}"
    return f"{label}, {words}"


def heading_words(data: MeasureData) -> str:
    """Return a column's heading: the unit, or for a plain count the measure."""
    words = unit_words(data.unit)
    if data.is_change:
        return f"Change, {_CHANGED[data.unit]}"
    return words[:1].upper() + words[1:] if words else data.label


def short_period(period: Period) -> str:
    """Return a period where room is short: "Mar 2016", "2016" for a calendar year's end."""
    day = period.end
    return f"{month_name(day.month)[:3]} {day.year}"


def span_words(periods: Sequence[Period]) -> str:
    """Return the periods of a trend: "12 months to 31 March, 2008 to 2018"."""
    first, last = periods[0], periods[-1]
    if len({period.kind for period in periods}) > 1 or first.kind == "change":
        return f"{period_words(first)}, until {period_words(last)}"
    if len({(period.end.month, period.end.day) for period in periods}) > 1:
        return f"{period_words(first)}, until {day_words(last.end)}"
    day = f"{first.end.day} {month_name(first.end.month)}"
    return f"{first.kind} {day}, {first.end.year} to {last.end.year}"


def period_words(period: Period) -> str:
    """Return the period as titles say it."""
    return wording.period_words(period)


# ---------------------------------------------------------------- source


def source_words(datasets: Sequence[Dataset], tables: Iterable[str] = ()) -> str:
    """Return the source line: publication, release, vintage, tables.

    A publication of several issues is named once.
    """
    named = ", ".join(dict.fromkeys(filter(None, tables)))
    issues: dict[str, list[str]] = {}
    for one in datasets:
        vintage = f"file of {vintage_words(one.vintage)}" if one.vintage else ""
        issues.setdefault(one.source, []).append(", ".join(filter(None, (one.release, vintage))))
    whole = "; ".join(
        ", ".join(filter(None, (source, "; ".join(filter(None, of_it)))))
        for source, of_it in issues.items()
    )
    whole = whole or "not stated"
    table = f", {named[:1].lower()}{named[1:]}" if named else ""
    return f"Source: {whole}{table}."


def vintage_words(vintage: str) -> str:
    """Return a vintage as a day where it is one: "24 April 2019"."""
    try:
        return day_words(datetime.date.fromisoformat(vintage))
    except ValueError:
        match = re.fullmatch(r"(\d{4})-(\d\d)", vintage)
        if match and 1 <= int(match[2]) <= 12:
            return f"{month_name(int(match[2]))} {match[1]}"
        return vintage


def licences(datasets: Sequence[Dataset]) -> str:
    """Return the licence line of the publications."""
    return " ".join(dict.fromkeys(one.licence for one in datasets if one.licence))


# ---------------------------------------------------------------- coverage and notes


def coverage_words(ranked: int) -> str:
    """Return "43 of 43 forces"."""
    return f"{ranked} of {FORCES} forces"


def left_out_words(out: LeftOut) -> str:
    """Return why a force is left out, as it stands in the place of its value."""
    return f"{LEFT_OUT}{out.reason[:1].lower()}{out.reason[1:].rstrip('.')}"


def left_out_notes(
    ranking: Ranking, missing: Mapping[str, str] = MappingProxyType({}), when: str = ""
) -> tuple[str, ...]:
    """Return which forces are out of the ranks and why: missing ones, then excluded ones.

    ``when`` says at which of several periods a value is missing. Of those that the publisher's own
    notes set apart a caveat speaks.
    """
    notes = []
    by_reason: dict[str, list[str]] = {}
    for force in ranking.missing:
        by_reason.setdefault(missing.get(force, ""), []).append(place_name(force))
    for reason, names in by_reason.items():
        why = f": {reason}" if reason else ""
        who = listed(names) if len(names) <= _MOST_LISTED else f"{len(names)} forces"
        notes.append(f"No value for {who}{when}{why}.")
    for out in _by_reason(one for one in ranking.left_out if one.report):
        who = listed([place_name(one.force) for one in out])
        page = "" if out[0].page is None else f" (p. {out[0].page})"
        notes.append(f"Without {who}: {lowered_sentence(out[0].reason).rstrip('.')}{page}.")
    return tuple(notes)


def _by_reason(left_out: Iterable[LeftOut]) -> list[list[LeftOut]]:
    found: dict[str, list[LeftOut]] = {}
    for one in left_out:
        found.setdefault(one.reason, []).append(one)
    return list(found.values())


def lowered_sentence(text: str) -> str:
    """Lower a sentence's first letter unless it begins with a name."""
    return wording.lowered(text) if text.split(" ", 1)[0] in _COMMON else text


def source_notes(
    observations: Iterable[Observation],
    periods: Iterable[Period],
    told: Collection[str] = (),
    caveats: Sequence[Caveat] = (),
) -> tuple[str, ...]:
    """Return what the source notes on these values, each sentence once, with the forces it is on.

    What a note says of years before or after those of ``periods`` is left out, and notes on the
    areas ``told`` (ids), of which a caveat speaks in fewer words. What one of the ``caveats`` says
    in the same words is not said again.
    """
    ends = [day.year for period in periods for day in (period.start, period.end) if day]
    years = set(range(min(ends), max(ends) + 1)) if ends else set()
    found: dict[str, dict[str, None]] = {}
    for one in observations:
        text = _unsaid(_without_sign(" ".join(one.note.split())), caveats)
        if one.area.id in told or not text or _OF_A_REGION.match(text):
            continue
        name = "" if one.area.kind == "national" else place_name(one.area.id)
        for sentence in _on(text, years):
            found.setdefault(sentence, {})[name or wording.ENGLAND_AND_WALES] = None
    notes = []
    for names, together in itertools.groupby(found, key=lambda sentence: tuple(found[sentence])):
        text = " ".join(together)
        ended = text if text.endswith((".", "!", "?")) else f"{text}."
        is_named = all(name in text for name in names)
        notes.append(ended if is_named else f"{_some(list(names))}: {lowered_sentence(ended)}")
    return tuple(notes)


def noted(one: Observation | None, caveats: Sequence[Caveat]) -> str:
    """Return what the source notes on a value and no caveat says, as sentences."""
    text = "" if one is None else _unsaid(" ".join(one.note.split()).strip(), caveats)
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."


def _unsaid(note: str, caveats: Sequence[Caveat]) -> str:
    """Return a note without the sentences that a caveat has."""
    said = [caveat.text.casefold() for caveat in caveats]
    kept = (one for one in sentences_of(note) if not any(one.casefold() in text for text in said))
    return " ".join(kept)


def _some(names: Sequence[str]) -> str:
    """Return names as a list; of many the first few, and how many more there are."""
    if len(names) <= _MOST_NAMED:
        return listed(names)
    return f"{', '.join(names[:_MOST_NAMED])} and {len(names) - _MOST_NAMED} more"


def _on(note: str, years: set[int]) -> Iterator[str]:
    """Yield the sentences of a note that are on these years.

    One that names no year goes with the one before it; the first of a note is on all.
    """
    is_on = True
    for sentence in sentences_of(note):
        named = {_last_year(match[1], match[2]) for match in _SPAN.finditer(sentence)}
        if named:
            is_on = bool(named & years)
        if is_on:
            yield sentence


def _without_sign(note: str) -> str:
    """Return a note without the sign that it stands at in the table, and that it explains."""
    text = _SIGN.sub("", note)
    return text if text == note else f"{text[:1].upper()}{text[1:]}"


def _last_year(first: str, behind: str | None) -> int:
    return int(first[:2] + behind) if behind else int(first)


def told_areas(caveats: Sequence[Caveat], left_out: Sequence[LeftOut] = ()) -> frozenset[str]:
    """Return the ids of the forces of which a rule of an annex speaks, or that it leaves out."""
    named = {area for caveat in caveats if caveat.report for area in caveat.areas}
    return frozenset((*named, *(one.force for one in left_out if one.report)))


def of_area(caveats: Sequence[Caveat], area: str) -> tuple[Caveat, ...]:
    """Return the caveats that speak of one force by name."""
    return tuple(caveat for caveat in caveats if area in caveat.areas)


# ---------------------------------------------------------------- names of files, other words


def stem(data: MeasureData, kind: str, period: Period | None, own: str | None) -> str:
    """Return a file name: ``leicestershire-robbery-per-1000-population-2016-03-ranked``."""
    when = "" if period is None else f"{period.end:%Y-%m}"
    unit = slug(data.unit) if data.unit.startswith("per_") else ""
    return "-".join(filter(None, (own or "forces", slug(data.measure), unit, when, kind)))


def table_names(observations: Iterable[Observation]) -> tuple[str, ...]:
    """Return the tables of the source that the values are from."""
    return tuple(dict.fromkeys(one.table for one in observations if one.table))


def described(
    chart: Chart,
    what: str,
    *,
    rows: Sequence[Row] | None = None,
    remarks: Sequence[str] | None = None,
) -> Chart:
    """Return a chart with its alternative text: what kind it is, title, finding, every value.

    Notes and caveats follow. ``rows`` and ``remarks`` are told in the place of the chart's own.
    """
    rows = chart.rows if rows is None else rows
    remarks = chart.remarks if remarks is None else remarks
    sentences = [f"{what}: {chart.title}.", f"{chart.headline}.", *remarks]
    values = [
        f"{row.label} {', '.join(_said(value) for value in row.values)}"
        f"{f' ({NOT_RANKED})' if row.position == NOT_RANKED else ''}"
        for row in rows
        if row.values
    ]
    if values:
        sentences.append("; ".join(values) + ".")
    sentences += wording.ending_words(chart)
    return msgspec.structs.replace(chart, description=" ".join(sentences))


def _said(value: Value) -> str:
    printed = f"no value ({value.missing})" if value.missing else value.printed
    return f"{printed} ({value.break_words})" if value.break_before else printed
