# SPDX-License-Identifier: MIT
"""What the review asks before something is lost, in words that agree with their numbers."""

from collections.abc import Sequence

from peelviewer.ui.review.draft import Draft
from peelviewer.ui.wording import counted, report_name

MOST_NAMED = 8


def discarding(drafts: Sequence[Draft], *, is_reading: bool = False) -> str:
    """Return the question whether drafts, and what is still being read, are to be forgotten."""
    corrections = sum(draft.unstored for draft in drafts)
    what = "it" if len(drafts) == 1 else "them"
    lost = f", nor {counted(corrections, 'correction')} to {what}" if corrections else ""
    rest = " The files that are still being read will not be read to their end." * is_reading
    return f"{counted(len(drafts), 'report')} will not be kept{lost}.{rest} Discard anyway?"


def replacing(drafts: Sequence[Draft], among: int) -> str:
    """Return the question whether these of the drafts may replace other copies of theirs."""
    count = len(drafts)
    if count == 1:
        told, what = f"1 of these {among} reports takes", "it"
    elif count == among:
        told, what = ("Both reports take" if count == 2 else f"All {count} reports take"), "them"
    else:
        told, what = f"{count} of these {among} reports take", "them"
    return f"{told} the place of another copy of the same report. Replace {what}?"


def named(drafts: Sequence[Draft]) -> str:
    """Return the drafts' files and reports, a line each; of many the first ones."""
    lines = [f"{draft.path.name} ({report_name(draft.report)})" for draft in drafts[:MOST_NAMED]]
    rest = len(drafts) - len(lines)
    return "\n".join([*lines, f"and {rest} more"] if rest else lines)
