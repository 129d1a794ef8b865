# SPDX-License-Identifier: MIT
"""The numbers graphic: a label, two names, two values, in whatever order the source has them.

The most similar forces can stand beside the two: their value is in the table and in no pair.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import msgspec

from peelviewer.model.force import Force
from peelviewer.model.report import Mark
from peelviewer.reading.drafts import Draft, Pair
from peelviewer.reading.forces import known_force
from peelviewer.reading.lines import Line, begins_lower, cut, key, shifted
from peelviewer.reading.values import GONE, MINUS
from peelviewer.reference.forces import force_named
from peelviewer.reference.months import MONTHS

_SIGN = rf"[+{MINUS}]"
_AMOUNT = (
    rf"(?:{_SIGN}?\s?£?\d[\d,]*(?:\.\d+)?"
    r"(?:\s?(?:%|percent(?:age\spoints?)?|per\scent|pence|p|k|million|billion|m|bn)(?!\w))?)"
)
ONE_VALUE = rf"(?:{_AMOUNT}\*?|{GONE})"
"""The pattern of a value as printed, or of what stands in its place, in a longer text."""
VALUE = re.compile(
    rf"{_AMOUNT}\*?(?:\s?±\s?\d+(?:\.\d+)?\s?%?)?$|{GONE}\*?$",
    re.IGNORECASE,
)
_NAME = r"(?:England (?:and|&) Wales|[A-Z][\w&'’ -]{1,50}?)"
_NAMED = re.compile(rf"({_NAME})\s*:?\s+({ONE_VALUE})(?:[,;]?\s+({_NAME})\s*:?\s+({ONE_VALUE}))?$")
_GROUP = (
    r"(?i:(?:(?:most\s+)?similar\s+(?:police\s+)?(?:forces?|group|areas?)|MSG)"
    r"(?:\s+(?:average|mean|rate))?)"
)
_SIMILAR = re.compile(rf"{_GROUP}\*?:?$")
_NAMES = re.compile(rf"(.{{3,50}}?)\s+(?:({_GROUP})\s+)?(England (?:and|&) Wales)$")
_DASHES = ("-", "–", "—")
_TWO = re.compile(rf"({ONE_VALUE})\s+({ONE_VALUE})$")
_STARS = re.compile(r"[*†‡§:]+$")
# Words behind a force's name that make something else of it: "A Police target".
_MORE = re.compile(
    r"\b(?:targets?|plan(?:ned)?|forecasts?|project(?:ed|ions?)|predict(?:ed|ions?)|expected|estimate[sd]?"
    r"|similar|neighbours?|peers?|change"
    r"|difference|rank(?:ing)?|range|minimum|maximum|lowest|highest)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"20\d\d$")
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})$", re.IGNORECASE)
_NAMED_TWICE = 2  # names on one line
_ITEMS, _MOST_ITEMS = 4, 6  # names and values of a pair, and with the most similar forces
_BESIDE = 2  # cells of a name and its value
_COLUMNS = (3, 4)  # of a pair's table: label, force, similar forces or not, nation
_BOTH_VALUES = rf"(England (?:and|&) Wales)\s+({ONE_VALUE})\s+({ONE_VALUE})$"
_CAPITAL = re.compile(rf"\s(?!(?:{'|'.join(MONTHS)})\b)[A-Z][a-z]")
_SPACED = re.compile(r"\d{1,3}\s\d{3}$")  # "201 240" can be one number
_NATIONAL_WORDS = """
englandandwales englandwales national nationalaverage nationalrate englandandwalesaverage
englandandwalesrate
"""
_NATIONAL = frozenset(_NATIONAL_WORDS.split())
_THIS_FORCE = re.compile(r"(?:the|this|local) force\*?:?$", re.IGNORECASE)
_FORCE_WORDS = re.compile(r"(?:police|constabulary|police service|police force)\*?$", re.IGNORECASE)
_GOES_ON = re.compile(r"per\b|12 months|twelve months|as at|year (?:to|ending)|[a-z(]")
_OPEN_DATE = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})$", re.IGNORECASE)
# What a label cannot end with: a word or a date that is cut.
_UNFINISHED = re.compile(
    r"\b(?:a|all|and|as|as at|at|against|by|for|from|in|of|per|than|the|to|with|12|12 months)$"
    r"|\b(?:to|at|against|from|ending) \d{1,2}$",
    re.IGNORECASE,
)
_BEGINS_WITH_YEAR = re.compile(r"20\d\d (?:against|compared|to|and)\b")
_LONGEST_NAME = 45
_NAME_LINES = 3  # that a name stands on, at most

_Item: TypeAlias = tuple[str, str, tuple[Mark, ...]]
"""A name or a value: its kind, its words, and the notes that are called out in it."""


def is_national(text: str) -> bool:
    """Whether ``text`` names England and Wales as a whole."""
    return key(text) in _NATIONAL


def is_force(text: str) -> bool:
    """Whether ``text`` can be a force's name, standing alone."""
    if len(text) > _LONGEST_NAME or any(character.isdigit() for character in text):
        return False
    return bool(_FORCE_WORDS.search(text)) or force_named(text) is not None


