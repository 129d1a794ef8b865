# SPDX-License-Identifier: MIT
"""From a selection to what is shown: chart, map, position, or why there is none."""

from collections.abc import Iterator
from functools import partial

import msgspec

from peelviewer.charts.measured import place_name
from peelviewer.charts.telling import unit_words
from peelviewer.charts.values import NOT_RANKED, Chart, Row
from peelviewer.comparing.charts import beside_chart, chart_of, datasets_of, tiles_beside, tiles_of
from peelviewer.comparing.fitting import shows_for
from peelviewer.comparing.holdings import Holdings, Series
from peelviewer.comparing.refusals import Refusal, made_or_refused, nothing_held
from peelviewer.comparing.requests import Request, own_of, request_of
from peelviewer.comparing.selection import SHOWS, Selection, Show
from peelviewer.comparing.statements import sentence_of
from peelviewer.model.measure import Measure
from peelviewer.model.report import Report
from peelviewer.model.statistics import Dataset


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the view shows of one selection.

    ``chart`` or ``refusal`` is there. ``datasets`` are where its values are from. ``tiles`` is
    the map beside the chart, ``position`` where the own force stands, ``statement`` what the open
    report prints, ``measure`` the index of that in its measures.
    """

    selection: Selection
    own: str | None
    series: Series | None
    chart: Chart | None = None
    refusal: Refusal | None = None
    datasets: tuple[Dataset, ...] = ()
    tiles: Chart | None = None
    position: str = ""
    statement: str = ""
    measure: int | None = None


def comparison_of(selection: Selection, holdings: Holdings, report: Report | None) -> Comparison:
    """Return what a fitting selection (``fitting``) shows.

    Raises:
        LibraryError: imported statistics cannot be read.
    """
    if selection.show == "beside":
        return _beside(selection, holdings, report)
    request = request_of(selection, holdings, report)
    if request is None:
        return Comparison(
            selection=selection,
            own=own_of(selection, report),
            series=None,
            refusal=nothing_held(selection, report),
        )
    chart, refusal = made_or_refused(lambda: chart_of(request, selection.show, holdings))
    said = request.statement
    return Comparison(
        selection=selection,
        own=request.own,
        series=request.series,
        chart=chart,
        refusal=refusal,
        datasets=datasets_of(request, selection.show, holdings),
        tiles=tiles_of(request),
        position=_position(request, chart),
        statement=_statement(request, said),
        measure=report.measures.index(said) if said is not None and report is not None else None,
    )


def _beside(selection: Selection, holdings: Holdings, report: Report | None) -> Comparison:
    """Return two measures of the open report; the map is that of the first, where it is held.

    It is of the period that the chart shows, or there is none.
    """
    request = request_of(selection, holdings, report)
    chart, refusal = made_or_refused(lambda: beside_chart(selection, report))
    return Comparison(
        selection=selection,
        own=own_of(selection, report),
        series=None if request is None else request.series,
        chart=chart,
        refusal=refusal,
        tiles=None if request is None else tiles_beside(request, chart),
    )


def all_charts(
    selection: Selection, holdings: Holdings, report: Report | None
) -> tuple[tuple[Chart, ...], tuple[str, ...]]:
    """Return the charts of all ways in which a selection can be shown, the chosen way first.

    With them, which of these charts cannot be made, each with the reason.
    """
    names = dict(SHOWS)
    charts, left_out = list[Chart](), list[str]()
    for show, chart, refusal in _each_way(selection, holdings, report):
        if chart is not None:
            charts.append(chart)
        if refusal is not None:
            left_out.append(f"{names[show]} ({refusal.reason.rstrip('.')})")
    return tuple(charts), tuple(left_out)


def _each_way(
    selection: Selection, holdings: Holdings, report: Report | None
) -> Iterator[tuple[Show, Chart | None, Refusal | None]]:
    """Yield the ways in which a selection can be shown, each with its chart or why it has none."""
    if selection.show == "beside":
        pair = _beside(selection, holdings, report)
        yield selection.show, pair.chart, pair.refusal
    request = request_of(selection, holdings, report)
    if request is None:
        return
    first = () if selection.show == "beside" else (selection.show,)
    for show in dict.fromkeys((*first, *shows_for(request.series))):
        yield show, *made_or_refused(partial(chart_of, request, show, holdings))


# --- words


def _position(request: Request, chart: Chart | None) -> str:
    """Return where the own force stands, by what the chart is about."""
    if chart is None or request.own is None:
        return ""
    own = next((row for row in chart.rows if row.area == request.own), None)
    if own is not None and own.values and own.values[-1].value is None and not own.grade:
        return f"No rank, {own.values[-1].missing or 'no value'}."
    if own is not None and own.position == NOT_RANKED:
        return f"No rank, {own.note}."
    name = place_name(request.own)
    of_own = [one for one in chart.remarks if one.startswith(name)]
    # Of a broken line the last part counts, as in the headline.
    told = of_own[-1:] if chart.kind == "trend" else [*of_own, *chart.remarks]
    sentence = next(iter(told), "").removeprefix(f"{name}: ")
    return sentence[:1].upper() + sentence[1:]


def _statement(request: Request, said: Measure | None) -> str:
    if said is None or request.report is None:
        return ""
    return sentence_of(request.report, said, is_same_period=said.period == request.period)


def series_of_row(row: Row, holdings: Holdings) -> Series | None:
    """Return the series that a row of a profile is about."""
    found = (
        one
        for one in holdings.series
        if one.label == row.label and unit_words(one.unit) == row.unit
    )
    return next(found, None)
