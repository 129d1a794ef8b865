# SPDX-License-Identifier: MIT
"""What became of every word of a PDF's pages, checked without regard to how it was laid out.

A PDF's words stand in the file in the order in which a program happened to draw them, so they are
counted, not followed: each word must be as often in the report (its sections, footnotes and the
texts set apart) as it is on the pages. Words that a line's end parts are taken as one where the
report has them so.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from peelviewer.model.report import Audit, Furniture, Report, Unplaced
from peelviewer.reading.streams import as_printed
from peelviewer.reading.words import plain_words

_MOST_HALVES = 300  # lost words that are tried with each other
_DIGITS = "0123456789"
_HYPHENS = ("-", "\u00ad", "\u2010")
_PIECE = 8  # letters of a piece of a word whose letters are set apart, at most


def accounts(
    pages: Sequence[tuple[int, str]],
    report: Report,
    apart: Sequence[str],
    renumbered: Sequence[tuple[str, str]] = (),
    restored: Sequence[str] = (),
) -> Audit:
    """Return what became of the words of ``pages`` (number and text of each).

    ``apart`` are the texts that were set apart, as often as they stood there; ``renumbered`` the
    numbers of footnotes as the pages and as the report have them, a pair for each place;
    ``restored`` the titles that only the contents page has.
    """
    placed = [(page, plain_words(text)) for page, text in _texts(report)]
    here = Counter(chain.from_iterable(words for _, words in placed))
    here.update(chain.from_iterable(plain_words(text) for text in apart))
    here.subtract(chain.from_iterable(plain_words(title) for title in restored))
    for printed, given in renumbered:
        here[printed] += 1
        here[given] -= 1
    source = _mended({number: _lines(text) for number, text in pages}, here)
    there = Counter(chain.from_iterable(source.values()))
    lost, extra = there - here, here - there
    _rejoin(source.values(), lost, extra)
    missing = sum(lost.values())
    total = sum(there.values())
    times = Counter(apart)
    return Audit(
        words=total,
        placed=total - missing,
        furniture=tuple(Furniture(text=text, times=count) for text, count in times.items()),
        unplaced=tuple(_runs(source, lost)),
        surplus=tuple(_surplus(placed, extra)),
    )


class _Line(NamedTuple):
    """The words of a line in the file's order; ``broken``: a hyphen ends it, and maybe a word."""

    words: list[str]
    broken: bool


def _lines(text: str) -> list[_Line]:
    found = ((plain_words(line), line.rstrip()[-1:] in _HYPHENS) for line in text.splitlines())
    return [_Line(words, broken) for words, broken in found if words]


def _mended(pages: Mapping[int, Sequence[_Line]], here: Counter[str]) -> dict[int, list[str]]:
    """Return each page's words, those whole that a line's end parts and the report has whole.

    A half can be a word of its own elsewhere ("an-other", "oth-er"), and each that is made whole
    tells of others; so it is gone through until nothing changes.
    """
    there = Counter(word for lines in pages.values() for line in lines for word in line.words)
    ends = [
        (above.words, below.words)
        for lines in pages.values()
        for above, below in pairwise(lines)
        if above.broken
    ]
    # First those whose halves the pages have too often: what was set apart has halves as printed.
    for is_certain in (True, False):
        open_ = len(ends) + 1
        while len(ends) < open_:
            open_, waiting = len(ends), []
            for above, below in ends:
                if not above or not below:
                    continue
                halves = above[-1], below[0]
                whole = "".join(halves)
                is_wanted = not is_certain or all(there[half] > here[half] for half in halves)
                if here[whole] <= there[whole] or not is_wanted:
                    waiting.append((above, below))
                    continue
                there.subtract(halves)
                there[whole] += 1
                above.pop()
                below[0] = whole
            ends = waiting
    return {
        number: [word for line in lines for word in line.words] for number, lines in pages.items()
    }


