# SPDX-License-Identifier: MIT
"""Running lines of a text, whose pages show in nothing else.

A running line is known by what it does, not by what it says: it comes again and again, and it
stands where a page ends: it cuts sentences in two, comes once a page's worth of words, or stands
beside page numbers, below notes and above the next part's title.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from peelviewer.reading.actions import heads_box
from peelviewer.reading.forces import is_force
from peelviewer.reading.grades import grade
from peelviewer.reading.graphic import VALUE, is_national, named_value, names_both
from peelviewer.reading.lines import Line, begins_lower, ends_sentence, key
from peelviewer.reading.page_numbers import page_numbers

_LONGEST = 160  # characters of a running line
_OFTEN = 3
_PRINTED_AGAIN = 12  # times that a text is printed again in one report, at most
_REGULAR = 6  # times that a line must come to be known by its distance alone
_PER_PAGE = 0.4  # of the pages that show their number: on how many such a line must stand
_PAGE_WORDS = (60, 1000)  # words from one running line to the next, where pages are full
_REACH = 12  # lines around a page's end in which a sentence is looked for
_SENTENCE = 40  # characters from which a line is taken for the text of a paragraph
_WHOLE = 30  # characters from which a line can be a whole sentence
_MOST_CELLS = 3  # of a running line that stands at both margins
_NEVER = re.compile(
    r"(?:source|note|figure|table|for further information|see annex"
    r"|(?:main|summary of) findings)(?![^\W\d_])",
    re.IGNORECASE,
)
# A title that is not at its end: a question without its mark, or one that ends with a small word.
_OPEN = re.compile(
    r"(?:how|what|to what extent|does|do|has|is|are)\b.*[^?]$"
    r"|.*\b(?:a|an|and|at|by|for|from|in|its|of|on|or|the|to|with)$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Text:
    """A report's lines, the signature of each (empty: it cannot run), and its page numbers.

    ``times`` is how often each signature stands; ``numbers`` are indexes of lines.
    """

    lines: Sequence[Line]
    signs: Sequence[str]
    times: Counter[str]
    numbers: frozenset[int]


def text_of(lines: Sequence[Line]) -> Text:
    """Return lines with what tells which of them run along the pages."""
    signs = [signature(line) for line in lines]
    times = Counter(signs)
    times[""] = 0
    return Text(lines, signs, times, page_numbers(lines))


def signature(line: Line) -> str:
    """Return what is alike in all copies of a running line: its letters, and being a heading.

    It is empty where the line can be none.
    """
    letters = letters_of(line.text) if len(line.text) <= _LONGEST and _can_run(line) else ""
    return f"# {letters}" if letters and line.heading else letters


def letters_of(text: str) -> str:
    """Return a text's letters: what is alike where its numbers are not."""
    return key(_DIGITS.sub("", text))


def _can_run(line: Line) -> bool:
    """Whether a line can be a running one; grades, boxes and names come again and again too.

    Where sizes are known, a heading by its size is none; what a colon ends opens what follows.
    """
    if (line.heading and line.size is not None) or line.text.endswith(":"):
        return False
    if line.rule or line.marker or line.callouts or _NEVER.match(line.text):
        return False
    if line.cells and len(line.cells) > _MOST_CELLS:
        return False
    if is_national(named_value(line.text) or line.text) or names_both(line.text):
        return False
    return not (heads_box(line.text) or grade(line.text))


def is_in_graphic(text: Text, index: int) -> bool:
    """Whether a force's name, which some reports run along the top, here heads a value.

    The value can stand beside it, as a page's number does.
    """
    lines = text.lines
    if not is_force(named_value(lines[index].text) or lines[index].text):
        return False
    around = (i for i in (index - 1, index + 1) if 0 <= i < len(lines) and i not in text.numbers)
    texts = [lines[at].text for at in around]
    return any(is_national(named_value(one) or one) or VALUE.match(one) for one in texts)