def named_value(text: str) -> str | None:
    """Return the name in a line of one name and its value ("Northshire Police: 88.1%")."""
    found = _NAMED.match(text)
    return found[1] if found is not None and found[3] is None else None


def names_both(text: str) -> bool:
    """Whether ``text`` is a force's name with England and Wales behind it, as above a pair."""
    found = _NAMES.match(text)
    return found is not None and is_force(found[1])


def is_own(text: str, force: Force) -> bool:
    """Whether ``text`` is the name of this force or of its area, in any spelling."""
    text = _STARS.sub("", text).strip()
    if _MORE.search(text):
        return False
    return key(text) == key(force.name) or known_force(text).id == force.id


def pairs(lines: Sequence[Line], force: Force) -> Iterator[Draft | Line]:
    """Yield a table for each complete pair of the report's ``force``, all other lines as they are.

    Nothing is guessed: a label whose names or values are not both there stays text, and so does
    what is said of another force. A pair right above another one, which has no label, has none
    of its own either: their labels stand elsewhere.
    """
    lines = list(_with_whole_names(lines, force))
    label: list[Line] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if label and _is_rest_of(label[-1], line, force):
            label.append(line)
            index += 1
            continue
        table, end = _with_own_label(lines, index, label, force)
        if table is None:
            table, end = _below_label(lines, index, label, force)
            label = [] if table else label
        is_prose = line.is_prose and not line.marker
        is_label = table is None and end == index and is_prose
        end = max(end, index + 1)
        if not is_label or (label and line.gap and not goes_on(line.text)):
            yield from label
            label = []
        if table is not None:
            yield table
        elif is_label:
            label.append(line)
        else:
            yield from lines[index:end]
        index = end
    yield from label


def _with_own_label(
    lines: Sequence[Line], index: int, label: Sequence[Line], force: Force
) -> tuple[Draft | None, int]:
    """Return a pair whose label is in its own lines, and where it ends.

    ``label`` are the lines above that may be another one's.
    """
    is_own = not label or (lines[index].gap and not _UNFINISHED.search(label[-1].text))
    if is_own and (table := _whole_pair(lines[index], force)):
        return table, index + 1
    return _labelled_row(lines, index, force), index + 2


def _below_label(
    lines: Sequence[Line], index: int, label: Sequence[Line], force: Force
) -> tuple[Draft | None, int]:
    """Return the pair of a label and the names and values below it, and where these end."""
    taken, items = _items(lines, index, force)
    end = index + taken
    if not (label and taken) or _is_value(lines[end : end + 1], force):
        return None, end
    if _table(label, _items(lines, end, force)[1]):
        return None, end
    return _table(label, items), end


def _is_value(lines: Sequence[Line], force: Force) -> bool:
    """Whether a line is one more value, so that nobody can tell which of them are a pair's."""
    return any(not line.marker and _kind(line.text, force) == "value" for line in lines)


