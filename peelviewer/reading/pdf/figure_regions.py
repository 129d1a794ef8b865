# SPDX-License-Identifier: MIT
"""Where on its page a figure is that is only a picture: between its caption and its source."""

import json
from pathlib import Path
from typing import TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

from peelviewer.reading.pdf.document import opened
from peelviewer.reading.pdf.drawings import bounds
from peelviewer.reading.pdf.places import stretch

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom, in fractions of the page from its top left corner."""

_DRAWN = frozenset(
    (
        pdfium.FPDF_PAGEOBJ_IMAGE,
        pdfium.FPDF_PAGEOBJ_PATH,
        pdfium.FPDF_PAGEOBJ_SHADING,
        pdfium.FPDF_PAGEOBJ_FORM,
    )
)
_MOST = 20_000  # objects of a page that are looked at
_LEAST = 0.05  # of the page's height: less between caption and source is no picture
_HEAD, _FOOT = 0.06, 0.94  # where running lines stand
_AROUND = 0.008


def find_regions(path: str, wanted: str) -> bytes:
    """Return the page and the box of each figure's picture, as JSON: ``{number: [page, box]}``.

    ``wanted`` is JSON: a list of number, page of the caption, caption and source. The picture
    stands below the caption, or at the top of the next page; a figure without one is left out.

    Raises:
        ReadingError: the file cannot be opened.
    """
    found: dict[str, tuple[int, Box]] = {}
    with opened(Path(path)) as document:
        for number, page, caption, source in json.loads(wanted):
            for place in (page, page + 1):
                if not 1 <= place <= len(document):
                    continue
                box = _region(document[place - 1], caption if place == page else "", source)
                if box is not None:
                    found[str(number)] = place, box
                    break
    return json.dumps(found).encode()


def _region(page: pypdfium2.PdfPage, caption: str, source: str) -> Box | None:
    """Return the box of what is drawn between caption and source; no caption: the page's top."""
    text = page.get_textpage()
    printed = text.get_text_range()
    above = _lines(page, text, stretch(printed, caption)) if caption else (0.0, _HEAD)
    if above is None:
        return None
    first = above[1]
    below = _source_below(page, text, printed, source, first)
    if below is None and not caption:
        return None  # on the next page only the source says that it is this figure
    last = _FOOT if below is None else below
    if last - first < _LEAST:
        return None
    drawn = [box for box in _drawn(page) if first <= (box[1] + box[3]) / 2 <= last]
    if not drawn or max(box[3] for box in drawn) - min(box[1] for box in drawn) < _LEAST:
        return None
    inside = drawn + [box for box in _words(page, text) if first <= box[1] and box[3] <= last]
    return (
        max(min(box[0] for box in inside) - _AROUND, 0.0),
        max(min(box[1] for box in inside) - _AROUND, first),
        min(max(box[2] for box in inside) + _AROUND, 1.0),
        min(max(box[3] for box in inside) + _AROUND, last),
    )


def _source_below(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, printed: str, source: str, first: float
) -> float | None:
    """Return where the source begins below ``first``: figures of one page may share its words."""
    at = 0
    while source and (found := stretch(printed[at:], source)):
        place = found[0] + at, found[1] + at
        lines = _lines(page, text, place)
        if lines is not None and lines[0] > first:
            return lines[0]
        at = place[1]
    return None


def _lines(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, place: tuple[int, int] | None
) -> tuple[float, float] | None:
    """Return top and bottom of a stretch of the text."""
    if place is None:
        return None
    count = text.count_rects(place[0], place[1] - place[0])
    boxes = [_turned(page, text.get_rect(number)) for number in range(count)]
    return (min(box[1] for box in boxes), max(box[3] for box in boxes)) if boxes else None


def _words(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> list[Box]:
    count = text.count_rects(0, -1)
    return [_turned(page, text.get_rect(number)) for number in range(min(count, _MOST))]


def _drawn(page: pypdfium2.PdfPage) -> list[Box]:
    found = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST)):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(item) in _DRAWN and (box := bounds(item)):
            turned = _turned(page, box)
            if turned[3] - turned[1] < _FOOT - _HEAD:  # the page's own ground is no picture
                found.append(turned)
    return found


def _turned(page: pypdfium2.PdfPage, box: tuple[float, float, float, float]) -> Box:
    left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    return (
        (box[0] - left) / width,
        (top - box[3]) / height,
        (box[2] - left) / width,
        (top - box[1]) / height,
    )