def running(text: Text) -> dict[str, str]:
    """Return the running lines' signatures, each with one copy's text."""
    often = {sign for sign, count in text.times.items() if count >= 2 and len(sign) >= 4}
    places: dict[str, list[int]] = defaultdict(list)
    words: dict[str, list[int]] = defaultdict(list)
    spoken = 0
    for index, (line, sign) in enumerate(zip(text.lines, text.signs, strict=True)):
        if sign in often:
            places[sign].append(index)
            words[sign].append(spoken)
        spoken += line.text.count(" ") + 1
    return {
        sign: text.lines[at[0]].text
        for sign, at in places.items()
        if not (_is_of_paragraph(text, at) or _begins_titles(text, at))
        and _runs(text, at, words[sign])
    }


def _runs(text: Text, places: Sequence[int], words: Sequence[int]) -> bool:
    """Whether the line runs along the pages, by where its copies stand.

    ``words`` are the words of the report before each of them.
    """
    if _is_shouted(text, places) or _cuts_sentences(text, places):
        return True
    return not _counts_titles(text, places) and (
        _is_regular(text, places, words)
        or _is_at_feeds(text, places)
        or _is_at_page_ends(text, places)
    )


def _is_of_paragraph(text: Text, places: Sequence[int]) -> bool:
    """Whether the line mostly goes on in, or goes on from, one and the same line without space.

    Then it is a part of a text that is printed several times, unless it comes page after page.
    """
    if len(places) > _PRINTED_AGAIN:
        return False
    lines = text.lines
    joints: Counter[tuple[int, str]] = Counter()
    for at in places:
        for step, first in ((1, at), (-1, at - 1)):
            if 0 <= first < len(lines) - 1 and _is_joint(lines[first], lines[first + 1]):
                joints[step, text.signs[at + step]] += 1
    return max(joints.values(), default=0) > len(places) // 2


def _begins_titles(text: Text, places: Sequence[int]) -> bool:
    """Whether the line mostly is the first one of titles that go on in several wordings."""
    lines = text.lines
    if not _OPEN.match(lines[places[0]].text):
        return False
    rest = [
        text.signs[at + 1]
        for at in places
        if at + 1 < len(lines)
        and not (lines[at + 1].gap or lines[at + 1].breaks)
        and begins_lower(lines[at + 1].text)
    ]
    return len(rest) > len(places) // 2 and len(set(rest)) > 1


def _is_joint(line: Line, below: Line) -> bool:
    """Whether a sentence goes on from ``line``, which is full, in the line below it."""
    return (
        line.is_prose
        and below.is_prose
        and not (below.gap or below.marker or below.breaks)
        and len(line.text) >= _SENTENCE
        and not ends_sentence(line.text)
        and begins_lower(below.text)
    )


def _counts_titles(text: Text, places: Sequence[int]) -> bool:
    """Whether the copies are headings that count from 1 ("Part 1", "Part 2"), and no pages."""
    copies = [text.lines[at] for at in places]
    numbers = [_DIGITS.search(copy.text) for copy in copies]
    return all(copy.heading for copy in copies) and [
        number.group() for number in numbers if number
    ] == [str(number) for number in range(1, len(places) + 1)]


def _is_shouted(text: Text, places: Sequence[int]) -> bool:
    """Whether several words in capitals come too often to be a heading."""
    words = text.lines[places[0]].text
    is_several = words.isupper() and words.count(" ") >= _OFTEN and words[-1] != "?"
    return len(places) > _OFTEN and is_several


def _is_at_feeds(text: Text, places: Sequence[int]) -> bool:
    """Whether the line mostly stands first or last on its page, where page feeds part pages."""
    lines = text.lines

    def is_feed(order: Iterable[int]) -> bool:
        beyond = next((i for i in order if 0 <= i < len(lines) and i not in text.numbers), None)
        return beyond is not None and lines[beyond].rule and lines[beyond].breaks == "head"

    at_feeds = sum(
        is_feed(range(at - 1, at - 3, -1)) or is_feed(range(at + 1, at + 3)) for at in places
    )
    return at_feeds >= _OFTEN and at_feeds > len(places) // 2


def _is_at_page_ends(text: Text, places: Sequence[int]) -> bool:
    """Whether the line mostly stands where a page ends, whatever its sentences do there.

    A page ends beside its number, below its notes, and before a title of the next part. A force's
    name in the numbers graphic says nothing either way. A whole sentence that closes chapters is
    text.
    """
    if _is_whole_sentence(text.lines[places[0]].text):
        return False
    outside = [at for at in places if not is_in_graphic(text, at)]
    ends = sum(1 for at in outside if _is_at_page_end(text, at))
    return ends >= _OFTEN and ends > len(outside) // 2


