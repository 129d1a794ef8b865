# SPDX-License-Identifier: MIT
"""What a chart says: headline, titles, source, alternative text; all by rule, from the values.

No "better" or "worse" unless the catalogue declares which way is better. Rules after the
Government Analysis Function's chart guidance: a headline with the finding, then a statistical
title with measure, unit, place and period.
"""

import datetime
import math
import re
from collections.abc import Sequence

from peelviewer.charts.values import DASH, FORCE, NATIONAL, Caveat, Row, Value
from peelviewer.model.measure import Period
from peelviewer.model.report import Report
from peelviewer.reference.catalogue import Definition, Polarity, Unit
from peelviewer.reference.forces import forces

ENGLAND_AND_WALES = "England and Wales"
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
PICTURE_NOTE = "The figure is a picture in the report; these are the values its text states."
OWN_SCALE_NOTE = (
    "Each row has its own scale: compare the two bars of a row, not one row with another."
)
TOTALS_NOTE = "Totals have no bars; they are in the table."

# The inspectorate took its longer name on 19 July 2017.
_RENAMED = "2017-07"
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS = re.compile(r"(?P<number>[+\-−–]?\d[\d,]*(?:\.\d+)?)\s*(?P<percent>%|per ?cent)?")
_NUMBER = re.compile(r"^\s*(?P<number>[+\-−–]?\s?\d[\d,]*(?:\.\d+)?)\s*(?P<percent>%|per ?cent)?")


# ---------------------------------------------------------------- names


def place_of(report: Report) -> str:
    """Return the name of the force's area: "Leicestershire" for Leicestershire Police."""
    for known in forces():
        if known.id == report.force.id:
            return known.area
    return re.sub(r"\s+(Police|Constabulary)(\s+Service)?$", "", report.force.name)


def lowered(label: str) -> str:
    """Return ``label`` as it reads inside a sentence; an abbreviation keeps its capitals."""
    first = label.split(" ", 1)[0]
    return label if len(first) > 1 and first[1:2].isupper() else label[:1].lower() + label[1:]


def without_brackets(label: str) -> str:
    """Return ``label`` without what stands in brackets and without a trailing asterisk."""
    return re.sub(r"\s*\([^)]*\)", "", label).strip().rstrip("*†‡").strip()


def printed_value(printed: str | None, value: float | None, *, is_change: bool = False) -> str:
    """Return the number as the report prints it, short enough to stand at a bar.

    The words after a number of the running text are left off ("10.4 percent" → "10.4%"), and a
    fall told in words ("17 percent fewer" → −17) gets its sign, as does a rise where the number
    ``is_change``; decimals are never touched.
    """
    if value is None:
        return DASH
    match = next(
        (found for found in _NUMBERS.finditer(printed or "") if _is_size(found["number"], value)),
        None,
    )
    if match is None:
        return f"{value:g}"
    number = match["number"]
    if value < 0 and number[0].isdigit():
        number = f"-{number}"
    elif is_change and value > 0 and number[0].isdigit():
        number = f"+{number}"
    return number + ("%" if match["percent"] else "")


def _is_size(number: str, value: float) -> bool:
    """Whether ``number`` is ``value`` but for its sign, which words may have told."""
    return math.isclose(abs(float(re.sub(r"[,−–+\-]", "", number))), abs(value))


# ---------------------------------------------------------------- periods and units


