# SPDX-License-Identifier: MIT
"""What a review can be looked at by: sections, judgments, measures … each with its count."""

from collections.abc import Callable
from typing import NamedTuple

from peelviewer.model.report import Report
from peelviewer.ui.audit.wording import troubles
from peelviewer.ui.entries import of_report
from peelviewer.ui.entries.entry import Entry

SECTIONS, CHANGES, UNPLACED, FURNITURE = "sections", "changes", "unplaced", "furniture"


class Topic(NamedTuple):
    """A list of the review: its title, its rows, how many there are, and what none means."""

    title: str
    rows: Callable[[Report], tuple[Entry, ...]]
    count: Callable[[Report], int]
    none: str
    is_trouble: bool = False


TOPICS: dict[str, Topic] = {
    SECTIONS: Topic(
        "Sections", of_report.sections, lambda r: len(r.sections), "No section was found."
    ),
    "judgments": Topic(
        "Judgments", of_report.judgments, lambda r: len(r.judgments), "No grade was found."
    ),
    "measures": Topic(
        "Measures", of_report.measures, lambda r: len(r.measures),
        "No value was certain enough to be taken as a measure. It is all in the text.",
    ),
    "actions": Topic(
        "Actions", of_report.actions, lambda r: len(r.actions),
        "No area for improvement, cause of concern or recommendation was found.",
    ),
    "figures": Topic(
        "Figures", of_report.figures, lambda r: len(r.figures), "No numbered figure was found."
    ),
    "footnotes": Topic(
        "Footnotes", of_report.footnotes, lambda r: len(r.footnotes), "No footnote was found."
    ),
    UNPLACED: Topic(
        "Not placed", of_report.unplaced, troubles, "Every word of the source has its place.",
        is_trouble=True,
    ),
    "inconsistencies": Topic(
        "Disagreeing", of_report.inconsistencies, lambda r: len(r.inconsistencies),
        "The report nowhere prints the same measure with two values.", is_trouble=True,
    ),
    FURNITURE: Topic(
        "Set apart", of_report.furniture, lambda r: len(r.audit.furniture),
        "No running lines, page numbers or residue were found.",
    ),
}  # fmt: skip


def navigation(report: Report, differences: int | None) -> tuple[Entry, ...]:
    """Return the topics as rows with their counts; ``differences`` to the copy in the library."""
    rows = [
        Entry(
            text=topic.title,
            right=f"{topic.count(report):,}",
            warning=topic.is_trouble and topic.count(report) > 0,
            key=name,
        )
        for name, topic in TOPICS.items()
    ]
    if differences is not None:
        rows.append(Entry(text="Changes", right=str(differences), key=CHANGES))
    return tuple(rows)
