# SPDX-License-Identifier: MIT
"""Putting printed lines together: words that a line's end parts, and the marks in them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from peelviewer.model.report import Mark
from peelviewer.reading.lines import SOFT_HYPHEN, clipped, shifted

_ADDRESS = re.compile(r"(?:www\.|https?://)\S*[/\-_=?&.]$")
_BROKEN = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_LETTERS = re.compile(r"[^\W\d_]+")
_EDGES = re.compile(r"^\W+|\W+$")


def vocabulary(words: Iterable[str]) -> Counter[str]:
    """Return how often each word comes, for words that a line's end parts."""
    return Counter(_EDGES.sub("", word).casefold() for word in words)


def join(
    text: str, marks: Sequence[Mark], more: str, more_marks: Sequence[Mark], known: Counter[str]
) -> tuple[str, tuple[Mark, ...]]:
    """Return two printed lines as one text with its marks."""
    start = joint(text, more, known)
    if start is None:
        start = f"{text} " if text else ""
    trimmed = clipped(marks, len(start))
    return start + more, merged(trimmed, shifted(tuple(more_marks), len(start)))


def joint(before: str, after: str, known: Counter[str]) -> str | None:
    """Return ``before`` as it is joined to ``after`` without a space; ``None``: with one.

    A hyphen at a line's end is kept where the report prints the word with it elsewhere, or never
    prints it without and what stands before it is a word; an address is joined as it is, and so
    are two words with a stroke between them. A soft hyphen is none, unless a capital follows a
    small letter: then the rest of the word stands elsewhere.
    """
    if before[-1:] == SOFT_HYPHEN and after[:1].isalnum():
        is_other = before[-2:-1].islower() and after[0].isupper()
        return None if is_other else before[:-1]
    if before[-1:] not in "-/_=?&." or not before:
        return None
    if before[-1] == "/" and before[-2:-1].isalpha() and after[:1].isalpha():
        return before
    if _ADDRESS.search(before[-200:]) and (before[-1] != "." or after[:1].islower()):
        return before
    match = _BROKEN.search(before[-60:])
    following = _LETTERS.match(after)
    if not match or not following or not following[0][0].islower():
        return None
    whole = (match[1] + following[0]).casefold()
    hyphened = f"{match[1]}-{following[0]}".casefold()
    if known[hyphened] >= known[whole] and known[hyphened]:
        return before
    part = match[1].rpartition("-")[2].casefold()
    return before if not known[whole] and known[part] else before[:-1]


def merged(marks: Sequence[Mark], more: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return all marks; styled stretches that only a line's end parts become one."""
    joined = list(marks)
    for mark in more:
        for index in range(len(joined) - 1, -1, -1):
            old = joined[index]
            if old.kind == mark.kind != "footnote" and 0 <= mark.start - old.end <= 1:
                joined[index] = msgspec.structs.replace(old, end=mark.end)
                break
        else:
            joined.append(mark)
    return tuple(sorted(joined, key=lambda mark: (mark.start, mark.end)))


def without_start(marks: Sequence[Mark], by: int) -> tuple[Mark, ...]:
    """Return the marks of a text whose first ``by`` characters are taken away."""
    return tuple(
        msgspec.structs.replace(mark, start=max(0, mark.start - by), end=mark.end - by)
        for mark in marks
        if mark.end > by or (mark.start == mark.end == by)
    )
