# SPDX-License-Identifier: MIT
"""The judgments of many forces on one question, as a map; grades are words, never numbers."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import get_args

from peelviewer.charts import telling
from peelviewer.charts.focus import Focus
from peelviewer.charts.measured import MeasureData, force_name, place_name, value_at
from peelviewer.charts.permission import inspection_year
from peelviewer.charts.values import Chart, Row, Standout
from peelviewer.charts.wording import running
from peelviewer.errors import ChartError
from peelviewer.model.measure import Period
from peelviewer.model.report import Grade
from peelviewer.model.statistics import Observation
from peelviewer.reference.forces import forces

BEST_FIRST: tuple[str, ...] = get_args(Grade)
WORDS_NOTE = "Grades are words, not numbers: no sum or mean is made of them."


def grades_chart(
    data: MeasureData,
    period: Period,
    *,
    own: str | None = None,
    among: Collection[str] | None = None,
    chosen: Collection[str] = (),
) -> Chart:
    """Return the grades of the forces ``among`` (ids; ``None``: all) of one inspection.

    ``own`` is the force in question, ``chosen`` those to be highlighted. Counts are of all forces.

    Raises:
        ChartError: no force has a grade at this period.
    """
    present = data.at(period)
    graded = {
        known.id: grade
        for known in forces()
        if known.id in present and (grade := grade_of(present[known.id]))
    }
    if not graded:
        raise ChartError(f"There is no grade of {data.label} for {inspection_words(period)}.")
    counts = {grade: n for grade in BEST_FIRST if (n := Counter(graded.values())[grade])}
    focus = Focus(own, among, chosen)
    shown = [known.id for known in forces() if known.id in present and focus.shows(known.id)]
    rows = tuple(
        sorted(
            (_row(data, period, one, graded.get(one, ""), focus.standout(one)) for one in shown),
            key=_best_first,
        )
    )
    coverage = telling.coverage_words(len(graded))
    count = coverage
    if len(shown) < len(graded):
        count = f"{len(shown)} force{'s' if len(shown) != 1 else ''} of the {len(graded)} graded"
    title = f"{data.label}, {inspection_words(period)}, {count}"
    headline = _headline(data.label, graded, counts, own)
    remarks = (f"{'; '.join(f'{n} “{grade}”' for grade, n in counts.items())}.",)
    missing = tuple(
        f"No grade for {row.label}: {row.values[0].missing}." for row in rows if row.values
    )
    notes = (WORDS_NOTE, *missing)
    said = "; ".join(f"{row.label} {row.grade}" for row in rows if row.grade)
    return Chart(
        id=f"grades-{data.measure}-{period.end.isoformat()}",
        kind="grades",
        headline=headline,
        title=title,
        series=("Grade",),
        rows=rows,
        measure=data.label,
        source=telling.source_words(
            data.datasets_at(period), telling.table_names(present.values())
        ),
        licence=telling.licences(data.datasets_at(period)),
        notes=notes,
        description=" ".join(
            (f"Tile map of grades: {title}.", f"{headline}.", *remarks, f"{said}.", *notes)
        ),
        stem=telling.stem(data, "grades", period, own),
        own=own,
        coverage=coverage,
        remarks=remarks,
    )


def inspection_words(period: Period) -> str:
    """Return which inspection a period of grades stands for."""
    return f"inspection of {inspection_year(period)}"


def grade_of(one: Observation) -> str:
    """Return the grade that an observation is, "" where it is none."""
    return one.printed if one.printed in BEST_FIRST else ""


def counts_of(chart: Chart) -> dict[str, int]:
    """Return how many of the forces shown have each grade, the best first."""
    found = Counter(row.grade for row in chart.rows)
    return {grade: found[grade] for grade in BEST_FIRST if found[grade]}


def _row(data: MeasureData, period: Period, force: str, grade: str, standout: Standout) -> Row:
    return Row(
        label=place_name(force),
        values=() if grade else (value_at(data, data.at(period).get(force)),),
        period=inspection_words(period),
        area=force,
        force=force_name(force),
        standout=standout,
        grade=grade,
    )


def _best_first(row: Row) -> tuple[int, str]:
    place = BEST_FIRST.index(row.grade) if row.grade else len(BEST_FIRST)
    return place, row.label.casefold()


def _headline(
    label: str, graded: Mapping[str, str], counts: Mapping[str, int], own: str | None
) -> str:
    """Return the own force's grade and how many others have it, else the counts."""
    if own is None:
        first, *rest = sorted(counts, key=lambda grade: -counts[grade])
        more = "".join(f", {counts[grade]} “{grade}”" for grade in rest)
        return f"{label}: {counts[first]} of {len(graded)} forces “{first}”{more}"
    place = running(place_name(own))
    grade = graded.get(own)
    if grade is None:
        return f"{label}: no grade for {place}"
    if len(graded) == 1:
        return f"{label}: {place} is “{grade}”"
    others = counts[grade] - 1
    if not others:
        return f"{label}: {place} is the only one of {len(graded)} forces “{grade}”"
    too = "as is 1 other force" if others == 1 else f"as are {others} other forces"
    return f"{label}: {place} is “{grade}”, {too}"
