# SPDX-License-Identifier: MIT
"""Whose grades stand below some words: the report's own ones, or those of others.

Reports also print grades of other forces and visits, what a force hopes for or gives itself, and
what people answered. What can be one of these is not taken for the report's.
"""

import re
from collections.abc import Sequence

import msgspec

from peelviewer.model.force import Force
from peelviewer.reading.forces import area_of, is_force, known_force, names_in
from peelviewer.reading.inspections import is_earlier
from peelviewer.reading.lines import ends_sentence, key

# Words over grades that somebody else gave, that another visit did, or that nobody gave yet.
_OTHERS = re.compile(
    r"\b(?:surveys?|surveyed|polls?|questionnaires?|respondents?|opinions?|feedback|peer reviews?"
    r"|self[- ]?(?:assess|evaluat|inspect|grad|rat)\w*"
    r"|(?:assess|judg|grad|rat)(?:e[sd]?|ing) itself"
    r"|(?:its|their|force[’']s|constabulary[’']s) own"
    r"|(?:staff|people|residents|victims) (?:think|say)"
    r"|hop(?:es?|ed|ing)|aims?|aimed|aspir\w+|ambitions?|targets?|wants?|expect(?:s|ed|ations?)"
    r"|predict\w*|forecasts?|would|next (?:time|inspection|visit|round|year|report)"
    r"|interim|follow[- ]up|re-?visit\w*|re-?inspect\w*"
    r"|(?:neighbouring|similar|other|another|different) (?:\w+ )?(?:force|constabular|police)\w*"
    r"|(?:all|most|some|average of) (?:the )?forces|England and Wales|nationally)\b",
    re.IGNORECASE,
)
# In a sentence that does not open a list by its colon: it is on grades, or on what stands below.
_ON_GRADES = re.compile(
    r"\b(?:grades?|graded|judge?ments?|judged|ratings?|rated|table|chart|figure|below|follow(?:s|ing))\b",
    re.IGNORECASE,
)
_BEFORE_LAST_SENTENCE = re.compile(r".*[.!?][”’\"')]*\s+(?=[A-Z“‘])", re.DOTALL)
_LONGEST_LABEL = 60  # letters of what stands below a grade and says whose it is


class Inspection(msgspec.Struct, frozen=True, kw_only=True):
    """The inspection that a report is on: its ``year`` as in the model, and whom it is on."""

    year: str
    force: Force | None = None

    def is_others(self, text: str) -> bool:
        """Whether grades below a heading or a lead, or in a column, are not this inspection's."""
        return (
            is_earlier(text, self.year)
            or _OTHERS.search(text) is not None
            or (is_force(text) and not self._is_own(text))
            or not all(map(self._is_own, names_in(text)))
        )

    def leads_to_others(self, text: str) -> bool:
        """Whether a paragraph, above a list or table of grades, says that they are not its own."""
        if text.endswith(":"):
            return self.is_others(text)
        before = _BEFORE_LAST_SENTENCE.match(text)
        last = text[before.end() :] if before else text
        return _ON_GRADES.search(last) is not None and self.is_others(last)

    def is_label_of_others(self, text: str) -> bool:
        """Whether a line below a grade says that it is not its own: "(2018/19)"."""
        is_label = len(text) <= _LONGEST_LABEL and not ends_sentence(text)
        return is_label and not text.endswith(":") and self.is_others(text)

    def columns_of_others(self, columns: Sequence[str]) -> frozenset[int]:
        """Return the places of a table's columns whose grades are not this inspection's.

        Where the force has a column of its own, no other one is its.
        """
        gone = {at for at, column in enumerate(columns) if self.is_others(column)}
        own = {at for at, column in enumerate(columns) if at and self._names_force(column)}
        if own:
            gone |= {*range(1, len(columns))} - own
        return frozenset(gone)

    def _names_force(self, text: str) -> bool:
        if self.force is None:
            return False
        return key(text) in (key(self.force.name), key(area_of(self.force)))

    def _is_own(self, name: str) -> bool:
        return self.force is not None and known_force(name).id == self.force.id
