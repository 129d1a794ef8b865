# SPDX-License-Identifier: MIT
"""What a report's template left behind: choices never made and places never filled."""

import re
from collections.abc import Sequence

from peelviewer.reading.actions import kind_of_heading
from peelviewer.reading.furniture import Sheet
from peelviewer.reading.grades import grade
from peelviewer.reading.lines import Line, printed

_CHOICE = re.compile(
    r"\W*(?:delete|remove|amend) as (?:appropriate|necessary|applicable)\b", re.IGNORECASE
)
_PLACEHOLDER = re.compile(
    r"\W*(?:x{2,}|tbc|tba|lorem ipsum.*|\[?(?:insert|enter) (?:text|here|name|date)\b.*)\W*$",
    re.IGNORECASE,
)


def set_apart(sheet: Sheet) -> Sheet:
    """Move the template's leftovers among the furniture.

    A run of headings for actions, placeholders and grades goes when it holds a placeholder or
    "delete as appropriate"; headings at its end stay if something real follows them.
    """
    lines = sheet.lines
    gone: set[int] = set()
    index = 0
    while index < len(lines):
        end = _run(lines, index)
        gone.update(range(index, end))
        index = max(end, index + 1)
    if not gone:
        return sheet
    return Sheet(
        lines=tuple(line for index, line in enumerate(lines) if index not in gone),
        furniture=sheet.furniture + tuple(printed(lines[i]) for i in sorted(gone) if lines[i].text),
    )


def _run(lines: Sequence[Line], start: int) -> int:
    """Return where the leftovers that begin at ``start`` end; ``start`` if none do."""
    end, choosing = start, False
    for index in range(start, len(lines)):
        text = lines[index].text
        if _CHOICE.match(text):
            choosing, end = True, index + 1
        elif _PLACEHOLDER.match(text) or (choosing and grade(text)):
            end = index + 1
        elif kind_of_heading(text) is None and not lines[index].rule:
            break
    return end
