# SPDX-License-Identifier: MIT
"""A text that came without its line ends gets those back that are certain.

Some copies of reports are one single line. What such a text still has is its contents list: the
titles in order, each with its page. The titles are looked for in the text behind the list and
stand on lines of their own again, and with them what can only be one thing: grades that follow a
title, headings of actions, items behind a bullet, the pairs of the numbers graphic, captions of
pictures. Everything else stays one paragraph under its title; no word is moved or changed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from peelviewer.reading.chain import Best
from peelviewer.reading.cover import INSPECTION
from peelviewer.reading.forces import force_in
from peelviewer.reading.grades import SCALE
from peelviewer.reference.catalogue import recognise
from peelviewer.reference.months import MONTHS

_LONG = 150  # words a line on average: no text that has its lines has so many
_FEWEST = 120  # words of a text that can be a report
_LARGEST = 3_000_000  # characters; a report has less than a million
_COVER = 6_000  # characters in which the contents list begins
_ENTRY = 300  # characters of an entry, at most
_ENTRIES = 400
_COPIES = 60  # places of one title that are looked at
_FAR = 100  # pages from one entry to the next, at most
_SHORT = 4  # words of a title below which running text can have it by chance
_CHANCE = 2  # words that it easily has

_GRADE = "|".join(
    rf"{word[0].upper()}{word[1:]}".replace(" ", r"\s+")
    for word in sorted(SCALE, key=len, reverse=True)
)
_BEHIND_GRADE = r"(?=\s+[A-Z‘“•*]|\s*$)"
_MARKS = re.compile(r"</?(?:b|strong|i|em|u)>|\*\*|(?<!\S)#{1,6}\s+")
_CONTENTS = re.compile(r"\b(?:Table of [Cc]ontents|Contents|CONTENTS)\b:?")
_PAGE = re.compile(r"(?:(?<=[\s.…·_])|(?<=[^\W\d_])|(?<=[?!)’]))\d{1,3}(?=\s|$)")
_LEADS = r"[\s.…·_]*\d{1,3}(?=\s|$)"  # from a title to its page
_LEADER = " \t\r\n.…·_|"
_ON_COVER = re.compile(
    rf"\s+(?=PEEL\b[^.]{{0,120}}20\d\d|An?\s+inspection\s+of\b|©|ISBN\b|www\.|Published\b"
    rf"|(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\s+20\d\d\b)"
)
_IN_NUMBERS = re.compile(r"\bin\s+(?:numbers|context)\b", re.IGNORECASE)
_AFTER_TITLE = re.compile(rf"(?P<grade>{_GRADE}){_BEHIND_GRADE}")
_OVERALL = re.compile(
    r"(?P<head>\bOverall\s+judge?ment(?:\s?\d{1,3}|<sup>\d{1,3}</sup>)?)"
    rf"\s+(?P<grade>{_GRADE}){_BEHIND_GRADE}"
)
_BULLETS = "•▪●◦‣-"
_BULLET = re.compile(
    r"\s+(?=[•▪●◦‣]\s)|(?:(?<=[.?!;:])|(?<=; and)|(?<=; or))\s+(?=-\s+[A-Za-z])"
    rf"|^(?=[{_BULLETS}]\s)"
)
_ACTIONS = re.compile(
    r"(?:^|(?<=[.?!:;])\s+)(?P<head>Areas? for improvement|Causes? of concern|Recommendations?)\s+"
    rf"(?=[{_BULLETS}]\s|To\s+address|(?:[A-Z][\w’&-]*\s+)(?:\w+\s+){{0,5}}?"
    r"(?:should|needs?|must|is|are|does|has|wait)\b)"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“])")
_DUTY = re.compile(r"[A-Z][\w&’'-]*\s+(?:\w+\s+){0,5}?(?:should|must|needs?\s+to)\b")
_PICTURE = re.compile(
    r"(?:^|\s+)(?P<caption>Figure\s+\d{1,3}\s*:\s[^.?!]{8,240}?)\s+"
    r"(?P<source>Source:\s+[A-Z][\w ,’-]{3,100}?)\s+"
    r"(?P<more>For\s+further\s+information\s+about\s+(?:these|this)\s+data,?\s+(?:please\s+)?"
    r"see\s+[Aa]nnex\s+[A-Z]\.?)(?=\s|$)"
)
_LONGEST = 400  # characters of a label, or of a sentence that is an action
_OFTEN = 4  # times that a running line comes, at least
_FEW = 2  # spaces in one of the cover's lines that is run along the pages, at least
_CAPITALS = re.compile(r"(?<!\S)(?:[A-Z\d&’'./–-]+\s+){3,}[A-Z\d&’'./–-]+(?!\S)")
_CAPITAL = re.compile(r"(?<!\S)[A-Z]")
_VALUE = r"(?:[+\-–]?£?\d[\d,]*(?:\.\d+)?(?:%|p|m)?|[–-])"
_ITEM_NUMBER = re.compile(r"(?:^|[.?!:;”)]\s+)\(?\d{1,2}[.)]$")


class Parted(msgspec.Struct, frozen=True):
    """A text with its certain lines, as Markdown, and the lines that run along its pages."""

    text: str
    running: frozenset[str]


def parted(text: str) -> Parted | None:
    """Return ``text`` with the line ends that are certain; ``None`` where there is no need or way.

    That is where it has its lines, or no contents list to go by.
    """
    if not is_unbroken(text):
        return None
    bare = _MARKS.sub("", text)  # what Markdown's marks say of a line, they say no longer
    for found in _CONTENTS.finditer(bare, 0, min(len(bare), _COVER)):
        entries = _entries(bare, found.end())
        if len(entries) > 1:
            return _parted(bare, found.start(), found.end(), entries)
    return None


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
    end: int


def _entries(text: str, start: int) -> list[_Entry]:
    """Return the contents list that begins at ``start``: it ends where its first title returns."""
    found = [*_titles(text, start, min(len(text), start + _ENTRY), 1)]
    if not found:
        return []
    first = found[0]
    page = re.escape(text[: first.end].rpartition(first.title.split()[-1])[2])
    again = re.compile(rf"{_spaced(first.title)}(?:{page}(?=\s)|(?!{_LEADS}))")
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
                yield _Entry(title, number.end())
                start, last = number.end(), page
                break
        else:
            return


def _spaced(title: str) -> str:
    return r"\s+".join(map(re.escape, title.split()))


def _parted(text: str, start: int, end: int, entries: Sequence[_Entry]) -> Parted:
    """Return the text in lines: cover, contents list, and each title with what stands below it."""
    cover = _ON_COVER.sub("\n\n", text[:start])
    parts = [cover, text[start:end]]
    parts += [text[a:b] for a, b in pairwise((end, *(entry.end for entry in entries)))]
    body = text[entries[-1].end :]
    running = _running(body, cover)
    for line in sorted(running, key=len, reverse=True):
        body = re.sub(rf"(?<!\S){_spaced(line)}(?!\S)", f"\n\n{line}\n\n", body)
    titles = [entry.title for entry in entries]
    inspection = INSPECTION.search(cover)
    named = inspection["force"].split("\n")[0].strip() if inspection else ""
    force = force_in(named)
    names = tuple(filter(None, (named, force.name if force else "")))
    lower = frozenset(word for word in body.split() if word.islower())
    places = [(0, 0), *_chosen(body, titles), (len(body), len(body))]
    for (first, behind), (following, _) in pairwise(places):
        heading = body[first:behind]
        below = body[behind:following]
        if _IN_NUMBERS.search(heading):
            below = _with_pairs(below, names)
        parts += [
            f"## {' '.join(heading.split())}" if heading else "",
            *_below(below, titles, lower),
        ]
    lines = "\n\n".join(part.strip() for part in parts if part.strip())
    return Parted(text=f"{lines}\n", running=running)


def _running(body: str, cover: str) -> frozenset[str]:
    """Return what comes again and again: words in capitals, or a line of the cover."""
    times = Counter(" ".join(found[0].split()) for found in _CAPITALS.finditer(body))
    often = {text for text, count in times.items() if count >= _OFTEN}
    for line in (" ".join(line.split()) for line in cover.split("\n\n")):
        if line.count(" ") >= _FEW and body.count(line) >= _OFTEN:
            often.add(line)
    return frozenset(often)


def _chosen(body: str, titles: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the titles stand: as many as can be, in order, where they fit best.

    Of two chains that fit alike the later one is taken: what an overview names comes first, and
    is no heading.
    """
    best = Best(len(body) + 1)
    most = len(body) * len(titles) + 1
    links: dict[tuple[int, int], tuple[int, int] | None] = {}
    ends: dict[tuple[int, int], int] = {}
    anyone = "|".join(_spaced(title) for title in sorted(set(titles), key=len, reverse=True))
    listed = re.compile(rf"\s*(?:{_GRADE})\s+(?:{anyone})(?!\w)")
    for number, title in enumerate(titles):
        pattern = re.compile(rf"{_spaced(title)}(?:\d{{1,3}}(?=\s))?(?![\w,;-])")
        made = []
        for _, found in zip(range(_COPIES), pattern.finditer(body), strict=False):
            if fit := _fit(body, found, title, tuple(titles), listed):
                total, link = best.before(found.start())
                made.append((found, total + fit * most + found.start(), link))
        for found, total, link in made:
            links[number, found.start()] = link
            ends[number, found.start()] = found.end()
            best.put(found.end() - 1, total, (number, found.start()))
    _, step = best.before(len(body))
    places: list[tuple[int, int]] = []
    while step is not None:
        places.append((step[1], ends[step]))
        step = links[step]
    return places[::-1]


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


