# SPDX-License-Identifier: MIT
"""What became of every word of the source, checked independently of how the report was made.

Only the source's words and the finished report are looked at. The report is read as streams of
words: its sections' titles and blocks, its figures' captions, tables and sources (these may move
past the sentence that a page's end left open), and its footnotes; furniture is a bag of texts.
The source is walked once; each word must be the next one of a stream. What no stream has next is
unplaced; what a stream has and the source has not is surplus. Time is linear in the words.
"""

import html
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from peelviewer.model.report import Audit, Block, Furniture, Mark, Report, Unplaced

_WORD = re.compile(r"[^\W_]+")
# A page number that was run onto a title's last word is a word of its own.
_RUN_ON = re.compile(r"([^\W\d_]{3})(\d{1,3})(?![^\W_])")
_MARKUP = re.compile(
    r"</?(?:b|strong|i|em|u|sup|sub|br|p|div|center|span|a|img|hr)\b[^>]*>|<!--.*?-->",
    re.IGNORECASE,
)
_LINK = re.compile(r"(!?)\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SURE = 3  # words in a row that show where a stream goes on
_AHEAD = 200  # words of the source that are looked at to find the way again
_WINDOW = 4000  # letters of a stream that may be passed over as surplus


def marked_up_words(text: str) -> list[str]:
    """Return the words of one line of Markdown without its markup, in order."""
    if "](" in text:
        text = _LINK.sub(lambda found: "" if found[1] else found[2], text)
    if "<" in text:
        text = _MARKUP.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    return plain_words(text)


def plain_words(text: str) -> list[str]:
    """Return the words of one line of plain text, in order; raised digits stand apart."""
    if not text.isascii():
        text = _RAISED.sub(lambda found: f" {found[0].translate(_DIGITS)} ", text)
    words: list[str] = _WORD.findall(text)
    if any(word[-1].isdigit() and word[0].isalpha() for word in words):
        words = _WORD.findall(_RUN_ON.sub(r"\1 \2", text))
    return words


class _Stream:
    """Words in a fixed order, as one string of letters and digits, with a place in it."""

    def __init__(self) -> None:
        self.letters = ""
        self.at = 0
        self._words: list[str] = []
        self._pages: list[int | None] = []
        self._ends: list[int] = []  # where each word ends

    def put(self, text: str, page: int | None) -> None:
        words = plain_words(text)
        self._words.extend(words)
        self._pages.extend([page] * len(words))

    def close(self) -> None:
        """Make the string, when all words are in."""
        self.letters = "".join(self._words)
        self._ends = list(accumulate(map(len, self._words)))

    def matches(self, words: Sequence[str], start: int) -> int:
        """Return how many of ``words`` from ``start`` on come next in the stream."""
        at, index = self.at, start
        while index < len(words) and self.letters.startswith(words[index], at):
            at += len(words[index])
            index += 1
        return index - start

    def skip(self, until: int) -> Unplaced | None:
        """Go on to the letter ``until``; return the words passed over, if any."""
        first, last = bisect_right(self._ends, self.at), bisect_right(self._ends, until - 1)
        passed = self._words[first : last + 1] if until > self.at else []
        self.at = max(self.at, until)
        return Unplaced(text=" ".join(passed), page=self._pages[first]) if passed else None


class _Bag:
    """Furniture: texts in any order, each as often as it stands in the source."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._left: Counter[str] = Counter()
        self._by_start: dict[str, list[str]] = defaultdict(list)
        self._words: dict[str, list[str]] = {}
        for text in texts:
            words = plain_words(text)
            letters = "".join(words)
            if letters and letters not in self._words:
                self._words[letters] = words
                self._by_start[letters[0]].append(letters)
            if letters:
                self._left[letters] += 1
        for starts in self._by_start.values():
            starts.sort(key=len, reverse=True)
        self._longest = max((len(words) for words in self._words.values()), default=0)

    def take(self, words: Sequence[str], start: int, at_least: int) -> int:
        """Take the longest text that begins ``words`` and has more than ``at_least`` of them."""
        rest = words[start : start + self._longest + 1]
        letters = "".join(rest)
        for text in self._by_start.get(letters[:1], ()):
            if self._left[text] and letters.startswith(text):
                length = count = 0
                while length < len(text):
                    length += len(rest[count])
                    count += 1
                if length == len(text) and count > at_least:
                    self._left[text] -= 1
                    return count
        return 0

    def has(self, letters: str) -> bool:
        """Whether a text of just these letters is still there."""
        return self._left.get(letters, 0) > 0

    def left(self) -> Iterator[Unplaced]:
        for text, times in self._left.items():
            for _ in range(times):
                yield Unplaced(text=" ".join(self._words[text]))


def audit(
    source: Iterable[tuple[list[str], int | None]], report: Report, furniture: Sequence[str]
) -> Audit:
    """Return what became of the words of ``source``: line by line, each with its page.

    ``furniture`` are the texts that were set apart, as often as they stood there.
    """
    streams = _streams(report)
    bag = _Bag(furniture)
    unplaced: list[Unplaced] = []
    surplus: list[Unplaced] = []
    total = lost = 0
    for words, page in source:
        if not words:
            continue
        total += len(words)
        for missing in _walk(words, streams, bag, surplus):
            lost += len(missing)
            unplaced.append(Unplaced(text=" ".join(missing), page=page))
    rests = [stream.skip(len(stream.letters)) for stream in streams]
    surplus.extend(rest for rest in rests if rest is not None)
    surplus.extend(bag.left())
    times = Counter(furniture)
    return Audit(
        words=total,
        placed=total - lost,
        furniture=tuple(Furniture(text=text, times=count) for text, count in times.items()),
        unplaced=tuple(unplaced),
        surplus=tuple(surplus),
    )


def _streams(report: Report) -> tuple[_Stream, ...]:
    text, floats, notes = _Stream(), _Stream(), _Stream()
    for section in report.sections:
        called = " ".join(map(str, section.footnotes))
        text.put(f"{section.title} {called}", section.page)
        for block in section.blocks:
            (text if block.figure is None else floats).put(_as_printed(block), block.page)
    for note in report.footnotes:
        notes.put(f"{note.number} {note.text}", note.page)
    for stream in (text, floats, notes):
        stream.close()
    return text, floats, notes


def _as_printed(block: Block) -> str:
    """Return a block's words with its marker and its call-outs in their places."""
    text = block.text
    calls: list[Mark] = [mark for mark in block.marks if mark.kind == "footnote"]
    for mark in reversed(calls):
        text = f"{text[: mark.start]} {mark.target} {text[mark.start :]}"
    return f"{block.marker} {text}" if block.marker else text


def _walk(
    words: Sequence[str], streams: Sequence[_Stream], bag: _Bag, surplus: list[Unplaced]
) -> Iterator[Sequence[str]]:
    """Place the words of one line; yield runs of words that have no place."""
    at = 0
    while at < len(words):
        stream, count = _best(words, at, streams)
        taken = bag.take(words, at, count) if count < len(words) - at else 0
        if taken:
            at += taken
        elif count and _is_sure(words, at, count, stream, streams, bag):
            stream.at += sum(map(len, words[at : at + count]))
            at += count
        elif (passed := _find(words, at, streams)) is not None:
            other, place = passed
            if skipped := other.skip(place):
                surplus.append(skipped)
        else:
            step = _next(words, at, streams)
            yield words[at : at + step]
            at += step


def _is_sure(
    words: Sequence[str],
    at: int,
    count: int,
    stream: _Stream,
    streams: Sequence[_Stream],
    bag: _Bag,
) -> bool:
    """Whether so many words in ``stream`` are no accident.

    They are all of the line, or several, or the stream's last, or what is left of the line has a
    place of its own (a page number that was run onto a title).
    """
    if count >= _SURE or at + count == len(words):
        return True
    rest = words[at + count : at + count + _AHEAD]
    if at + count + len(rest) < len(words):
        return False
    return (
        stream.at + sum(map(len, words[at : at + count])) == len(stream.letters)
        or bag.has("".join(rest))
        or any(other.matches(rest, 0) == len(rest) for other in streams if other is not stream)
    )


def _best(words: Sequence[str], at: int, streams: Sequence[_Stream]) -> tuple[_Stream, int]:
    """Return the stream that has most of the words next; of two alike, the first."""
    best, most = streams[0], 0
    for stream in streams:
        count = stream.matches(words, at)
        if count > most:
            best, most = stream, count
            if count == len(words) - at:
                break
    return best, most


def _find(words: Sequence[str], at: int, streams: Sequence[_Stream]) -> tuple[_Stream, int] | None:
    """Return where a stream goes on with these words after some surplus, if that is the less."""
    probe = "".join(words[at : at + _SURE + 1])
    found: tuple[_Stream, int] | None = None
    least = sum(map(len, words[at : at + _next(words, at, streams)]))
    for stream in streams:
        place = stream.letters.find(probe, stream.at, stream.at + _WINDOW + len(probe))
        if place > stream.at and place - stream.at <= least:
            found, least = (stream, place), place - stream.at
    return found


def _next(words: Sequence[str], at: int, streams: Sequence[_Stream]) -> int:
    """Return how many words have no place before some stream goes on; at least one."""
    end = min(len(words), at + _AHEAD)
    for step in range(at + 1, end):
        probe = "".join(words[step : step + _SURE])
        if any(stream.letters.startswith(probe, stream.at) for stream in streams):
            return step - at
    return end - at
