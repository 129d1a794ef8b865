# SPDX-License-Identifier: MIT
"""Why there is no chart of a selection: forbidden, not held, or impossible."""

from collections.abc import Callable

import msgspec

from peelviewer.charts.permission import RefusedError
from peelviewer.charts.values import Chart
from peelviewer.comparing.measure_choices import label_in
from peelviewer.comparing.selection import Selection
from peelviewer.comparing.statements import sentence_of, statement_of
from peelviewer.errors import ChartError
from peelviewer.model.report import Report

HOW_TO_IMPORT = (
    "Import a publication that has it (File → Import statistics…): the police force area tables "
    "of the Office for National Statistics, the Home Office's outcomes or workforce tables, or a "
    "tidy CSV."
)


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no chart: ``reason``, the page of the report that says so, and what to do.

    ``kind`` is "forbidden" where the rules forbid the comparison, "missing" where there are no
    statistics, "impossible" where the choices do not go together. ``page`` is a page of the report
    with the id ``report``.
    """

    kind: str
    title: str
    reason: str
    page: int | None = None
    report: str = ""
    advice: str = ""


def made_or_refused(make: Callable[[], Chart]) -> tuple[Chart | None, Refusal | None]:
    """Return the chart that ``make`` returns, or why it cannot."""
    try:
        return make(), None
    except RefusedError as error:
        return None, _forbidden(error)
    except ChartError as error:
        return None, _impossible(str(error))


def nothing_held(selection: Selection, report: Report | None) -> Refusal:
    """Return that no statistics of the measure are there, what the report prints, what to do."""
    label = label_in(report, selection.measure) if report is not None else "This measure"
    said = ""
    if report is not None:
        measure = statement_of(report, selection.measure, selection.unit, None)
        said = sentence_of(report, measure, is_same_period=False) if measure is not None else ""
    return Refusal(
        kind="missing",
        title=f"No national statistics of this measure: {label}",
        reason=said.replace(", of another period: ", ", ") or "The library has none of it.",
        advice=HOW_TO_IMPORT,
    )


def _forbidden(error: RefusedError) -> Refusal:
    return Refusal(
        kind="forbidden",
        title="This comparison is not made",
        reason=error.reason_and_page,
        page=error.page,
        report=error.report,
        advice="Choose another measure, another period or another way to show it.",
    )


def _impossible(sentence: str) -> Refusal:
    return Refusal(kind="impossible", title="Nothing to show", reason=sentence)
