# SPDX-License-Identifier: MIT
"""Areas for improvement, causes of concern and recommendations."""

import re
from collections.abc import Sequence

import msgspec

from peelviewer.model.report import Action, ActionKind, Section
from peelviewer.reading.drafts import Draft
from peelviewer.reading.lines import Line

_HEADINGS: tuple[tuple[re.Pattern[str], ActionKind], ...] = (
    (re.compile(r"areas? for improvement(?: \d{1,2})?:?$", re.IGNORECASE), "area_for_improvement"),
    (
        re.compile(
            r"(?:accelerated )?causes? (?:of|for) concern(?: \d{1,2})?"
            r"(?:\s?[:–—] [^\d.:]{3,60}|:)?$",
            re.IGNORECASE,
        ),
        "cause_of_concern",
    ),
    (re.compile(r"recommendations?(?: \d{1,2})?:?$", re.IGNORECASE), "recommendation"),
)
_PRACTICE = re.compile(
    r"(?:innovative|promising|notable|positive|effective) practices?:?$", re.IGNORECASE
)
# "By 31 March 2023," before who should do something.
_WHEN = (
    r"(?:(?:by|within|from|before|no later than|as soon as) [^.;:]{3,40}?,? |immediately,? "
    r"|as a matter of urgency,? )?"
)
_SHOULD = r"(?:immediately |urgently |also )?(?:should|must|needs? to)\b(?! have\b)"
_DUTY = re.compile(
    rf"{_WHEN}(?:the (?:force|constabulary|service|chief constable)"
    rf"|(?:[\w&’'-]+ ){{1,5}}(?:police|constabulary|service)|it) {_SHOULD}",
    re.IGNORECASE,
)
# A recommendation can be to anyone: the Home Office, all forces.
_DUTY_OF_ANYONE = re.compile(rf"{_WHEN}(?:[\w&’',()-]+ ){{1,14}}?{_SHOULD}", re.IGNORECASE)
# "By 30 June 2023, the force should:" and nothing more, above a list.
_LEAD = re.compile(
    rf"{_WHEN}(?:(?!should|must|needs?)[\w&’',()-]+ ){{1,14}}{_SHOULD}"
    r"(?: (?:also|immediately|urgently|now)){0,2}:$",
    re.IGNORECASE,
)
# What a sentence on the force begins with, right below "Area for improvement".
_ON_FORCE = re.compile(
    r"(?:the (?:force|constabulary|service)|(?:[\w&’'-]+ ){1,5}(?:police|constabulary|service)) "
    r"(?!should have\b)[a-z]",
    re.IGNORECASE,
)
_FINDINGS = re.compile(r"\b(?:main|detailed) findings\b", re.IGNORECASE)
# "To address this, HMIC recommends that, by 30 September 2017, the force should:" before a list.
_RECOMMENDS = re.compile(
    r"\b(?:(?:we|hmic(?:frs)?)\s+(?:(?:also|therefore|now)\s+)?recommends?|it\s+is\s+recommended)\b"
    r"[^.?!:]*:$",
    re.IGNORECASE,
)
_CAUSES = re.compile(r"(?:accelerated )?causes (?:of|for) concern\b", re.IGNORECASE)
_SHORTEST, _LONGEST = 10, 90  # letters of a heading: "Cause of concern: recording crime"
_SENTENCES = re.compile(r"[.!?][”’\"')]*\s+[A-Z“‘]")  # one ends, and another begins
_SENTENCE = 4  # words that a sentence set as a heading has at least


def kind_of_heading(text: str) -> ActionKind | None:
    """Return the kind of action that ``text`` announces, if it is such a heading."""
    if not _SHORTEST <= len(text) <= _LONGEST:
        return None
    return next((kind for pattern, kind in _HEADINGS if pattern.match(text)), None)


def heads_box(text: str) -> bool:
    """Whether ``text`` heads a box: actions, or practice that others can learn from."""
    return kind_of_heading(text) is not None or is_practice(text)


