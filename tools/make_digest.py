# SPDX-License-Identifier: MIT
"""Makes a shipped digest: the facts of a report, read from the full text, with our own words.

    python -m tools.make_digest PATH-OF-THE-FULL-REPORT

The facts are the section tree, pages, judgments, measures, figures and where footnotes and areas
for improvement stand. The words are those of ``tools/digests/<report id>.toml``; the report's own
sentences are left behind. A section without words, words without a section, or a value that our
words do not state stops the making, so that digest and report cannot drift apart.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from peelviewer.errors import PeelViewerError
from peelviewer.model import codec
from peelviewer.model.measure import Measure
from peelviewer.model.report import (
    Action,
    Audit,
    Block,
    Figure,
    Footnote,
    Inconsistency,
    Mark,
    Report,
    Section,
)
from peelviewer.reading import read

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "tools" / "digests"
REPORTS = ROOT / "data" / "reports"

_CALL_OUT = re.compile(r"\[\^(\d+)\]")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_SENTENCE_END = re.compile(r"(?<!\bp)[.!?](?=\s)")
_OF_FIGURE = re.compile(r"@figure (\d+)")


class DigestError(PeelViewerError):
    """The words and the report do not fit together."""


class SectionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a section found: each finding has its page and a text that may call footnotes.

    Page 0 is one that the report does not tell.
    """

    id: str
    findings: tuple[tuple[int, str], ...]


class ActionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One area for improvement, in the report's order."""

    text: str


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All words of a digest, by section, action, footnote and figure."""

    report: str
    sections: tuple[SectionWords, ...] = msgspec.field(name="section")
    actions: tuple[ActionWords, ...] = msgspec.field(name="action")
    footnotes: dict[str, str]
    figures: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class _Sources:
    """The full report and the words, with what is looked up in both."""

    full: Report
    words: Words
    findings: Mapping[str, tuple[Block, ...]]
    actions: Mapping[str, str]


def load_words(path: Path) -> Words:
    """Return the words of a digest from its TOML file."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Words)


def make_digest(full: Report, words: Words) -> Report:
    """Return the digest of ``full`` with ``words``.

    Raises:
        DigestError: words are missing, left over, or do not state a value of the report.
    """
    findings = {
        _section_id(full, section.id): tuple(
            _finding(_section_id(full, section.id), number, page, text)
            for number, (page, text) in enumerate(section.findings, 1)
        )
        for section in words.sections
    }
    _demand_the_same("section", set(full.sections_by_id), set(findings))
    _demand_the_same(
        "footnote", {str(note.number) for note in full.footnotes}, set(words.footnotes)
    )
    _demand_the_same("figure", {str(f.number) for f in full.figures}, set(words.figures))
    if len(full.actions) != len(words.actions):
        raise DigestError(
            f"The report has {len(full.actions)} areas for improvement, "
            f"the words have {len(words.actions)}."
        )
    actions = {
        action.block: _one_line(own.text)
        for action, own in zip(full.actions, words.actions, strict=True)
        if action.block is not None
    }
    sources = _Sources(full, words, findings, actions)
    measures = tuple(_measure(sources, measure) for measure in full.measures)
    return msgspec.structs.replace(
        full,
        edition="digest",
        sections=tuple(_section(sources, section) for section in full.sections),
        footnotes=tuple(_footnote(words, note) for note in full.footnotes),
        figures=tuple(_figure(words, figure) for figure in full.figures),
        measures=measures,
        actions=tuple(_action(sources, action) for action in full.actions),
        inconsistencies=tuple(
            _inconsistency(sources, measures, found) for found in full.inconsistencies
        ),
        audit=Audit(),
    )


def _section_id(full: Report, name: str) -> str:
    """Return the section's id; ``@figure 4`` stands for the annex section on figure 4."""
    match = _OF_FIGURE.fullmatch(name)
    if match is None:
        return name
    figure = full.figures_by_number.get(int(match[1]))
    if figure is None or figure.annex is None:
        raise DigestError(f"No annex section was found for {name}.")
    return figure.annex


def _demand_the_same(what: str, of_report: set[str], of_words: set[str]) -> None:
    lines = [f"no words for {what} {name}" for name in sorted(of_report - of_words)]
    lines += [f"words for {what} {name}, unknown" for name in sorted(of_words - of_report)]
    if lines:
        raise DigestError("The words do not fit the report:\n  " + "\n  ".join(lines))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _finding(section_id: str, number: int, page: int, text: str) -> Block:
    """Return a paragraph; ``[^4]`` in the text becomes the call-out of footnote 4."""
    plain = ""
    marks: list[Mark] = []
    last = 0
    source = _one_line(text)
    for match in _CALL_OUT.finditer(source):
        plain += source[last : match.start()]
        marks.append(Mark(kind="footnote", start=len(plain), end=len(plain), target=match[1]))
        last = match.end()
    return Block(
        id=f"{section_id}.finding-{number}",
        kind="paragraph",
        text=plain + source[last:],
        page=page or None,
        footnotes=tuple(int(mark.target) for mark in marks if mark.target is not None),
        marks=tuple(marks),
    )


