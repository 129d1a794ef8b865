"""Finds the pairs of a force's and a national number in a report's source, without the reader.

It knows nothing of topics, units or periods, and looks at the printed lines alone: two numbers of
one table row below a heading that names England and Wales; two values after two names; a sentence
with a number that speaks of England and Wales or of a national figure, with the numbers of the
sentence before it. So it finds too much rather than too little.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peelviewer.model.report import Report

_NUMBER = re.compile(r"(?<![\w.£,])[+\-−–‑]?\d[\d,]*(?:\.\d+)?(?![\w]|[.,]\d)")
_NATION = re.compile(r"England (?:and|&) Wales|\bnational(?:ly)?\b|\ball (?:\d+ )?forces\b")
_NO_VALUE = re.compile(
    r"<sup>.*?</sup>|\[[^\]]*\]\([^)]*\)|https?:\S+"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b|\b(?:19|20)\d\d(?:[-/–]\d\d)?\b|\b(?:12|twelve)[ -]months?\b"
    r"|\bper (?:\d[\d,]*|one million)\b|\bfor every \d+\b|\b\d+ (?:of|out of) (?:the )?\d+\b"
    r"|\b\d+ (?:geographic |police )*forces\b|</?b>"
    r"|\b(?:[Ff]igures?|[Aa]nnex|[Oo]utcomes?) \d+(?: and \d+)?\b"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_LOOK_BACK = 3  # sentences
_VALUE = re.compile(r"\*{0,2}[+\-−–‑]?\s?£?\d[\d,]*(?:\.\d+)?\s?(?:%|per ?cent)?\*{0,2}$")


@dataclass(frozen=True)
class Found:
    """Numbers that may be a pair, those shortly before them, and the source's line, from 1."""

    kind: str
    numbers: tuple[float, ...]
    line: int
    before: tuple[float, ...] = ()


def number_pairs(source: str) -> list[Found]:
    """Return all that can be a pair: rows, printed values and sentences, in the source's order."""
    lines = source.splitlines()
    return sorted([*_rows(lines), *_values(lines), *_sentences(lines)], key=lambda f: f.line)


def unmeasured(source: str, report: Report) -> list[Found]:
    """Return what can be a pair and is no measure of the report."""
    measured = {(m.force, m.national) for m in report.measures if m.national is not None}
    return [found for found in number_pairs(source) if not _is_measured(found, measured)]


def _is_measured(found: Found, measured: set[tuple[float | None, float | None]]) -> bool:
    if found.kind != "sentence":
        return found.numbers in measured or found.numbers[::-1] in measured
    near = {abs(number) for number in found.before + found.numbers}
    own = {abs(number) for number in found.numbers}
    return any(
        abs(force) in near and abs(national) in near and {abs(force), abs(national)} & own
        for force, national in measured
        if force is not None and national is not None
    )


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(
        float(re.sub(r"[−–‑]", "-", found[0]).replace(",", ""))
        for found in _NUMBER.finditer(_NO_VALUE.sub(" ", text))
    )


def _rows(lines: list[str]) -> Iterator[Found]:
    """Yield rows of tables that have a column for England and Wales, up to the next heading."""
    headed = False
    for at, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in re.split(r"\t|\|", line)]
        if line.startswith("#"):
            headed = False
        elif any(_NATION.fullmatch(cell) for cell in cells) and len(cells) > 1:
            headed = True
        elif headed and len(cells) > 2 and len(values := _numbers(" ".join(cells[-2:]))) == 2:
            yield Found("row", values, at)


def _values(lines: list[str]) -> Iterator[Found]:
    """Yield pairs of lines that hold a value and nothing else, below the name of the nation."""
    printed = [(at, line.strip()) for at, line in enumerate(lines, 1) if line.strip()]
    for (_, above), (at, first), (_, second) in zip(
        printed, printed[1:], printed[2:], strict=False
    ):
        if _VALUE.match(first) and _VALUE.match(second) and _NATION.search(above):
            yield Found("values", _numbers(f"{first} {second}".replace("*", " ")), at)


def _sentences(lines: list[str]) -> Iterator[Found]:
    """Yield sentences with a number that name the nation."""
    before: list[tuple[float, ...]] = []
    for at, line in enumerate(lines, 1):
        if line.startswith("#"):
            before = []
        if "\t" in line or line.lstrip().startswith(("|", "#", "<sup>", "**")):
            continue
        for sentence in _SENTENCE.split(line):
            numbers = _numbers(sentence)
            near = tuple(number for some in before[-_LOOK_BACK:] for number in some)
            if numbers and _NATION.search(sentence) and len(near + numbers) > 1:
                yield Found("sentence", numbers, at, near)
            if sentence.strip():
                before.append(numbers)
