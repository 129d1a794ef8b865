# SPDX-License-Identifier: MIT
"""Labels of the numbers graphic that stand beside the names and values, on the same rows.

A label of several rows is then cut in pieces by what stands on its right. Where the names begin is
known by the values, which begin at the same places on a row below them.
"""

from collections.abc import Iterator, Sequence

from peelviewer.reading.graphic import VALUE, is_force, is_national
from peelviewer.reading.pdf.rows import Row, row
from peelviewer.reading.pdf.words import Word

_ALIGNED = 1.0  # points: how far apart names and values begin
_LINE = 1.6  # sizes from one row of a label to the next, at most
_REACH = 3  # rows from the names down to their values, at most
_SAME_SIZE = 0.6


def labels_first(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, those of a label before the names and the values that stand beside it."""
    index = 0
    while index < len(rows):
        found = _pair(rows, index)
        if found is None:
            yield rows[index]
            index += 1
            continue
        place, values = found
        end = _end(rows, values, place)
        yield from (row(left) for one in rows[index:end] if (left := _left(one, place)))
        yield row(_right(rows[index], place))
        yield row(_right(rows[values], place))
        index = end


def _pair(rows: Sequence[Row], index: int) -> tuple[float, int] | None:
    """Return where, right of a label, two names begin on a row, and the row of their values."""
    words = rows[index].words
    second = next((n for n in range(2, len(words)) if is_national(_text(words[n:]))), None)
    if second is None:
        return None
    for first in range(1, second):
        if not is_force(_text(words[first:second])):
            continue
        places = words[first].left, words[second].left
        for below in range(index + 1, min(index + 1 + _REACH, len(rows))):
            if not _is_near(rows[below - 1], rows[below]):
                break
            right = _right(rows[below], places[0])
            if _are_values(right, places):
                return places[0], below
            if right:
                break
    return None


def _are_values(words: Sequence[Word], places: Sequence[float]) -> bool:
    """Whether words are two values that begin at two places."""
    return len(words) == len(places) and all(
        VALUE.match(word.text) and abs(word.left - place) <= _ALIGNED
        for word, place in zip(words, places, strict=True)
    )


def _end(rows: Sequence[Row], values: int, place: float) -> int:
    """Return where the label ends that stands beside names and values, and below them."""
    end = values + 1
    while (
        end < len(rows)
        and rows[end].right < place
        and rows[end].bold == rows[end - 1].bold
        and _is_near(rows[end - 1], rows[end])
    ):
        end += 1
    return end


def _is_near(above: Row, below: Row) -> bool:
    near = above.baseline - below.baseline <= _LINE * above.size
    return near and abs(above.size - below.size) <= _SAME_SIZE


def _left(one: Row, place: float) -> list[Word]:
    return [word for word in one.words if word.left < place - _ALIGNED]


def _right(one: Row, place: float) -> list[Word]:
    return [word for word in one.words if word.left >= place - _ALIGNED]


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
