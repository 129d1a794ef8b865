# SPDX-License-Identifier: MIT
"""What a newer copy of a report changes against the one in the library."""

from collections import Counter, defaultdict

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
    """Return what is different: counts, grades, and each value that is new, gone or another."""
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
    """Compare the values of each measure and period, in the order that the reports print them."""
    before, after = _by_measure(former), _by_measure(new)
    found = []
    for key in dict.fromkeys((*after, *before)):
        come, gone = _difference(after[key], before[key]), _difference(before[key], after[key])
        if not (come or gone):
            continue
        report = new if after[key] else former
        measure = report.measures[_index_of(report, key)]
        place = Place(section=measure.section, block=measure.block, page=measure.page)
        found.append(
            Entry(
                text=f"{measure.label}: {_told(come, gone)}",
                detail=period_words(measure.period),
                right=page_words(measure.page) if report is new else "",
                key=f"value {' '.join(key)}",
                place=place if report is new else None,
            )
        )
    return tuple(found)


def _difference(values: list[str], others: list[str]) -> list[str]:
    """Return the values that are not among the others as often, in their order."""
    return [*(Counter(values) - Counter(others)).elements()]


def _told(come: list[str], gone: list[str]) -> str:
    if come and gone:
        return f"{', '.join(come)} instead of {', '.join(gone)}"
    return f"{', '.join(come)} is new" if come else f"{', '.join(gone)} is gone"


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
