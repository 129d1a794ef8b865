# SPDX-License-Identifier: MIT
"""Charts that are drawn: the part of a page that is theirs, and the words that stand in it.

The names and numbers along a chart's axes and on its bars are no text and no table: they belong
to the picture. A chart stands between its caption and its source, and more than lines and the
grounds of cells is drawn in it. Its caption may be the last text of the page or column before.

What may be text stays text: sentences, items of lists, headings, grades, what stands in a box of
its own, and what stands farther from the drawing, or is larger, than its labels are.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from peelviewer.reading.actions import heads_box
from peelviewer.reading.captions import ROW_APPARATUS, ROW_CAPTION
from peelviewer.reading.grades import grade
from peelviewer.reading.lines import begins_lower
from peelviewer.reading.pdf.drawings import Box, Shape
from peelviewer.reading.pdf.rows import Row
from peelviewer.reading.pdf.signs import BULLET, NUMBERED
from peelviewer.reading.pdf.words import Page

_LEAST = 40.0  # points: how high and wide a chart is, at least
_FEWEST = 3  # shapes without words (bars, parts of a legend) that make a chart
_IN_CELLS = 0.6  # of the words within shapes: from there on these are the grounds of cells
_GROUND = 0.8  # of a chart's shapes that its ground holds
_PAGE = 0.7  # of the page: a larger shape is its ground
_WHITE = 60.0  # points from one part of a drawing to the next, at most
_LABELS = 30.0  # points from a drawing to its first row of labels below, at most
_STEP = 2.2  # sizes from one row of labels to the next, at most
_SIDE = 60.0  # points to either side of a drawing, where labels may stand
_LINE = 1.5  # sizes from one row of a caption to the next, at most
_PROSE = 8  # words without a wide space between them that are a sentence's
_SMALL_PROSE = 12  # the same where they are smaller than text
_SENTENCE = 3  # words that are a sentence if they end as one does
_SIGN = 9.0  # points: how wide and high a bullet or a legend's sign is, at most
_LARGER = 1.06  # of the text's size, or of the labels': how large a label is, at most
_SMALLER = 0.95  # of the text's size: up to there a row is smaller than text


class Chart(msgspec.Struct, frozen=True):
    """A chart's place on its page, and the indexes of the rows that stand in it."""

    box: Box
    rows: tuple[int, ...]


def charts(rows: Sequence[Row], page: Page, size: float, top: float | None = None) -> list[Chart]:
    """Return the charts below the captions among ``rows``, which are a page's from the top.

    ``size`` is that of the report's text. ``top``: a caption ends the text before them, so that a
    chart may begin at this height.
    """
    captions = [index for index, row in enumerate(rows) if ROW_CAPTION.match(row.text)]
    found = [_below(rows, index, page, size) for index in captions]
    if top is not None:
        found.insert(0, _on_top(rows, page, size, top))
    return [chart for chart in found if chart is not None]


def ends_in_caption(rows: Sequence[Row], found: Sequence[Chart], size: float) -> bool:
    """Whether the last text among ``rows`` is a caption, and its chart is not among the ``found``.

    ``size`` is that of the footnotes, which may stand below it.
    """
    at = next((n for n in reversed(range(len(rows))) if ROW_CAPTION.match(rows[n].text)), None)
    if at is None:
        return False
    end = at + 1
    while end < len(rows) and _is_title(rows[end - 1], rows[end]):
        end += 1
    caption = rows[at].baseline
    return all(row.size <= size for row in rows[end:]) and not any(
        chart.box[3] <= caption for chart in found
    )


def _is_title(above: Row, row: Row) -> bool:
    """Whether a row is the next one of a caption."""
    return (row.size, row.bold) == (
        above.size,
        above.bold,
    ) and above.baseline - row.baseline <= _LINE * row.size


def _below(rows: Sequence[Row], caption: int, page: Page, size: float) -> Chart | None:
    """Return the chart between a caption and what ends it."""
    end = _end(rows, caption + 1)
    has_source = end < len(rows) and not ROW_CAPTION.match(rows[end].text)
    shapes = _shapes(rows, end, page, rows[caption].baseline)
    return _drawn(rows, range(caption + 1, end), shapes, page, size, has_source=has_source)


