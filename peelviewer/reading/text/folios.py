# SPDX-License-Identifier: MIT
"""Page numbers in a text without its line ends, where they can be nothing else.

They count up through the text, and either say what they are ("– 7 –", "Page 7 of 40") or stand at
the same end of all lines, of which each is a page.
"""

import re
from collections import Counter
from itertools import pairwise

_SAID = re.compile(
    r"(?<!\S)(?:[–-]\s(?P<dashed>\d{1,3})\s[–-]|Page\s(?P<page>\d{1,3})(?:\sof\s\d{1,3})?)(?!\S)"
)
_LAST = re.compile(r"\s(?P<number>\d{1,3})\s*$")
_FIRST = re.compile(r"^\s*(?P<number>\d{1,3})\s")
_FEWEST = 4  # numbers that count up, at least
_MOST = 0.8  # of the pages, at least, show their number


def with_folios(text: str) -> str:
    """Return ``text`` with its page numbers as paragraphs of their own."""
    return _said(_at_ends(text))


def _said(text: str) -> str:
    numbers = [int(found["dashed"] or found["page"]) for found in _SAID.finditer(text)]
    if len(numbers) < _FEWEST or any(b - a != 1 for a, b in pairwise(numbers)):
        return text
    return _SAID.sub(r"\n\n\g<0>\n\n", text)


def _at_ends(text: str) -> str:
    """Part the numbers from lines that are pages, at whichever end they count with the lines."""
    rows = text.split("\n")
    pages = [index for index, row in enumerate(rows) if row.strip()]
    for pattern in (_LAST, _FIRST):
        found = {at: pattern.search(rows[place]) for at, place in enumerate(pages)}
        steps = Counter(int(one["number"]) - at for at, one in found.items() if one)
        step, times = steps.most_common(1)[0] if steps else (0, 0)
        if times < max(_FEWEST, _MOST * len(pages)):
            continue
        for at, one in found.items():
            if one and int(one["number"]) - at == step:
                row = rows[pages[at]]
                rows[pages[at]] = "\n\n".join(
                    (row[: one.start()], one[0].strip(), row[one.end() :])
                )
        return "\n".join(rows)
    return text
