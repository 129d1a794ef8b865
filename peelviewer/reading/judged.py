# SPDX-License-Identifier: MIT
"""What can be judged in a report: its questions, pillars and chapters, found by their titles."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from peelviewer.model.report import Grade, Section
from peelviewer.reading.chapters import is_pillar
from peelviewer.reading.grades import title_and_grade
from peelviewer.reading.lines import key
from peelviewer.reading.verdicts import asks

# Titles that stand over a grade and are no title of what is judged.
NO_UNIT = re.compile(r"(?:overall )?(?:judge?ment|grade|rating)s?\b|summary\b", re.IGNORECASE)
_LONG = 10  # letters of a title that other words do not begin or end with by chance
_STEM = 7  # letters that "effectiveness" and "effectively" share; so do the other pillars


class Judged:
    """The sections of a report that can be judged; ``by_title`` has them by the key of the title.

    ``has_pillars`` where chapters of the report are pillars.
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        self._by_id = {section.id: section for section in sections}
        self._below: defaultdict[str | None, list[Section]] = defaultdict(list)
        for section in sections:
            self._below[section.parent].append(section)
        self.by_title = {
            key(section.title): section for section in sections if self._can_be_judged(section)
        }
        self._titles = [(_words(section.title), section) for section in self.by_title.values()]
        self.has_pillars = any(self.is_pillar(section) for section in sections)

    def unit(self, section: Section) -> Section | None:
        """Return what a grade in ``section`` is about: its question, pillar, overview, chapter."""
        at = section
        while at.kind not in ("question", "overview"):
            parent = self._by_id[at.parent] if at.parent is not None else None
            if parent is None or (self.is_pillar(parent) and not self._is_its_own(parent, at)):
                return at if at.kind in ("section", "front") else parent
            at = parent
        return at

    def up_to(self, section: Section, unit: Section) -> Iterator[Section]:
        """Yield a part of ``unit`` and the sections above it, up to the unit itself, without it."""
        at: Section | None = section
        while at is not None and at is not unit:
            yield at
            at = self._by_id.get(at.parent or "")

    def titled(self, text: str) -> tuple[Section, Grade] | None:
        """Return the section whose title stands with its grade in ``text``, and the grade."""
        found = title_and_grade(text)
        judged = self.by_title.get(key(found[0])) if found is not None else None
        return (judged, found[1]) if judged is not None and found is not None else None

    def of_titles(self, text: str) -> list[Section]:
        """Return the section of a title, or those of the several that a cell holds."""
        one = self._of_title(text)
        if one is not None:
            return [one]
        rest, found = key(text), list[Section]()
        while rest:
            name = max(filter(rest.startswith, self.by_title), key=len, default="")
            if not name:
                return []
            found.append(self.by_title[name])
            rest = rest[len(name) :]
        return found

    def holds_title(self, text: str) -> bool:
        """Whether a cell begins or ends with a known title: it holds more than one area."""
        words = key(text)
        return any(
            len(name) >= _LONG and (words.startswith(name) or words.endswith(name))
            for name in self.by_title
        )

    def is_second_title(self, pillar: Section, section: Section) -> bool:
        """Whether a heading right below a pillar's title is its second one, not a question's."""
        if section is pillar or not self.is_pillar(pillar) or pillar.blocks:
            return False
        below = self._below[pillar.id]
        has_questions = any(s.kind == "question" for s in below)
        return has_questions and section is below[0] and asks(section.title)

    def is_pillar(self, section: Section) -> bool:
        """Whether a section is the chapter of a pillar, in a report on several."""
        return section.kind == "overview" and section.parent is None and is_pillar(section.title)

    def _of_title(self, title: str) -> Section | None:
        """Return the section of that title, or the only one that begins so.

        A pillar's chapter may ask: "Effectiveness" is "How effectively does the force …?".
        """
        wanted = key(title)
        if wanted in self.by_title:
            return self.by_title[wanted]
        if is_pillar(title):
            stem = wanted[:_STEM]
            asked = (s for own, s in self.by_title.items() if stem in own and self.is_pillar(s))
            return next(asked, None)
        words = _words(title)
        alike = [s for own, s in self._titles if own[: len(words)] == words]
        return alike[0] if len(words) > 1 and len(alike) == 1 else None

    def _is_its_own(self, pillar: Section, section: Section) -> bool:
        """Whether a section is the pillar's own part: its judgment, or a second title below it."""
        return bool(NO_UNIT.match(section.title)) or self.is_second_title(pillar, section)

    def _can_be_judged(self, section: Section) -> bool:
        if section.kind == "question" or self.is_pillar(section):
            return True
        above = self._by_id[section.parent] if section.parent is not None else None
        return section.kind == "section" and (above is None or self.is_pillar(above))


def _words(title: str) -> list[str]:
    return [word for word in map(key, title.split()) if word]
