"""Panels side by side, each a question, its grade and text, are read one after the other."""

import pytest
from msgspec.structs import replace

from peelviewer.reading import read
from peelviewer.reading.pdf.drawings import Shape
from peelviewer.reading.pdf.layout import sheets
from peelviewer.reading.pdf.panels import with_panels
from peelviewer.reading.pdf.rows import rows_of
from peelviewer.reading.pdf.words import Page
from tests.reading import sheets as reports
from tests.reading.pdf import press
from tests.reading.pdf.canvas import Style
from tests.reading.pdf.comparing import assert_same
from tests.reading.pdf.test_layout import put

ACROSS = (
    "The wardens of the northern valley walk every night, and residents say that they feel safe"
)
TITLES = (
    ("How well does it", "prevent crime?"),
    ("How well does it", "investigate?"),
    ("How well does it", "tackle nuisance", "in its towns?"),
    ("How well does it", "help victims?"),
)
GRADES = (("Good",), ("Requires", "improvement"), ("Outstanding",), ("Inadequate",))
TEXTS = (
    ("Wardens walk here at", "night, and are known.", "", "Few shops are empty", "these days."),
    ("Nobody could say who", "looks after the files", "that come from the", "old office."),
    ("Young people meet in", "a hall that the force", "pays for."),
    ("Letters are answered", "within a week."),
)


def column(left, top, title, grade, text, *, size=9.0):
    """The words of one panel: white is left where a row is empty, and around the grade."""
    words, at = [], top
    for row in title:
        words += put(row, left, at, size, bold=True)
        at -= 12
    at -= 6
    for row in grade:
        words += put(row, left + 8, at, 11, bold=True)
        at -= 14
    at -= 6
    for row in text:
        words += put(row, left, at, size) if row else []
        at -= 12 if row else 9
    return words


def abreast(panels, *, top=600, step=115):
    return [w for n, panel in enumerate(panels) for w in column(70 + step * n, top, *panel)]


def panels(count=3, order=(0, 1, 2, 3)):
    return [(TITLES[n], GRADES[n], TEXTS[n]) for n in order[:count]]


def whole(panel):
    return " ".join(row for rows in panel for row in rows if row)


def above(*texts):
    return [w for n, text in enumerate(texts) for w in put(text, 70, 660 - 14 * n, 11)]


def below(text, at=440, **options):
    return put(text, 70, at, 11, **options)


def read_as(words, rules=(), uprights=()):
    found = with_panels(rows_of(words), rules, uprights)
    return [" ".join(row.text for row in part.rows) for part in found]


def are_panels(words, **drawn):
    return any(part.is_panel for part in with_panels(rows_of(words), **drawn))


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_one_panel_is_read_after_the_other(count, order):
    made = panels(count, order)

    assert read_as(abreast(made)) == list(map(whole, made))


def test_text_across_the_page_stands_before_and_after_panels():
    made = panels()
    words = above(ACROSS, "when they are at home.") + abreast(made) + below(ACROSS)

    before = f"{ACROSS} when they are at home."
    assert read_as(words) == [before, *map(whole, made), ACROSS]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_a_title_below_panels_is_in_none_of_them(order):
    made = panels(3, order)
    words = abreast(made) + below("Next steps", 470, bold=True) + below(ACROSS, 450)

    assert read_as(words) == [*map(whole, made), f"Next steps {ACROSS}"]


def test_a_short_sentence_below_panels_is_in_none_of_them():
    made = panels(3, (3, 1, 2))
    words = abreast(made) + put("More is to come.", 70, 470, 9)

    assert read_as(words) == [*map(whole, made), "More is to come."]


def test_a_grade_above_panels_is_in_none_of_them():
    made = panels()
    words = above("Overall judgment", "Good") + abreast(made)

    assert read_as(words) == ["Overall judgment Good", *map(whole, made)]


def test_panels_below_panels_are_read_row_by_row():
    made = panels(4)
    words = abreast(made[:2]) + abreast(made[2:], top=450)

    assert read_as(words) == list(map(whole, made))


def test_words_of_panels_may_stand_close_together():
    made = panels()

    assert read_as(abreast(made, step=108)) == list(map(whole, made))


QUESTION = ("How well does the force look after", "the people who live in its villages?")


def table_row(at, question, *cells):
    """The words of a table's row: the question on two rows, cells in the middle of its height."""
    words = [w for n, text in enumerate(question) for w in put(text, 70, at - 12 * n, 9)]
    for number, cell in enumerate(cells):
        words += put(cell, 290 + 100 * number, at - 6, 9)
    return words


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(("Good",), id="questions and grades"),
        pytest.param(("Good", "Inadequate"), id="years as columns"),
        pytest.param(("Good", "as before"), id="with a remark"),
    ],
)
def test_a_table_of_grades_has_no_panels(cells):
    words = above(ACROSS)
    for number in range(4):
        words += table_row(600 - 30 * number, QUESTION, *cells)

    assert not are_panels(words)


