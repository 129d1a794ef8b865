# SPDX-License-Identifier: MIT
"""What a newer copy of a report changes against the one in the library."""

from collections import defaultdict

from peelviewer.charts.wording import period_words
from peelviewer.model.report import Report
from peelviewer.ui.entries.entry import Entry, Place, page_words
from peelviewer.ui.wording import counted

_COUNTED = (
    ("sections", "section"),
    ("judgments", "judgment"),
    ("measures", "measure"),
    ("actions", "action"),
    ("figures", "figure"),
    ("footnotes", "footnote"),
)

Key = tuple[str, str, str]


def changes(former: Report, new: Report) -> tuple[Entry, ...]:
    """Return what is different: counts, grades, and each value that is printed otherwise."""
    return (*_counts(former, new), *_grades(former, new), *_values(former, new))


def summary(former: Report, new: Report) -> str:
    """Return in a sentence what keeping the newer copy does."""
    if former.edition == "digest":
        return (
            "A digest of this report is in the library. The full text takes its place; the "
            "digest's summaries stay as “In brief”."
        )
    found = changes(former, new)
    if not found:
        same = "the same" if former.sections == new.sections else "the same in all numbers"
        return f"A copy of this report is in the library; what was read from it is {same}."
    return (
        "Another copy of this report is in the library. Keeping this one replaces it: "
        f"{counted(len(found), 'difference')}, listed under “Changes”."
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
    before = {(grade.scope, grade.title): grade.grade for grade in former.judgments}
    return tuple(
        Entry(
            text=grade.title,
            detail=f"{grade.grade.capitalize()} instead of {before[grade.scope, grade.title]}",
            right=page_words(grade.page),
            mark=grade.grade,
            key=f"grade {grade.scope} {grade.title}",
            place=Place(section=grade.section, page=grade.page),
        )
        for grade in new.judgments
        if before.get((grade.scope, grade.title), grade.grade) != grade.grade
    )


def _values(former: Report, new: Report) -> tuple[Entry, ...]:
    """Compare the values of each measure and period, in the order that the report prints them."""
    before, after = _by_measure(former), _by_measure(new)
    found = []
    for key, values in after.items():
        known = before.get(key)
        if known is None or sorted(known) == sorted(values):
            continue
        gone = [value for value in known if value not in values]
        come = [value for value in values if value not in known]
        if not (gone or come):
            continue
        index = _index_of(new, key)
        measure = new.measures[index]
        found.append(
            Entry(
                text=f"{measure.label}: {_listed(come)} instead of {_listed(gone)}",
                detail=period_words(measure.period),
                right=page_words(measure.page),
                key=f"value {' '.join(key)}",
                place=Place(section=measure.section, block=measure.block, page=measure.page),
            )
        )
    return tuple(found)


def _by_measure(report: Report) -> dict[Key, list[str]]:
    found: dict[Key, list[str]] = defaultdict(list)
    for number, measure in enumerate(report.measures):
        printed = f"{measure.as_printed.force or '–'} | {measure.as_printed.national or '–'}"
        found[_key(report, number)].append(printed)
    return found


def _key(report: Report, number: int) -> Key:
    measure = report.measures[number]
    return measure.key, measure.unit, period_words(measure.period)


def _index_of(report: Report, key: Key) -> int:
    return next(number for number in range(len(report.measures)) if _key(report, number) == key)


def _listed(values: list[str]) -> str:
    return ", ".join(values) if values else "nothing"
