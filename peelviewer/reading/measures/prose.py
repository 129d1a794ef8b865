# SPDX-License-Identifier: MIT
"""Measures in sentences: only where force, national figure, unit and period are all certain.

Each value of a sentence is given to whom its own part of the sentence names: the force, England
and Wales, or somebody else (``claims``). One value of the force and one of England and Wales, of
one unit, are a measure (``pairing``) where the catalogue knows what the words are about
(``topics``), one period is stated, and the second part speaks of the same thing (``subject``).
The two can stand in neighbouring sentences, if the second one compares. "The same period" is the
one named last. Anything less clear is left alone.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from peelviewer.model.measure import Measure, Period, Printed
from peelviewer.model.report import Block, Report, Section
from peelviewer.reading.lines import ends_sentence
from peelviewer.reading.measures.areas import Places
from peelviewer.reading.measures.claims import claims
from peelviewer.reading.measures.pairing import Paired, is_finding, paired
from peelviewer.reading.measures.periods import heading_period, names_previous, over_a_year, period
from peelviewer.reading.measures.quantities import Quantity
from peelviewer.reading.measures.respective import apart
from peelviewer.reading.measures.sentences import Sentence, sentences
from peelviewer.reading.measures.subject import refers_back

# "Over the same period", "in that year": the time named last.
_SAME = re.compile(
    r"\b(?:over|in|during|for|across)\s+(?:(?:this|the|that)\s+same|this|that)\s+(?:period|year|time)\b",
    re.IGNORECASE,
)

# A sentence of more letters is none that a reader could follow, nor that could be certain.
_LONGEST = 2_000


@dataclass(frozen=True)
class _Above:
    """What the sentences of a block can go on from.

    ``last`` is the time that was named last, ``headed`` that of the section's title, ``lead`` the
    sentence with a colon above a list's item.
    """

    last: Period | None
    headed: Period | None
    lead: tuple[Sentence, ...] = ()


def prose_measures(report: Report) -> Iterator[Measure]:
    """Yield the measures that the report's paragraphs state in clear words."""
    places = Places(report.force)
    for section in report.sections:
        if section.kind in ("annex", "numbers"):
            continue  # the annex tells of all forces; the graphic was read as such
        last: Period | None = None
        headed = heading_period(section.title)
        lead: tuple[Sentence, ...] = ()  # the sentence with a colon that a list's items go on with
        for block in section.blocks:
            if block.kind in ("paragraph", "list_item"):
                parts = sentences(block.text, places)
                if any(len(sentence.text) > _LONGEST for sentence in parts):
                    last, lead = None, ()
                    continue
                if block.kind == "paragraph":
                    above = _Above(last, headed)
                    lead = parts[-1:] if block.text.rstrip().endswith(":") else ()
                else:
                    above = _Above(last, headed, lead)
                last = yield from _of_block(section, block, parts, above)


def _of_block(
    section: Section, block: Block, own: tuple[Sentence, ...], above: _Above
) -> Generator[Measure, None, Period | None]:
    """Yield a block's measures; return the period that it names last.

    A list's item without a period has that of the ``lead`` above the list, and a sentence without
    one that of the heading, if no sentence before it in the block has named another.
    """
    last, headed, lead = above.last, above.headed, above.lead
    # A chart's words or a title end no sentence.
    is_open = block.kind == "paragraph" and not ends_sentence(block.text)
    told: set[Sentence] = set()  # sentences whose value an earlier one has taken
    text = (*lead, *own)
    for index, sentence in enumerate(text[len(lead) :], len(lead)):
        when = _period(sentence, last, refers=index > 0)
        if when is None and lead and not sentence.times:
            when = _period(lead[0], None, refers=False)
        if when is not None or any(time.period is None for time in sentence.times):
            last, headed = when, None
        elif not sentence.times:
            when = headed
        if (when is None and len(sentence.times) < 2) or sentence in told:
            continue  # no period for all of its values, nor one for each
        if is_open and sentence is own[-1]:
            continue
        if not all(map(is_finding, (*lead, sentence))):
            continue
        for one in apart(sentence):
            said = (*text[:index], one, *text[index + 1 :])
            for found in filter(None, map(paired, claims(said, index, when))):
                told.add(found.last)
                yield _measure(found, section, block)
    return last


def _period(sentence: Sentence, last: Period | None, *, refers: bool) -> Period | None:
    """Return the sentence's period: its own, or the one that it refers to.

    ``refers`` says that a sentence stands before it, to which "this" can refer.
    """
    text = sentence.text
    if len({time.period.kind for time in sentence.times if time.period is not None}) > 1:
        return None  # twelve months and a day: no telling which is meant
    stated = period(text, sentence.times)
    if stated is not None or sentence.times or last is None:
        return stated
    if _SAME.search(text):
        return last
    if refers and refers_back(text):
        return over_a_year(last) if names_previous(text) else last
    return None


def _measure(found: Paired, section: Section, block: Block) -> Measure:
    about, national = found.topic, found.national
    return Measure(
        key=about.key,
        label=about.label,
        unit=about.unit,
        period=found.period,
        force=found.own.value,
        national=national.value if national else None,
        as_printed=Printed(
            force=_printed(found.own, block),
            national=_printed(national, block) if national else None,
        ),
        section=section.id,
        page=block.page,
        block=block.id,
        passage=block.text[found.first.start : found.last.end].strip(),
        origin="prose",
    )


def _printed(value: Quantity, block: Block) -> str:
    """Return a value as the text prints it: its number alone, where its unit stands elsewhere."""
    is_there = re.search(rf"(?<![\d.,·]){re.escape(value.printed)}", block.text) is not None
    return value.printed if is_there else value.printed.partition(" ")[0]
