# SPDX-License-Identifier: MIT
"""What the audit says in words and counts."""

from peelviewer.model.report import Report
from peelviewer.ui.wording import counted


def unaccounted(report: Report) -> int:
    """Return how many words of the source have no place, or stand where it has none."""
    audit = report.audit
    return sum(len(words.text.split()) for words in (*audit.unplaced, *audit.surplus))


def troubles(report: Report) -> int:
    """Return how many words were not placed, and pages not read."""
    return unaccounted(report) + len(report.audit.unread)


def accounted(report: Report) -> str:
    """Return what became of the words of the source, and which pages could not be read."""
    audit = report.audit
    if report.edition == "digest":
        return "This is a digest: its findings are in our own words."
    if not audit.words:
        return "The words of the source were not counted when this report was read."
    apart = sum(len(item.text.split()) * item.times for item in audit.furniture)
    missing = unaccounted(report)
    found = f"{missing:,} not" if missing else "all"
    placed = f"{counted_words(audit.words)} in the source: {found} placed"
    told = f"{placed}, {apart:,} of them set apart." if apart and not missing else f"{placed}."
    return f"{told} {audit.not_read.capitalize()}." if audit.unread else told


def counted_words(count: int) -> str:
    """Return "1 word" or "23,418 words"."""
    return counted(count, "word") if count < 1000 else f"{count:,} words"
