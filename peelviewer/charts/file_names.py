# SPDX-License-Identifier: MIT
"""Names of files that say what a chart is: force, year, pillar, figure, subject."""

import re
from collections import Counter
from collections.abc import Sequence

from peelviewer.charts.values import Chart
from peelviewer.charts.wording import without_brackets
from peelviewer.model.report import Report

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


def stems(charts: Sequence[Chart]) -> list[str]:
    """Return a file name for each chart, without an ending; none twice, none with a folder."""
    found: list[str] = []
    times: Counter[str] = Counter()
    for chart in charts:
        name = re.sub(r"[^\w.-]+", "-", chart.stem)
        times[name] += 1
        found.append(name if times[name] == 1 else f"{name}-{times[name]}")
    return found
