# SPDX-License-Identifier: MIT
"""Ranked forces shortened to both ends and the own force's neighbours, where all do not fit."""

from collections.abc import Iterator, Sequence

import msgspec

from peelviewer.charts.measured import place_name
from peelviewer.charts.values import Chart, Row
from peelviewer.charts.wording import listed

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
    ranked = [row for row in rows if row.rank]
    kept = [
        place < each or place >= len(ranked) - each or bool(row.standout)
        for place, row in enumerate(ranked)
    ]
    own = next((place for place, row in enumerate(ranked) if row.standout == "own"), None)
    if own is not None:
        beside = range(max(0, own - each), min(len(ranked), own + each + 1))
        kept = [one or place in beside for place, one in enumerate(kept)]
    if all(kept):
        return None
    apart = [row for row in rows if not row.rank and row.standout]
    note = _note(chart, each, kept.count(False), has_rank=own is not None)
    return msgspec.structs.replace(
        chart,
        title=f"{_what(chart, len(rows))}, {sum(kept)} forces, ranked among {chart.coverage}",
        rows=(
            *_with_gaps(ranked, kept),
            *apart,
            *(row for row in chart.rows if row.kind in ("national", "total")),
        ),
        notes=(note, *chart.notes),
        description=f"{note} {chart.description}",
    )


def _what(chart: Chart, shown: int) -> str:
    """Return a title without how many forces are in."""
    before, _, _ = chart.title.rpartition(chart.coverage)
    return before.removesuffix(f"{shown} forces, ranked among ").rstrip(" ,")


def _with_gaps(ranked: Sequence[Row], kept: Sequence[bool]) -> Iterator[Row]:
    gap = 0
    for row, is_kept in zip(ranked, kept, strict=True):
        if not is_kept:
            gap += 1
            continue
        if gap:
            yield Row(label=f"… {gap} more", kind="heading")
        gap = 0
        yield row


def _note(chart: Chart, each: int, count: int, *, has_rank: bool) -> str:
    own = f"{each} on each side of {place_name(chart.own or '')}" if has_rank else ""
    marked = "those highlighted" if any(row.standout == "chosen" for row in chart.rows) else ""
    which = listed([*filter(None, (f"the {each} at each end", own, marked))])
    verb = "is" if count == 1 else "are"
    return f"Shown of the ranked forces: {which}. {count} more {verb} not shown."
