# SPDX-License-Identifier: MIT
"""The words of a line, taken without any of the reader's stages: what the audit counts."""

import html
import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, groupby

from peelviewer.reading.grades import shown
from peelviewer.reading.text.dialects import IMAGE
from peelviewer.reading.text.framed import Rows

_WORD = re.compile(r"[^\W_]+")
# A page number that was run onto a title's last word is a word of its own.
_RUN_ON = re.compile(r"([^\W\d_]{3})(\d{1,3})(?![^\W_])")
_MARKUP = re.compile(
    r"</?(?:b|strong|i|em|u|mark|sup|sub|br|p|div|center|span|a|img|hr|font|small|h[1-6]|ul|ol|li"
    r"|table|thead|tbody|tfoot|tr|td|th|caption|section|article|figure|figcaption|blockquote)"
    r"\b[^>]*>|<!--.*?-->",
    re.IGNORECASE,
)
_ATTRIBUTES = re.compile(
    r"(?<=\S)\s*\{[#.][^{}]*\}\s*$|(?<=\))\{[^{}]*(?:\}|$)|^\s*(?:[\w-]+=\"[^\"]*\"\s*)+\}\s*$"
)
_NESTED = re.compile(r"\[([^\[\]]*)\[([^\[\]]*)\]\([^()\s]*\)\](?=\()")
_LINK = re.compile(r"(!?)\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_PAGE_MARK = re.compile(r"\{\d{1,4}\}-{12,}\s*$")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BROKEN = re.compile(r"[^\W\d_][-\u00ad]\s*$")
_PICTURES = re.compile(r"!\[([^\[\]]*)\]\[[^\[\]]*\]|^\s*\[image\d+\]:\s*<[^<>]*>\s*$")


def is_page_mark(text: str) -> bool:
    """Whether a line is a mark that a conversion sets between two pages: "{3}--------"."""
    return text.startswith("{") and _PAGE_MARK.match(text) is not None


def marked_up_words(text: str) -> list[str]:
    """Return the words of one line of Markdown without its markup, in order."""
    if is_page_mark(text):
        return []
    if "}" in text or "{" in text:
        text = _ATTRIBUTES.sub("", text)
    if "](" in text:
        text = _NESTED.sub(r"[\1\2]", text)
        text = _LINK.sub(lambda found: shown(found[2]) if found[1] else found[2], text)
    if "][" in text or "]:" in text:
        text = _PICTURES.sub(lambda found: shown(found[1] or ""), text)
    if "<" in text:
        text = IMAGE.sub(lambda found: shown(found[1]) or " ", text)
        text = _MARKUP.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    return plain_words(text)


def with_broken_words(rows: Sequence[tuple[str, list[str]]]) -> list[list[str]]:
    """Return the words of lines, each given with its text, so that no line ends within a word.

    What stands before a hyphen at a line's end is counted with the line below.
    """
    counted = [words for _, words in rows]
    for index, (text, _) in enumerate(rows[:-1]):
        if counted[index] and counted[index + 1] and _BROKEN.search(text):
            *counted[index], part = counted[index]
            counted[index + 1] = [part, *counted[index + 1]]
    return counted


def in_rows(counted: Sequence[list[str]], rows: Rows) -> list[list[str]]:
    """Return the words of Markdown's lines, those of a table's row together, cell by cell.

    ``counted`` are the words line by line, ``rows`` the tables' rows by their first line. Where a
    table's lines and its rows have not the same words, they stay as the lines have them.
    """
    made = [*counted]
    for _, run in groupby(enumerate(sorted(rows)), lambda item: item[1] - item[0]):
        lines = [index for _, index in run]
        cells = [chain.from_iterable(rows[at]) for at in lines]
        told = [[word for cell in row for word in marked_up_words(cell)] for row in cells]
        if Counter(chain(*told)) == Counter(chain(*(counted[at] for at in lines))):
            for at, words in zip(lines, told, strict=True):
                made[at] = words
    return made


def plain_words(text: str) -> list[str]:
    """Return the words of one line of plain text, in order; raised digits stand apart."""
    if not text.isascii():
        text = _RAISED.sub(lambda found: f" {found[0].translate(_DIGITS)} ", text)
    words: list[str] = _WORD.findall(text)
    if any(word[-1].isdigit() and word[0].isalpha() for word in words):
        words = _WORD.findall(_RUN_ON.sub(r"\1 \2", text))
    return words
