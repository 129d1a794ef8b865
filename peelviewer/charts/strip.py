# SPDX-License-Identifier: MIT
"""The judgments of a report in one strip: overall, then each question; or so pillar by pillar."""

import re

from peelviewer.charts import file_names, wording
from peelviewer.charts.grades import WORDS_NOTE
from peelviewer.charts.values import Chart, Row
from peelviewer.model.report import Judgment, Report

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def judgments_chart(report: Report) -> Chart | None:
    """Return the grades of a report as a strip; ``None`` where it has none."""
    if not report.judgments:
        return None
    overall = [one for one in report.judgments if one.scope == "overall"]
    ordered = list(report.judgments)
    if len(overall) == 1:  # where there are several, each stands above its own questions
        ordered.sort(key=lambda one: one.scope != "overall")
    rows = tuple(_row(report, one, several=len(overall) > 1) for one in ordered)
    place = report.force.name
    headline = _headline(place, ordered)
    title = f"{report.title}: judgments on {place}, inspection of {report.year}"
    page = next((one.page for one in ordered if one.page is not None), None)
    notes = (WORDS_NOTE,)
    said = "; ".join(f"{row.label}: {row.grade}" for row in rows)
    return Chart(
        id="judgments",
        kind="strip",
        headline=headline,
        title=title,
        series=("Grade",),
        rows=rows,
        source=wording.source_line(report, page=page),
        licence=wording.LICENCE,
        notes=notes,
        description=f"Strip of grades: {title}. {headline}. {said}. {notes[0]}",
        stem=file_names.stem(report, "judgments"),
        report=report.id,
        page=page,
    )


def _row(report: Report, judgment: Judgment, *, several: bool) -> Row:
    is_overall = judgment.scope == "overall"
    section = report.sections_by_id.get(judgment.section)
    title = judgment.title or ("" if section is None else section.title)
    title = re.sub(r"^Overview\s*[–—:-]\s*", "", title)
    return Row(
        label="Overall" if is_overall and not several else title,
        kind="group" if is_overall else "values",
        note="" if not is_overall else "overall" if several else title,
        section=judgment.section,
        page=judgment.page,
        period=f"inspection of {report.year}",
        grade=judgment.grade,
    )


def _headline(place: str, judgments: list[Judgment]) -> str:
    overall = [one for one in judgments if one.scope == "overall"]
    questions = [one.grade for one in judgments if one.scope == "question"]
    grades = list(dict.fromkeys(questions))
    if not grades:
        said = ""
    elif len(grades) == 1 and len(questions) > 1:
        said = f"all {_number(len(questions))} questions “{grades[0]}”"
    else:
        noun = "question" if questions.count(grades[0]) == 1 else "questions"
        counts = [f"{_number(questions.count(grade))} “{grade}”" for grade in grades]
        counts[0] = f"{_number(questions.count(grades[0]))} {noun} “{grades[0]}”"
        said = ", ".join(counts)
    if not overall:
        return f"{place}: {said}"
    start = f"{place}: “{overall[0].grade}” overall"
    if len(overall) > 1:
        each = (f"{one.title.casefold()} “{one.grade}”" for one in overall)
        start = f"{place}: {', '.join(each)}"
    return f"{start}; {said}" if said else start


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
