# SPDX-License-Identifier: MIT
"""Where the values of measures stand in the text: the words that carry a mark."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from peelviewer.model.measure import Measure
from peelviewer.model.report import Report
from peelviewer.ui.read.links import Link, LinkKind
from peelviewer.ui.read.references import Stretch

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# Numbers that are no values: of dates, years, periods, denominators and references.
NO_VALUE = (
    rf"\b\d{{1,2}}\s+(?:{_MONTHS})\b(?:\s+\d{{4}})?|\b(?:{_MONTHS})\s+(?:\d{{1,2}},?\s+)?\d{{4}}\b"
    r"|\b(?:19|20)\d{2}\s?[/–-]\s?(?:\d{4}|\d{2})\b|\b\d+\s+(?:years?|months?|weeks?|days?)\b"
    r"|\bper\s+[\d,]+|\b(?:[Ff]igures?|[Pp]ages?|[Tt]ables?|[Cc]hapters?)\s+\d+"
)
_SIGNS = "*†‡"  # a footnote's sign after a value
_AREA = "england and wales"
_ANY = Link(LinkKind.MEASURE, "")


def value_stretches(
    report: Report, sections: Collection[str] | None = None
) -> dict[str, tuple[Stretch, ...]]:
    """Return the stretches to mark, by block; each leads to the index of its measure.

    ``sections`` are the ids of those that are wanted, all where it is ``None``.

    In a table a value is its column's cell. In other text it is looked for as it is printed,
    first inside the measure's own passage, and never inside a date or a period. No stretch is
    given to two measures; a value that is not found carries no mark.
    """
    found: dict[str, list[Stretch]] = defaultdict(list)
    for index, measure in enumerate(report.measures):
        if sections is not None and measure.section not in sections:
            continue
        block = report.blocks_by_id.get(measure.block)
        if block is None:
            continue
        taken = found[block.id]
        places = _in_table if "\t" in block.text else _in_words
        for place in places(block.text, measure, taken):
            taken.append(Stretch(*place, Link(LinkKind.MEASURE, str(index))))
    return {block: tuple(stretches) for block, stretches in found.items() if stretches}


def _printed(measure: Measure) -> Iterator[str]:
    for printed in (measure.as_printed.force, measure.as_printed.national):
        if printed and any(map(str.isdigit, printed)):
            yield printed


def _wordings(printed: str) -> tuple[str, ...]:
    """Return a value as it is printed, then without its unit: a column's head may hold that."""
    number = printed.rstrip("% ").removesuffix(" percent")
    return (printed, number) if number != printed else (printed,)


# --- in tables


def _in_table(text: str, measure: Measure, taken: list[Stretch]) -> Iterator[tuple[int, int]]:
    """Yield the cells of the measure's row that hold its values, the force's before the other."""
    start = text.find(measure.passage) if measure.passage else -1
    whole, row = (0, len(text)), (start, start + len(measure.passage))
    header = text.split("\n", 1)[0].casefold().split("\t")
    used = list(taken)
    for is_national, printed in enumerate((measure.as_printed.force, measure.as_printed.national)):
        if not printed or not any(map(str.isdigit, printed)):
            continue
        for low, high in (row, whole) if start >= 0 else (whole,):
            cells = [
                (bool(is_national) == (_AREA in _head(header, column)), at, end)
                for column, at, end in _cells(text, low, high)
                if text[at:end].rstrip(_SIGNS).rstrip() in _wordings(printed)
                and not _is_taken(at, end, used)
            ]
            if cells:
                _, at, end = max(cells, key=lambda cell: cell[0])  # first in a fitting column
                used.append(Stretch(at, end, _ANY))
                yield at, end
                break


def _head(header: list[str], column: int) -> str:
    return header[column] if column < len(header) else ""


def _cells(text: str, low: int, high: int) -> Iterator[tuple[int, int, int]]:
    """Yield column, start and end of the cells from ``low`` to ``high``, bar those of labels."""
    offset = 0
    for line in text.split("\n"):
        at = offset
        for column, cell in enumerate(line.split("\t")):
            words = cell.strip()
            start = at + cell.find(words)
            if column and words and low <= start and start + len(words) <= high:
                yield column, start, start + len(words)
            at += len(cell) + 1
        offset += len(line) + 1


# --- in other text


def _in_words(text: str, measure: Measure, taken: list[Stretch]) -> Iterator[tuple[int, int]]:
    used = list(taken)
    for printed in _printed(measure):
        place = _place(text, printed, measure.passage, used)
        if place is not None:
            used.append(Stretch(*place, _ANY))
            yield place


def _place(text: str, printed: str, passage: str, taken: list[Stretch]) -> tuple[int, int] | None:
    """Return where ``printed`` stands: in the passage, else anywhere; whole, else its number."""
    start = text.find(passage) if passage else -1
    ranges = [(0, len(text))]
    if start >= 0:
        ranges.insert(0, (start, start + len(passage)))
    others = [found.span() for found in re.finditer(NO_VALUE, text)]
    for wording in _wordings(printed):
        for low, high in ranges:
            at = text.find(wording, low, high)
            while at >= 0:
                end = at + len(wording)
                is_other = wording[-1:].isdigit() and any(a <= at < b for a, b in others)
                if _stands_alone(text, at, end) and not is_other and not _is_taken(at, end, taken):
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