def _on_top(rows: Sequence[Row], page: Page, size: float, top: float) -> Chart | None:
    """Return the chart that stands above the first source, with nothing but its own words."""
    end = _end(rows, 0)
    if end == len(rows) or ROW_CAPTION.match(rows[end].text):
        return None
    found = _drawn(rows, range(end), _shapes(rows, end, page, top), page, size, has_source=True)
    return found if found is not None and len(found.rows) == end else None


def _drawn(
    rows: Sequence[Row],
    among: range,
    shapes: Sequence[Shape],
    page: Page,
    size: float,
    *,
    has_source: bool,
) -> Chart | None:
    """Return the chart that ``shapes`` make, with those of the rows ``among`` that are its own."""
    texts = _texts(rows, among, size)
    box = _core(rows, among, texts, shapes)
    if box is None:
        return None
    own = [s for s in shapes if _overlap(s.box, box) and not _holds_any(s.box, rows, texts)]
    box = _around([box, *(shape.box for shape in own)])
    within = [
        index
        for index in among
        if box[1] - 1 <= rows[index].baseline <= box[3] + rows[index].size and index not in texts
    ]
    if not _is_chart(own, box, [rows[index] for index in within]):
        return None
    below = [index for index in among if rows[index].baseline < box[1] - 1]
    look = _Labels(
        size=max((rows[index].size for index in within), default=size),
        bold=any(rows[index].bold for index in within),
        text=size,
    )
    frame = _chart(rows, within, box).box
    labels = [index for index in below if index not in texts and look.has(rows[index], frame)]
    if not within and all(shape.box in page.pictures for shape in own):
        labels = []
    elif not has_source or labels != below:
        labels = list(_near(rows, below, labels, box))
    return _chart(rows, [*within, *labels], box)


def _core(
    rows: Sequence[Row], among: range, texts: frozenset[int], shapes: Sequence[Shape]
) -> Box | None:
    """Return where the marks of the uppermost drawing are: what is drawn and has no words in it.

    Text that none of them stands beside ends it, and so does white.
    """
    marks = [
        shape.box
        for shape in shapes
        if not _holds_any(shape.box, rows, texts if shape.drawn else among)
        and not _is_sign(shape.box, rows, among)
    ]
    if not marks:
        return None
    marks.sort(key=lambda box: -box[3])
    ends = [
        rows[index].baseline
        for index in texts
        if rows[index].baseline < marks[0][3]
        and not any(box[1] < _height(rows[index]) < box[3] for box in marks)
    ]
    core, bottom = [marks[0]], marks[0][1]
    for box in marks[1:]:
        if bottom - box[3] > _WHITE or any(box[3] <= end < bottom for end in ends):
            break
        core.append(box)
        bottom = min(bottom, box[1])
    return _around(core)


def _texts(rows: Sequence[Row], among: range, size: float) -> frozenset[int]:
    """Return the rows that are text, with the other rows of the paragraphs that these are in."""
    found = {index for index in among if _is_text(rows[index], size)}
    for step in (1, -1):
        for index in among[::step]:
            other = index + step
            if index in found and other in among and _is_paragraph(rows, *sorted((index, other))):
                found.add(other)
    return frozenset(found)


def _is_paragraph(rows: Sequence[Row], above: int, below: int) -> bool:
    is_aligned = abs(rows[above].left - rows[below].left) <= 1
    return is_aligned and _is_title(rows[above], rows[below])


def _is_text(row: Row, size: float) -> bool:
    """Whether a row is no label of a chart, wherever it stands."""
    item = BULLET.match(row.text)
    if (item and row.text[item.end() :]) or NUMBERED.match(row.text) or heads_box(row.text):
        return True
    least = _PROSE if row.size >= _SMALLER * size else _SMALL_PROSE
    for cell in row.cells:
        words = cell.text.split()
        lower = sum(map(begins_lower, words))
        is_sentence = len(words) >= _SENTENCE and lower and cell.text[-1] in ".?!;:"
        if is_sentence or (len(words) >= least and 2 * lower >= len(words)):
            return True
    return False


class _Labels(msgspec.Struct, frozen=True):
    """What the labels of a drawing look like: the largest size, and whether any is bold.

    ``text`` is the size of the report's text.
    """

    size: float
    bold: bool
    text: float

    def has(self, row: Row, box: Box) -> bool:
        """Whether a row below the drawing and its labels in ``box`` can be one of them."""
        is_grade = row.size >= _SMALLER * self.text and grade(row.text) is not None
        return (
            row.size <= _LARGER * self.size
            and (self.bold or not row.bold)
            and box[0] - _SIDE <= row.left
            and row.right <= box[2] + _SIDE
            and not is_grade
        )