def day_words(day: datetime.date) -> str:
    """Return a day as reports print it: "30 June 2016"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def period_words(period: Period) -> str:
    """Return the period as it stands in a title: "12 months to 30 June 2016"."""
    end = day_words(period.end)
    if period.kind == "as at":
        return f"as at {end}"
    if period.kind == "change" and period.start is not None:
        return f"12 months to {end} against 12 months to {day_words(period.start)}"
    return f"12 months to {end}"


# ---------------------------------------------------------------- headlines


def comparison(force: Value, national: Value, *, unit: str) -> str:
    """Return how the force stands to England and Wales: "is lower than", "rose by less than".

    Values are compared at their printed precision, so two that print alike are "the same as".
    Both values must be there.
    """
    ours, theirs = _printed_number(force), _printed_number(national)
    if unit == "percent_change" and not (ours == 0 or theirs == 0):
        return _change_comparison(ours, theirs)
    if ours == theirs:
        return "is the same as"
    return "is lower than" if ours < theirs else "is higher than"


def _change_comparison(ours: float, theirs: float) -> str:
    if ours == theirs:
        return "rose by the same as" if ours > 0 else "fell by the same as"
    if ours > 0 > theirs:
        return "rose, but fell"
    if ours < 0 < theirs:
        return "fell, but rose"
    verb = "rose" if ours > 0 else "fell"
    return f"{verb} by {'more' if abs(ours) > abs(theirs) else 'less'} than"


def headline(
    subject: str,
    place: str,
    force: Value,
    national: Value,
    *,
    unit: str,
    polarity: Polarity = "none",
) -> str:
    """Return the finding of one pair of values in a sentence of about ten words.

    ``subject`` is what is compared, with its article ("The rate of recorded crime").
    """
    if force.value is None and national.value is None:
        return f"{subject}: no value for {place} or for {ENGLAND_AND_WALES}"
    if force.value is None:
        return f"{subject}: no value for {place}; {ENGLAND_AND_WALES} {national.printed}"
    if national.value is None:
        return f"{subject} in {place}: {force.printed}; no value for {ENGLAND_AND_WALES}"
    words = comparison(force, national, unit=unit)
    sentence = f"{subject} in {place} {words} in {ENGLAND_AND_WALES}"
    return sentence + _verdict(force, national, polarity)


def _verdict(force: Value, national: Value, polarity: Polarity) -> str:
    ours, theirs = _printed_number(force), _printed_number(national)
    if polarity == "none" or ours == theirs:
        return ""
    is_better = (ours > theirs) == (polarity == "higher is better")
    return f" ({'better' if is_better else 'worse'})"


def subject(label: str, unit: str, definition: Definition | None) -> str:
    """Return what a headline is about: "The rate of calls for assistance".

    A label that is no noun ("Charged or summonsed") is quoted: it is the name of a category.
    """
    name = without_brackets(label)
    if unit == "percent_change":
        return _subject_of_change(name)
    if re.search(r"\b(rate|share|percentage|proportion)\b", name, re.IGNORECASE):
        return name if re.search(r" as an? ", name) else f"The {lowered(name)}"
    if unit.startswith("per_"):
        return f"The rate of {lowered(name)}"
    if unit != "percent":
        return name
    if definition is None or "outcome" in definition.group:
        topic, _, rest = name.rpartition(": ")
        quoted = f"“{lowered(rest)}”"
        return f"{topic}: the share {quoted}" if topic else f"The share {quoted}"
    return f"The share of {lowered(name)}"


def _subject_of_change(name: str) -> str:
    bare = re.sub(r"^(percentage )?change in ", "", name, flags=re.IGNORECASE)
    bare = re.sub(r",? (over|for|in) (the )?(one|two|three|five|\d+) years?$", "", bare)
    return bare[:1].upper() + bare[1:]


def headline_of_rows(rows: Sequence[Row], place: str, *, noun: str) -> str:
    """Return the finding of several pairs: on how many the force is lower or higher."""
    pairs = [pair for pair in map(_pair, rows) if pair is not None]
    if not pairs:
        return f"No values that can be compared for {place} and {ENGLAND_AND_WALES}"
    lower = sum(ours < theirs for ours, theirs in pairs)
    higher = sum(ours > theirs for ours, theirs in pairs)
    total = len(pairs)
    if lower == total or higher == total:
        way = "lower" if lower else "higher"
        count = {1: "the one pair of", 2: "both"}.get(total, f"all {total}")
        return f"{place} is {way} than {ENGLAND_AND_WALES} on {count} {noun}"
    if lower == higher == 0:
        return f"{place} is the same as {ENGLAND_AND_WALES} on all {total} {noun}"
    if lower == higher:
        return f"{place} is lower than {ENGLAND_AND_WALES} as often as it is higher"
    way, times = ("lower", lower) if lower > higher else ("higher", higher)
    return f"{place} is {way} than {ENGLAND_AND_WALES} on {times} of {total} {noun}"


def _pair(row: Row) -> tuple[float, float] | None:
    values = {value.series: value for value in row.values if value.value is not None}
    if not row.is_drawn or FORCE not in values or NATIONAL not in values:
        return None
    return _printed_number(values[FORCE]), _printed_number(values[NATIONAL])


def _printed_number(value: Value) -> float:
    """Return the number as printed, so that comparing respects the printed precision."""
    match = _NUMBER.match(value.printed)
    if match is None:
        return value.value or 0.0
    digits = re.sub(r"[\s,]", "", match["number"]).replace("−", "-").replace("–", "-")
    return float(digits)


# ---------------------------------------------------------------- titles


def statistical_title(label: str, unit: Unit, place: str, period: str) -> str:
    """Return measure, unit, place, period: "Sexual offences per 1,000 population, …"."""
    if unit.name.startswith("per_"):
        what = f"{label} {unit.words}"
    elif unit.name == "percent_change":
        # The label of a change says so already; its unit is then plain percent.
        what = f"{label}, {'percent' if 'hange' in label else unit.words}"
    else:
        what = f"{label}, {unit.words}"
    return f"{what}, {place} and {ENGLAND_AND_WALES}, {period}"


def picture_statement(page: int | None) -> str:
    """Return what is said in place of a chart whose values the text does not have."""
    place = "the report" if page is None else f"p. {page} of the report"
    return (
        "This figure is a picture in the report: its values are not in the text, "
        f"so there is nothing here to draw. See {place}."
    )


# ---------------------------------------------------------------- source


def inspectorate(report: Report) -> str:
    """Return the inspectorate's short name at the time of the report."""
    published = report.published or ("2017-01" if report.year[:4] <= "2016" else "2018-01")
    return "HMIC" if published < _RENAMED else "HMICFRS"


