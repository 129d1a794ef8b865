# SPDX-License-Identifier: MIT
"""What is drawn on a page beside its words: horizontal and vertical lines, pictures."""

import ctypes
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""

_THIN = 2.5  # points: how thick a line is, at most
_LONG = 20.0  # points: how long a horizontal line is, at least
_TALL = 7.0  # points: how long a vertical line is, at least
_PAINTED = frozenset(
    (
        pdfium.FPDF_PAGEOBJ_PATH,
        pdfium.FPDF_PAGEOBJ_IMAGE,
        pdfium.FPDF_PAGEOBJ_SHADING,
        pdfium.FPDF_PAGEOBJ_FORM,
    )
)
_SEGMENTS = 60  # of a path that is looked at piece by piece, at most
_MOST = 4000  # objects of a page that are looked at: more are a drawing, not a table
_PICTURE = 30.0  # points: how wide and high a picture is, at least
_DOT = (1.0, 9.0)  # points: how wide and high a dot is
_ROUND = 1.5  # times its shorter side: how long its longer side is, at most


class Shape(NamedTuple):
    """What is painted and is no thin line; ``drawn``: a curve, a slope, a picture, no rectangle."""

    box: Box
    drawn: bool


class Dot(NamedTuple):
    """A small shape about as wide as high, as bullets are; its colour as red, green and blue."""

    box: Box
    colour: tuple[int, int, int]


class Drawings(NamedTuple):
    """A page's horizontal lines, vertical lines, pictures, all that is no thin line, and dots."""

    rules: tuple[Box, ...]
    uprights: tuple[Box, ...]
    pictures: tuple[Box, ...]
    shapes: tuple[Shape, ...]
    dots: tuple[Dot, ...]


def drawings(
    page: pypdfium2.PdfPage, turn: Callable[[float, float], tuple[float, float]]
) -> Drawings:
    """Return what is drawn on a page; places go through ``turn``."""
    rules: list[Box] = []
    uprights: list[Box] = []
    pictures: list[Box] = []
    shapes: list[Shape] = []
    dots: list[Dot] = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST)):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        shape = _shape(item, kind, turn)
        if shape is not None:
            shapes.append(shape)
        dot = _dot(item, kind, turn)
        if dot is not None:
            dots.append(dot)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            for box in _strokes(item):
                left, bottom, right, top = _turned(box, turn)
                if top - bottom <= _THIN and right - left >= _LONG:
                    rules.append((left, bottom, right, top))
                elif right - left <= _THIN and top - bottom >= _TALL:
                    uprights.append((left, bottom, right, top))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE and (found := bounds(item)):
            box = _turned(found, turn)
            if box[2] - box[0] >= _PICTURE and box[3] - box[1] >= _PICTURE:
                pictures.append(box)
    return Drawings(tuple(rules), tuple(uprights), tuple(pictures), tuple(shapes), tuple(dots))


def _shape(
    item: "pdfium.FPDF_PAGEOBJECT", kind: int, turn: Callable[[float, float], tuple[float, float]]
) -> Shape | None:
    """Return an object as a shape; ``None`` for text, thin lines and what is not painted."""
    if kind not in _PAINTED or (found := bounds(item)) is None:
        return None
    box = _turned(found, turn)
    if box[2] - box[0] <= _THIN or box[3] - box[1] <= _THIN:
        return None
    if kind != pdfium.FPDF_PAGEOBJ_PATH:
        return Shape(box, drawn=True)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not (fill.value or stroke.value):
        return None
    is_curve = _is_curve(item)
    return Shape(box, is_curve) if fill.value or is_curve else None


def _dot(
    item: "pdfium.FPDF_PAGEOBJECT", kind: int, turn: Callable[[float, float], tuple[float, float]]
) -> Dot | None:
    """Return an object as a dot; ``None`` for any other, and for what is not painted."""
    if kind not in _PAINTED or (found := bounds(item)) is None:
        return None
    box = _turned(found, turn)
    short, long = sorted((box[2] - box[0], box[3] - box[1]))
    if short < _DOT[0] or long > _DOT[1] or long > _ROUND * short:
        return None
    if kind != pdfium.FPDF_PAGEOBJ_PATH:
        return Dot(box, (0, 0, 0))
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not (fill.value or stroke.value):
        return None
    ask = pdfium.FPDFPageObj_GetFillColor if fill.value else pdfium.FPDFPageObj_GetStrokeColor
    red, green, blue, opaque = (ctypes.c_uint() for _ in range(4))
    ask(item, red, green, blue, opaque)
    return Dot(box, (red.value, green.value, blue.value))


def _is_curve(item: "pdfium.FPDF_PAGEOBJECT") -> bool:
    """Whether a path has a curve or a sloping line among its first pieces."""
    x, y = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(item), _SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return True
        if kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            across, up = abs(point[0] - last[0]), abs(point[1] - last[1])
            if min(across, up) > 1:
                return True
        last = point
    return False


def _turned(box: Box, turn: Callable[[float, float], tuple[float, float]]) -> Box:
    (x1, y1), (x2, y2) = turn(box[0], box[1]), turn(box[2], box[3])
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def bounds(item: "pdfium.FPDF_PAGEOBJECT") -> Box | None:
    """Return where an object of a page stands; ``None`` for one without a place."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value


def _strokes(item: "pdfium.FPDF_PAGEOBJECT") -> Iterator[Box]:
    """Yield a path's bounds if it is one thin line, else those of its straight pieces."""
    box = bounds(item)
    if box is None:
        return
    if box[2] - box[0] <= _THIN or box[3] - box[1] <= _THIN:
        yield box
        return
    count = pdfium.FPDFPath_CountSegments(item)
    if count > _SEGMENTS or not _is_stroked(item):
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield _between(last, point)
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            yield _between(point, start)
        last = point


def _is_stroked(item: "pdfium.FPDF_PAGEOBJECT") -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    return bool(stroke.value)


def _between(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[0], other[0]),
        max(one[1], other[1]),
    )
