# SPDX-License-Identifier: MIT
"""What is certain in a section's text that came without its line ends.

Each function takes a text and gives it back with line ends (or in parts) where something can only
be one thing; all else stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from peelviewer.reading.actions import recommends
from peelviewer.reading.grades import SCALE, grade
from peelviewer.reading.graphic import ONE_VALUE
from peelviewer.reading.lines import SMALL
from peelviewer.reference.catalogue import recognise

GRADE = "|".join(
    rf"{word[0].upper()}{word[1:]}".replace(" ", r"\s+")
    for word in sorted(SCALE, key=len, reverse=True)
)
_BEHIND_GRADE = r"(?=\s+[A-Z‘“•*]|\s*$)"
_AFTER_TITLE = re.compile(rf"(?P<grade>{GRADE}){_BEHIND_GRADE}")
_OVERALL = re.compile(
    r"(?P<head>\bOverall\s+judge?ment(?:\s?\d{1,3}|<sup>\d{1,3}</sup>|[⁰¹²³⁴-⁹]{1,3})?)"
    rf"\s+(?P<grade>{GRADE}){_BEHIND_GRADE}"
)
ADDED = "+"
"""Stands before an item whose sign is lost; no other line begins with it."""
_SIGNS = "•▪●◦‣\uf0b7\uf0a7\uf0d8"
_BULLETS = f"{_SIGNS}-"
_STACK = re.compile(rf"(?:\s[{_SIGNS}]){{2,}}(?=\s|$)")  # bullets apart from their items
# Before an item: a bullet that nothing else can be; a hyphen only behind a sentence's end or ";".
_BULLET = re.compile(
    rf"\s+(?=[{_SIGNS}]\s)|(?:(?<=[.?!;:])|(?<=; and)|(?<=; or))\s+(?=-\s+[A-Za-z])"
    rf"|^(?=[{_BULLETS}]\s)"
)
# A heading of actions at a sentence's start, followed by what only an action begins with: a bullet,
# "To", "By", "Within", or who should do something.
_ACTIONS = re.compile(
    r"(?:^|(?<=[.?!:;])\s+|(?<=[a-z])\s+(?=Recommendations\s+(?:By|Within)\s))"
    r"(?P<head>Causes? (?:of|for) concern(?=\s+[A-Z])"
    rf"|(?:Areas? for improvement|Recommendations?)(?=\s+(?:[{_BULLETS}]\s|(?:To|By|Within)\s"
    r"|[A-Z][\w’&-]*\s+(?:\w+\s+){0,5}?(?:should|needs?|must)\b)))\s+"
)
# A sentence ends before the next one, and before the page's number.
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“]|\d{1,3}(?:\s+[A-Z]|\s*$))")
_DUTY = re.compile(r"[A-Z][\w&’'-]*\s+(?:\w+\s+){0,5}?(?:should|must|needs?\s+to)\b")
# A figure that is a picture: caption, source, and where more is said about the data.
_PICTURE = re.compile(
    r"(?:^|\s+)(?P<caption>Figure\s+\d{1,3}\s*:\s[^.?!]{8,240}?)\s+"
    r"(?P<source>Source:\s+[A-Z][\w ,’-]{3,100}?)\s+"
    r"(?P<more>For\s+further\s+information\s+about\s+(?:these|this)\s+data,?\s+(?:please\s+)?"
    r"see\s+[Aa]nnex\s+[A-Z]\.?)(?=\s|$)"
)
# What more is said about a figure's data ends its matter, also where a table stands before it.
_MORE = re.compile(
    r"(?P<more>\bFor\s+further\s+information\s+about\s+(?:these|this|the)\s+data\b[^.?!]{0,60}?"
    r"\bsee\s+[Aa]nnex\s+[A-Z]\.?)\s+(?=[A-Z‘“])"
)
# A lead, and items without signs: all but the last one end with a semicolon.
_UNSIGNED = re.compile(
    r"(?P<lead>[^.:;?!]{10,200}\b(?:should|must|sure that|immediately):)\s+"
    r"(?P<items>(?:[a-z][^.:;?!]+;\s+)+[a-z][^.:;?!]+\.)(?=\s|$)"
)
_ITEM_END = re.compile(r"(?<=;)\s+(?!(?:and|or)\s)|(?<=; and)\s+|(?<=; or)\s+")
_LONGEST = 400  # characters of a label, or of a sentence that is an action
_CAPITAL = re.compile(r"(?<!\S)[A-Z]")


def spaced(title: str) -> str:
    """Return a pattern of ``title`` with any white space between its words.

    A hyphen may have white space after it, which a line's end has left there.
    """
    words = r"\s+".join(map(re.escape, re.sub(r"-\s+", "-", title).split()))
    return re.sub(r"(?<=\w)\\-(?=\w)", r"-\\s*", words)


def with_pairs(text: str, names: Sequence[str]) -> str:
    """Return the numbers graphic, each whole pair of a known measure on lines of its own."""
    if not names:
        return text
    own, nation = f"({'|'.join(map(spaced, names))})", r"(England\s+and\s+Wales)"
    one, two, behind = rf"({ONE_VALUE})", rf"({ONE_VALUE})", r"(?=\s+[A-Z*]|\s*$)"
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


def below(text: str, titles: Sequence[str], lower: frozenset[str]) -> Iterator[str]:
    """Yield what stands below a title: its grade, what is certain, and the rest.

    ``lower`` are the report's words in lower case.
    """
    text = text.strip()
    found = _AFTER_TITLE.match(text)
    if found and not _AFTER_TITLE.match(text[found.end() :].strip()):
        yield found[0]
        text = text[found.end() :].strip()
    text = _OVERALL.sub(r"\n\n\g<head>\n\n\g<grade>\n\n", text)
    text = _with_lists(text, titles)
    text = _PICTURE.sub(r"\n\n\g<caption>\n\n\g<source>\n\n\g<more>\n\n", text)
    text = _MORE.sub(r"\g<more>\n\n", text)
    for part in (part.strip() for part in text.split("\n\n")):
        yield from _with_actions(part, lower)


def _with_lists(text: str, titles: Sequence[str]) -> str:
    """Return ``text`` with titles and grades that follow each other on lines of their own.

    Grades that all stand together head columns that are lost: which titles are whose is unknown.
    """
    anyone = "|".join(spaced(title) for title in sorted(set(titles), key=len, reverse=True))
    item = rf"(?:{anyone}|{GRADE})"
    run = re.compile(rf"(?:(?<=\s)|^){item}(?:\s+{item})+{_BEHIND_GRADE}")
    single = re.compile(item)

    def lined(found: re.Match[str]) -> str:
        items = single.findall(found[0])
        graded = [at for at, one in enumerate(items) if grade(one) is not None]
        if len(graded) > 1 and graded[-1] - graded[0] == len(graded) - 1:
            return found[0]
        return "\n\n" + "\n\n".join(items) + "\n\n"

    return run.sub(lined, text)


def _with_actions(text: str, lower: frozenset[str]) -> Iterator[str]:
    """Yield a text with its headings of actions on lines, where the actions are certain."""
    at = 0
    for found in [*_ACTIONS.finditer(text), None]:
        end = found.start() if found else len(text)
        if found and not _is_clear(_first(text, found.end()), lower):
            continue
        if at:
            below_it = text[at:end]
            yield from _announced(_STACK.sub("", below_it).strip())
            yield from (f"\\{stack[0].strip()}" for stack in _STACK.finditer(below_it))
        else:
            yield from _items(text[:end])
        if found:
            yield found["head"]
            at = found.end()


def _first(text: str, start: int) -> str:
    """Return what stands below a heading of actions, up to the next such heading."""
    following = _ACTIONS.search(text, start)
    end = following.start() if following else len(text)
    return text[start : min(end, start + _LONGEST)]


def _is_clear(text: str, lower: frozenset[str]) -> bool:
    """Whether it is clear where the first action below a heading ends.

    It stands behind a bullet, or one sentence announces such, or it is one sentence. A sentence
    set as a heading has no full stop and runs into the next one, which begins with a word that
    is no name, or that a name does not stand behind.
    """
    first = _SENTENCE.split(text, maxsplit=1)[0]
    runs_on = any(
        before.islower()
        and before[-1].isalpha()
        and word[0].isupper()
        and (word.lower() in lower or not (SMALL.match(before) or word.isupper()))
        for before, word in pairwise(first.split())
    )
    return text[0] in _BULLETS or not runs_on


def _announced(text: str) -> Iterator[str]:
    """Yield what stands below a heading of actions: items, or its first sentences."""
    if _BULLET.search(text):
        yield from _items(text)
        return
    if listed := _UNSIGNED.match(text):
        yield listed["lead"]
        yield "\n".join(f"{ADDED} {item}" for item in _ITEM_END.split(listed["items"]))
        yield text[listed.end() :].strip()
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
    if items and recommends(intro):
        *before, lead = _SENTENCE.split(intro)
        yield " ".join(before)
        yield lead
    else:
        yield intro
    if items:
        last, *rest = _SENTENCE.split(items[-1], maxsplit=1)
        yield "\n".join((*items[:-1], last))
        yield from rest