def source_line(
    report: Report,
    *,
    source: str | None = None,
    figure: int | None = None,
    page: int | None = None,
    values_page: int | None = None,
    chapter: str | None = None,
) -> str:
    """Return the source as the charts rules want it, for any report.

    ``source`` is what the report prints under the figure ("Home Office data"); ``values_page`` is
    where the text states the values, if not beside the figure; ``chapter`` names the place of a
    value that has no figure ("Force in numbers").
    """
    named = re.sub(r"^\s*sources?\s*:\s*", "", source or "", flags=re.IGNORECASE).strip(" .")
    origin = f"{named}, in " if named else ""
    if values_page is not None and values_page != page:
        values = f"; values from the text on p. {values_page}"
    else:
        values = ""
    parts = [f"Source: {origin}{inspectorate(report)}, {report.title} – {report.force.name}"]
    if figure is not None:
        parts.append(f"figure {figure}")
    elif chapter:
        parts.append(chapter)
    if page is not None:
        parts.append(f"p. {page}")
    digest = " (as in PEEL Viewer's digest of the report)" if report.edition == "digest" else ""
    return ", ".join(parts) + values + digest + "."


# ---------------------------------------------------------------- alternative text


def description(
    what: str,
    title: str,
    rows: Sequence[Row],
    series: Sequence[str],
    finding: str,
    caveats: Sequence[Caveat],
    notes: Sequence[str] = (),
) -> str:
    """Return the alternative text: chart type, measure, period, values, difference, caveats."""
    sentences = [f"{what}: {title}."]
    sentences += [_row_sentence(row, series, is_only=len(rows) == 1) for row in rows if row.values]
    sentences.append(f"{finding}.")
    sentences += [note if note.endswith((".", "!", "?")) else f"{note}." for note in notes]
    if caveats:
        sentences.append("Caveats: " + " ".join(caveat.words for caveat in caveats))
    return " ".join(sentences)


def _row_sentence(row: Row, series: Sequence[str], *, is_only: bool) -> str:
    values = ", ".join(f"{series[value.series]} {value_words(value)}" for value in row.values)
    gap = difference(row)
    own = f" ({row.unit})" if row.own_unit else ""
    start = values if is_only else f"{row.label}{own}: {values}"
    return f"{start}; difference {gap}." if gap else f"{start}."


def value_words(value: Value) -> str:
    """Return a value as it is read out; a missing one with its reason."""
    if value.value is not None:
        return value.printed
    return f"no value ({value.missing})" if value.missing else "no value"


def difference(row: Row) -> str:
    """Return force minus national at the printed precision, "" where one is missing.

    The difference of two percentages is in percentage points.
    """
    pair = _pair(row)
    if pair is None:
        return ""
    decimals = max(_decimals(value.printed) for value in row.values[:2])
    points = " percentage points" if row.unit.startswith("percent") else ""
    gap = round(pair[0] - pair[1], decimals)
    return "none" if gap == 0 else f"{gap:+.{decimals}f}{points}".replace("-", "−")


def _decimals(printed: str) -> int:
    match = re.search(r"\.(\d+)", printed)
    return len(match[1]) if match else 0


# ---------------------------------------------------------------- file names

_UNSAID = frozenset(
    (
        *("a", "an", "and", "by", "for", "in", "of", "the", "to"),
        *("percentage", "police", "proportion", "rate", "recorded"),
    )
)


def slug(text: str, *, words: int | None = None) -> str:
    """Return lower-case words apart by hyphens, fit for a file name."""
    found = re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("’", ""))
    if words is not None:
        found = [word for word in found if word not in _UNSAID][:words] or found[:words]
    return "-".join(found)


def stem(report: Report, name: str) -> str:
    """Return a file name without ending: ``northshire-2016-effectiveness-<name>``."""
    return f"{slug(report.force.id)}-{slug(report.year)}-{report.pillar}-{name}"


def figure_slug(title: str) -> str:
    """Return what a figure is about in up to four words: "crime-rates"."""
    short = re.split(r"[,;]| by | for | per | in (?=[A-Z0-9]|the \d)", without_brackets(title))[0]
    return slug(short, words=4) or "figure"
