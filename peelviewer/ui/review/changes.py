# SPDX-License-Identifier: MIT
"""What a newer copy of a report changes against the one in the library."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from peelviewer.charts.wording import ENGLAND_AND_WALES, period_words
from peelviewer.model.measure import Measure
from peelviewer.model.report import Report
from peelviewer.ui.entries.entry import Entry, Place, page_words
from peelviewer.ui.entries.of_report import KINDS
from peelviewer.ui.wording import counted

_NAMED = (("title", "Title"), ("published", "Published"), ("isbn", "ISBN"), ("pages", "Pages"))
_COUNTED = (
    ("sections", "section"),
    ("judgments", "judgment"),
    ("measures", "measure"),
    ("actions", "action"),
    ("figures", "figure"),
    ("footnotes", "footnote"),
)

Key = tuple[str, str, str]
Values = tuple[str, str]  # of the force, of England and Wales, as printed


def changes(former: Report, new: Report) -> tuple[Entry, ...]:
    """Return what is different, under headings: facts and counts, grades, values, the text.

    Nothing means that the reports say the same; they may still say it in another order.
    """
    groups = (
        ("Facts and counts", (*_facts(former, new), *_counts(former, new))),
        ("Grades", _grades(former, new)),
        ("Values", _values(former, new)),
        ("Text", tuple(_texts(former, new))),
    )
    return tuple(
        row
        for title, rows in groups
        if rows
        for row in (Entry(text=title, heading=True, key=title), *rows)
    )


def how_many(rows: Sequence[Entry]) -> int:
    """Return how many differences these are: headings are none."""
    return sum(not row.heading for row in rows)


def summary(former: Report, new: Report, rows: Sequence[Entry]) -> str:
    """Return in a sentence what keeping the newer copy does; ``rows`` are the changes."""
    if former.edition == "digest":
        return (
            "A digest of this report is in the library. The full text takes its place; the "
            "digest's summaries stay as “In brief”."
        )
    found = how_many(rows)
    if not found:
        is_ordered = [line.key for line in _lines(former)] == [line.key for line in _lines(new)]
        same = "the same" if is_ordered else "the same, in another order"
        return f"A copy of this report is in the library; what was read from it is {same}."
    return (
        "Another copy of this report is in the library. Keeping this one replaces it: "
        f"{counted(found, 'difference')}, listed under “Changes”."
    )


def _facts(former: Report, new: Report) -> tuple[Entry, ...]:
    return tuple(
        Entry(text=f"{words}: {after or 'none'} instead of {before or 'none'}", key=f"fact {name}")
        for name, words in _NAMED
        if (before := getattr(former, name)) != (after := getattr(new, name))
    )


def _counts(former: Report, new: Report) -> tuple[Entry, ...]:
    found = []
    for name, one in _COUNTED:
        before, after = len(getattr(former, name)), len(getattr(new, name))
        if before != after:
            text = f"{counted(after, one)} instead of {before}"
            found.append(Entry(text=text, key=f"count {name}"))
    return tuple(found)


def _grades(former: Report, new: Report) -> tuple[Entry, ...]:
    before = {(grade.scope, grade.title): grade for grade in former.judgments}
    after = {(grade.scope, grade.title): grade for grade in new.judgments}
    found = []
    for key in dict.fromkeys((*after, *before)):
        come, gone = after.get(key), before.get(key)
        shown = come or gone
        if shown is None or (come and gone and come.grade == gone.grade):
            continue
        found.append(
            Entry(
                text=shown.title,
                detail=_told(
                    come.grade if come else None, gone.grade if gone else None
                ).capitalize(),
                right=page_words(come.page) if come else "",
                mark=shown.grade,
                key=f"grade {' '.join(key)}",
                place=Place(section=come.section, page=come.page) if come else None,
            )
        )
    return tuple(found)


def _values(former: Report, new: Report) -> tuple[Entry, ...]:
    """Compare the values of each measure and period, in the order that the reports print them."""
    before, after = _by_measure(former), _by_measure(new)
    found = []
    for key in dict.fromkeys((*after, *before)):
        measures = after.get(key) or before[key]
        come = _difference(after.get(key, []), before.get(key, []))
        gone = _difference(before.get(key, []), after.get(key, []))
        if not (come or gone):
            continue
        measure, is_new = measures[0], key in after
        place = Place(
            section=measure.section,
            block=measure.block,
            page=measure.page,
            words=measure.passage,
        )
        found.append(
            Entry(
                text=f"{measure.label}: {_values_told(new, come, gone)}",
                detail=period_words(measure.period),
                right=page_words(measure.page) if is_new else "",
                key=f"value {' '.join(key)}",
                place=place if is_new else None,
            )
        )
    return tuple(found)


def _difference(measures: list[Measure], others: list[Measure]) -> list[Values]:
    """Return the values that are not among the others as often, in their order."""
    counts = Counter(map(_printed, measures)) - Counter(map(_printed, others))
    return [*counts.elements()]


def _values_told(report: Report, come: list[Values], gone: list[Values]) -> str:
    """Return what changed: of one pair of values only the one of the two that did."""
    areas = (report.force.name, ENGLAND_AND_WALES)
    if len(come) == len(gone) == 1:
        pairs = zip(areas, come[0], gone[0], strict=True)
        return "; ".join(f"{area} {_told(a, b)}" for area, a, b in pairs if a != b)
    told = [
        "; ".join(
            ", ".join(f"{area} {value}" for area, value in zip(areas, pair, strict=True))
            for pair in values
        )
        for values in (come, gone)
    ]
    return _told(*told)


def _told(come: str | None, gone: str | None) -> str:
    if come and gone:
        return f"{come} instead of {gone}"
    return f"{come} is new" if come else f"{gone} is gone"


def _by_measure(report: Report) -> dict[Key, list[Measure]]:
    found: dict[Key, list[Measure]] = defaultdict(list)
    for measure in report.measures:
        found[measure.key, measure.unit, period_words(measure.period)].append(measure)
    return found


def _printed(measure: Measure) -> Values:
    return measure.as_printed.force or "–", measure.as_printed.national or "–"


class _Line(NamedTuple):
    """A heading, a paragraph, a table's row or a footnote: what it says, and where."""

    kind: str
    text: str
    section: str
    place: Place

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.text


