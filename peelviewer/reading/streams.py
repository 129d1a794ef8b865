# SPDX-License-Identifier: MIT
"""A report as streams of words that the audit walks along, each with a place in it."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from peelviewer.model.report import Block, Report, Unplaced
from peelviewer.reading.words import plain_words

_MOVES = frozenset(("caption", "table", "source", "figure"))


class Stream:
    """Words in a fixed order, as one string of letters and digits; ``at`` is the next one's."""

    def __init__(self, pieces: Iterable[tuple[str, int | None]]) -> None:
        self._words: list[str] = []
        self._pages: list[int | None] = []
        self.starts: list[int] = []  # where each piece begins, in words
        for text, page in pieces:
            words = plain_words(text)
            self.starts.append(len(self._words))
            self._words.extend(words)
            self._pages.extend([page] * len(words))
        self.letters = "".join(self._words)
        self._ends = list(accumulate(map(len, self._words)))
        self._bounds = frozenset(self._ends)
        self.at = 0
        self._taken: dict[int, int] = {}  # runs that were passed earlier: start -> end

    def matches(self, words: Sequence[str], start: int, at: int | None = None) -> int:
        """Return how many of ``words`` from ``start`` on come next (or next from ``at``).

        A word may be set in pieces in the source, but it must be whole at the end.
        """
        place = self.at if at is None else at
        index = whole = start
        while index < len(words) and self.letters.startswith(words[index], place):
            place += len(words[index])
            index += 1
            if place in self._bounds:
                whole = index
            place = self._after(place)
        return whole - start

    def pass_(self, words: Sequence[str], start: int, count: int) -> None:
        """Go on by so many words, which match."""
        for word in words[start : start + count]:
            self.at = self._after(self.at + len(word))

    def _after(self, place: int) -> int:
        while place in self._taken:
            place = self._taken[place]
        return place

    def skip(self, until: int) -> Unplaced | None:
        """Go on to the letter ``until``; return the words passed over, if any."""
        first = bisect_right(self._ends, self.at)
        last = bisect_right(self._ends, until - 1)
        passed: list[str] = []
        at = self.at
        for number in range(first, min(last + 1, len(self._words))):
            begins = self._ends[number] - len(self._words[number])
            if begins >= at and self._after(begins) == begins:
                passed.append(self._words[number])
                at = self._ends[number]
            else:
                at = max(at, self._after(begins))
        self.at = self._after(max(self.at, until))
        return Unplaced(text=" ".join(passed), page=self._pages[first]) if passed else None

    def piece_end(self) -> int:
        """Return the number of the piece after the one that ``at`` is in."""
        word = bisect_right(self._ends, self.at)
        return bisect_right(self.starts, word)

    def letters_of(self, piece: int) -> int:
        """Return the letter at which a piece begins."""
        word = self.starts[piece]
        return self._ends[word - 1] if word else 0

    @property
    def is_done(self) -> bool:
        """Whether every word was passed."""
        return self._after(self.at) >= len(self.letters)


class Text(Stream):
    """The sections' titles and blocks. A figure may stand later than in the source.

    A page's end can cut a sentence, and the figure at the next page's top then stands inside it;
    the report has the sentence whole and the figure after it.
    """

    def __init__(self, report: Report) -> None:
        pieces: list[tuple[str, int | None]] = []
        self._figure: list[bool] = []
        for section in report.sections:
            pieces.append((section.title, section.page))
            self._figure.append(False)
            for block in section.blocks:
                pieces.append((as_printed(block), block.page))
                self._figure.append(block.figure is not None and block.kind in _MOVES)
        super().__init__(pieces)
        self._ahead: tuple[int, int] | None = None  # where the figure after begins, and its place

    def pass_ahead(self, length: int) -> None:
        """Go on by so many letters in the figure that follows the open sentence."""
        place = self.place_ahead()
        if place is not None:
            self._ahead = (place[0], place[1] + length)
            self._taken[place[0]] = place[1] + length

    def place_ahead(self) -> tuple[int, int] | None:
        """Return where that figure begins, and how far in it the source has come."""
        piece = self.piece_end()
        if piece >= len(self.starts):
            return None
        begins = self.letters_of(piece)
        if not self._figure[piece] or self.at in (begins, self.letters_of(piece - 1)):
            return None
        if self._ahead is not None and self._ahead[0] == begins:
            return self._ahead
        return begins, begins


class Ahead:
    """The place in the figure that stands behind an open sentence in the report."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def matches(self, words: Sequence[str], start: int) -> int:
        """Return how many of ``words`` from ``start`` on come next in the figure."""
        place = self._text.place_ahead()
        return 0 if place is None else self._text.matches(words, start, place[1])

    def pass_(self, words: Sequence[str], start: int, count: int) -> None:
        """Go on by so many words, which match."""
        self._text.pass_ahead(sum(map(len, words[start : start + count])))


class Notes:
    """The footnotes, each a stream of its own: pages' ends set their order, not their numbers."""

    def __init__(self, report: Report) -> None:
        self.all = [
            Stream([(f"{note.number} {note.text}", note.page)]) for note in report.footnotes
        ]
        self._waiting: dict[str, list[Stream]] = defaultdict(list)
        for note, stream in zip(report.footnotes, self.all, strict=True):
            self._waiting[str(note.number)].append(stream)
        self._begun: list[Stream] = []

    def that_may_have(self, word: str) -> Iterator[Stream]:
        """Yield the notes that can have ``word`` next: those begun, and those of that number."""
        yield from self._begun
        yield from self._waiting.get(word, ())

    def settle(self, stream: Stream, first: str) -> None:
        """Keep the notes that are begun apart; ``first`` is the word that was just placed."""
        if stream in self._waiting.get(first, ()):
            self._waiting[first].remove(stream)
            self._begun.append(stream)
        self._begun = [begun for begun in self._begun if not begun.is_done]


class Bag:
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
        """Yield the texts that the source does not have."""
        for text, times in self._left.items():
            for _ in range(times):
                yield Unplaced(text=" ".join(self._words[text]))


def as_printed(block: Block) -> str:
    """Return a block's words with its marker and its call-outs in their places."""
    text = block.text
    for mark in reversed([mark for mark in block.marks if mark.kind == "footnote"]):
        text = f"{text[: mark.start]} {mark.target} {text[mark.start :]}"
    return f"{block.marker} {text}" if block.marker else text
