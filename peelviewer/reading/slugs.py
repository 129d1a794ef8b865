# SPDX-License-Identifier: MIT
"""Words as the ids of reports, forces and sections."""

import re

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str, longest: int = 60) -> str:
    """Return ``text`` as an id: lower case, hyphens, cut at a word's end to ``longest``."""
    words = _NOT_SLUG.sub("-", text.casefold()).strip("-")
    if len(words) <= longest:
        return words
    head = words[: longest + 1]
    return head.rpartition("-")[0] or words[:longest]
