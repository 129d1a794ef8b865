# SPDX-License-Identifier: MIT
"""``peelviewer chart --as``: a measure in all forces, as the Compare view shows it."""

import argparse
from typing import TYPE_CHECKING, NoReturn

from peelviewer.cli import commands as shared
from peelviewer.cli.near import meant
from peelviewer.errors import ChartError
from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.forces import force_named, forces

if TYPE_CHECKING:
    from peelviewer.charts.spec import Chart
    from peelviewer.comparing.holdings import Holdings, Series
    from peelviewer.comparing.selection import Selection, Show, Which
    from peelviewer.model.measure import Period
    from peelviewer.model.report import Report

WAYS: "dict[str, Show]" = {
    "ranked": "ranked",
    "tiles": "tiles",
    "trend": "trend",
    "change": "slope",
    "profile": "ranges",
}
"""The words of the command line for the ways of the Compare view."""
GROUPS: "tuple[Which, ...]" = ("region", "similar")
"""The words for forces that belong together."""


def chart_of(options: argparse.Namespace, report: "Report") -> "Chart":
    """Return the chart that ``--as`` asks for: the report's force is marked.

    Raises:
        ChartError: there are no statistics of the measure, or the rules forbid the comparison.
    """
    from peelviewer.comparing import charts
    from peelviewer.comparing.holdings import holdings_of
    from peelviewer.comparing.requests import request_of

    with shared.opened_library(options) as library:
        holdings = holdings_of(library, library.statistics.observations)
        selection = _selection(options, report, holdings)
        request = request_of(selection, holdings, report)
        assert request is not None  # noqa: S101 - the series was found
        return charts.chart_of(request, selection.show, holdings)


def _selection(options: argparse.Namespace, report: "Report", holdings: "Holdings") -> "Selection":
    from peelviewer.comparing.fitting import fitting, shows_for
    from peelviewer.comparing.force_choices import force_by_id
    from peelviewer.comparing.period_choices import period_key
    from peelviewer.comparing.selection import Selection

    key, _, date = options.measure[0].partition("@")
    show = WAYS[options.shown_as]
    series = _series(key, options.unit, show, report, holdings)
    if show not in shows_for(series):
        ways = [word for word, way in WAYS.items() if way in shows_for(series)]
        raise ChartError(
            f"“{series.label}” cannot be shown as {options.shown_as}, as {_why_not(series)}: "
            f"choose {' or '.join(ways)}."
        )
    which, chosen = _forces(options.forces)
    if which == "region" and force_by_id(report.force.id) is None:
        raise ChartError(
            f"{report.force.name} is none of the 43 forces, so its region is not known: name the "
            "forces."
        )
    if which == "similar" and holdings.similar_to(report.force.id) is None:
        raise ChartError(
            f"The library does not know which forces are most similar to {report.force.name}: "
            "import a table that says so (docs/statistics.md), or name the forces."
        )
    wished = Selection(
        measure=series.measure,
        unit=series.unit,
        period=period_key(_period(series, date)) if date else "",
        earlier=period_key(_period(series, options.since)) if options.since else "",
        forces=which,
        chosen=chosen,
        show=show,
    )
    return fitting(wished, holdings, report)


def _why_not(series: "Series") -> str:
    """Return why a measure has no way of showing, which other measures have."""
    from peelviewer.comparing.holdings import GRADE

    if series.unit == GRADE:
        return "it is of grades"
    if series.periods[0].kind == "change":
        return "its values are changes themselves"
    return "it has one period only"


def _series(key: str, unit: str, show: "Show", report: "Report", holdings: "Holdings") -> "Series":
    known = catalogue().definition(key)
    units = [measure.unit for measure in report.measures if measure.key == key]
    units += [known.unit] if known is not None else []
    if unit:
        return _in_unit(key, unit, holdings) or _nothing_held(key, show, report, holdings)
    found = [holdings.find(key, one) for one in units] + [holdings.find(key)]
    series = next((one for one in found if one is not None), None)
    return series or _nothing_held(key, show, report, holdings)


def _in_unit(key: str, unit: str, holdings: "Holdings") -> "Series | None":
    """Return a measure in one unit; ``None`` where there is none of the measure at all."""
    there = [one.unit for one in holdings.series if one.measure == key]
    if there and unit not in there:
        raise ChartError(
            f"There are no national statistics of {key!r} in the unit {unit!r}: there is "
            f"{', '.join(there)}."
        )
    return holdings.find(key, unit) if there else None


def _nothing_held(key: str, show: "Show", report: "Report", holdings: "Holdings") -> NoReturn:
    """Say that there are no statistics of a measure, or that the rules would forbid it anyway."""
    from peelviewer.charts.permission import check_forces, check_years, inspection_year

    years = {inspection_year(one.period) for one in report.measures if one.key == key}
    if years and show in ("trend", "slope"):
        check_years(key, {*years, min(years) - 1})
    elif years:
        known = catalogue().definition(key)
        everyone = tuple(force.id for force in forces())
        check_forces(key, known.unit if known is not None else "", everyone, years)
    hint = meant(
        key,
        {one.measure for one in holdings.series},
        "Import some (peelviewer statistics import); peelviewer statistics list --keys names "
        "those that are there.",
    )
    raise ChartError(f"There are no national statistics of {key!r}. {hint}")


def _period(series: "Series", day: str) -> "Period":
    found = next((one for one in series.periods if one.end.isoformat() == day), None)
    if found is None:
        there = ", ".join(sorted({one.end.isoformat() for one in series.periods}))
        raise ChartError(f"{series.label} has no period that ends on {day}: there is {there}.")
    return found


def _forces(text: str) -> "tuple[Which, tuple[str, ...]]":
    from peelviewer.comparing.force_choices import force_by_id

    if not text:
        return "all", ()
    group = next((one for one in GROUPS if one == text.strip().casefold()), None)
    if group is not None:
        return group, ()
    names = [name.strip() for name in text.split(",") if name.strip()]
    found = []
    for name in names:
        known = force_by_id(name) or force_named(name)
        if known is None:
            raise ChartError(
                f"{name!r} is none of the 43 forces: give ids or names, apart by commas."
            )
        found.append(known.id)
    return "chosen", tuple(found)