def is_practice(text: str) -> bool:
    """Whether ``text`` heads practice that others can learn from: a box, or a chapter of it."""
    return bool(_PRACTICE.match(text))


class Box:
    """Tells the sentences that are set as headings within boxes from the headings of sections.

    Since 2021/22 an area for improvement is a bold sentence with explaining text below it, and so
    are a cause of concern and an example of practice. The lines of a report are shown in order.

    Such sentences look alike: one of another look, or one below a list that the box begins with,
    heads a finding, whatever it says.
    """

    def __init__(self) -> None:
        self._head: str | None = None
        self._is_fresh = False
        self._is_held = False
        self._look: tuple[int, bool] | None = None  # of the box's sentences
        self._is_list = False

    def holds(self, line: Line) -> bool:
        """Whether ``line`` heads what stands in the box that is open: it heads no section."""
        goes_on = self._is_held and bool(line.heading) and not line.gap
        self._is_held = goes_on or self._holds(line)
        return self._is_held

    def _holds(self, line: Line) -> bool:
        if heads_box(line.text):
            self._head, self._is_fresh = line.text, True
            self._look, self._is_list = None, False
            return False
        if self._head is None or not line.text:
            return False
        is_fresh, self._is_fresh = self._is_fresh, False
        kind = kind_of_heading(self._head)
        is_set = bool(line.heading or line.strong) and line.text.count(" ") >= _SENTENCE - 1
        self._is_list = self._is_list or (is_fresh and line.marker is not None)
        if (
            is_set
            and kind is not None
            and _duty(kind).match(line.text)
            and not self._is_list
            and self._look in (None, line.look)
        ):
            self._look = line.look
            return True
        is_first = is_set and is_fresh and line.text[-1] != "?"
        if is_first and kind == "area_for_improvement" and _ON_FORCE.match(line.text):
            self._look = line.look
            return True
        if is_first and kind in (None, "cause_of_concern"):
            return True
        if line.heading or _FINDINGS.search(line.text):
            self._head = None
        return False


def mark_actions(drafts: Sequence[Draft]) -> None:
    """Turn the blocks that a heading announces as actions into ``action`` blocks.

    Under "Areas for improvement" and "Recommendations" these are the list's items; where there is
    no list, the paragraphs that say what the force should do. A cause of concern is the first
    paragraph, and those below it explain it; under "Causes of concern" all up to the
    recommendations are. Where a sentence is
    set as a heading, it is the action, and the text below explains it. A sentence by which the
    inspectorate recommends the items of a list announces recommendations without any heading.
    """
    for index, heading in enumerate(drafts):
        kind = kind_of_heading(heading.text) if heading.kind == "caption" else None
        if kind is not None:
            several = kind == "cause_of_concern" and _CAUSES.match(heading.text) is not None
            for block in _announced(drafts, index + 1, kind, several=several):
                block.kind = "action"
    for index, lead in enumerate(drafts):
        if lead.marker is None and recommends(lead.text):
            for block in _items(drafts[index + 1 :]):
                block.kind = "action"


def recommends(text: str) -> bool:
    """Whether ``text`` ends with a sentence that opens a list of recommendations."""
    return bool(_RECOMMENDS.search(text))


def _items(blocks: Sequence[Draft]) -> list[Draft]:
    """Return the items of the list that ``blocks`` begin with, without those below an item."""
    end = next((i for i, b in enumerate(blocks) if b.kind != "list_item"), len(blocks))
    return [block for block in blocks[:end] if block.level == blocks[0].level]