def test_a_grid_of_grades_without_sentences_has_no_panels():
    values = [("Good", "Calls: 301", "Visits: 12"), ("Inadequate", "Calls: 220", "Visits: 9")]
    grid = [(TITLES[n], (grade,), rows) for n, (grade, *rows) in enumerate(values)]

    assert not are_panels(abreast(grid))


def test_a_page_full_of_grades_has_no_panels():
    rows = [abreast(panels(4), top=800 - 120 * number) for number in range(4)]

    assert not are_panels([word for row in rows for word in row])


@pytest.mark.parametrize("place", [0, 1, 2])
def test_where_a_column_has_no_grade_there_are_no_panels(place):
    made = panels()
    made[place] = (TITLES[place], (), TEXTS[place])

    assert not are_panels(abreast(made))


def test_where_a_column_goes_on_below_a_title_there_are_no_panels():
    """What stands beside it cannot be told from what stands below."""
    made = panels()
    more = put("What is next", 185, 480, 9, bold=True) + put("More of the same", 185, 468, 9)

    assert not are_panels(abreast(made) + more)


def test_where_lines_are_drawn_between_columns_these_are_a_table():
    words = abreast(panels())

    assert not are_panels(words, uprights=[(180, 480, 180.5, 610)])
    assert not are_panels(words, rules=[(65, 570, 400, 570.5)])
    assert are_panels(words, rules=[(65, 615, 400, 615.5)])


def test_small_text_of_panels_is_no_rest_of_a_footnote():
    """Even where the page before ends with one that has no full stop."""
    filler = [w for n in range(8) for w in put(ACROSS, 70, 780 - n * 14, 11)]
    note = put("1 Crime counts, Northshire, 2014", 70, 90, 8)
    call = put("1", 62, 784, 6)
    first = Page(1, 595, 842, (*filler, *call, *note), "")
    second = Page(2, 595, 842, (*filler, *abreast(panels(3, (1, 0, 2)), top=200)), "")

    _, made = sheets([first, second])[0]

    assert [row.text for row in made.notes] == []


@pytest.mark.parametrize("height", [0, 130])
def test_panels_may_be_shapes_with_all_their_words_in_them(height):
    filler = [w for n in range(8) for w in put(ACROSS, 70, 780 - n * 14, 11)]
    made = panels()
    shapes = tuple(
        Shape((66 + 115 * n, 612 - height, 176 + 115 * n, 612), drawn=False) for n in range(3)
    )

    page = Page(1, 595, 842, (*filler, *abreast(made)), "", shapes=shapes)

    texts = [" ".join(row.text for row in run) for run in sheets([page])[0][0].text]
    assert texts[1:] == list(map(whole, made))


class Abreast(press.Press):
    """Sets the overview's questions as panels."""

    insets = 0.0

    def section(self, section):
        blocks = list(section.blocks)
        at = [n for n, block in enumerate(blocks) if block.text in reports.QUESTIONS]
        if not at:
            super().section(section)
            return
        super().section(replace(section, blocks=tuple(blocks[: at[0]])))
        groups = [blocks[start:end] for start, end in zip(at, [*at[1:], None], strict=True)]
        top, ends = self.y + 20, []
        self.abreast = len(groups)
        for self.column, (title, grade, *texts) in enumerate(groups):
            self.y = top
            self.put(self.words(title.text, (), Style(9, bold=True)))
            given = self.words(grade.text, (), Style(11, bold=True))
            rows = len(self.rows(given, self.measure - self.insets - 8))
            self.canvas.box(self.left, self.y + 2, self.measure, 15 * rows + 4)
            self.put(given, indent=8, inset=self.insets, after=1)
            for text in texts:
                self.put(self.words(text.text, (), Style(9)))
            ends.append(self.y)
        self.column, self.abreast, self.y = 0, 1, max(ends)


@pytest.mark.parametrize("producer", ["fpdf2", "reportlab"])
@pytest.mark.parametrize("insets", [0, 90])
@pytest.mark.parametrize("longest", [0, 1])
def test_a_report_with_panels_is_the_same(tmp_path, producer, insets, longest):
    made = reports.sheets()
    overview = next(page for page in made.pages if reports.QUESTIONS[1] in page)
    texts = [
        ["Wardens know every street, and are known there by name."],
        ["“It helps,” a reader of the local paper told us in the market hall.", reports.FILLER],
    ]
    for question, paragraphs in zip(reports.QUESTIONS, texts[:: 1 if longest else -1], strict=True):
        at = overview.index(question) + 2
        overview[at:at] = paragraphs
    (tmp_path / "report.md").write_text(made.text(), "utf-8")
    original = read(tmp_path / "report.md")
    look = press.Look(producer=producer, gap=10)
    first = Abreast(original, look)
    first.insets = insets
    first.print(tmp_path / "report.pdf")
    second = Abreast(original, look, first.found)
    second.insets = insets
    second.print(tmp_path / "report.pdf")

    assert_same(original, read(tmp_path / "report.pdf"))