def _is_rest_of(label: Line, line: Line, force: Force) -> bool:
    """Whether a line goes on with a label that was too long for one, and cannot end as it does."""
    if _MONTH.search(label.text):
        return bool(_YEAR.match(line.text) or _BEGINS_WITH_YEAR.match(line.text))
    is_words = line.is_prose and not line.marker and not _kind(line.text, force)
    return is_words and _UNFINISHED.search(label.text) is not None


def _with_whole_names(lines: Sequence[Line], force: Force) -> Iterator[Line]:
    """Yield the lines, a name that stands on several of them as one."""
    index = 0
    while index < len(lines):
        name, end = lines[index], index + 1
        for following in range(index + 2, min(index + _NAME_LINES, len(lines)) + 1):
            parts = lines[index:following]
            if not all(one.text and one.is_prose and not one.marker for one in parts):
                break
            text = " ".join(one.text for one in parts)
            if key(text) == key(force.name) or is_national(text):
                name, end = (
                    msgspec.structs.replace(name, text=text, marks=_called(parts)),
                    following,
                )
                break
        yield name
        index = end


def _whole_pair(line: Line, force: Force) -> Draft | None:
    """Return the pair of a line that has all of it: label, both names, both values."""
    if force.name not in line.text or not line.is_prose or line.marker:
        return None
    if begins_lower(line.text):  # its label began on another line
        return None
    found = re.match(rf"(.*\S)\s+({re.escape(force.name)})\s+{_BOTH_VALUES}", line.text)
    if found is None or _CAPITAL.search(found[1]):  # a group's heading can run on into the label
        return None
    label = cut(line, 0, found.end(1))
    items = [
        (_kind(text, force), text, marks)
        for text, marks in _with_call_outs(line, found.groups()[1:], found.end(1))
    ]
    return _table([label], items)


def _labelled_row(lines: Sequence[Line], index: int, force: Force) -> Draft | None:
    """Return the pair of a table whose header is label and names, above a row of the values."""
    header, *below = lines[index : index + 2]
    cells, values = header.cells or (), (below[0].cells or ()) if below else ()
    if len(cells) not in _COLUMNS or len(values) != len(cells):
        return None
    label = cut(header, 0, len(cells[0]))
    if not label.text or values[0] or _kind(label.text, force):
        return None
    rows = ((header, cells[1:], len(cells[0]) + 1), (below[0], values[1:], 1))
    items = [
        (_kind(text, force), text, marks)
        for row, texts, start in rows
        for text, marks in _with_call_outs(row, texts, start)
    ]
    return _table([label], items)


def goes_on(text: str) -> bool:
    """Whether a line apart from a label goes on with it, as a unit or a period does."""
    return _GOES_ON.match(text) is not None


def _items(lines: Sequence[Line], start: int, force: Force) -> tuple[int, list[_Item]]:
    """Return how many lines from ``start`` hold only names and values, and these with kinds.

    A blank cell below a name, or beside one, is a value that is not there.
    """
    items: list[_Item] = []
    taken = names = 0
    for line in lines[start : start + _MOST_ITEMS + 1]:
        is_dashed = line.marker in _DASHES and bool(VALUE.match(line.text))
        text = f"{line.marker} {line.text}" if is_dashed else line.text  # a value that is not there
        cells = line.cells or _touching(line, force)
        cells = cells or _parted(text, force, is_two=names == _NAMED_TWICE)
        before = len(line.text) - len(text)  # a dash that was taken as a marker
        found = list(_with_call_outs(line, cells, before))
        filled = [(_kind(cell, force), cell, marks) for cell, marks in found if cell]
        is_known = bool(filled) and all(kind for kind, *_ in filled)
        has_similar = any(kind == "similar" for kind, *_ in items)
        is_full = len(items) >= (_MOST_ITEMS if has_similar else _ITEMS)
        if (line.marker and not is_dashed) or not is_known or is_full:
            break
        below = line.cells and len(cells) == names
        beside = len(cells) == _BESIDE and cells[0] and not cells[1] and filled[0][0] != "value"
        with_blanks = [(_kind(cell, force) or "value", cell, marks) for cell, marks in found]
        items.extend(with_blanks if below or beside else filled)
        is_names = not beside and all(kind != "value" for kind, *_ in filled)
        names = len(cells) if is_names else 0
        taken += 1
    return taken, items


