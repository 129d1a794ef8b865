# SPDX-License-Identifier: MIT
"""Footnotes that each page numbers from 1 get numbers of their own, counted over the report.

A report's notes are known by their numbers, so two with one number would be one.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from peelviewer.reading.pdf.layout import Sheet, starts_note
from peelviewer.reading.pdf.rows import Row, are_callouts
from peelviewer.reading.pdf.rows import row as row_of
from peelviewer.reading.pdf.words import Word

_FEWEST = 2  # pages that have a first note, where each page begins anew
_NUMBER = re.compile(r"\d+")

Changes = tuple[tuple[str, str], ...]
"""Numbers as printed and as given instead, a pair for each place."""


def numbered(sheets: Sequence[Sheet]) -> tuple[list[Sheet], Changes]:
    """Return the pages with notes and call-outs counted over the report, and what was changed.

    Only where most pages that have notes begin with a note 1 which they call out themselves.
    """
    counts = [_own(sheet) for sheet in sheets]
    begun = sum(count > 0 for count in counts)
    if begun < _FEWEST or 2 * begun <= sum(bool(sheet.notes) for sheet in sheets):
        return list(sheets), ()
    changes: list[tuple[str, str]] = []
    made: list[Sheet] = []
    before = 0
    for sheet, count in zip(sheets, counts, strict=True):
        made.append(_counted(sheet, before, count, changes) if before else sheet)
        before += count
    return made, tuple(changes)


def _own(sheet: Sheet) -> int:
    """Return how many notes a page has whose numbers go up from 1, if it calls out the first."""
    count = 0
    for row in sheet.notes:
        count += starts_note(row) == count + 1
    return count if 1 in _called(sheet) else 0


def _called(sheet: Sheet) -> set[int]:
    return {
        int(mark.target or 0)
        for run in sheet.text
        for row in run
        for mark in row.marks
        if mark.kind == "footnote"
    }


def _counted(sheet: Sheet, before: int, count: int, changes: list[tuple[str, str]]) -> Sheet:
    """Return a page as the one that has ``before`` notes before it."""

    def counted(found: re.Match[str]) -> str:
        given = str(int(found[0]) + before)
        changes.append((found[0], given))
        return given

    def called(words: Sequence[Word], row: Row) -> Iterator[Word]:
        for word, is_call in zip(words, are_callouts(words, row.baseline, row.size), strict=True):
            yield word._replace(text=_NUMBER.sub(counted, word.text)) if is_call else word

    def with_calls(row: Row) -> Row:
        is_calling = any(mark.kind == "footnote" for mark in row.marks)
        return row_of(tuple(called(row.words, row))) if is_calling else row

    notes: list[Row] = []
    last = 0
    for row in sheet.notes:
        if last < count and starts_note(row) == last + 1:
            first, *rest = row.words
            first = first._replace(text=_NUMBER.sub(counted, first.text, count=1))
            notes.append(row_of((first, *called(rest, row))))
            last += 1
        else:
            notes.append(with_calls(row))
    text = tuple(tuple(with_calls(row) for row in run) for run in sheet.text)
    return msgspec.structs.replace(sheet, text=text, notes=tuple(notes))
