# SPDX-License-Identifier: MIT
"""What "About" says of a comparison: definition, unit, period, ranks, caveats, source; no Qt."""

import re
from collections.abc import Iterator

from peelviewer.charts.positions import CHANGE_RANK_NOTE
from peelviewer.charts.values import Chart
from peelviewer.charts.wording import ENGLAND_AND_WALES
from peelviewer.comparing.comparison import Comparison
from peelviewer.comparing.selection import Selection
from peelviewer.model.report import Report
from peelviewer.model.statistics import Dataset
from peelviewer.reference.catalogue import catalogue
from peelviewer.statistics.vocabulary import measures, units
from peelviewer.ui.measures.about import Part, Topic
from peelviewer.ui.measures.caveat_places import link_of_caveat

RANKS = (
    "Ranks are among all forces with a comparable value, 1 for the highest. The top and the "
    "bottom 25 percent are “one of the highest” and “one of the lowest”, all others “broadly in "
    "line”, as the inspectorate's reports say it."
)
RANKS_OF_CHANGES = (
    "Changes are ranked by their own direction, from the largest fall and from the largest rise, "
    "among all forces with a comparable value. The ends are the 25 percent of the forces with the "
    "lowest and with the highest change, named by what they are; all others are “broadly in line”."
)
_RANKED = ("ranked", "tiles", "slope", "ranges")
_MOST_NOTES = 12
_RATE_OF = re.compile(r", for every [\d,]+ [^.]*")


def about(found: Comparison, report: Report | None) -> tuple[Topic, ...]:
    """Return all that is known of the comparison, in the order a reader asks for it."""
    chart = found.chart
    if chart is None:
        return ()
    datasets = found.datasets
    ranks = ""
    if chart.kind in _RANKED:
        ranks = RANKS_OF_CHANGES if chart.rank_note == CHANGE_RANK_NOTE else RANKS
    topics = (
        Topic("What it measures", tuple(_definitions(found.selection))),
        Topic("Unit", _texts(units().get(found.selection.unit, "") or chart.unit)),
        Topic("Period", _texts(*dict.fromkeys(row.period for row in chart.rows if row.values))),
        Topic(f"{ENGLAND_AND_WALES} figure", tuple(_national(found.selection))),
        Topic("Forces", _texts(chart.coverage, ranks, *chart.remarks)),
        Topic("The report", tuple(_report(found, report))),
        Topic("Read with care", tuple(_caveats(chart, report))),
        Topic("Notes", _texts(*chart.notes)),
        Topic("Source", _texts(chart.source, *_publications(datasets), chart.licence)),
        Topic("Notes of the publication", _texts(*tuple(_their_notes(datasets)))),
    )
    return tuple(topic for topic in topics if topic.parts)


def _texts(*texts: str) -> tuple[Part, ...]:
    return tuple(Part(text) for text in texts if text)


def _definitions(selection: Selection) -> Iterator[Part]:
    yield from _definition(selection.measure, selection.unit)
    if selection.show == "beside":
        yield from _definition(selection.beside, selection.unit)


def _definition(measure: str, unit: str) -> Iterator[Part]:
    known = catalogue().definition(measure)
    own = next((one for one in measures() if one.key == measure), None)
    if known is not None and unit == known.unit:
        yield Part(known.definition)
    elif known is not None and own is None:
        # Right but for what it would be a rate of.
        yield Part(_RATE_OF.sub("", known.definition))
    elif own is not None:
        yield Part(own.definition)
    else:
        yield Part(
            "A measure of an imported file under the file's own name; the program has no "
            "definition of it."
        )


def _national(selection: Selection) -> Iterator[Part]:
    known = catalogue().definition(selection.measure)
    if known is not None and known.national:
        yield Part(f"In the reports: {known.national[:1].lower()}{known.national[1:]}")


def _report(found: Comparison, report: Report | None) -> Iterator[Part]:
    if not found.statement or report is None or found.measure is None:
        return
    measure = report.measures[found.measure]
    page = "the passage" if measure.page is None else f"page {measure.page}"
    yield Part(found.statement, link=f"block:{measure.block}", link_text=f"Go to {page}")


def _caveats(chart: Chart, report: Report | None) -> Iterator[Part]:
    for caveat in chart.caveats:
        is_here = report is not None and caveat.report in ("", report.id)
        link = link_of_caveat(report, caveat, chart.title) if report and is_here else ""
        page = f"p. {caveat.page}" if caveat.page is not None else ""
        yield Part(caveat.text, "caveat", link, page)


def _publications(datasets: tuple[Dataset, ...]) -> Iterator[str]:
    for one in datasets:
        yield ", ".join(filter(None, (one.publisher, one.title, one.release)))


def _their_notes(datasets: tuple[Dataset, ...]) -> Iterator[str]:
    notes = [note for one in datasets for note in one.notes]
    yield from notes[:_MOST_NOTES]
    if len(notes) > _MOST_NOTES:
        yield f"And {len(notes) - _MOST_NOTES} more in the publication itself."
