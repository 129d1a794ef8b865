# SPDX-License-Identifier: MIT
"""What the window says about a report, in words: names, editions, counts."""

from typing import Protocol

from peelviewer.model.force import Force
from peelviewer.model.report import Report


class ReportLike(Protocol):
    """A report, or the library's summary of one."""

    @property
    def id(self) -> str: ...  # noqa: D102  # says it all
    @property
    def force(self) -> Force: ...  # noqa: D102  # says it all
    @property
    def pillar(self) -> str: ...  # noqa: D102  # says it all
    @property
    def year(self) -> str: ...  # noqa: D102  # says it all


def report_name(report: ReportLike) -> str:
    """Return what a report is called everywhere: "Northshire Police · Effectiveness 2016"."""
    return f"{report.force.name} · {report.pillar.capitalize()} {report.year}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return "1 footnote" or "3 footnotes"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def edition_words(report: Report) -> str:
    """Return what kind of text is shown, and whether all of the source is in it."""
    if report.edition == "digest":
        return "Digest · findings in our own words"
    if not report.audit.words:
        return "Full text"
    apart = (*report.audit.unplaced, *report.audit.surplus)
    words = sum(len(unplaced.text.split()) for unplaced in apart)
    unread = len(report.audit.unread)
    found = (
        f" · {counted(unread, 'page')} not read" if unread else "",
        f" · {counted(words, 'word')} not placed" if words else "",
    )
    if any(found):
        return f"Full text{''.join(found)}"
    return "Full text · every word placed"


def recognised(report: Report) -> str:
    """Return what was found in an imported report, and which pages of it could not be read."""
    parts = (
        counted(len(report.sections), "section"),
        counted(len(report.judgments), "judgment"),
        counted(len(report.figures), "figure"),
        counted(len(report.measures), "measure"),
        counted(len(report.actions), "action"),
        counted(len(report.footnotes), "footnote"),
    )
    unread = report.audit.not_read
    return f"{report_name(report)}: {', '.join(parts)}." + (
        f" {unread.capitalize()}: see the original." if unread else ""
    )