def _with_pairs(text: str, names: Sequence[str]) -> str:
    """Return the numbers graphic, each whole pair of a known measure on lines of its own."""
    if not names:
        return text
    own, nation = f"({'|'.join(map(_spaced, names))})", r"(England\s+and\s+Wales)"
    one, two, behind = rf"({_VALUE})", rf"({_VALUE})", r"(?=\s+[A-Z*]|\s*$)"
    orders = ((own, nation, one, two), (own, one, nation, two))
    pattern = re.compile("|".join(r"\s+" + r"\s+".join(order) + behind for order in orders))
    parts: list[str] = []
    at = 0
    for found in pattern.finditer(text):
        above, label = _label(text[at : found.start()])
        items = [item for item in found.groups() if item]
        parts += [above, label, *items] if label else [text[at : found.end()]]
        at = found.end()
    return "\n\n".join([*parts, text[at:]])


def _label(text: str) -> tuple[str, str]:
    """Return what stands above a pair's label, and the label: a known measure's, or none."""
    for found in _CAPITAL.finditer(text, max(0, len(text) - _LONGEST)):
        if recognise(text[found.start() :]) is not None:
            return text[: found.start()], text[found.start() :]
    return text, ""


def _below(text: str, titles: Sequence[str], lower: frozenset[str]) -> Iterator[str]:
    """Yield what stands below a title: its grade, what is certain, and the rest.

    ``lower`` are the report's words in lower case.
    """
    text = text.strip()
    if found := _AFTER_TITLE.match(text):
        yield found[0]
        text = text[found.end() :].strip()
    text = _OVERALL.sub(r"\n\n\g<head>\n\n\g<grade>\n\n", text)
    text = _with_lists(text, titles)
    text = _PICTURE.sub(r"\n\n\g<caption>\n\n\g<source>\n\n\g<more>\n\n", text)
    for part in (part.strip() for part in text.split("\n\n")):
        yield from _with_actions(part, lower)


