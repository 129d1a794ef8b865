# SPDX-License-Identifier: MIT
"""Where in the report a caveat of the catalogue stands: the catalogue knows its page only."""

import re
from collections import Counter

from peelviewer.charts.spec import Caveat
from peelviewer.model.report import Block, Report, Section


def link_of_caveat(report: Report, caveat: Caveat, topic: str) -> str:
    """Return a link to what the report says on the caveat's page, "" where nothing is known.

    Caveats are in the project's own words. Of the blocks on the page and the one that may run on
    to it, that one is meant which shares most with the caveat and its ``topic``; a word counts
    the more, the fewer of these blocks have it. Without a block, the section of the page.
    """
    if caveat.page is None:
        return ""
    candidates = _blocks_on(report, caveat.page)
    if not candidates:
        before = [s for s in report.sections if s.page is not None and s.page <= caveat.page]
        return f"section:{before[-1].id}" if before else ""
    words = [_words(f"{section.title} {block.text}") for section, block in candidates]
    common = Counter(word for found in words for word in found)
    wanted = _words(f"{caveat.text} {topic}")
    scores = [sum(1 / common[word] for word in found & wanted) for found in words]
    _, best = candidates[scores.index(max(scores))]
    return f"block:{best.id}"


def _blocks_on(report: Report, page: int) -> list[tuple[Section, Block]]:
    """Return the blocks that begin on ``page``, then the last one of the page before."""
    placed = [
        (section, block)
        for section in report.sections
        for block in section.blocks
        if block.text and block.page in {page - 1, page}
    ]
    on_page = [pair for pair in placed if pair[1].page == page]
    run_on = [pair for pair in placed if pair[1].page == page - 1][-1:]
    return on_page + run_on if on_page else []


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{5,}|\d+", text.lower()))