def _texts(former: Report, new: Report) -> Iterator[Entry]:
    """Yield the lines that only one of the two has: those that came, then those that went.

    Both stand with the section they are in, so that the two sides of a change are neighbours.
    """
    come = _by_section(_only(_lines(new), _lines(former)))
    gone = _by_section(_only(_lines(former), _lines(new)))
    for section in dict.fromkeys((*come, *gone)):
        for line in come.get(section, ()):
            yield _text_row(line, "new")
        for line in gone.get(section, ()):
            row = _text_row(line, "gone")
            yield msgspec.structs.replace(row, place=None, right="")


def _lines(report: Report) -> Iterator[_Line]:
    """Yield all that a report says but for its grades, each told on its own."""
    for section in report.sections:
        place = Place(section=section.id, page=section.page, words=section.title)
        yield _Line(f"Heading, level {section.level}", section.title, section.id, place)
        for block in section.blocks:
            if block.kind == "judgment":
                continue
            for row in block.text.split("\n"):
                cells = " · ".join(" ".join(cell.split()) for cell in row.split("\t") if cell)
                kind = "Row of a table" if block.kind == "table" else KINDS[block.kind]
                place = Place(section=section.id, block=block.id, page=block.page, words=row)
                yield _Line(kind, cells, section.id, place)
    for note in report.footnotes:
        text = " ".join(note.text.split())
        yield _Line("Footnote", f"{note.number} {text}", "", Place(page=note.page, words=note.text))


def _only(lines: Iterator[_Line], others: Iterator[_Line]) -> Iterator[_Line]:
    """Yield the lines that the others do not have, or not as often."""
    left = Counter(line.key for line in others)
    for line in lines:
        left[line.key] -= 1
        if left[line.key] < 0:
            yield line


def _by_section(lines: Iterator[_Line]) -> dict[str, list[_Line]]:
    found: dict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        found[line.section].append(line)
    return found


def _text_row(line: _Line, what: str) -> Entry:
    return Entry(
        text=line.text,
        detail=f"{line.kind}, {what}",
        right=page_words(line.place.page),
        key=f"text {what} {line.kind} {line.section} {line.text}",
        place=line.place,
    )
