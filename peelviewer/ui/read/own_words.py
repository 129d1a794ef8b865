# SPDX-License-Identifier: MIT
"""Values of measures in our own words, in digests and briefs: marked where only one can be meant.

The report's own words are a measure's passage and are looked up as such (see ``values``); in ours
a value stands in another sentence than the report's, or is told again from a table.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from peelviewer.model.measure import Measure
from peelviewer.model.report import Report
from peelviewer.ui.read.links import Link, LinkKind
from peelviewer.ui.read.references import Stretch
from peelviewer.ui.read.values import NO_VALUE

Meaning = tuple[str, bool]
"""A number as it is printed, and whether it is a percentage."""

_NUMBER = r"(?<![\w.,/–-])[-+−]?(\d+(?:,\d{3})*(?:\.\d+)?)(?![\d/–-])(\s?%|\s+percent\b)?"


class OwnWords:
    """The values that each section's measures state."""

    def __init__(self, report: Report) -> None:
        self._measures = report.measures
        self._stated: dict[str, dict[Meaning, list[int]]] = {}

    def in_text(self, text: str, section: str) -> Iterator[Stretch]:
        """Yield the values in ``text`` that one measure alone of its section states."""
        stated = self._stated_in(section)
        if not stated:
            return
        others = [found.span() for found in re.finditer(NO_VALUE, text)]
        found: dict[Meaning, list[re.Match[str]]] = defaultdict(list)
        for number in re.finditer(_NUMBER, text):
            if not any(start <= number.start(1) < end for start, end in others):
                found[number[1], bool(number[2])].append(number)
        for meaning, numbers in found.items():
            measures = stated.get(meaning, [])
            # Said more often than stated, one of them is something else.
            if len(set(measures)) != 1 or len(numbers) > len(measures):
                continue
            for number in numbers:
                if _is_telling(meaning, text[number.end() :], self._measures[measures[0]]):
                    link = Link(LinkKind.MEASURE, str(measures[0]))
                    yield Stretch(number.start(), number.end(), link)

    def _stated_in(self, section: str) -> dict[Meaning, list[int]]:
        """Return the values that a section states, each with the measures that do."""
        if section not in self._stated:
            stated = self._stated[section] = defaultdict(list)
            for index, measure in enumerate(self._measures):
                if measure.section == section:
                    for meaning in _meanings(measure):
                        stated[meaning].append(index)
        return self._stated[section]


def _meanings(measure: Measure) -> Iterator[Meaning]:
    for printed in (measure.as_printed.force, measure.as_printed.national):
        found = re.search(_NUMBER, printed) if printed else None
        if found:
            yield found[1], bool(found[2]) or measure.unit.startswith("percent")


def _is_telling(meaning: Meaning, after: str, measure: Measure) -> bool:
    """Return whether a number can be told from any other: a whole one needs what it counts."""
    number, is_percentage = meaning
    if is_percentage or "." in number:
        return True
    words = after.split(maxsplit=1)
    printed = f"{measure.as_printed.force or ''} {measure.as_printed.national or ''}".split()
    return bool(words) and words[0].rstrip(".,;:") in ("per", *printed)