def _is_whole_sentence(text: str) -> bool:
    return len(text) >= _WHOLE and ends_sentence(text)


def _is_at_page_end(text: Text, at: int) -> bool:
    if at - 1 in text.numbers or at + 1 in text.numbers:
        return True
    lines = text.lines

    def neighbour(order: Iterable[int]) -> Line | None:
        """Return the next line that is no rule and no other running line."""
        for index in order:
            line = lines[index]
            runs = text.times[text.signs[index]] >= _OFTEN and line.text != lines[at].text
            if not (line.rule or (runs and not _is_whole_sentence(line.text))):
                return line
        return None

    before = neighbour(range(at - 1, max(-1, at - _REACH // 2), -1))
    after = neighbour(range(at + 1, min(len(lines), at + _REACH // 2)))
    below_notes = before is not None and before.note is not None
    own = lines[at].heading
    return below_notes or (after is not None and 0 < after.heading <= (own or after.heading))


def _cuts_sentences(text: Text, places: Sequence[int]) -> bool:
    """Whether the line stands, often enough, between two parts of one sentence.

    One that stands close below other lines is a paragraph's own, which is printed twice, unless
    it comes on page after page.
    """
    lines = text.lines
    apart = sum(lines[at].gap or lines[max(0, at - 1)].rule for at in places)
    if len(places) < _REGULAR and apart <= len(places) // 2:
        return False
    cuts = sum(1 for at in places if _cuts(text, at))
    return cuts >= 1 and (len(places) >= _OFTEN or cuts >= 2)


def _cuts(text: Text, at: int) -> bool:
    """Whether an open sentence goes on after the line, over all else that a page's end holds.

    Notes, rules, page numbers and other short lines that come as often are no part of it.
    """
    lines = text.lines
    often = max(_OFTEN, text.times[text.signs[at]] // 2)

    def neighbour(order: Iterable[int]) -> Line | None:
        for index in order:
            line = lines[index]
            apart = line.rule or line.note is not None or index in text.numbers
            label = len(line.text) < 2 * _SENTENCE and not begins_lower(line.text)
            if not apart and not (label and text.times[text.signs[index]] >= often):
                return line
        return None

    before = neighbour(range(at - 1, max(-1, at - _REACH), -1))
    after = neighbour(range(at + 1, min(len(lines), at + _REACH // 2)))
    return (
        before is not None
        and after is not None
        and before.is_prose
        and len(before.text) >= _SENTENCE
        and not ends_sentence(before.text)
        and after.is_prose
        and after.marker is None
        and begins_lower(after.text)
    )


def _is_inside_page(lines: Sequence[Line], at: int) -> bool:
    """Whether text of the line's own page, where that is known, stands both above and below it."""
    page = lines[at].page
    around = (lines[max(at - 1, 0)], lines[min(at + 1, len(lines) - 1)])
    return page is not None and all(
        other.page == page and other is not lines[at] and not other.rule for other in around
    )


def _is_regular(text: Text, places: Sequence[int], words: Sequence[int]) -> bool:
    """Whether the line comes about once a page, all through, and is not part of a pattern.

    Captions' sources and grades come often, but in clumps, or always after the same line. Marked
    headings ("Case study") may come so, too. Where pages are known, it stands at their ends.
    """
    first = text.lines[places[0]]
    if first.heading or _is_whole_sentence(first.text):
        return False
    if 2 * sum(_is_inside_page(text.lines, at) for at in places) > len(places):
        return False
    if len(words) < max(_REGULAR, _PER_PAGE * len(text.numbers)):
        return False
    gaps = [second - first for first, second in pairwise(words)]
    low, high = _PAGE_WORDS
    full = sum(1 for gap in gaps if low <= gap <= high)
    before = Counter(text.signs[at - 1] for at in places if at and at - 1 not in text.numbers)
    return (
        full >= len(gaps) * 0.8
        and low * 2 <= median(gaps) <= high * 0.8
        and max(before.values(), default=0) <= len(places) // 2
    )
