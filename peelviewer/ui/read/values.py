# SPDX-License-Identifier: MIT
"""Where the values of measures stand in the text: the words that carry a mark."""

import re
from collections import defaultdict

from peelviewer.model.measure import Measure
from peelviewer.model.report import Report
from peelviewer.ui.read.links import Link, LinkKind
from peelviewer.ui.read.references import Stretch

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[+\-−–]?\d[\d,]*(?:\.\d+)?")


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
            if printed and _DIGIT.search(printed):
                place = _place(block.text, printed, measure, taken)
                if place is not None:
                    taken.append(Stretch(*place, Link(LinkKind.MEASURE, str(index))))
    return {block: tuple(stretches) for block, stretches in found.items() if stretches}


def _place(
    text: str, printed: str, measure: Measure, taken: list[Stretch]
) -> tuple[int, int] | None:
    """Return where ``printed`` stands: in the passage, else anywhere; whole, else its number."""
    number = _NUMBER.search(printed)
    wordings = [printed, *([number[0]] if number else [])]
    start = text.find(measure.passage) if measure.passage else -1
    ranges = [(0, len(text))]
    if start >= 0:
        ranges.insert(0, (start, start + len(measure.passage)))
    for wording in wordings:
        pattern = re.compile(rf"(?<![\d.,]){re.escape(wording)}(?![.,]?\d)")
        for low, high in ranges:
            for match in pattern.finditer(text, low, high):
                if all(match.end() <= s.start or match.start() >= s.end for s in taken):
                    return match.start(), match.end()
    return None