def _with_lists(text: str, titles: Sequence[str]) -> str:
    """Return ``text`` with titles and grades that follow each other on lines of their own."""
    anyone = "|".join(_spaced(title) for title in sorted(set(titles), key=len, reverse=True))
    item = rf"(?:{anyone}|{_GRADE})"
    run = re.compile(rf"(?:(?<=\s)|^){item}(?:\s+{item})+{_BEHIND_GRADE}")
    single = re.compile(item)
    return run.sub(lambda m: "\n\n" + "\n\n".join(single.findall(m[0])) + "\n\n", text)


def _with_actions(text: str, lower: frozenset[str]) -> Iterator[str]:
    """Yield a text with its headings of actions on lines, where the actions are certain."""
    at = 0
    for found in [*_ACTIONS.finditer(text), None]:
        end = found.start() if found else len(text)
        if found and not _is_clear(text[found.end() : found.end() + _LONGEST], lower):
            continue
        if at:
            yield from _announced(text[at:end].strip())
        else:
            yield from _items(text[:end])
        if found:
            yield found["head"]
            at = found.end()


def _is_clear(text: str, lower: frozenset[str]) -> bool:
    """Whether it is clear where the first action below a heading ends.

    It stands behind a bullet, or one sentence announces such, or it is one sentence. A sentence
    set as a heading has no full stop and runs into the next one, which begins with a word that
    is no name.
    """
    first = _SENTENCE.split(text, maxsplit=1)[0]
    runs_on = any(
        before.islower() and before[-1].isalpha() and word[0].isupper() and word.lower() in lower
        for before, word in pairwise(first.split())
    )
    return text[0] in _BULLETS or not runs_on


def _announced(text: str) -> Iterator[str]:
    """Yield what stands below a heading of actions: items, or its first sentences."""
    if _BULLET.search(text):
        yield from _items(text)
        return
    sentence, *rest = _SENTENCE.split(text, maxsplit=1)
    while sentence:
        yield sentence
        if not rest or not _DUTY.match(rest[0]):
            break
        sentence, *rest = _SENTENCE.split(rest[0], maxsplit=1)
    yield from rest


def _items(text: str) -> Iterator[str]:
    """Yield a text's items behind bullets, each on a line.

    Where the last one ends is certain for its first sentence only: what follows stays text.
    """
    intro, *items = _BULLET.split(text)
    yield intro
    if items:
        last, *rest = _SENTENCE.split(items[-1], maxsplit=1)
        yield "\n".join((*items[:-1], last))
        yield from rest
