# SPDX-License-Identifier: MIT
"""Areas for improvement, causes of concern and recommendations."""

import re
from collections.abc import Sequence

import msgspec

from peelviewer.model.report import Action, ActionKind, Section
from peelviewer.reading.drafts import Draft

_HEADINGS: tuple[tuple[re.Pattern[str], ActionKind], ...] = (
    (re.compile(r"areas? for improvement:?$", re.IGNORECASE), "area_for_improvement"),
    (re.compile(r"causes? of concern:?$", re.IGNORECASE), "cause_of_concern"),
    (re.compile(r"recommendations?:?$", re.IGNORECASE), "recommendation"),
)


def kind_of_heading(text: str) -> ActionKind | None:
    """Return the kind of action that ``text`` announces, if it is such a heading."""
    if not 10 <= len(text) <= 40:
        return None
    return next((kind for pattern, kind in _HEADINGS if pattern.match(text)), None)


def mark_actions(drafts: Sequence[Draft]) -> None:
    """Turn the blocks that a heading announces as actions into ``action`` blocks.

    Under "Areas for improvement" and "Recommendations" these are the list's items; where there is
    no list, the paragraphs that say what the force should do. A cause of concern is the
    paragraphs up to its recommendations, or the first one where none follow.
    """
    for index, heading in enumerate(drafts):
        kind = kind_of_heading(heading.text) if heading.kind == "caption" else None
        if kind is None:
            continue
        for block in _announced(drafts, index + 1, kind):
            block.kind = "action"


_DUTY = re.compile(
    r"(?:the force|the constabulary|\w+ (?:police|constabulary)|it) "
    r"(?:should|must|needs? to)\b",
    re.IGNORECASE,
)


def _announced(drafts: Sequence[Draft], start: int, kind: ActionKind) -> list[Draft]:
    """Return the blocks from ``start`` that are actions."""
    following: list[Draft] = []
    ended_by: ActionKind | None = None
    for block in drafts[start:]:
        if block.kind not in ("paragraph", "list_item"):
            ended_by = kind_of_heading(block.text) if block.kind == "caption" else None
            break
        following.append(block)
    first_item = next((i for i, b in enumerate(following) if b.kind == "list_item"), None)
    if kind == "cause_of_concern" and (first_item is None or first_item > 0):
        paragraphs = [block for block in following if block.kind == "paragraph"]
        return following if ended_by == "recommendation" else paragraphs[:1]
    if first_item is not None and (first_item == 0 or following[first_item - 1].text.endswith(":")):
        items = following[first_item:]
        end = next((i for i, b in enumerate(items) if b.kind != "list_item"), len(items))
        return [block for block in items[:end] if block.level == items[0].level]
    end = next((i for i, b in enumerate(following) if not _DUTY.match(b.text)), len(following))
    return following[:end]


def actions(sections: Sequence[Section]) -> tuple[Action, ...]:
    """Return the actions in document order; items below one are part of its text."""
    found: list[Action] = []
    for section in sections:
        kind: ActionKind | None = None
        inside = False
        for block in section.blocks:
            if block.kind == "caption":
                kind = kind_of_heading(block.text) or kind
            if block.kind == "action" and kind is not None:
                found.append(
                    Action(
                        kind=kind,
                        text=block.text,
                        section=section.id,
                        page=block.page,
                        block=block.id,
                    )
                )
                inside = True
            elif inside and block.kind == "list_item" and block.level > 1:
                found[-1] = msgspec.structs.replace(
                    found[-1], text=f"{found[-1].text}\n{block.marker} {block.text}"
                )
            else:
                inside = False
    return tuple(found)