def _section(sources: _Sources, section: Section) -> Section:
    """Return the section with its facts in order and the findings after its grades."""
    facts = [
        _fact(sources, block)
        for index, block in enumerate(section.blocks)
        if _is_fact(sources.full, section, index)
    ]
    grades = [number for number, block in enumerate(facts, 1) if block.kind == "judgment"]
    place = grades[-1] if grades else 0
    findings = sources.findings[section.id]
    return msgspec.structs.replace(
        section, brief=(), blocks=(*facts[:place], *findings, *facts[place:])
    )


def _is_fact(full: Report, section: Section, index: int) -> bool:
    """Return whether a block is a grade, a table, a figure's parts or a title: no sentences."""
    block = section.blocks[index]
    if block.kind in ("judgment", "table", "figure", "action"):
        return True
    if block.kind == "source":
        return block.text.startswith("Source:")
    if block.kind == "caption" and block.figure is not None:
        return True
    following = section.blocks[index + 1].kind if index + 1 < len(section.blocks) else None
    return following in ("judgment", "action") and (
        block.kind == "caption" or block.text in {other.title for other in full.sections}
    )


def _fact(sources: _Sources, block: Block) -> Block:
    if block.kind != "action":
        return block
    return msgspec.structs.replace(
        block, text=sources.actions[block.id], footnotes=(), marks=(), marker=None
    )


def _action(sources: _Sources, action: Action) -> Action:
    if action.block is None:
        raise DigestError(f"An area for improvement of {action.section} stands in no block.")
    return msgspec.structs.replace(action, text=sources.actions[action.block], lead=None)


def _footnote(words: Words, note: Footnote) -> Footnote:
    return msgspec.structs.replace(note, text=_one_line(words.footnotes[str(note.number)]))


def _figure(words: Words, figure: Figure) -> Figure:
    return msgspec.structs.replace(
        figure, notes=tuple(_one_line(note) for note in words.figures[str(figure.number)])
    )


def _measure(sources: _Sources, measure: Measure) -> Measure:
    """Return the measure; one that the report states in prose points at our own sentence."""
    if measure.origin != "prose":
        return measure
    wanted = set(numbers(f"{measure.as_printed.force} {measure.as_printed.national}"))
    for block in sources.findings.get(measure.section, ()):
        if wanted <= set(numbers(block.text)):
            return msgspec.structs.replace(
                measure, block=block.id, passage=_passage(block.text, wanted), page=block.page
            )
    raise DigestError(
        f"The words of {measure.section} do not state {measure.key} "
        f"({measure.as_printed.force}, {measure.as_printed.national})."
    )


def _passage(text: str, wanted: set[str]) -> str:
    """Return the sentence that holds all the wanted numbers, else the whole text."""
    return next(
        (part for part in _sentences(text) if wanted <= set(numbers(part))),
        text,
    )


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield text[start : match.end()].strip()
        start = match.end()
    yield text[start:].strip()


def numbers(text: str) -> list[str]:
    """Return every number in ``text`` as it is printed, without signs and units."""
    return _NUMBER.findall(text)


def _inconsistency(
    sources: _Sources, measures: tuple[Measure, ...], found: Inconsistency
) -> Inconsistency:
    """Return the inconsistency with each value in the digest's block that now states it."""
    moved = {
        (old.block, old.key): new.block
        for old, new in zip(sources.full.measures, measures, strict=True)
        if new.block != old.block
    }
    return msgspec.structs.replace(
        found,
        values=tuple(
            msgspec.structs.replace(value, block=moved.get((value.block, found.key), value.block))
            for value in found.values
        ),
    )


def main(arguments: list[str] | None = None) -> int:
    """Make the digest of one report; return the exit code."""
    parser = argparse.ArgumentParser(description="Make a shipped digest from a full report.")
    parser.add_argument("report", type=Path, help="the full report: your own copy")
    parser.add_argument("-o", "--out", type=Path, default=REPORTS, help="the folder to write to")
    chosen = parser.parse_args(arguments)
    try:
        full = read(chosen.report)
        digest = make_digest(full, load_words(WORDS / f"{full.id}.toml"))
        data = codec.encode(digest, indent=2) + b"\n"
        path = chosen.out / f"{digest.id}.json"
        codec.decode(data, str(path))
    except PeelViewerError as error:
        print(error, file=sys.stderr)
        return 1
    chosen.out.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
