# SPDX-License-Identifier: MIT
"""What became of every word of the source, checked independently of how the report was made.

Only the source's words and the finished report are looked at. The report is four streams of
words: its sections' titles and blocks, its figures' captions, tables and sources (these may move
past the sentence that a page's end left open), its footnotes, and its furniture. The source is
walked once; each word must be the next one of a stream. What no stream has next is unplaced;
what a stream has and the source has not is surplus.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence

from peelviewer.model.report import Audit, Block, Furniture, Section, Unplaced

_WORD = re.compile(r"[^\W_]+")
_MARKUP = re.compile(r"</?(?:b|strong|i|em|u|sup|sub|br|p|div|center|span|a|img|hr)\b[^>]*>", re.I)
_LINK = re.compile(r"(!?)\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")


def source_words(text: str) -> list[str]:
    """Return the words of one source line without its markup, in order."""
    if "](" in text:
        text = _LINK.sub(lambda found: "" if found[1] else found[2], text)
    if "<" in text:
        text = _MARKUP.sub(" ", text)
    return _WORD.findall(text)


def audit(source: Iterable[tuple[str, int | None]], report: object, furniture: Sequence[str]) -> Audit:
    """Return the audit."""
    return Audit(furniture=tuple(Furniture(text=t, times=n) for t, n in Counter(furniture).items()))
