# SPDX-License-Identifier: MIT
"""Two words that the PDF library takes as one, as the gap between them is narrower than a space.

So stand words at the end of one cell and at the start of the next.
"""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2.raw as pdfium

_TOUCHING = re.compile(r"(?<=[^\W\d_][a-z])(?=[A-Z][^\W\d_])")
_GAP = 0.1  # of a letter's height: how wide the gap is, at least


def joints(raw: pdfium.FPDF_TEXTPAGE, text: str) -> Iterator[int]:
    """Yield where in a page's ``text`` a second word begins without a space before it.

    A capital stands there after a small letter, and a gap that the letters around it do not have.
    """
    for match in _TOUCHING.finditer(text):
        before, here, after = (_gap(raw, match.start() + by) for by in (-1, 0, 1))
        if here >= _GAP and max(before, after) < here / 2:
            yield match.start()


def _gap(raw: pdfium.FPDF_TEXTPAGE, index: int) -> float:
    """Return how far a letter stands from the one before, in heights of that one."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetLooseCharBox(raw, index - 1, box)
    pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
    gap: float = x.value - box.right
    return gap / (box.top - box.bottom or 1.0)