def _near(
    rows: Sequence[Row], below: Sequence[int], labels: Sequence[int], box: Box
) -> Iterator[int]:
    """Yield the labels that stand right below a drawing, up to the first row that is none."""
    height, most = box[1], _LABELS
    for index in below:
        row = rows[index]
        if index not in labels or height - row.baseline > most:
            return
        yield index
        height, most = row.baseline, _STEP * row.size


def _end(rows: Sequence[Row], start: int) -> int:
    """Return where the next source or caption is."""
    return next(
        (
            index
            for index in range(start, len(rows))
            if ROW_APPARATUS.match(rows[index].text) or ROW_CAPTION.match(rows[index].text)
        ),
        len(rows),
    )


def _shapes(rows: Sequence[Row], end: int, page: Page, top: float) -> list[Shape]:
    """Return what is drawn from a height down to the row at ``end``."""
    bottom = rows[end].baseline + rows[end].size if end < len(rows) else 0.0
    return [
        shape
        for shape in page.shapes
        if bottom <= _middle(shape.box) <= top and not _is_ground_of(shape.box, page)
    ]


def _chart(rows: Sequence[Row], inside: Sequence[int], box: Box) -> Chart:
    drawn = [(rows[i].left, rows[i].baseline, rows[i].right, rows[i].baseline) for i in inside]
    return Chart(_around([box, *drawn]), tuple(inside))


def _is_chart(shapes: Sequence[Shape], box: Box, rows: Sequence[Row]) -> bool:
    """Whether more is drawn than the grounds of a table's cells."""
    if box[2] - box[0] < _LEAST or box[3] - box[1] < _LEAST:
        return False
    words = [
        ((word.left + word.right) / 2, word.baseline + word.style.size * 0.3)
        for row in rows
        for word in row.words
    ]
    grounds = [s for s in shapes if _is_ground(s.box, shapes)]
    marks = [s for s in shapes if s not in grounds]
    empty = [s for s in marks if not any(_holds(s.box, place) for place in words)]
    held = sum(any(_holds(shape.box, place) for shape in marks) for place in words)
    if words and held >= _IN_CELLS * len(words):
        return False
    return len(empty) >= _FEWEST or any(shape.drawn for shape in empty)


def _is_ground(box: Box, shapes: Sequence[Shape]) -> bool:
    """Whether nearly all other shapes stand upon one."""
    others = [shape.box for shape in shapes if shape.box != box]
    held = sum(_holds(box, ((b[0] + b[2]) / 2, _middle(b))) for b in others)
    return len(others) > 1 and held >= _GROUND * len(others)


def _is_ground_of(box: Box, page: Page) -> bool:
    return (box[2] - box[0]) * (box[3] - box[1]) > _PAGE * page.width * page.height


def _is_sign(box: Box, rows: Sequence[Row], among: range) -> bool:
    """Whether something drawn is the bullet of an item, or the sign of a name in a legend."""
    if max(box[2] - box[0], box[3] - box[1]) > _SIGN:
        return False
    return any(
        abs(_height(rows[index]) - _middle(box)) <= _SIGN
        and any(0 <= word.left - box[2] <= 2 * _SIGN for word in rows[index].words)
        for index in among
    )


def _overlap(box: Box, other: Box) -> bool:
    return other[1] <= _middle(box) <= other[3] or box[1] <= _middle(other) <= box[3]


def _holds_any(box: Box, rows: Sequence[Row], among: Iterable[int]) -> bool:
    """Whether a word of the rows ``among`` stands in a box."""
    return any(
        box[0] <= (word.left + word.right) / 2 <= box[2]
        for index in among
        if box[1] <= _height(rows[index]) <= box[3]
        for word in rows[index].words
    )


def _height(row: Row) -> float:
    """Return the height of the middle of a row's letters."""
    return row.baseline + 0.3 * row.size


def _holds(box: Box, place: tuple[float, float]) -> bool:
    return box[0] <= place[0] <= box[2] and box[1] <= place[1] <= box[3]


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
