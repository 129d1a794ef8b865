# SPDX-License-Identifier: MIT
"""What the open report itself prints of the measure that is compared."""

from peelviewer.charts.caveats import contradiction_notes
from peelviewer.charts.rebuilt import references_of, report_values
from peelviewer.charts.values import FORCE
from peelviewer.charts.wording import ENGLAND_AND_WALES, period_words, place_of
from peelviewer.model.measure import Measure, Period
from peelviewer.model.report import Report


def statement_of(report: Report, key: str, unit: str, period: Period | None) -> Measure | None:
    """Return the report's own values of a measure: of the period, else the latest of any."""
    if period is not None and (same := report_values(report, key, unit, period)) is not None:
        return same
    found = [m for m in report.measures if (m.key, m.unit) == (key, unit) and m.force is not None]
    return max(found, key=lambda one: (one.period.end, one.national is not None), default=None)


def sentence_of(report: Report, measure: Measure, *, is_same_period: bool) -> str:
    """Return the report's values as a sentence, with the page and, if it differs, the period.

    What it prints otherwise elsewhere for the same period follows in sentences of its own.
    """
    places = (place_of(report), ENGLAND_AND_WALES)
    values = " and ".join(
        f"{one.printed} ({places[0 if one.series == FORCE else 1]})"
        for one in references_of(measure)
    )
    page = "" if measure.page is None else f" on page\N{NO-BREAK SPACE}{measure.page}"
    when = "" if is_same_period else f", of another period: {period_words(measure.period)}"
    if not values:
        return ""
    elsewhere = contradiction_notes((measure,), report)
    return " ".join((f"The report prints {values}{page}{when}.", *elsewhere))
