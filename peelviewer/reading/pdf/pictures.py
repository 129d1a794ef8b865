# SPDX-License-Identifier: MIT
"""Pictures of pages and of parts of them, as the bytes of a PPM file.

Made behind the fence (``fence.outside.call``), where nothing but the PDF library is at hand: a PPM
is a line of text and the pixels, and needs no library to be written or read.
"""

from pathlib import Path

import pypdfium2

from peelviewer.errors import ReadingError
from peelviewer.reading.pdf.document import opened

MOST_PIXELS = 24_000_000
"""A page of 4,000 by 6,000 pixels; more is drawn smaller."""


def render_page(path: str, page: int, width: int) -> bytes:
    """Return a picture of a page (from 1), ``width`` pixels wide.

    Raises:
        ReadingError: the file cannot be opened, has no such page, or it cannot be drawn.
    """
    return render_region(path, page, 0.0, 0.0, 1.0, 1.0, width)


def render_region(
    path: str, page: int, left: float, top: float, right: float, bottom: float, width: int
) -> bytes:
    """Return a picture of a part of a page (from 1), ``width`` pixels wide.

    The part is given in fractions of the page's width and height, from its top left corner.

    Raises:
        ReadingError: the file cannot be opened, has no such page, or it cannot be drawn.
    """
    with opened(Path(path)) as document:
        if not 1 <= page <= len(document):
            raise ReadingError(f"{path} has no page {page}: it has {len(document)}.")
        try:
            return _drawn(document[page - 1], (left, top, right, bottom), width)
        except pypdfium2.PdfiumError as error:
            raise ReadingError(f"Page {page} of {path} cannot be drawn: it is damaged.") from error


def _drawn(page: pypdfium2.PdfPage, part: tuple[float, float, float, float], width: int) -> bytes:
    left, top, right, bottom = part
    page_width, page_height = page.get_size()
    wide, high = max((right - left) * page_width, 1.0), max((bottom - top) * page_height, 1.0)
    scale = min(max(width, 1) / wide, (MOST_PIXELS / (wide * high)) ** 0.5)
    bitmap = page.render(
        scale=scale,
        crop=(left * page_width, (1 - bottom) * page_height,
              (1 - right) * page_width, top * page_height),
        rev_byteorder=True,
    )  # fmt: skip
    pixels = bytes(bitmap.buffer)
    row = bitmap.width * bitmap.n_channels
    rows = (pixels[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    return b"P6 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)
