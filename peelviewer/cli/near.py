# SPDX-License-Identifier: MIT
"""What a mistyped word may have meant."""

from collections.abc import Iterable


def meant(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return "Did you mean …?" with the nearest of the known words; else what to do otherwise."""
    import difflib  # only a mistake needs it

    near = difflib.get_close_matches(word, sorted(known), n=1)
    return f"Did you mean {near[0]}?" if near else otherwise
