# SPDX-License-Identifier: MIT
"""What is said of all forces on one measure: headline, title, and notes."""

from collections.abc import Sequence

from peelviewer.charts import headlines, telling
from peelviewer.charts.doubted import is_survey
from peelviewer.charts.measured import MeasureData, place_name, value_at
from peelviewer.charts.permission import pages_note
from peelviewer.charts.positions import standing_words
from peelviewer.charts.values import Caveat, Row, Value
from peelviewer.charts.wording import ENGLAND_AND_WALES, running, within
from peelviewer.model.measure import Period
from peelviewer.reference.catalogue import catalogue
from peelviewer.statistics.ranking import Ranking
from peelviewer.statistics.significance import NOTE as SIGNIFICANT


def headline_of(
    data: MeasureData, period: Period, found: Ranking, national: Row | None, own: str | None
) -> str:
    """Return the finding: the force against England and Wales, else its place, else the ends."""
    observed = None if own is None else data.at(period).get(own)
    ours = None if own is None else value_at(data, observed)
    is_significant = observed is not None and SIGNIFICANT in observed.note
    definition = catalogue().definition(data.measure)
    subject = headlines.subject(data.label, data.unit, definition)
    named = headlines.measure_named(subject, data.unit)
    if not found.standings and (own is None or ours is None):
        return f"{named}: no force has a value that can be compared"
    if own is not None and any(one.force == own for one in found.left_out):
        return f"{named}: {running(place_name(own))} is left out, as not comparable"
    if own is not None and ours is not None and ours.value is None:
        return f"{named}: no value for {running(place_name(own))}"
    if is_survey(data) and any(one.force != own for one in found.standings):
        return _of_survey(subject, ours, national, own, is_significant=is_significant)
    if own is None or ours is None:
        return _ends(subject, found, is_change=data.is_change)
    place = place_name(own)
    standing = found.standing(own)
    if national is not None and not data.is_sum:
        return headlines.headline(
            subject,
            place,
            ours,
            national.values[0],
            unit=data.unit,
            polarity=definition.polarity if definition else "none",
        )
    if standing is None:
        return f"{subject} {within(place)}: {ours.printed}"
    where = standing_words(standing, found.n, is_change=data.is_change)
    return f"{subject} {within(place)}: {where}"


def _of_survey(
    subject: str,
    ours: Value | None,
    national: Row | None,
    own: str | None,
    *,
    is_significant: bool,
) -> str:
    """Return estimates side by side: which is higher may be chance.

    That it is not is said where the publisher marks the difference as significant.
    """
    values = [] if own is None or ours is None else [f"{place_name(own)} {ours.printed}"]
    values += [] if national is None else [f"{ENGLAND_AND_WALES} {national.values[0].printed}"]
    between = ", statistically different from " if is_significant else ", "
    return f"{subject}, survey estimates{': ' if values else ''}{between.join(values)}"


def _ends(subject: str, found: Ranking, *, is_change: bool) -> str:
    """Return in which forces it is highest and lowest; some are ranked."""
    high, low = found.standings[0].value, found.standings[-1].value
    if high == low and not is_change:
        return f"{subject} {headlines.be(subject)} the same in all {found.n} forces"
    highest = _where([one.force for one in found.standings if one.value == high])
    lowest = _where([one.force for one in found.standings if one.value == low])
    if is_change:
        return f"{subject} {_ends_of_changes(highest, high, lowest, low)}"
    return f"{subject} {headlines.be(subject)} highest {highest}, lowest {lowest}"


def _ends_of_changes(highest: str, high: float, lowest: str, low: float) -> str:
    """Return where a measure rose and fell most: "rose most in Essex, fell most in Kent"."""
    if high == low:
        way = "rose by" if high > 0 else "fell by" if high < 0 else "stayed"
        return f"{way} the same {highest}"
    top = f"rose most {highest}" if high > 0 else ""
    bottom = f"fell most {lowest}" if low < 0 else ""
    if not bottom:
        bottom = f"{'least' if low else 'stayed the same'} {lowest}"
    if not top:
        return f"{bottom}, {'least' if high else 'stayed the same'} {highest}"
    return f"{top}, {bottom}"


def _where(forces: Sequence[str]) -> str:
    return within(place_name(forces[0])) if len(forces) == 1 else f"in {len(forces)} forces"


def title_of(data: MeasureData, period: Period, found: Ranking, shown: int, everyone: int) -> str:
    """Return measure, unit, period and how many forces are in."""
    what = telling.what_words(data.label, data.unit)
    count = telling.coverage_words(found.n)
    present = data.at(period)
    with_value = {area for area, one in present.items() if one.value is not None}
    if any(one.shown and one.force in with_value for one in found.left_out):
        count += " ranked"
    if shown < everyone:
        count = telling.coverage_words(found.n)
        count = f"{shown} force{'s' if shown != 1 else ''}, ranked among {count}"
    return f"{what}, {telling.period_words(period)}, {count}"


def notes_of(
    data: MeasureData,
    period: Period,
    found: Ranking,
    rows: Sequence[Row],
    caveats: Sequence[Caveat],
) -> tuple[str, ...]:
    """Return who is left out and why, the national sum, and what the source notes on ``rows``."""
    present = data.at(period)
    reasons = {force: value_at(data, present.get(force)).missing or "" for force in found.missing}
    said = [present[row.area] for row in rows if row.area in present]
    total = tuple(
        f"{ENGLAND_AND_WALES} in total: {row.values[0].printed}."
        for row in rows
        if row.kind == "total"
    )
    return (
        *telling.left_out_notes(found, reasons),
        *total,
        *telling.source_notes(
            said, (period,), telling.told_areas(caveats, found.left_out), caveats
        ),
        *pages_note((*caveats, *found.left_out)),
    )
