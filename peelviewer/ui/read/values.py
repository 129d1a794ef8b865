# SPDX-License-Identifier: MIT
"""Where the values of measures stand in the text: the words that carry a mark."""

from collections import defaultdict

from peelviewer.model.measure import Measure
from peelviewer.model.report import Report
from peelviewer.ui.read.links import Link, LinkKind
from peelviewer.ui.read.references import Stretch


def value_stretches(report: Report) -> dict[str, tuple[Stretch, ...]]:
    """Return the stretches to mark, by block; each leads to the index of its measure.

    A value is looked for as it is printed, first inside the measure's own passage. No stretch is
    given to two measures; a value that is not found carries no mark.
    """
    found: dict[str, list[Stretch]] = defaultdict(list)
    for index, measure in enumerate(report.measures):
        block = report.blocks_by_id.get(measure.block)
        if block is None:
            continue
        taken = found[block.id]
        for printed in (measure.as_printed.force, measure.as_printed.national):
            if printed and any(map(str.isdigit, printed)):
                place = _place(block.text, printed, measure, taken)
                if place is not None:
                    taken.append(Stretch(*place, Link(LinkKind.MEASURE, str(index))))
    return {block: tuple(stretches) for block, stretches in found.items() if stretches}


def _place(
    text: str, printed: str, measure: Measure, taken: list[Stretch]
) -> tuple[int, int] | None:
    """Return where ``printed`` stands: in the passage, else anywhere; whole, else its number."""
    number = printed.rstrip("% ").removesuffix(" percent")
    wordings = (printed, number) if number != printed else (printed,)
    start = text.find(measure.passage) if measure.passage else -1
    ranges = [(0, len(text))]
    if start >= 0:
        ranges.insert(0, (start, start + len(measure.passage)))
    for wording in wordings:
        for low, high in ranges:
            at = text.find(wording, low, high)
            while at >= 0:
                end = at + len(wording)
                if _stands_alone(text, at, end) and not _is_taken(at, end, taken):
                    return at, end
                at = text.find(wording, at + 1, high)
    return None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether a number is no part of a longer one: 9.1 is not in 19.1, 9.15 or 9,100."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 2]
    if before and (before.isdigit() or before in ".,"):
        return False
    return not (after[:1].isdigit() or (after[:1] in (".", ",") and after[1:].isdigit()))


def _is_taken(start: int, end: int, taken: list[Stretch]) -> bool:
    return any(start < stretch.end and end > stretch.start for stretch in taken)
