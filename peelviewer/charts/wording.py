# SPDX-License-Identifier: MIT
"""What a chart says beside its headline: statistical title, source, notes, alternative text.

After the Government Analysis Function's chart guidance: below the headline stands a title with
measure, unit, place and period.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from peelviewer.charts.printed import difference, value_words
from peelviewer.charts.values import NATION, Chart, Row, has_nation
from peelviewer.model import statistics
from peelviewer.model.measure import Period
from peelviewer.model.report import Report
from peelviewer.reference.catalogue import Unit
from peelviewer.reference.forces import forces
from peelviewer.reference.months import day_words

ENGLAND_AND_WALES = NATION
LICENCE = statistics.LICENCE
PICTURE = "The figure is a picture in the report;"
PICTURE_NOTE = f"{PICTURE} these are the values its text states."
OWN_SCALE_NOTE = (
    "Each row has its own scale: compare the two bars of a row, not one row with another."
)

# The inspectorate took its longer name on 19 July 2017.
_RENAMED = "2017-07"


# ---------------------------------------------------------------- names


def place_of(report: Report) -> str:
    """Return the name of the force's area: "Leicestershire" for Leicestershire Police."""
    for known in forces():
        if known.id == report.force.id:
            return known.area
    return re.sub(r"\s+(Police|Constabulary)(\s+Service)?$", "", report.force.name)


def running(place: str) -> str:
    """Return a place's name as it reads inside a sentence: "Kent", "the City of London"."""
    return f"the {place}" if place.startswith("City of ") or place.endswith(" Police") else place


def opening(place: str) -> str:
    """Return a place's name as it begins a sentence: "Kent", "The City of London"."""
    return running(place)[:1].upper() + running(place)[1:]


def within(place: str) -> str:
    """Return where something is: "in Kent", "in the Metropolitan Police area"."""
    return f"in {running(place)}{' area' if place.endswith(' Police') else ''}"


def lowered(label: str) -> str:
    """Return ``label`` as it reads inside a sentence; an abbreviation keeps its capitals."""
    first = label.split(" ", 1)[0]
    return label if len(first) > 1 and first[1:2].isupper() else label[:1].lower() + label[1:]


def without_brackets(label: str) -> str:
    """Return ``label`` without what stands in brackets and without a trailing asterisk.

    Brackets in brackets go with them; one that is never closed or opened stays, and so does a
    label that would leave nothing.
    """
    bare, inner = label, r"\s*\([^()]*\)"
    while (shorter := re.sub(inner, "", bare)) != bare:
        bare = shorter
    return bare.strip().rstrip("*†‡").strip() or label


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


# ---------------------------------------------------------------- periods and units


def period_words(period: Period) -> str:
    """Return the period as it stands in a title: "12 months to 30 June 2016"."""
    end = day_words(period.end)
    if period.kind == "as at":
        return f"as at {end}"
    if period.kind == "change" and period.start is not None:
        return f"12 months to {end} against 12 months to {day_words(period.start)}"
    return f"12 months to {end}"


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


def no_values_statement(page: int | None, *, is_picture: bool) -> str:
    """Return what is said in place of a chart of which there are no values to draw."""
    place = "the report" if page is None else f"p. {page} of the report"
    if is_picture:
        reason = "This figure is a picture in the report: its values are not in the text"
    else:
        reason = "This figure's table has no column of numbers"
    return f"{reason}, so there is nothing here to draw. See {place}."


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


def described(chart: Chart, what: str) -> Chart:
    """Return a chart with its alternative text: its kind, title, values, finding, caveats."""
    is_only = len(chart.rows) == 1
    sentences = [f"{what}: {chart.title}."]
    sentences += [
        _row_sentence(row, chart.series, is_only=is_only) for row in chart.rows if row.values
    ]
    sentences += [f"{chart.headline}.", *ending_words(chart)]
    return msgspec.structs.replace(chart, description=" ".join(sentences))


def ending_words(chart: Chart) -> Iterator[str]:
    """Yield what an alternative text ends with: notes and caveats."""
    yield from (note if note.endswith((".", "!", "?")) else f"{note}." for note in chart.notes)
    if chart.caveats:
        yield "Caveats: " + " ".join(caveat.words for caveat in chart.caveats)


def _row_sentence(row: Row, series: Sequence[str], *, is_only: bool) -> str:
    values = ", ".join(f"{series[value.series]} {value_words(value)}" for value in row.values)
    gap = difference(row) if has_nation(series) else ""
    own = f" ({row.unit})" if row.own_unit else ""
    start = values if is_only else f"{row.label}{own}: {values}"
    return f"{start}; difference {gap}." if gap else f"{start}."
