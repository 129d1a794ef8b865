# SPDX-License-Identifier: MIT
"""Names of the sheets of a workbook: what each chart is, in the letters that Excel allows."""

import re
from collections import Counter
from collections.abc import Sequence

from peelviewer.charts.values import Chart
from peelviewer.charts.wording import without_brackets

NOTES = "Notes"
_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_CUT = "…"
_LONGEST_END = 12
_PERIOD = re.compile(r"([A-Z][a-z]{2})[a-z]* (\d{4})$")
_KINDS = {
    "profile": "Profile",
    "ranges": "Profile",
    "strip": "Judgments",
    "grades": "Grades",
    "ranked": "Ranked",
    "tiles": "Map",
    "trend": "Trend",
    "slope": "Change",
}
# A rebuilt figure and its map stand beside the figure that the report has.
_OF_FIGURE = {"ranked": " rebuilt", "tiles": " rebuilt, map"}


def sheet_names(charts: Sequence[Chart]) -> tuple[str, ...]:
    """Return a name for each chart's sheet: legal in Excel, none twice, none that of the notes.

    Where names are too long to be whole they are cut, and those that would then be the same have
    their last words too; charts of the same subject have their periods, and else a number.
    """
    subjects = [_legal(_subject(chart)) for chart in charts]
    short = [_cut(subject) for subject in subjects]
    times = Counter(map(str.casefold, short))
    many = Counter(map(str.casefold, subjects))
    taken = {NOTES.casefold(), "history"}
    names = []
    for chart, subject, plain in zip(charts, subjects, short, strict=True):
        base, end = plain, ""
        if many[subject.casefold()] > 1 and (period := _period(chart)):
            base, end = subject, f", {period}"
        elif times[plain.casefold()] > 1:
            base = _folded(subject)
        name, number = _with_end(base, end), 2
        while name.casefold() in taken:
            name, number = _with_end(base, f"{end} {number}"), number + 1
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _subject(chart: Chart) -> str:
    if chart.figure is not None:
        return f"Figure {chart.figure}{_OF_FIGURE.get(chart.kind, '')}"
    label = chart.rows[0].label if chart.kind == "paired" and chart.rows else ""
    if label:
        return without_brackets(label)
    kind = _KINDS.get(chart.kind, "")
    if chart.kind in ("profile", "strip", "grades"):
        return kind
    title = chart.measure if chart.kind == "ranges" else re.split(r",| per ", chart.title)[0]
    return f"{kind} {without_brackets(title)}".strip().capitalize()


def _legal(subject: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", subject).split()).strip(" '") or "Chart"


def _period(chart: Chart) -> str:
    """Return the period of a chart's first row where room is short: "Mar 2016"."""
    found = _PERIOD.search(chart.rows[0].period) if chart.rows else None
    return "" if found is None else f"{found[1]} {found[2]}"


def _cut(name: str, longest: int = _LONGEST) -> str:
    """Return a name of ``longest`` letters at most, with whole words as far as it has some."""
    if len(name) <= longest:
        return name
    room = longest - len(_CUT)
    whole, _, _ = name[: room + 1].rpartition(" ")
    kept = whole if len(whole) > room // 2 else name[:room]
    return kept.rstrip(" ',") + _CUT


def _folded(name: str) -> str:
    """Return a name with its last words whole: "Change in recorded… five years"."""
    end = ""
    for word in reversed(name.split()):
        if len(word) + len(end) > _LONGEST_END:
            break
        end = f"{word} {end}".strip()
    return _with_end(name, f" {end}" if end else "")


def _with_end(name: str, end: str) -> str:
    return f"{_cut(name, _LONGEST - len(end))}{end}".strip(" '")
