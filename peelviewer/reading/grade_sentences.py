# SPDX-License-Identifier: MIT
"""The one sentence in which a chapter may give its grade: "The force is good at …"."""

import re

from peelviewer.model.force import Force
from peelviewer.model.report import Grade
from peelviewer.reading.chapters import is_pillar
from peelviewer.reading.forces import known_force
from peelviewer.reading.grades import grade

_FORCE = r"(?:[Tt]he|[Tt]his) (?:force|constabulary|service)"
_NAMED = r"(?P<name>[A-Z][\w&’' -]{2,50} (?:Police|Constabulary|Service))"
_WHO = rf"(?:{_FORCE}|{_NAMED})"
_WORD = r"outstanding|good|adequate|inadequate"
_IS = rf"(?: is (?:{_WORD})| requires improvement)"
_AS = rf"(?: as| to be)? (?:{_WORD}|requiring improvement|requires improvement)"
_AT = r"(?: (?:at|in|with|for) (?P<object>[^.;:\d]{4,200}))?\.$"
# "The force is good at …", "Northshire Police requires improvement in …"; "The extent to which the
# force … is good."; "The force is graded as good at …"; "We have judged the force to be good."
_SENTENCES = tuple(
    map(
        re.compile,
        (
            rf"{_WHO}{_IS} (?:at|in|with) (?P<object>[^.;:]{{4,200}})\.$",
            rf"The extent to which {_WHO} (?P<object>[^.;:]{{8,250}}){_IS}\.$",
            rf"{_WHO} (?:is|has been) (?:graded|judged|rated|assessed){_AS}{_AT}",
            rf"We (?:have )?(?:graded?|judged?|rated?|assess(?:ed)?) {_WHO}{_AS}{_AT}",
        ),
    )
)
_GRADE = re.compile(rf"\b(?:{_WORD}|requir(?:es|ing) improvement)\b")
_LETTERS = re.compile(r"[a-z]+")
_ENDING = re.compile(r"(?:ations?|ions?|ings?|ness|fully|ful|ive(?:ly)?|ed|ly|es|s|e)$")
_STEM = 6  # letters in which the forms of a long word agree
_FEW = re.compile(
    r"(?:an?|and|are|as|at|by|do|does|extent|for|force|from|how|in|is|its?|of|on|or|people|police"
    r"|public|service|constabulary|that|the|their|them|this|those|to|well|what|who|with)$"
)
_PILLARS = frozenset(("effect", "effici", "legiti"))  # what an overview's question asks for
_OF_PILLAR = "keeping people safe and reducing crime"  # what each pillar is judged on


def in_sentence(text: str, title: str, force: Force | None) -> Grade | None:
    """Return the grade that a sentence gives to ``force`` for what ``title`` asks, and no more.

    A force that is not known (``None``) may be any that the sentence names.
    """
    said = next(filter(None, (pattern.match(text) for pattern in _SENTENCES)), None)
    if said is None or not _is_on(said["object"] or "", title):
        return None
    if force is not None and said["name"] and known_force(said["name"]).id != force.id:
        return None
    found = {grade(word.replace("requiring", "requires")) for word in _GRADE.findall(text)}
    return found.pop() if len(found) == 1 else None


def _is_on(said: str, title: str) -> bool:
    """Whether ``said`` is what ``title`` asks or names, in its words and with no others."""
    told = _stems(said)
    asked = _stems(f"{title} {_OF_PILLAR}" if is_pillar(title) else title)
    wanted = asked - _PILLARS
    return not told or (told <= asked and 2 * len(told & wanted) >= len(wanted))


def _stems(text: str) -> frozenset[str]:
    words = _LETTERS.findall(text.casefold().replace("-", ""))
    bare = (_ENDING.sub("", _ENDING.sub("", word)) for word in words if not _FEW.match(word))
    return frozenset(word[:_STEM] for word in bare)
