# SPDX-License-Identifier: MIT
"""A stretch of a block's text as HTML: everything escaped, then emphasis, links and call-outs."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from peelviewer.model.report import Mark
from peelviewer.ui.markup import escape
from peelviewer.ui.read.links import Link, LinkKind
from peelviewer.ui.read.references import Stretch

_TAGS = {"emphasis": "i", "strong": "b"}
_CLASSES = {LinkKind.MEASURE: "value", LinkKind.WEB: "web"}


def without_overlaps(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches in text order; where two overlap, the one given first stays."""
    kept: list[Stretch] = []
    for stretch in stretches:
        if all(stretch.end <= other.start or stretch.start >= other.end for other in kept):
            kept.append(stretch)
    return sorted(kept, key=lambda stretch: stretch.start)


def callouts(numbers: Iterable[int]) -> str:
    """Return footnote call-outs as superscript links, apart by commas."""
    parts = [
        f'<a class="note" href="{Link(LinkKind.NOTE, str(number)).address()}">{number}</a>'
        for number in numbers
    ]
    return f'<sup class="note">{"<span>, </span>".join(parts)}</sup>' if parts else ""


def render(
    text: str,
    marks: Sequence[Mark],
    links: Sequence[Stretch],
    low: int = 0,
    high: int | None = None,
) -> str:
    """Return characters ``low`` to ``high`` of ``text`` as HTML.

    ``links`` do not overlap (see ``without_overlaps``); marks may, with links and each other.
    """
    high = len(text) if high is None else high
    styles = [mark for mark in marks if mark.kind in _TAGS and mark.end > mark.start]
    calls: dict[int, list[int]] = {}
    for mark in marks:
        if mark.kind == "footnote" and mark.target and mark.target.isdecimal():
            calls.setdefault(mark.start, []).append(int(mark.target))
    cuts = {low, high}
    ends = [(style.start, style.end) for style in styles]
    ends += [(link.start, link.end) for link in links]
    for span in ends:
        cuts.update(cut for cut in span if low < cut < high)
    # A call-out at the range's start belongs to what stands before it, save at the very start.
    cuts.update(cut for cut in calls if low < cut <= high or cut == low == 0)
    points = sorted(cuts)
    parts = [callouts(calls[low])] if low == 0 and low in calls else []
    for start, end in pairwise(points):
        parts.append(_segment(text[start:end], start, styles, links))
        if end in calls:
            parts.append(callouts(calls[end]))
    return "".join(parts)


def _segment(text: str, start: int, styles: Sequence[Mark], links: Sequence[Stretch]) -> str:
    html = escape(text).replace("\n", "<br>")
    for mark in styles:
        if mark.start <= start < mark.end:
            tag = _TAGS[mark.kind]
            html = f"<{tag}>{html}</{tag}>"
    for stretch in links:
        if stretch.start <= start < stretch.end:
            kind = _CLASSES.get(stretch.link.kind, "ref")
            return f'<a class="{kind}" href="{stretch.link.address()}">{html}</a>'
    return html
