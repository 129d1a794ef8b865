# SPDX-License-Identifier: MIT
"""What became of every word of the source, checked independently of how the report was made.

Only the source's words and the finished report are looked at. The source is walked once; each
word must be the next one of the report's text, of a footnote, or of a furniture text. What has no
such place is unplaced; what the report has and the source has not is surplus. Time is linear in
the words.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from peelviewer.model.report import Audit, Furniture, Report, Unplaced
from peelviewer.reading.streams import Ahead, Bag, Notes, Stream, Text

_SURE = 3  # words in a row that show where a stream goes on
_AHEAD = 200  # words of the source that are looked at to find the way again
_WINDOW = 4000  # letters of a stream that may be passed over as surplus


def audit(
    source: Iterable[tuple[list[str], int | None]], report: Report, furniture: Sequence[str]
) -> Audit:
    """Return what became of the words of ``source``: line by line, each with its page.

    ``furniture`` are the texts that were set apart, as often as they stood there.
    """
    walk = _Walk(report, furniture)
    unplaced: list[Unplaced] = []
    total = lost = 0
    for words, page in source:
        total += len(words)
        for missing in walk.line(words):
            lost += len(missing)
            unplaced.append(Unplaced(text=" ".join(missing), page=page))
    times = Counter(furniture)
    return Audit(
        words=total,
        placed=total - lost,
        furniture=tuple(Furniture(text=text, times=count) for text, count in times.items()),
        unplaced=tuple(unplaced),
        surplus=tuple(walk.finish()),
    )


class _Walk:
    """The way through the report's streams, as far as the source was read."""

    def __init__(self, report: Report, furniture: Sequence[str]) -> None:
        self._text = Text(report)
        self._ahead = Ahead(self._text)
        self._notes = Notes(report)
        # Where in its title a call-out stands is not kept: it may be anywhere.
        called = (str(number) for section in report.sections for number in section.footnotes)
        self._bag = Bag((*furniture, *called))
        self._surplus: list[Unplaced] = []

    def finish(self) -> Iterator[Unplaced]:
        """Yield all surplus, when the source is at its end."""
        yield from self._surplus
        for stream in (self._text, *self._notes.all):
            if rest := stream.skip(len(stream.letters)):
                yield rest
        yield from self._bag.left()

    def line(self, words: Sequence[str]) -> Iterator[Sequence[str]]:
        """Place the words of one line; yield runs of words that have no place."""
        at = 0
        while at < len(words):
            place, count = self._best(words, at)
            sure = count > 0 and self._is_sure(words, at, count, place)
            taken = 0
            if count < len(words) - at:  # a furniture text goes before less of anything else
                taken = self._bag.take(words, at, count if sure else 0)
            if taken:
                at += taken
            elif sure:
                place.pass_(words, at, count)
                if isinstance(place, Stream) and place is not self._text:
                    self._notes.settle(place, words[at])
                at += count
            elif not self._passes_surplus(words, at):
                step = self._lost(words, at)
                yield words[at : at + step]
                at += step

    def _places(self, words: Sequence[str], at: int) -> Iterator[Stream | Ahead]:
        yield self._text
        yield self._ahead
        yield from self._notes.that_may_have(words[at])

    def _best(self, words: Sequence[str], at: int) -> tuple[Stream | Ahead, int]:
        """Return the place that has most of the words next; of two alike, the text comes first."""
        best: Stream | Ahead = self._text
        most = 0
        for place in self._places(words, at):
            count = place.matches(words, at)
            if count > most:
                best, most = place, count
                if count == len(words) - at:
                    break
        return best, most

    def _is_sure(self, words: Sequence[str], at: int, count: int, place: Stream | Ahead) -> bool:
        """Whether so many words are no accident.

        They are all of the line, or several, or what is left of the line has a place of its own
        (a call-out in a title, a page number that was run onto one).
        """
        if count >= _SURE or at + count == len(words):
            return True
        rest = words[at + count : at + count + _AHEAD]
        if at + count + len(rest) < len(words):
            return False
        return (
            self._bag.has("".join(rest))
            or self._bag.has(rest[0])
            or any(
                other is not place and other.matches(rest, 0) == len(rest)
                for other in self._places(rest, 0)
            )
        )

    def _passes_surplus(self, words: Sequence[str], at: int) -> bool:
        """Pass surplus words of the report, if that is less than what the source would lose."""
        probe = "".join(words[at : at + _SURE + 1])
        least = sum(map(len, words[at : at + self._lost(words, at)]))
        found: tuple[Stream, int] | None = None
        for place in self._places(words, at):
            if isinstance(place, Ahead):
                continue
            start = place.letters.find(probe, place.at, place.at + _WINDOW + len(probe))
            if place.at < start <= place.at + least:
                found, least = (place, start), start - place.at
        if found is None:
            return False
        if skipped := found[0].skip(found[1]):
            self._surplus.append(skipped)
        return True

    def _lost(self, words: Sequence[str], at: int) -> int:
        """Return how many words have no place before some place goes on; at least one."""
        end = min(len(words), at + _AHEAD)
        for step in range(at + 1, end):
            some = min(_SURE, len(words) - step)
            if any(
                place.matches(words[step : step + some], 0) == some
                for place in self._places(words, step)
            ):
                return step - at
        return end - at
