# SPDX-License-Identifier: MIT
"""The caveats that go with the measures of a section."""

import msgspec

from peelviewer.model.report import Report
from peelviewer.reference.catalogue import catalogue
from peelviewer.ui.measures.entries import sections_under


class SectionCaveat(msgspec.Struct, frozen=True):
    """A caveat's text, its page, and the label of the measures it limits."""

    text: str
    page: int | None
    labels: tuple[str, ...]


def caveats_of_section(report: Report, section_id: str) -> tuple[SectionCaveat, ...]:
    """Return each caveat on a measure in or below the section once, in the measures' order."""
    inside = sections_under(report, section_id)
    found: dict[tuple[str, int | None], list[str]] = {}
    for measure in report.measures:
        if measure.section in inside:
            for caveat in catalogue().caveats(measure.key, report):
                labels = found.setdefault((caveat.text, caveat.page), [])
                if measure.label not in labels:
                    labels.append(measure.label)
    return tuple(SectionCaveat(text, page, tuple(labels)) for (text, page), labels in found.items())
