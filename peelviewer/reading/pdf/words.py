# SPDX-License-Identifier: MIT
"""A page's words with their place, true size and style, as they stand when the page is upright.

All places are in points from the bottom left corner of the page as it is shown. A page that is
turned, or on which most of the text runs sideways, is set upright first.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, pairwise
from math import atan2, degrees
from typing import NamedTuple, TypeAlias

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

from peelviewer.reading.lines import SOFT_HYPHEN
from peelviewer.reading.pdf.drawings import Box, Dot, Shape, drawings
from peelviewer.reading.pdf.joints import joints

Turn: TypeAlias = Callable[[float, float], tuple[float, float]]

# A hyphen at a line's end is given as one of these, with no space before the next line's word.
_LINE_HYPHENS = "\ufffe\x02"
_WORD = re.compile(rf"[^\s{_LINE_HYPHENS}]+[{_LINE_HYPHENS}]?")
# It stands on a line of its own where it is set at another height than its word.
_HYPHEN_BELOW = re.compile(rf"\r\n[{_LINE_HYPHENS}]")
_BOLD = re.compile(r"bold|black|heavy|semib|demi|medi\b|cmbx|sfbx|lmbx|\bbx\d", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|cmti|sfti|cmsl", re.IGNORECASE)
_BOLD_WEIGHT = 600
_BOLD_FLAG = 1 << 18
_NAME = re.compile(r"(?:^|\+)(?!CIDFont)[A-Za-z][A-Za-z ]{4}")
_ITALIC_FLAG = 64
_STEP = 0.15  # of the size: a change of size or height within a word that parts it
_GLYPH = 0.6  # of the size: that of digits which a font draws raised
_RISEN = 0.2  # of the size: how far up these stand, at least
_LOW = 0.5  # of the size: how high they are, at most
_LIFT = 0.35  # of the size: how far up the signs stand that are raised digits themselves
_SIGNS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LETTERS: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "\u00ad\ufffe\x02\u2010\u2011"), "-"),
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\x00\u200e\u200f")),
    ord("\ufb00"): "ff",
    ord("\ufb01"): "fi",
    ord("\ufb02"): "fl",
    ord("\ufb03"): "ffi",
    ord("\ufb04"): "ffl",
    ord("\ufb05"): "st",
    ord("\ufb06"): "st",
    # Bullets of the fonts Symbol and Wingdings.
    **dict.fromkeys(map(ord, "\uf0b7\uf06c\uf09f\uf09e"), "•"),
    **dict.fromkeys(map(ord, "\uf0a7\uf06e"), "▪"),
    **dict.fromkeys(map(ord, "\uf0d8\uf0e0\uf0fc\uf076"), "‣"),
    ord("\uf02d"): "–",
}
_HARD = re.compile(r"\w\u2010\w")  # on a page that has its own hyphens so, it is no soft one
_INNER_HYPHEN = re.compile(r"\u00ad(?=\w)")


class Style(NamedTuple):
    """The look of a word: true size in points, bold, italic."""

    size: float
    bold: bool
    italic: bool


class Word(NamedTuple):
    """A run of characters without space; ``baseline`` is the height it stands on.

    ``spaced``: the file has a space before it, however narrow the gap is.
    """

    text: str
    left: float
    right: float
    baseline: float
    style: Style
    spaced: bool = False


class Page(msgspec.Struct, frozen=True):
    """One page: number from 1, size in points, words in the file's order, drawings.

    ``raw`` is the page's text in the file's order, for the audit. ``aside`` are words that run in
    another direction than the page's text, and those that stand off the page. ``rules`` are drawn
    horizontal lines, ``uprights`` vertical ones, ``pictures`` images, ``shapes`` all that is
    painted and no thin line, ``dots`` what is as small as a bullet. ``turned`` says that the text
    runs sideways on the page, so that places are not those of the page as shown.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    raw: str
    aside: tuple[str, ...] = ()
    rules: tuple[Box, ...] = ()
    uprights: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()
    shapes: tuple[Shape, ...] = ()
    dots: tuple[Dot, ...] = ()
    turned: bool = False


class _Piece(NamedTuple):
    """A word before the page is set upright: its origin, its last letter's box, its direction."""

    text: str
    x: float
    y: float
    box: Box
    style: Style
    angle: int
    spaced: bool


