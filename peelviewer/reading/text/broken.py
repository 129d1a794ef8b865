# SPDX-License-Identifier: MIT
"""What the ends of lines do to texts that are set in lines of one width.

They break words, and a dash in a sentence can begin a line, as a list's item does. What a PDF's
reader asks of its own words is asked here of Markdown and plain text.
"""

from collections.abc import Iterator, Sequence

import msgspec

from peelviewer.reading.actions import heads_box
from peelviewer.reading.joining import joint, vocabulary
from peelviewer.reading.lines import SOFT_HYPHEN, Line, ends_sentence, without_marker

_DASHES = ("-", "–", "—")


def with_dashes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines``, a dash in the middle of a sentence as text and not as an item's marker."""
    made = list(lines)
    for index in range(1, len(made)):
        line, above = made[index], made[index - 1]
        if (
            line.marker in _DASHES
            and not line.gap
            and above.is_prose
            and not above.marker
            and not _hangs(made, index)
            and not (ends_sentence(above.text) or heads_box(above.text))
        ):
            made[index] = without_marker(line)
    return tuple(made)


def _hangs(lines: Sequence[Line], index: int) -> bool:
    """Whether the line above goes on with an item of the same sign, and is indented further."""
    line = lines[index]
    for above in map(lines.__getitem__, range(index - 1, -1, -1)):
        if above.marker:
            return (above.marker, above.indent) == (line.marker, line.indent)
        if above.gap or above.indent <= line.indent:
            return False
    return False


def with_soft_hyphens(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines``, a hyphen that only breaks a word at a line's end as a soft one.

    A soft hyphen goes when the next line is joined; one that no line follows was printed.
    """
    made = list(lines)
    known = None
    for index, line in enumerate(made):
        end = line.text[-1:]
        if end not in ("-", SOFT_HYPHEN) or line.page is not None:
            continue
        below = made[index + 1] if index + 1 < len(made) else None
        if below is None or below.gap or below.marker or not (line.is_prose and below.is_prose):
            if end == SOFT_HYPHEN:
                made[index] = msgspec.structs.replace(line, text=line.text[:-1] + "-")
            continue
        if end == SOFT_HYPHEN:
            continue
        if known is None:
            known = vocabulary(_whole_words(made))
        if joint(line.text, below.text, known) == line.text[:-1]:
            made[index] = msgspec.structs.replace(line, text=line.text[:-1] + SOFT_HYPHEN)
    return tuple(made)


def _whole_words(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        words = line.text.split()
        yield from words[:-1] if line.text.endswith(("-", SOFT_HYPHEN)) else words
