# SPDX-License-Identifier: MIT
"""``peelviewer chart --as``: a measure in all forces, as the Compare view shows it."""

import argparse
import difflib
from typing import TYPE_CHECKING

from peelviewer.cli import commands as shared
from peelviewer.errors import ChartError
from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.forces import force_named

if TYPE_CHECKING:
    from peelviewer.charts.spec import Chart
    from peelviewer.model.measure import Period
    from peelviewer.model.report import Report
    from peelviewer.ui.compare.choices import Selection, Show, Which
    from peelviewer.ui.compare.holdings import Holdings, Series

WAYS: "dict[str, Show]" = {
    "ranked": "ranked",
    "tiles": "tiles",
    "trend": "trend",
    "change": "slope",
    "profile": "ranges",
}
"""The words of the command line for the ways of the Compare view."""
REGION = "region"


def chart_of(options: argparse.Namespace, report: "Report") -> "Chart":
    """Return the chart that ``--as`` asks for: the report's force is marked.

    Raises:
        ChartError: there are no statistics of the measure, or the rules forbid the comparison.
    """
    from peelviewer.ui.compare import drawing
    from peelviewer.ui.compare.holdings import holdings_of

    with shared.opened_library(options) as library:
        holdings = holdings_of(library, library.statistics.observations)
        selection = _selection(options, report, holdings)
        request = drawing.request_of(selection, holdings, report)
        assert request is not None  # noqa: S101 - the series was found
        return drawing.chart_of(request, selection.show, holdings)


def _selection(options: argparse.Namespace, report: "Report", holdings: "Holdings") -> "Selection":
    from peelviewer.ui.compare import choices

    key, _, date = options.measure[0].partition("@")
    series = _series(key, report, holdings)
    show = WAYS[options.shown_as]
    if show not in choices.shows_for(series):
        ways = [word for word, way in WAYS.items() if way in choices.shows_for(series)]
        raise ChartError(
            f"{series.label} cannot be shown as {options.shown_as!r}: choose {' or '.join(ways)}."
        )
    which, chosen = _forces(options.forces)
    if which == "region" and choices.force_by_id(report.force.id) is None:
        raise ChartError(
            f"{report.force.name} is none of the 43 forces, so its region is not known: name the "
            "forces."
        )
    wished = choices.Selection(
        measure=series.measure,
        unit=series.unit,
        period=choices.period_key(_period(series, date)) if date else "",
        earlier=choices.period_key(_period(series, options.since)) if options.since else "",
        forces=which,
        chosen=chosen,
        show=show,
    )
    return choices.fitting(wished, holdings, report)


def _series(key: str, report: "Report", holdings: "Holdings") -> "Series":
    known = catalogue().definition(key)
    units = [measure.unit for measure in report.measures if measure.key == key]
    units += [known.unit] if known is not None else []
    found = [holdings.find(key, unit) for unit in units] + [holdings.find(key)]
    series = next((one for one in found if one is not None), None)
    if series is None:
        near = difflib.get_close_matches(key, {one.measure for one in holdings.series}, n=1)
        meant = (
            f" Did you mean {near[0]}?" if near else " Import some: peelviewer statistics import."
        )
        raise ChartError(f"There are no national statistics of {key!r}.{meant}")
    return series


def _period(series: "Series", day: str) -> "Period":
    found = next((one for one in series.periods if one.end.isoformat() == day), None)
    if found is None:
        there = ", ".join(sorted({one.end.isoformat() for one in series.periods}))
        raise ChartError(f"{series.label} has no period that ends on {day}: there is {there}.")
    return found


def _forces(text: str) -> "tuple[Which, tuple[str, ...]]":
    from peelviewer.ui.compare import choices

    if not text:
        return "all", ()
    if text.strip().casefold() == REGION:
        return "region", ()
    names = [name.strip() for name in text.split(",") if name.strip()]
    found = []
    for name in names:
        known = choices.force_by_id(name) or force_named(name)
        if known is None:
            raise ChartError(
                f"{name!r} is none of the 43 forces: give ids or names, apart by commas."
            )
        found.append(known.id)
    return "chosen", tuple(found)
