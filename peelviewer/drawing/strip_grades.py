# SPDX-License-Identifier: MIT
"""The judgments as a strip: each question with its grade's shape, colour and word."""

from peelviewer.charts.shapes import Pill
from peelviewer.charts.style import STACKED_BELOW, TextRole
from peelviewer.charts.values import Chart
from peelviewer.drawing.pieces import Mark, Pencil, Rule

_MARK = 12.0
_PADDING = 10.0


def grade_strip(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out a row for each judgment; where narrow the grade stands below the question."""
    stacked = width < STACKED_BELOW
    words = [row.grade.capitalize() for row in chart.rows]
    pill = max(pencil.width(word, "group") for word in words) + _MARK + 8 + 2 * _PADDING
    height = pencil.height("group") + 8
    text_width = width if stacked else width - pill - 24
    for index, (row, word) in enumerate(zip(chart.rows, words, strict=True)):
        top = pencil.y
        if index:
            pencil.rules.append(Rule(x, round(top), x + width, round(top)))
        pencil.y = round(top) + pencil.sizes.gap
        role: TextRole = "group" if row.kind == "group" else "label"
        start, count = pencil.y, len(pencil.lines)
        end = pencil.lines_at(pencil.wrap(row.label, role, text_width), x, start, role)
        note = pencil.wrap(row.note, "small", text_width)
        end = pencil.lines_at(note, x, end, "small", "muted")
        if stacked:
            at = (x, end + 4)
            bottom = end + 4 + height
        else:
            block = max(end - start, height)
            drop = round((block - (end - start)) / 2)
            pencil.lines[count:] = [
                line._replace(baseline=line.baseline + drop) for line in pencil.lines[count:]
            ]
            at = (x + width - pill, round(start + (block - height) / 2))
            bottom = start + block
        pencil.shapes.append(Pill(at[0], at[1], pill, height, row.grade))
        word_x = at[0] + _PADDING + _MARK + 8
        pencil.line(word, word_x, at[1] + 4, "group", "text")
        pencil.y = bottom + pencil.sizes.gap
        pencil.marks.append(
            Mark(
                row=index,
                value=0,
                x=x - 5,
                y=top + 2,
                width=width + 10,
                height=pencil.y - top - 3,
                top=top,
                bottom=pencil.y,
            )
        )
    pencil.y -= pencil.sizes.gap
