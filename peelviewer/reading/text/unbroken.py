# SPDX-License-Identifier: MIT
"""A text that came without its line ends gets those back that are certain.

Some copies of reports are one single line. What such a text still has is its contents list: the
titles in order, each with its page; without one, the titles that reports have had are looked for.
Those found in the text behind the list stand on lines of their own again, and with them what can
only be one thing: grades that follow a title, headings of actions, items behind a bullet, the
pairs of the numbers graphic, captions of pictures. Everything else stays one paragraph under its
title; no word is moved or changed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

import msgspec

from peelviewer.reading.chain import Place, best_chain
from peelviewer.reading.cover import INSPECTION
from peelviewer.reading.forces import force_in
from peelviewer.reading.known_titles import known_titles
from peelviewer.reading.text.certain import ADDED, GRADE, below, spaced, with_pairs
from peelviewer.reading.text.folios import with_folios
from peelviewer.reference.months import MONTHS

_LONG = 150  # words a line on average: no text that has its lines has so many
_FEWEST = 120  # words of a text that can be a report
_LARGEST = 3_000_000  # characters; a report has less than a million
_COVER = 6_000  # characters in which the contents list begins
_ENTRY = 300  # characters of an entry, at most
_ENTRIES = 400
_COPIES = 60  # places of one title that are looked at
_FAR = 100  # pages from one entry to the next, at most
_KNOWN = 5  # titles that a text without a contents list must have
_SHORT = 4  # words of a title below which running text can have it by chance
_CHANCE = 2  # words that it easily has

_MARKS = re.compile(r"\*\*|(?<!\S)#{1,6}\s+")
_TAGS = re.compile(r"</?(?:b|strong|i|em|u)>")
_CONTENTS = re.compile(r"\b(?:Table of [Cc]ontents|Contents|CONTENTS)\b:?")
_PAGE = re.compile(r"(?:(?<=[\s.…·_])|(?<=[^\W\d_])|(?<=[?!)’]))\d{1,3}(?=\s|$)")
_LEADS = r"[\s.…·_]*\d{1,3}(?=\s|$)"  # from a title to its page
_LEADER = " \t\r\n.…·_|"
_ON_COVER = re.compile(
    rf"\s+(?=PEEL\b[^.]{{0,120}}20\d\d|An?\s+inspection\s+of\b|©|ISBN\b|www\.|Published\b"
    rf"|(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\s+20\d\d\b)"
)
_IN_NUMBERS = re.compile(r"\bin\s+(?:numbers|context)\b", re.IGNORECASE)
_OFTEN = 4  # times that a running line comes, at least
_FEW = 2  # spaces in one of the cover's lines that is run along the pages, at least
_CAPITALS = re.compile(r"(?<!\S)(?:[A-Z\d&’'./–-]+\s+){3,}[A-Z\d&’'./–-]+(?!\S)")
_NUMBER = re.compile(r"(?<=[.?!])\s+(\d{1,3})\s*$")
_ITEM_NUMBER = re.compile(r"(?:^|[.?!:;”)]\s+)\(?\d{1,2}[.)]$")


class Parted(msgspec.Struct, frozen=True):
    """A text with its certain lines, as Markdown, and the lines that run along its pages."""

    text: str
    running: frozenset[str]

    @property
    def shown(self) -> str:
        """The text in its lines and nothing else."""
        added = re.escape(ADDED)
        return re.sub(rf"^## |^{added} |\\(?=[\[<])|^\\", "", self.text, flags=re.MULTILINE)


def parted(text: str, *, is_plain: bool = False) -> Parted | None:
    """Return ``text`` with the line ends that are certain; ``None`` where there is no need or way.

    What looks like a link or a tag is one in Markdown only; in plain text (``is_plain``) it stays.
    That is where it has its lines, or neither a contents list nor known titles to go by.
    """
    if not is_unbroken(text):
        return None
    text = text.replace("[", r"\[").replace("<", r"\<") if is_plain else _TAGS.sub("", text)
    bare = with_folios(
        _MARKS.sub("", text)
    )  # what Markdown's marks say of a line, they say no longer
    for found in _CONTENTS.finditer(bare, 0, min(len(bare), _COVER)):
        entries = _entries(bare, found.end())
        if len(entries) > 1:
            return _parted(bare, found.start(), found.end(), entries)
    return _by_known_titles(bare)


def is_unbroken(text: str) -> bool:
    """Whether a text of some length has hardly any line ends."""
    if len(text) > _LARGEST:
        return False
    rows = sum(1 for row in text.split("\n") if row.strip())
    words = text.count(" ")
    return words >= _FEWEST and words >= _LONG * rows


class _Entry(msgspec.Struct, frozen=True):
    """A title of the contents list, and where its entry ends."""

    title: str
    page: int
    end: int


def _entries(text: str, start: int) -> list[_Entry]:
    """Return the contents list that begins at ``start``: it ends where its first title returns."""
    found = [*_titles(text, start, min(len(text), start + _ENTRY), 1)]
    if not found:
        return []
    first = found[0]
    page = re.escape(text[: first.end].rpartition(first.title.split()[-1])[2])
    again = re.compile(rf"{spaced(first.title)}(?:{page}(?=\s)|(?!{_LEADS}))")
    begins = again.search(text, first.end)
    return [*_titles(text, start, begins.start(), _ENTRIES)] if begins else []


def _titles(text: str, start: int, end: int, most: int) -> Iterator[_Entry]:
    """Yield entries, each up to a page number that is not below the one before."""
    last = 0
    for _ in range(most):
        for number in _PAGE.finditer(text, start, min(end, start + _ENTRY)):
            title = " ".join(text[start : number.start()].strip(_LEADER).split())
            page = int(number[0])
            if any(map(str.isalpha, title)) and last <= page <= last + _FAR:
                yield _Entry(title, page, number.end())
                start, last = number.end(), page
                break
        else:
            return


def _parted(text: str, start: int, end: int, entries: Sequence[_Entry]) -> Parted:
    """Return the text in lines by its contents list: the cover, the list, and the rest."""
    listed = [text[start:end]]
    listed += [text[a:b] for a, b in pairwise((end, *(entry.end for entry in entries)))]
    titles = [entry.title for entry in entries]
    pages = [entry.page for entry in entries]
    return _lined(text[:start], listed, text[entries[-1].end :], titles, pages)


def _by_known_titles(text: str) -> Parted | None:
    """Return the text in lines by the titles that reports have had; ``None`` if it has too few.

    A report on one pillar has questions, another one the pillars' chapters.
    """
    for titles in known_titles():
        there = [title for title in titles if re.search(spaced(title), text)]
        places = _chosen(text, there)
        if len(places) >= _KNOWN:
            first = next(iter(places.values())).first
            return _lined(text[:first], (), text[first:], there)
    return None


def _lined(
    cover: str,
    listed: Sequence[str],
    body: str,
    titles: Sequence[str],
    pages: Sequence[int] = (),
) -> Parted:
    """Return the parts of a text in lines, each title with what stands below it.

    ``pages`` are the titles' pages, where a contents list names them.
    """
    cover = _ON_COVER.sub("\n\n", cover)
    parts = [cover, *listed]
    running = _running(body, cover)
    for line in sorted(running, key=len, reverse=True):
        body = re.sub(rf"(?<!\S){spaced(line)}(?!\S)", f"\n\n{line}\n\n", body)
    inspection = INSPECTION.search(cover)
    named = inspection["force"].split("\n")[0].strip() if inspection else ""
    force = force_in(named)
    names = tuple(filter(None, (named, force.name if force else "")))
    lower = frozenset(word for word in body.split() if word.islower())
    chosen = _chosen(body, titles)
    spans = [(0, 0), *((place.first, place.end) for place in chosen.values())]
    begun = [pages[number] if pages else None for number in chosen]
    ends = [(first, page) for (first, _), page in zip(spans[1:], begun, strict=True)]
    for (first, behind), (following, page) in zip(spans, [*ends, (len(body), None)], strict=True):
        heading = body[first:behind]
        under = _without_number(body[behind:following], page)
        if _IN_NUMBERS.search(heading):
            under = with_pairs(under, names)
        parts += [
            f"## {' '.join(heading.split())}" if heading else "",
            *below(under, titles, lower),
        ]
    lines = "\n\n".join(part.strip() for part in parts if part.strip())
    return Parted(text=f"{lines}\n", running=running)


def _without_number(text: str, page: int | None) -> str:
    """Set the page's number apart that a sentence ends with before a title on ``page``."""
    found = _NUMBER.search(text)
    if page is None or found is None or not page - 1 <= int(found[1]) <= page:
        return text
    return f"{text[: found.start()]}\n\n{found[1]}"


