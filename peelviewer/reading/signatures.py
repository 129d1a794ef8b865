# SPDX-License-Identifier: MIT
"""Who signs a foreword or a summary: a name above an office, which are no title."""

import re
from collections.abc import Sequence

from peelviewer.reading.lines import Line

_OFFICE = (
    r"(?:HM|H(?:er|is)\s+Majesty['’]s)\s+(?:Chief\s+)?Inspectors?(?:\s+of\s+Constabulary"
    r"(?:\s+and\s+(?:of\s+)?Fire\s+(?:and|&)\s+Rescue\s+Services)?)?[.,]?"
)
_IS_OFFICE = re.compile(rf"{_OFFICE}$", re.IGNORECASE)
_NAME = r"(?:[^\W\d_a-z][\w.’'-]*\s+){1,4}?[^\W\d_a-z][\w.’'-]*"
_IS_NAME = re.compile(rf"{_NAME},?$")
_SIGNED = re.compile(rf"(?:{_NAME},?\s+)?{_OFFICE}$")


def is_signature(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a name with its office behind it or on the line below, or an office."""
    text = lines[index].text
    if _SIGNED.match(text):
        return True
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return bool(_IS_OFFICE.match(below) and _IS_NAME.match(text))