def _texts(report: Report) -> Iterator[tuple[int | None, str]]:
    for section in report.sections:
        yield section.page, section.title
        yield section.page, " ".join(map(str, section.footnotes))
        for block in section.blocks:
            yield block.page, as_printed(block)
    for note in report.footnotes:
        yield note.page, f"{note.number} {note.text}"


def _rejoin(pages: Iterable[Sequence[str]], lost: Counter[str], extra: Counter[str]) -> None:
    """Strike words that the source has in two or three pieces and the report in one, or so back.

    A line's end parts words; a call-out that touches a word is one with it in the file. Of words
    whose letters are set apart the source has each letter.
    """
    if not lost:
        return
    for words in pages:
        _close(words, lost, extra)
        open_ = [word if lost[word] else "" for word in words]
        for size in (2, 3):
            for start in range(len(open_) - size + 1):
                pieces = open_[start : start + size]
                whole = "".join(pieces)
                if not all(pieces) or not extra[whole]:
                    continue
                wanted = Counter(pieces)
                if all(lost[piece] >= count for piece, count in wanted.items()):
                    lost -= wanted
                    extra[whole] -= 1
    _turn(lost, extra)
    _split(lost, extra)


def _turn(lost: Counter[str], extra: Counter[str]) -> None:
    """Strike the halves of words that a page's end parts: they stand far apart."""
    halves = [word for word, count in lost.items() if count > 0][:_MOST_HALVES]
    for first in halves:
        for second in halves:
            whole = first + second
            while extra[whole] > 0 and lost[first] > (first == second) and lost[second] > 0:
                lost.subtract((first, second))
                extra[whole] -= 1


def _close(words: Sequence[str], lost: Counter[str], extra: Counter[str]) -> None:
    """Strike the letters of words whose letters are set apart on the page, the longest first."""
    start = 0
    while start < len(words):
        whole, end, found = "", start, 0
        while end < len(words) and len(words[end]) <= _PIECE and lost[words[end]]:
            whole += words[end]
            end += 1
            if end - start > 1 and extra[whole]:
                found = end
        if found:
            lost.subtract(words[start:found])
            extra["".join(words[start:found])] -= 1
        start = found or start + 1


def _split(lost: Counter[str], extra: Counter[str]) -> None:
    """Strike words of the source that the report has as a word and a number beside it."""
    for word in list(lost):
        behind = len(word) - len(word.rstrip(_DIGITS))
        before = len(word) - len(word.lstrip(_DIGITS))
        for cut in (*range(1, before + 1), *range(len(word) - behind, len(word))):
            both = Counter(piece for piece in (word[:cut], word[cut:]) if piece)
            while lost[word] and all(extra[piece] >= count for piece, count in both.items()):
                lost[word] -= 1
                extra.subtract(both)
    for counter in (lost, extra):
        for word in [word for word, count in counter.items() if count <= 0]:
            del counter[word]


def _runs(source: dict[int, list[str]], lost: Counter[str]) -> Iterator[Unplaced]:
    """Yield the lost words in runs, each with its page: those that stand together first."""
    left = Counter(lost)
    for least in (3, 2, 1):
        for page, words in source.items():
            run: list[str] = []
            for word in [*words, ""]:
                if left[word] > run.count(word):
                    run.append(word)
                    continue
                if len(run) >= least:
                    left.subtract(run)
                    yield Unplaced(text=" ".join(run), page=page)
                run = [word] if left[word] > 0 else []


def _surplus(
    placed: Sequence[tuple[int | None, Sequence[str]]], extra: Counter[str]
) -> Iterator[Unplaced]:
    """Yield the words that the report has more often than the source, where they come first."""
    pages: dict[str, int | None] = {}
    for page, words in placed:
        for word in words:
            if extra[word]:
                pages.setdefault(word, page)
    grouped: dict[int | None, list[str]] = defaultdict(list)
    for word, count in extra.items():
        grouped[pages.get(word)].extend([word] * count)
    for page, words in grouped.items():
        yield Unplaced(text=" ".join(words), page=page)