def _running(body: str, cover: str) -> frozenset[str]:
    """Return what comes again and again: words in capitals, or a line of the cover."""
    times = Counter(" ".join(found[0].split()) for found in _CAPITALS.finditer(body))
    often = {text for text, count in times.items() if count >= _OFTEN}
    for line in (" ".join(line.split()) for line in cover.split("\n\n")):
        if line.count(" ") >= _FEW and body.count(line) >= _OFTEN:
            often.add(line)
    return frozenset(often)


def _chosen(body: str, titles: Sequence[str]) -> dict[int, Place]:
    """Return where titles stand, by their numbers: as many as can be, in order, fitting best.

    Of two chains that fit alike the later one is taken: what an overview names comes first, and
    is no heading.
    """
    most = len(body) * len(titles) + 1
    anyone = "|".join(spaced(title) for title in sorted(set(titles), key=len, reverse=True))
    listed = re.compile(rf"\s*(?:{GRADE})\s+(?:{anyone})(?!\w)")

    def places(title: str) -> list[Place]:
        pattern = re.compile(rf"{spaced(title)}(?:\d{{1,3}}(?=\s))?(?![\w,;-])")
        return [
            Place(found.start(), found.end(), fit * most + found.start())
            for found in islice(pattern.finditer(body), _COPIES)
            if (fit := _fit(body, found, title, tuple(titles), listed))
        ]

    return best_chain(map(places, titles), len(body))


def _fit(
    body: str,
    found: re.Match[str],
    title: str,
    titles: tuple[str, ...],
    listed: re.Pattern[str],
) -> int:
    """Return how well a title fits in a place: what stands before it ends, what follows begins."""
    before = body[max(0, found.start() - _ENTRY) : found.start()].rstrip()
    follows = body[found.end() : found.end() + 3].lstrip()
    begins = not before or before[-1] in ".?!:;”’)…"
    begins = (begins and not _ITEM_NUMBER.search(before[-12:])) or before.endswith(titles)
    ends = not follows or follows[0].isupper() or follows[0] in "‘“•"
    is_alone = not listed.match(body, found.end())
    words = len(title.split())
    if words >= _SHORT:
        return begins + ends + is_alone if begins or ends else 0
    if not begins:  # a running line or a page's number may stand before it
        begins = before[-1].isdigit() or (words > _CHANCE and body.count(found[0]) == 1)
    return 1 + is_alone if begins and ends else 0
