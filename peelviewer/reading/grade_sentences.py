# SPDX-License-Identifier: MIT
"""The one sentence in which a chapter may give its grade: "The force is good at …"."""

import re

from peelviewer.model.report import Grade
from peelviewer.reading.grades import grade

_FORCE = r"(?:[Tt]he|[Tt]his) (?:force|constabulary|service)"
_NAMED = r"[A-Z][\w&’' -]{2,50} (?:Police|Constabulary|Service)"
_WHO = rf"(?:{_FORCE}|{_NAMED})"
_WORD = r"outstanding|good|adequate|inadequate"
_IS = rf"(?: is (?:{_WORD})| requires improvement)"
_AS = rf"(?: as| to be)? (?:{_WORD}|requiring improvement|requires improvement)"
_AT = r"(?: (?:at|in|with|for) [^.;:\d]{4,200})?\.$"
# "The force is good at …", "Northshire Police requires improvement in …"; "The extent to which the
# force … is good."; "The force is graded as good at …"; "We have judged the force to be good."
_SENTENCES = tuple(
    map(
        re.compile,
        (
            rf"{_WHO}{_IS} (?:at|in|with) [^.;:]{{4,200}}\.$",
            rf"The extent to which [^.;:]{{8,250}}{_IS}\.$",
            rf"{_WHO} (?:is|has been) (?:graded|judged|rated|assessed){_AS}{_AT}",
            rf"We (?:have )?(?:graded?|judged?|rated?|assess(?:ed)?) {_WHO}{_AS}{_AT}",
        ),
    )
)
_GRADE = re.compile(rf"\b(?:{_WORD}|requir(?:es|ing) improvement)\b")


def in_sentence(text: str) -> Grade | None:
    """Return the grade that a sentence gives, if it does nothing else."""
    if not any(pattern.match(text) for pattern in _SENTENCES):
        return None
    found = {grade(word.replace("requiring", "requires")) for word in _GRADE.findall(text)}
    return found.pop() if len(found) == 1 else None
