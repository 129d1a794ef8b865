# SPDX-License-Identifier: MIT
"""Reports in plain words, for people who read a terminal."""

from collections.abc import Iterable, Sequence

from peelviewer.model.difference import differences
from peelviewer.model.report import Action, Inconsistency, Report

EDITIONS = {"full": "full text", "digest": "digest"}
ACTIONS = {
    "area_for_improvement": "Areas for improvement",
    "cause_of_concern": "Causes of concern",
    "recommendation": "Recommendations",
}


def count(number: int, one: str, many: str | None = None) -> str:
    """Return ``"1 figure"`` or ``"2 figures"``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def name_of(report: Report) -> str:
    """Return which report it is: force, pillar and year."""
    return f"{report.force.name}, {report.pillar} {report.year}"


def recognised(report: Report) -> str:
    """Return in one sentence what was found in a file."""
    found = [EDITIONS[report.edition]]
    if report.pages is not None:
        found.append(count(report.pages, "page"))
    found += [
        count(len(report.sections), "section"),
        count(len(report.judgments), "judgment"),
        count(len(report.figures), "figure"),
        count(len(report.measures), "measure"),
        count(len(report.actions), "action"),
        count(len(report.footnotes), "footnote"),
    ]
    return f"{name_of(report)}: {', '.join(found)}{_unplaced(report)}"


def _unplaced(report: Report) -> str:
    missing = len(report.audit.unplaced)
    added = len(report.audit.surplus)
    found = (
        f"{count(missing, 'passage')} could not be placed" if missing else "",
        f"{count(added, 'passage')} not in the source" if added else "",
        report.audit.not_read,
    )
    return "".join(f"; {fault}" for fault in found if fault)


def changed(former: Report, later: Report) -> str:
    """Return in numbers what is different in a newer reading of a report."""
    found = []
    for item in differences(former, later):
        counts = ((item.new, "new"), (item.gone, "gone"), (item.changed, "changed"))
        first, *rest = [(number, word) for number, word in counts if number]
        told = [f"{count(first[0], item.one)} {first[1]}"]
        found.append(", ".join(told + [f"{number:,} {word}" for number, word in rest]))
    return "; ".join(found) or "nothing is different"


def page(number: int | None) -> str:
    """Return ``"p. 7"``, or nothing where the page is not known."""
    return "" if number is None else f"p. {number}"


def columns(rows: Iterable[Sequence[str]], indent: str = "") -> str:
    """Return rows as lines with the cells under each other; the last column is not padded."""
    table = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = []
    for row in table:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        lines.append(f"{indent}{'  '.join(padded)}".rstrip() + "\n")
    return "".join(lines)


def summary(report: Report) -> str:
    """Return the report's judgments, contents, figures and actions as plain text."""
    parts = [_heading(report), _judgments(report), _contents(report), _figures(report)]
    for kind, title in ACTIONS.items():
        parts.append(_actions(title, [item for item in report.actions if item.kind == kind]))
    parts.append(
        f"{count(len(report.measures), 'measure')}, "
        f"{count(len(report.footnotes), 'footnote')}; {_audit_line(report)}.\n"
    )
    return "\n".join(filter(None, parts))


def _heading(report: Report) -> str:
    facts = [
        ("id", report.id),
        ("edition", EDITIONS[report.edition]),
        ("published", report.published or ""),
        ("ISBN", report.isbn or ""),
        ("pages", "" if report.pages is None else str(report.pages)),
    ]
    return f"{report.force.name}\n{report.title}\n" + columns(
        [fact for fact in facts if fact[1]], "  "
    )


def _judgments(report: Report) -> str:
    if not report.judgments:
        return "No judgments were found.\n"
    return "Judgments\n" + columns(
        ((item.grade.capitalize(), page(item.page), item.title) for item in report.judgments),
        "  ",
    )


def _contents(report: Report) -> str:
    if not report.sections:
        return ""
    return "Contents\n" + columns(
        (
            (page(section.page), f"{'  ' * (section.level - 1)}{section.title}")
            for section in report.sections
        ),
        "  ",
    )


def _figures(report: Report) -> str:
    if not report.figures:
        return ""
    return "Figures\n" + columns(
        (
            (
                str(figure.number),
                page(figure.page),
                figure.title + (" (a picture in the source)" if figure.form == "image" else ""),
            )
            for figure in report.figures
        ),
        "  ",
    )


def _actions(title: str, actions: Sequence[Action]) -> str:
    if not actions:
        return ""
    return f"{title}\n" + columns(
        ((page(action.page), " ".join(action.text.split())) for action in actions), "  "
    )


def _audit_line(report: Report) -> str:
    audit = report.audit
    if report.edition == "digest":
        return "a digest in the project's own words"
    faults = _unplaced(report).removeprefix("; ")
    if faults:
        return f"{faults} (peelviewer check {report.id})"
    return f"every one of {count(audit.words, 'word')} of the source is accounted for"


def check(report: Report) -> str:
    """Return what the consistency check and the audit found, as plain text."""
    audit = report.audit
    lines = [f"{name_of(report)}\n"]
    if report.inconsistencies:
        lines.append("Printed with more than one value\n")
        lines += [_inconsistency(item, report) for item in report.inconsistencies]
    else:
        lines.append("No measure is printed with two different values.\n")
    if report.edition == "digest":
        lines.append("This is a digest: there is no source text to audit.\n")
        return "\n".join(lines)
    lines.append(
        f"Audit: {count(audit.words, 'word')} in the source, {audit.placed:,} accounted for.\n"
    )
    if audit.not_read:
        lines.append(f"{audit.not_read.capitalize()}: see the original.\n")
    if audit.furniture:
        lines.append("Set apart as no part of the report proper\n")
        lines.append(
            columns(((f"{item.times}×", _shortened(item.text)) for item in audit.furniture), "  ")
        )
    for title, items in (
        ("Could not be placed", audit.unplaced),
        ("In the report and not in the source", audit.surplus),
    ):
        if items:
            lines.append(f"{title}\n")
            lines.append(
                columns(((page(item.page), " ".join(item.text.split())) for item in items), "  ")
            )
    return "\n".join(lines)


def _inconsistency(item: Inconsistency, report: Report) -> str:
    place = report.force.name if item.area == "force" else "England and Wales"
    values = ", ".join(
        f"{value.value:g}" + (f" ({page(value.page)})" if value.page is not None else "")
        for value in item.values
    )
    start = f"{item.period.start.isoformat()} to " if item.period.start else ""
    period = f"{item.period.kind} {start}{item.period.end.isoformat()}"
    return f"  {item.key}, {place}, {period}: {values}\n"


def _shortened(text: str, length: int = 72) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
