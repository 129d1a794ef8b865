# SPDX-License-Identifier: MIT
"""One cell of a published table: a number, a sign for "not given", or something wrong."""

import math
import re
from typing import NamedTuple

from peelviewer.model.statistics import UNREADABLE

_MISSING = {
    "": "the cell is empty in the source",
    "..": "not available in the source",
    "...": "not available in the source",
    "-": "not shown in the source, as the numbers are too small",
    "–": "not shown in the source, as the numbers are too small",
    ".": "not applicable",
    ":": "not applicable",
    "+": "not given in the source for an area with so few residents",
    "*": "withheld in the source",
    "na": "not available in the source",
    "n/a": "not applicable",
    "x": "not available in the source",
    "z": "not applicable",
    "c": "confidential",
    "u": "too unreliable to be published",
    "low": "too small to be shown",
    "w": "none recorded or withheld",
    "b": "not comparable in the source",
    "null": "not available in the source",
}
_BRACKETS = re.compile(r"^\[\s*([a-z]+)\s*\]$")
_NOTES = re.compile(r"\s*\[\s*(?:notes?\s*\d[\d,\s]*|[rpe])\s*\]", re.IGNORECASE)
_NUMBER = re.compile(r"^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$")
_MEANING = re.compile(
    r"""^(?:\d+\.?\s*)?['"‘’“”]?(\.\.|[-–+*:]|\[[a-z]+\])['"‘’“”]?\s+"""
    r"(?:indicates?|means|denotes|=)\s*(?:that\s+)?(.+)$",
    re.IGNORECASE,
)

_SHORTHAND = re.compile(
    r"(\[[a-z]+\])\s*(?:for|=|:|–|-|means|indicates|denotes)\s*(?:that\s+)?([^,;.\[\]]{3,})",
    re.IGNORECASE,
)


class Number(NamedTuple):
    """What a cell holds: a value, or ``None`` with the reason; ``wrong`` is text in its place."""

    value: float | None
    missing: str | None = None
    wrong: str | None = None


def number(cell: object, meanings: dict[str, str]) -> Number:
    """Return the number in a cell.

    ``meanings`` are the signs that the table's own notes explain; they go before the usual ones.
    """
    if isinstance(cell, bool):
        return Number(None, UNREADABLE, str(cell))
    if isinstance(cell, (int, float)):
        if math.isfinite(cell):
            return Number(float(cell))
        return Number(None, UNREADABLE, str(cell))
    if cell is None:
        return Number(None, _MISSING[""])
    text = _NOTES.sub("", str(cell)).strip().replace("−", "-")
    sign = text.casefold()
    bracketed = _BRACKETS.match(sign)
    reason = meanings.get(sign) or _MISSING.get(bracketed[1] if bracketed else sign)
    if reason is not None:
        return Number(None, reason)
    bare = text.removesuffix("%").strip().replace("\xa0", "")
    if bare not in ("", "+", "-") and _NUMBER.match(bare):
        return Number(float(bare.replace(",", "")))
    return Number(None, UNREADABLE, text)


def note_numbers(cell: object) -> tuple[int, ...]:
    """Return the numbers of the notes that a cell with a value calls out: "8.5 [note 3]"."""
    if not isinstance(cell, str):
        return ()
    marks = " ".join(match[0] for match in _NOTES.finditer(cell))
    return tuple(int(number) for number in re.findall(r"\d+", marks))


def meanings_in(notes: tuple[str, ...]) -> dict[str, str]:
    """Return what the notes of a table say that its signs mean, a line each or in one line."""
    found = {}
    for note in notes:
        match = _MEANING.match(note.strip())
        if match is not None:
            found[match[1].casefold()] = match[2].strip().rstrip(".")
            continue
        for sign, meaning in _SHORTHAND.findall(note):
            found.setdefault(sign.casefold(), meaning.strip().removesuffix(" and").strip())
    return found


def text_of(cell: object) -> str:
    """Return a cell as text with tidy white space; whole numbers without a decimal point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split()) if cell is not None else ""
