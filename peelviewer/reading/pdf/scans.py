# SPDX-License-Identifier: MIT
"""Pages of a report that are only pictures, as scanned ones are: whatever they say is not read."""

from collections.abc import Sequence

from peelviewer.reading.captions import ROW_CAPTION
from peelviewer.reading.pdf.layout import Sheet

_COVER = 1
_FEWEST_LETTERS = 30  # on a page with text
_COVERED = 0.5  # of a page: how much of a page without text is pictures, at least
_CAPTION = 3  # rows of a caption, at most
_OUTLINES = 200  # curves, at least, where a page's letters are drawn and no text


def scans(sheets: Sequence[Sheet]) -> tuple[int, ...]:
    """Return the numbers of the pages that have pictures and no text, the cover's aside.

    A picture below a caption that ends the page before is a figure.
    """
    found: list[int] = []
    is_captioned = False
    for sheet in sheets:
        page = sheet.page
        text = [row.text for run in (*sheet.text, sheet.notes) for row in run]
        if sum(map(str.isalpha, "".join(text))) < _FEWEST_LETTERS:
            area = sum((box[2] - box[0]) * (box[3] - box[1]) for box in page.pictures)
            is_picture = area >= _COVERED * page.width * page.height
            is_drawn = sum(shape.drawn for shape in page.shapes) >= _OUTLINES
            if page.number > _COVER and not is_captioned and (is_picture or is_drawn):
                found.append(page.number)
        rows = sheet.text[-1] if sheet.text else ()
        is_captioned = any(ROW_CAPTION.match(row.text) for row in rows[-_CAPTION:])
    return tuple(found)
