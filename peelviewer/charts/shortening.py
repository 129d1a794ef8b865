# SPDX-License-Identifier: MIT
"""Ranked forces shortened to both ends and the own force's neighbours, where all do not fit."""

from collections.abc import Iterator, Sequence

import msgspec

from peelviewer.charts.measured import place_name
from peelviewer.charts.telling import listed
from peelviewer.charts.values import Chart, Row

MOST, LEAST = 8, 2
"""How many forces are kept at each end, and on each side of the own one: at most and at least."""


def shorter(chart: Chart) -> Iterator[Chart]:
    """Yield ever shorter charts of the same ranked forces; none where nothing can be left out.

    Each says in its title, its notes and between its rows how many forces are not shown. The
    forces keep their ranks among all.
    """
    if chart.kind != "ranked" or chart.order != "value":
        return
    for each in range(MOST, LEAST - 1, -1):
        found = _shortened(chart, each)
        if found is not None:
            yield found


def _shortened(chart: Chart, each: int) -> Chart | None:
    rows = [row for row in chart.rows if row.kind == "values"]
    ranked = [place for place, row in enumerate(rows) if row.rank]
    kept = set(ranked[:each]) | set(ranked[-each:])
    for place in ranked:
        if rows[place].standout == "own":
            kept |= set(range(max(0, place - each), place + each + 1)) & set(ranked)
        elif rows[place].standout:
            kept.add(place)
    if len(kept) >= len(ranked):
        return None
    note = _note(chart, each, len(ranked) - len(kept))
    count = f"{len(kept)} forces, ranked among {chart.coverage}"
    whole = chart.title.removesuffix(" ranked").removesuffix(chart.coverage).rstrip(" ,")
    return msgspec.structs.replace(
        chart,
        title=f"{whole}, {count}",
        rows=(
            *_with_gaps(rows, sorted(kept)),
            *(row for row in chart.rows if row.kind in ("national", "total")),
        ),
        notes=(note, *chart.notes),
        description=f"{note} {chart.description}",
    )


def _with_gaps(rows: Sequence[Row], kept: Sequence[int]) -> Iterator[Row]:
    before = -1
    for place in kept:
        gap = place - before - 1
        if gap:
            yield Row(label=f"… {gap} more", kind="heading")
        yield rows[place]
        before = place


def _note(chart: Chart, each: int, count: int) -> str:
    own = f"{each} on each side of {place_name(chart.own)}" if chart.own is not None else ""
    marked = "those highlighted" if any(row.standout == "chosen" for row in chart.rows) else ""
    which = listed([*filter(None, (f"the {each} at each end", own, marked))])
    return f"Shown of the ranked forces: {which}. {count} more are not shown."