def read_page(document: pypdfium2.PdfDocument, number: int) -> Page:
    """Return page ``number`` (from 1)."""
    page = document[number - 1]
    try:
        text_page = page.get_textpage()
        try:
            raw = _text(text_page.raw)
            stretches = list(pairwise([0, *joints(text_page.raw, raw), len(raw)]))
            pieces = list(_pieces(text_page.raw, raw, stretches))
        finally:
            text_page.close()
        raw = " ".join(raw[start:end] for start, end in stretches)
        return _upright(page, number, raw, pieces)
    finally:
        page.close()


def cleaned(text: str, *, soft: str = SOFT_HYPHEN) -> str:
    """Return ``text`` with ligatures in letters, known bullets, and hyphens as such.

    ``soft`` are the signs that are a soft hyphen where they end a word; it is kept as one.
    """
    if text.isascii() and "\x02" not in text and "\x00" not in text:
        return text
    is_soft = len(text) > 1 and text[-1] in soft and text[-2].isalnum()
    made = _INNER_HYPHEN.sub("", text).translate(_LETTERS)
    return made[:-1] + SOFT_HYPHEN if is_soft else made


def _text(raw: pdfium.FPDF_TEXTPAGE) -> str:
    """Return the page's characters, one for each index."""
    count = pdfium.FPDFText_CountChars(raw)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(raw, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(text) == count and not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text
    # Characters without a meaning are left out there, and would shift all that follow.
    codes = (pdfium.FPDFText_GetUnicode(raw, index) for index in range(count))
    return "".join(
        chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else "\ufffd"
        for code in codes
    )


def _pieces(
    raw: pdfium.FPDF_TEXTPAGE, text: str, stretches: Iterable[tuple[int, int]]
) -> Iterator[_Piece]:
    """Yield the words of each of the ``stretches`` of the text."""
    looks = _Looks(raw)
    soft = SOFT_HYPHEN if _HARD.search(text) else f"{SOFT_HYPHEN}\u2010"
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for match in chain.from_iterable(_WORD.finditer(text, *stretch) for stretch in stretches):
        for start, end, rise in looks.runs(match[0], match.start(), match.end()):
            piece = cleaned(text[start:end], soft=soft)
            if not piece:
                continue
            if end == match.end() and _HYPHEN_BELOW.match(text, end):
                piece += "-"
            pdfium.FPDFText_GetCharOrigin(raw, start, x, y)
            pdfium.FPDFText_GetLooseCharBox(raw, end - 1, box)
            style, angle = looks.at(start)
            if rise:
                piece = piece.translate(_SIGNS)
                style = style._replace(size=round(style.size * _GLYPH, 1))
            corners = (box.left, box.bottom, box.right, box.top)
            spaced = start > 0 and text[start - 1] == " " and not _is_generated(raw, start - 1)
            yield _Piece(piece, x.value, y.value + rise, corners, style, angle, spaced)


def _is_generated(raw: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    """Whether a space is only the PDF library's reading of a gap."""
    return bool(pdfium.FPDFText_IsGenerated(raw, index) == 1)


def is_bold(family: str, weight: int, flags: int) -> bool:
    """Whether a font is bold, by its name, its flags (PDF 32000-1, table 123) or its weight.

    The weight is told from the stems' width, which some programs write at random: it is believed
    of fonts without a name only ("F3", "CIDFont+F3").
    """
    if _BOLD.search(family) or flags & _BOLD_FLAG:
        return True
    return weight >= _BOLD_WEIGHT and not _NAME.search(family)


class _Looks:
    """The style and direction of a page's characters; asked once for each text object."""

    def __init__(self, raw: pdfium.FPDF_TEXTPAGE) -> None:
        self._raw = raw
        self._known: dict[int, tuple[Style, int]] = {}
        self._height = (ctypes.c_double(), ctypes.c_double())
        self._sides = tuple(ctypes.c_double() for _ in range(4))

    def at(self, index: int) -> tuple[Style, int]:
        text_object = pdfium.FPDFText_GetTextObject(self._raw, index)
        address = ctypes.addressof(text_object.contents) if text_object else 0
        look = self._known.get(address)
        if look is None or not address:
            look = self._known[address] = self._ask(index, text_object)
        return look

    def runs(self, word: str, start: int, end: int) -> Iterator[tuple[int, int, float]]:
        """Cut a word where its size or height changes, as at a call-out that touches it.

        With each part comes how far its signs are raised within their line: fonts have such digits.
        """
        if not any(character.isdigit() for character in word):
            yield start, end, 0.0
            return
        begin = start
        (size, _, _), angle = self.at(start)
        height, rise = self._baseline(start), self._rise(start, word[0])
        for index in range(start + 1, end):
            (now, _, _), _ = self.at(index)
            there, up = self._baseline(index), self._rise(index, word[index - start])
            large = max(now, size)
            if (
                abs(now - size) > _STEP * large
                or (angle == 0 and abs(there - height) > _STEP * large)
                or (up > 0) != (rise > 0)
            ):
                yield begin, index, rise
                begin, size, height, rise = index, now, there, up
        yield begin, end, rise

    def _rise(self, index: int, character: str) -> float:
        """Return how far up a digit stands that is small and raised itself; 0 for others."""
        style, angle = self.at(index)
        if angle or not character.isdigit():
            return 0.0
        if ord(character) in _SIGNS:
            return _LIFT * style.size
        left, right, bottom, top = self._sides
        if not pdfium.FPDFText_GetCharBox(self._raw, index, left, right, bottom, top):
            return 0.0
        up = bottom.value - self._baseline(index)
        is_raised = up >= _RISEN * style.size and top.value - bottom.value <= _LOW * style.size
        return up if is_raised and top.value > bottom.value else 0.0

    def _baseline(self, index: int) -> float:
        x, y = self._height
        pdfium.FPDFText_GetCharOrigin(self._raw, index, x, y)
        return y.value

    def _ask(self, index: int, text_object: "pdfium.FPDF_PAGEOBJECT") -> tuple[Style, int]:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        size = pdfium.FPDFText_GetFontSize(self._raw, index) * scale
        flags = ctypes.c_int()
        length = pdfium.FPDFText_GetFontInfo(self._raw, index, None, 0, flags)
        name = ctypes.create_string_buffer(max(1, length))
        pdfium.FPDFText_GetFontInfo(self._raw, index, name, length, flags)
        family = name.value.decode("utf-8", "replace")
        weight = pdfium.FPDFText_GetFontWeight(self._raw, index)
        stroked = bool(text_object) and (
            pdfium.FPDFTextObj_GetTextRenderMode(text_object)
            == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        )
        bold = is_bold(family, weight, flags.value) or stroked
        italic = bool(_ITALIC.search(family)) or bool(flags.value & _ITALIC_FLAG)
        angle = round(degrees(atan2(matrix.b, matrix.a))) % 360
        return Style(round(size, 1), bold, italic), angle


def _upright(page: pypdfium2.PdfPage, number: int, raw: str, pieces: list[_Piece]) -> Page:
    """Return the page with all places turned so that most of its text runs from left to right."""
    box: Box = page.get_bbox()
    shown = page.get_rotation() % 360
    letters: Counter[int] = Counter()
    for piece in pieces:
        letters[piece.angle] += len(piece.text)
    usual = letters.most_common(1)[0][0] if letters else shown
    turning = usual if usual % 90 == 0 else shown
    turn, width, height = _turning(box, turning)
    words: list[Word] = []
    outside: list[Word] = []
    aside: list[str] = []
    for piece in pieces:
        if piece.angle != usual:
            aside.append(piece.text)
            continue
        left, baseline = turn(piece.x, piece.y)
        ends = (turn(piece.box[0], piece.box[1])[0], turn(piece.box[2], piece.box[3])[0])
        right = max(*ends, left)
        word = Word(piece.text, left, right, baseline, piece.style, piece.spaced)
        (words if _is_on(word, width, height) else outside).append(word)
    if len(outside) > len(words):  # the page's own size is not to be believed
        words, outside = [*words, *outside], []
    aside += [" ".join(word.text for word in outside)] * bool(outside)
    drawn = drawings(page, turn)
    return Page(
        number=number,
        width=width,
        height=height,
        words=tuple(words),
        raw=cleaned(raw),
        aside=tuple(aside),
        rules=drawn.rules,
        uprights=drawn.uprights,
        pictures=drawn.pictures,
        shapes=drawn.shapes,
        dots=drawn.dots,
        turned=turning != shown,
    )


def _is_on(word: Word, width: float, height: float) -> bool:
    """Whether any of a word can be seen on its page: some programs print on above its edge."""
    return (
        word.right > 0
        and word.left < width
        and word.baseline < height
        and word.baseline + word.style.size > 0
    )


def _turning(box: Box, angle: int) -> tuple[Turn, float, float]:
    """Return what sets a page's places upright whose text runs at ``angle``, and its new size."""
    left, bottom, right, top = box
    if angle == 90:
        return (lambda x, y: (y - bottom, right - x)), top - bottom, right - left
    if angle == 180:
        return (lambda x, y: (right - x, top - y)), right - left, top - bottom
    if angle == 270:
        return (lambda x, y: (top - y, x - left)), top - bottom, right - left
    return (lambda x, y: (x - left, y - bottom)), right - left, top - bottom