def _announced(
    drafts: Sequence[Draft], start: int, kind: ActionKind, *, several: bool
) -> list[Draft]:
    """Return the blocks from ``start`` that are actions; ``several`` causes of concern or one."""
    following: list[Draft] = []
    ended_by: ActionKind | None = None
    for block in drafts[start:]:
        if block.kind not in ("paragraph", "list_item"):
            ended_by = kind_of_heading(block.text) if block.kind == "caption" else None
            break
        if following and kind != "recommendation" and recommends(block.text):
            ended_by = "recommendation"
            break
        following.append(block)
    if following and _is_set_apart(following[0]):
        return _set_apart(following, kind)
    first_item = next((i for i, b in enumerate(following) if b.kind == "list_item"), None)
    if kind == "cause_of_concern" and (first_item is None or first_item > 0):
        paragraphs = [block for block in following if block.kind == "paragraph"]
        return following if several and ended_by == "recommendation" else paragraphs[:1]
    duty = _duty(kind)
    end = next((i for i, b in enumerate(following) if not duty.match(b.text)), len(following))
    if following and not _SENTENCES.search(following[0].text):  # each is one sentence, then
        end = next((i for i, b in enumerate(following[:end]) if _SENTENCES.search(b.text)), end)
    if first_item is None:
        return following[:end]
    if first_item > 0 and not following[first_item - 1].text.endswith(":"):
        return following[: min(end, first_item)]
    before = following[: max(0, min(end, first_item - 1))]
    return [*before, *_lists(following[first_item:])]


def _lists(blocks: Sequence[Draft]) -> list[Draft]:
    """Return the items of a list, and of those that follow with a lead of their own.

    "By 31 March 2023, the force should: … By 30 June 2023, the force should: …"
    """
    found: list[Draft] = []
    at = 0
    while at < len(blocks) and blocks[at].kind == "list_item":
        end = next((i for i, b in enumerate(blocks) if i > at and b.kind != "list_item"), None)
        found += _items(blocks[at:end])
        if end is None or not _LEAD.match(blocks[end].text):
            break
        at = end + 1
    return found


def _duty(kind: ActionKind) -> re.Pattern[str]:
    """Return the pattern of the sentences that are actions of a kind, by what they begin with."""
    return _DUTY_OF_ANYONE if kind == "recommendation" else _DUTY


def _is_set_apart(block: Draft) -> bool:
    """Whether a paragraph is a sentence that is set as a heading, and announces no list."""
    is_set = bool(block.first.heading) or block.first.strong
    return block.kind == "paragraph" and is_set and not block.text.endswith(":")


def _set_apart(following: Sequence[Draft], kind: ActionKind) -> list[Draft]:
    """Return the sentences set as headings, up to the report's findings."""
    found: list[Draft] = []
    for index, block in enumerate(following):
        if _FINDINGS.search(block.text):
            break
        if found and kind == "recommendation" and _LEAD.match(block.text):
            return [*found, *_lists(following[index + 1 :])]
        is_more = not found or (
            _duty(kind).match(block.text) and block.first.look == found[0].first.look
        )
        if _is_set_apart(block) and is_more:
            found.append(block)
    return found[:1] if kind == "cause_of_concern" else found


def actions(sections: Sequence[Section]) -> tuple[Action, ...]:
    """Return the actions in document order; items below one are part of its text.

    Those are of a lower level; of the list that a cause of concern opens, of any.
    """
    found: list[Action] = []
    for section in sections:
        kind: ActionKind | None = None
        inside = recommended = opens = False
        lead: str | None = None
        for block in section.blocks:
            if block.marker is None:
                is_text = block.kind in ("paragraph", "action")
                lead = block.text if is_text and block.text.endswith(":") else None
                recommended = lead is not None and recommends(lead)
            if block.kind == "caption":
                kind = kind_of_heading(block.text) or kind
            its = "recommendation" if recommended else kind
            if block.kind == "action" and its is not None:
                found.append(
                    Action(
                        kind=its,
                        text=block.text,
                        section=section.id,
                        page=block.page,
                        block=block.id,
                        lead=lead if block.marker else None,
                    )
                )
                inside = True
                opens = its == "cause_of_concern" and lead == block.text
            elif inside and block.kind == "list_item" and (opens or block.level > 1):
                found[-1] = msgspec.structs.replace(
                    found[-1], text=f"{found[-1].text}\n{block.marker} {block.text}"
                )
            else:
                inside = False
    return tuple(found)
