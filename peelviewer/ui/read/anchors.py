# SPDX-License-Identifier: MIT
"""Names of places in the document: one string each, for history, settings and scrolling.

A block of the document may carry several names, apart by ``|``: a section's first block, say, or
a box that the pane draws round it.
"""

from peelviewer.model.report import Report

SEPARATOR = "|"


def section(section_id: str) -> str:
    """Return the name of a section's heading."""
    return f"section:{section_id}"


def block(block_id: str) -> str:
    """Return the name of a block of the report."""
    return f"block:{block_id}"


def figure(number: int) -> str:
    """Return the name of a figure's first line."""
    return f"figure:{number}"


def note(number: int) -> str:
    """Return the name of a footnote's body in the list of notes."""
    return f"note:{number}"


def call(number: int) -> str:
    """Return the name of the first block that calls a footnote."""
    return f"call:{number}"


def box(kind: str) -> str:
    """Return the name that asks the pane to draw a box round the table it stands in."""
    return f"box:{kind}"


def pill(grade: str) -> str:
    """Return the name that asks the pane to draw a grade's badge behind the line."""
    return f"pill:{grade}"


def attribute(*names: str) -> str:
    """Return the names as one ``id``; ids of reports never hold the separator or a quote."""
    return SEPARATOR.join(names)


def section_of(name: str, report: Report) -> str | None:
    """Return the id of the section that a named section or block is or stands in."""
    kind, _, rest = name.partition(":")
    if kind == "section" and rest in report.sections_by_id:
        return rest
    holder = report.section_of_block.get(rest) if kind == "block" else None
    return holder.id if holder else None
