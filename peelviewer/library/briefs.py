# SPDX-License-Identifier: MIT
"""The summary in the project's own words, carried from a digest into the full report."""

import msgspec

from peelviewer.model.report import Report, Section


def with_briefs(full: Report, digest: Report | None, former: Report | None = None) -> Report:
    """Return ``full`` with each section's ``brief`` taken from the same section of ``digest``.

    ``former`` is the digest that the briefs came from before: what only it said is dropped. A
    brief of any other origin stays where the digest has nothing to say.
    """
    if digest is None:
        return full
    said = _paragraphs(digest)
    said_before = {} if former is None else _paragraphs(former)

    def brief_of(section: Section) -> tuple[str, ...]:
        own = () if section.brief == said_before.get(section.id) else section.brief
        return said.get(section.id, own)

    return msgspec.structs.replace(
        full,
        sections=tuple(
            msgspec.structs.replace(section, brief=brief_of(section)) for section in full.sections
        ),
    )


def _paragraphs(digest: Report) -> dict[str, tuple[str, ...]]:
    """Return each section's findings; sections without any are left out.

    A question that only leads to its grade, which stays with the full text, is no finding.
    """
    titles = {section.title for section in digest.sections}
    found = {
        section.id: tuple(
            block.text
            for block in section.blocks
            if block.kind == "paragraph" and block.text not in titles
        )
        for section in digest.sections
    }
    return {section: texts for section, texts in found.items() if texts}
