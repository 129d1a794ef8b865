# SPDX-License-Identifier: MIT
"""A report as the rows of the contents tree: plain nodes, each knowing its row and its parent."""

from collections import Counter
from typing import Literal

from peelviewer.model.report import Report, Section
from peelviewer.ui.short_titles import short_question, shortest_title

NodeKind = Literal["root", "section", "figure", "actions"]

ACTION_WORDS = {
    "area_for_improvement": ("area for improvement", "areas for improvement"),
    "cause_of_concern": ("cause of concern", "causes of concern"),
    "recommendation": ("recommendation", "recommendations"),
}


class Node:
    """One row: a section, a figure, or a section's actions of one kind."""

    __slots__ = (
        "children", "figure", "grade", "kind", "page", "parent", "row", "section", "short", "title",
    )  # fmt: skip

    def __init__(
        self,
        kind: NodeKind,
        title: str = "",
        section: str = "",
        page: int | None = None,
        grade: str | None = None,
        figure: int | None = None,
        short: str = "",
    ) -> None:
        self.kind: NodeKind = kind
        self.title = title
        self.short = short or title
        self.section = section
        self.page = page
        self.grade = grade
        self.figure = figure
        self.parent: Node | None = None
        self.row = 0
        self.children: list[Node] = []

    def add(self, child: "Node") -> "Node":
        """Put ``child`` under this node, at the end, and return it."""
        child.parent = self
        child.row = len(self.children)
        self.children.append(child)
        return child


def report_tree(report: Report | None) -> Node:
    """Return the root over all sections of ``report``, with figures and actions in their place."""
    root = Node("root")
    if report is None:
        return root
    judged = report.judgment_of_section
    by_id: dict[str, Node] = {}
    for section in report.sections:
        parent = by_id.get(section.parent or "", root)
        node = Node(
            "section",
            section.title,
            section.id,
            section.page,
            grade=judged[section.id].grade if section.id in judged else None,
            short=short_question(section.title),
        )
        by_id[section.id] = parent.add(node)
        _add_figures(node, report, section)
        _add_actions(node, report, section)
    return root


def _add_figures(node: Node, report: Report, section: Section) -> None:
    for figure in report.figures:
        if figure.section == section.id:
            name = f"Figure {figure.number} · "
            node.add(
                Node(
                    "figure",
                    name + figure.title,
                    section.id,
                    figure.page,
                    figure=figure.number,
                    short=name + shortest_title(figure.title),
                )
            )


def _add_actions(node: Node, report: Report, section: Section) -> None:
    here = [action for action in report.actions if action.section == section.id]
    counts = Counter(action.kind for action in here)
    for kind, count in counts.items():
        page = next(action.page for action in here if action.kind == kind)
        one, many = ACTION_WORDS[kind]
        title = f"{count} {one if count == 1 else many}"
        node.add(Node("actions", title, section.id, page))