def _with_call_outs(
    line: Line, cells: Sequence[str], start: int
) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """Yield each of a line's ``cells``, of which the first begins at ``start``, with its notes."""
    called = [mark for mark in line.marks if mark.kind == "footnote"]
    for cell in cells:
        at = max(line.text.find(cell, max(start, 0)), start) if cell else start
        own = tuple(mark for mark in called if at < mark.start <= at + len(cell))
        yield cell, shifted(own, -at)
        start = at + len(cell)


def _touching(line: Line, force: Force) -> tuple[str, ...]:
    """Return the name and the value of a line whose value is bold and touches the name."""
    bold = [mark for mark in line.marks if mark.kind == "strong"]
    if len(bold) != 1 or not bold[0].start > 0 or bold[0].end != len(line.text):
        return ()
    name, value = line.text[: bold[0].start], line.text[bold[0].start :]
    is_named = is_national(name) or key(name) == key(force.name)
    return (name, value) if is_named and not name.endswith(" ") and VALUE.match(value) else ()


def _parted(text: str, force: Force, *, is_two: bool) -> tuple[str, ...]:
    """Return the names and values of one line each by itself: "A Police 1 England and Wales 2".

    ``is_two`` says that two names stand on the line above, so that "201 240" is no number.
    """
    if _SPACED.match(text) and not is_two:
        return (text,)
    found = _NAMES.match(text)
    if found and _kind(found[1], force) == "force":
        return tuple(filter(None, found.groups()))
    if found := _NAMED.match(text):
        parts = tuple(filter(None, found.groups()))
        if all(_kind(part, force) in ("force", "national", "similar") for part in parts[::2]):
            return parts
    return found.groups() if (found := _TWO.match(text)) else (text,)


def _kind(text: str, force: Force) -> str:
    if VALUE.match(text):
        return "value"
    if is_national(text):
        return "national"
    if _SIMILAR.match(text):
        return "similar"
    return "force" if is_own(text, force) or _THIS_FORCE.match(text) else ""


def _table(label: Sequence[Line], items: Sequence[_Item]) -> Draft | None:
    """Return the pair as a table block in the source's order."""
    kinds = [kind for kind, *_ in items]
    names = [kind for kind in kinds if kind != "value"]
    if {*names} - {"similar"} != {"force", "national"} or len({*names}) < len(names):
        return None
    texts = [text for _, text, _ in items]
    words = " ".join(line.text for line in label)
    if _OPEN_DATE.search(words):  # one of the "values" can be its year
        return None
    values = [text for kind, text, _ in items if kind == "value"]
    if not any(values) or len(values) != len(names):
        return None
    value = dict(zip(names, values, strict=True))
    is_headed = "value" not in kinds[: len(names)]
    is_apart = is_headed or "value" not in kinds[len(names) :]
    width = len(names) if is_apart else 2
    parts = [tuple(texts[at : at + width]) for at in range(0, len(texts), width)]
    first, below = (parts[0], parts[1:]) if is_headed else (("",) * width, parts)
    rows = [(words, *first), *(("", *part) for part in below)]
    text = "\n".join("\t".join(row) for row in rows)
    marks = [*_called(label)]
    at = len(words)
    for _, item, own in items:
        at = text.index(item, at)
        marks += shifted(own, at)
        at += len(item)
    return Draft(
        kind="table",
        text=text,
        first=label[0],
        marks=tuple(marks),
        pair=Pair(label=words, force=value["force"], national=value["national"]),
    )


def _called(label: Sequence[Line]) -> tuple[Mark, ...]:
    """Return the call-outs in a label that stands on several lines."""
    marks: list[Mark] = []
    length = 0
    for line in label:
        marks.extend(m for m in shifted(line.marks, length) if m.kind == "footnote")
        length += len(line.text) + 1
    return tuple(marks)
