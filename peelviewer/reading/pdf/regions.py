# SPDX-License-Identifier: MIT
"""Where a figure that is a picture stands on its page: between its caption and what follows."""

from peelviewer.model.report import Region
from peelviewer.reading.pdf.flow import Printed
from peelviewer.reading.pdf.words import Page

_LEAST = 40.0  # points: how high a picture is, at least
_BELOW = 0.4  # of the size: how far below its baseline a row reaches
_ABOVE = 1.0  # of the size: how far above
_DIGITS = 4
_MARGIN = 0.06  # of a page's height, above a picture that stands at its top


def region(caption: Printed, page: Page, following: Printed, its_page: Page) -> Region | None:
    """Return the free part of a page between a caption and the row that follows it.

    Where the next row is on the next page, or in the next column, the picture is above it or at
    the foot of the first.
    """
    if not caption.rows or not following.rows or page.turned or its_page.turned:
        return None
    below = caption.rows[-1].baseline - _BELOW * caption.rows[-1].size
    above = following.rows[0].baseline + _ABOVE * following.rows[0].size
    if its_page.number == page.number and above <= caption.rows[0].baseline:
        return _region(page, caption, below, above)
    foot = min((row.baseline for row in caption.rows), default=0.0)
    here = _region(page, caption, below, page.height * _MARGIN)
    there = _region(its_page, following, its_page.height * (1 - _MARGIN), above)
    if here and any(box[3] <= foot + 1 for box in page.pictures):
        return here
    return there


def _region(page: Page, caption: Printed, top: float, bottom: float) -> Region | None:
    """Return the part between two heights, as wide as the column or what is drawn in it.

    Where nothing is drawn there is no picture.
    """
    if top - bottom < _LEAST:
        return None
    drawn = (*page.pictures, *(shape.box for shape in page.shapes))
    inside = [box for box in drawn if bottom <= (box[1] + box[3]) / 2 <= top]
    if not inside or max(box[3] for box in inside) - min(box[1] for box in inside) < _LEAST:
        return None
    left, right = caption.column
    top = min(top, max(box[3] for box in inside))
    bottom = max(bottom, min(box[1] for box in inside))
    left = min(left, *(box[0] for box in inside))
    right = max(right, *(box[2] for box in inside))
    return Region(
        page=page.number,
        left=round(max(left / page.width, 0.0), _DIGITS),
        top=round(max(1 - top / page.height, 0.0), _DIGITS),
        right=round(min(right / page.width, 1.0), _DIGITS),
        bottom=round(min(1 - bottom / page.height, 1.0), _DIGITS),
    )
