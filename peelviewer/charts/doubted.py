# SPDX-License-Identifier: MIT
"""What the publisher's own notes doubt: a comparison over time, or of a force with the others.

Such a note becomes a caveat. Where it sets years apart, a line is broken there and no change is
reckoned across it; a force that it sets apart from the others has no rank.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from peelviewer.charts.measured import MeasureData, place_name
from peelviewer.charts.telling import lowered_sentence
from peelviewer.charts.values import Caveat
from peelviewer.charts.wording import ENGLAND_AND_WALES, listed
from peelviewer.model.measure import Period
from peelviewer.model.statistics import NATIONAL, Observation
from peelviewer.reference.forces import forces
from peelviewer.statistics.doubts import (
    comparable_from,
    of_others,
    of_survey,
    over_time,
    sentences_of,
)
from peelviewer.statistics.ranking import LeftOut
from peelviewer.statistics.vocabulary import measures

BROKEN = "not directly comparable with earlier values"
_FEW = 4


def survey_caveat(data: MeasureData) -> tuple[Caveat, ...]:
    """Return what has to be said of estimates from a sample, in the source's words where it has."""
    if not is_survey(data):
        return ()
    said = next((text for one in data.observations if (text := of_survey(one.note))), "")
    text = "Survey estimates: differences between forces, or over time, may be chance."
    return (Caveat(text=f"{text} {said}".strip()),)


def is_survey(data: MeasureData) -> bool:
    """Return whether the values are estimates from a sample, by their notes or their measure."""
    known = next((one for one in measures() if one.key == data.measure), None)
    return (known is not None and "survey" in known.definition.casefold()) or any(
        map(of_survey, {one.note for one in data.observations})
    )


def impossible_shares(data: MeasureData, observations: Iterable[Observation]) -> tuple[Caveat, ...]:
    """Return the caveat on forces whose part of a whole is below nothing or above all of it."""
    if data.unit != "percent":
        return ()
    areas = tuple(
        one.area.id for one in observations if one.value is not None and not 0 <= one.value <= 100
    )
    if not areas:
        return ()
    who = listed([place_name(area) for area in areas])
    text = f"{who}: no share can be below 0 or above 100 percent."
    more = "The source corrects earlier counts with numbers below zero, or is wrong."
    return (Caveat(text=f"{text} {more}", areas=areas),)


def not_with_others(
    observations: Iterable[Observation],
) -> tuple[tuple[Caveat, ...], tuple[LeftOut, ...]]:
    """Return the caveats on forces that are not comparable with others, and them, left out."""
    reasons = {
        one.area.id: text
        for one in observations
        if one.area.kind == "force" and (text := of_others(one.note)) and _is_on(one.area.id, text)
    }
    caveats = _caveats({force: (text,) for force, text in reasons.items()}, everyone=())
    left = tuple(LeftOut(force, text, shown=True) for force, text in reasons.items())
    return caveats, left


def doubts_over_time(
    data: MeasureData, periods: Sequence[Period], areas: Collection[str]
) -> tuple[Caveat, ...]:
    """Return what the notes on these values say against comparing them over time."""
    found: dict[str, dict[str, None]] = {}
    for period in periods:
        for area, one in data.at(period).items():
            if area in areas and (text := _doubt(area, one.note, periods)):
                found.setdefault(area, {})[text] = None
    return _caveats(found, everyone=areas)


def _doubt(area: str, note: str, periods: Sequence[Period]) -> str:
    """Return what a note says against comparing these periods: not what parts other years."""
    ends = [period.end for period in periods]
    return " ".join(
        one
        for one in sentences_of(over_time(note))
        if _is_on(area, one)
        and ((since := comparable_from(one)) is None or min(ends) < since <= max(ends))
    )


def _is_on(area: str, text: str) -> bool:
    """Return whether a doubt is on an area: one that names forces is on them, and on the nation."""
    named = {known.id for known in forces() if known.area in text}
    return not named or area in named or area == NATIONAL


def breaks_over_time(data: MeasureData, periods: Sequence[Period]) -> dict[str, Period]:
    """Return the period at which values begin to be of another kind, by the ids of the areas.

    That is the first of ``periods`` from which on a note says that values are not comparable with
    those before; an area with no value before it is not in the answer.
    """
    found: dict[str, Period] = {}
    begun: set[str] = set()
    for period in periods:
        for area, one in data.at(period).items():
            if one.value is None:
                continue
            since = comparable_from(one.note)
            if since is not None and since <= period.end and area in begun:
                found.setdefault(area, period)
            if since is None or period.end < since:
                begun.add(area)
    return found


def _caveats(
    found: Mapping[str, Iterable[str]], *, everyone: Collection[str]
) -> tuple[Caveat, ...]:
    """Return a caveat for each text, led by the names of the areas unless it is on all of them."""
    holders: dict[str, list[str]] = {}
    for area, texts in found.items():
        for text in texts:
            holders.setdefault(text, []).append(area)
    caveats = []
    for text, areas in holders.items():
        names = [ENGLAND_AND_WALES if area == NATIONAL else place_name(area) for area in areas]
        is_of_all = bool(everyone) and set(areas) >= set(everyone)
        is_led = not is_of_all and not all(name in text for name in names)
        who = listed(names) if len(names) <= _FEW else f"{len(names)} forces"
        caveats.append(
            Caveat(
                text=f"{who}: {lowered_sentence(text)}" if is_led else text,
                areas=() if is_of_all else tuple(areas),
            )
        )
    return tuple(caveats)
