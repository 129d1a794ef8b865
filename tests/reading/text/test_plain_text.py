import pytest

from peelviewer.reading import read
from peelviewer.reading.furniture import set_apart
from peelviewer.reading.text.plain_text import lines

REPORT = """
PEEL: Police legitimacy 2017
An inspection of Southshire Constabulary

Contents
Introduction ........................ 3
How fair is the force? .............. 4
    How does it treat people? ....... 4
    Summary of findings ............. 5
How honest is the force? ............ 6
    Summary of findings ............. 6

Introduction

This text was set by hand, line
by line, as on an old machine.¹

¹ The machine is in a museum.

How fair is the force?

How does it treat people?

It treats them like this:

  • kindly; and
  • patiently.

Summary of findings

Good

It is fair.

How honest is the force?

Summary of findings

Outstanding

It is honest.
"""


def test_a_plain_text_report_is_read_by_its_contents_page(tmp_path):
    path = tmp_path / "southshire.txt"
    path.write_text(REPORT, encoding="utf-8")

    report = read(path)

    assert report.id == "southshire-legitimacy-2017"
    assert [(s.level, s.title, s.page) for s in report.sections[1:]] == [
        (1, "Introduction", 3),
        (1, "How fair is the force?", 4),
        (2, "How does it treat people?", 4),
        (2, "Summary of findings", 5),
        (1, "How honest is the force?", 6),
        (2, "Summary of findings", 6),
    ]
    assert [judgment.grade for judgment in report.judgments] == ["good", "outstanding"]
    assert report.sections[1].blocks[0].text.endswith("line by line, as on an old machine.")
    assert report.footnotes[0].text == "The machine is in a museum."
    assert report.audit.unplaced == report.audit.surplus == ()


def test_asterisks_and_hashes_are_text():
    (line,) = lines("# not a *heading*")

    assert (line.heading, line.text, line.marks) == (0, "# not a *heading*", ())


def test_raised_digits_too_many_for_a_footnote_stay_text():
    (line,) = lines("A slip of the printer" + "⁹" * 5_000 + " and on.")

    assert line.callouts == ()
    assert line.text.count("⁹") == 5_000


def test_cells_stand_below_each_other_also_where_some_are_blank():
    tabs = lines("Number\tOutcome\tForce\n1\tCharged\t9.1\n\tFormal\t1.1")
    spaces = lines(
        "Number    Outcome    Force\n1         Charged      9.1\n          Formal       1.1"
    )

    assert [line.cells for line in tabs] == [line.cells for line in spaces]
    assert spaces[-1].cells == ("", "Formal", "1.1")


def test_a_dash_far_before_a_value_is_a_value_and_no_bullet():
    pair, item, dashed = lines("–          11.1%\n\n-   11 people of the north\n\n– 11.1%")

    assert pair.cells == ("–", "11.1%")
    assert (item.marker, item.cells) == ("-", None)
    assert (dashed.marker, dashed.cells) == ("–", None)


def test_a_contents_page_that_breaks_a_word_at_a_hyphen_is_accounted_for(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(
        REPORT.replace(
            "How fair is the force? ..............", "How fair is the anti-\nforce? ...."
        ).replace("How fair is the force?\n", "How fair is the anti-force?\n"),
        "utf-8",
    )

    report = read(path)

    assert "How fair is the anti-force?" in [section.title for section in report.sections]
    assert report.audit.unplaced == report.audit.surplus == ()


def test_a_row_keeps_its_call_outs():
    (line,) = lines("Burglary²\t10.2³\t8.1")

    assert (line.cells, line.callouts) == (("Burglary", "10.2", "8.1"), (2, 3))


def test_without_blank_lines_each_long_line_is_a_paragraph():
    long = "The patrols of the northern valley were seen more often than in the year before, " * 3
    found = lines(
        "\n".join(["A title", long, long, "Rate\tForce\tNational", "Crime\t1.0\t2.0"] * 3)
    )

    assert [line.gap for line in found[:5]] == [True, True, True, True, False]


def test_with_blank_lines_lines_run_on():
    assert [line.gap for line in lines("one\ntwo\n\nthree")] == [True, False, True]


def test_a_bullet_on_a_line_of_its_own_belongs_to_the_text_below():
    (line,) = lines("•\n\nThe force should listen.")

    assert (line.marker, line.text) == ("•", "The force should listen.")


QUOTED = "    “I have been here for years, and I know\n    each boat,” a warden said."


def test_indented_lines_in_quotation_marks_are_a_quotation():
    found = lines(f"Some text.\n\n{QUOTED}\n\nMore text.")

    assert [line.quoted for line in found] == [False, True, True, False]


@pytest.mark.parametrize(
    "text",
    [
        QUOTED.replace("    ", ""),
        QUOTED.replace("“", "").replace("”", ""),
        QUOTED.replace("”", ""),
        QUOTED.replace("\n    ", "\n"),
        f"• an item\n{QUOTED}",
    ],
    ids=["not indented", "no marks", "open", "first line only", "item"],
)
def test_other_lines_are_no_quotation(text):
    assert not any(line.quoted for line in lines(f"Some text.\n\n{text}\n\nMore text.\n\nEnd."))


def test_where_all_lines_are_indented_a_quotation_is_so_further():
    text = "    Some text.\n\n    “All of it,” they said.\n\n    More text."

    assert not any(line.quoted for line in lines(text))


def test_a_title_underlined_from_end_to_end_is_a_heading():
    found = lines("Text of it.\n\nForce in numbers\n================\n\nCalls\n-----\nMore text.")

    assert [(line.text, line.heading) for line in found] == [
        ("Text of it.", 0),
        ("Force in numbers", 1),
        ("Calls", 2),
        ("More text.", 0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A line that a rule stands below\n-----",
        "The last sentence of a page.\n---------------------------",
        "Text above it\nthe last line\n-------------",
    ],
    ids=["shorter", "sentence", "paragraph"],
)
def test_a_rule_below_text_makes_no_heading(text):
    assert not any(line.heading for line in lines(text))


def test_dots_that_lead_to_a_page_on_lines_of_their_own_are_no_text():
    found = lines("Contents\nIntroduction .\n.\n.\n. 3\nNext steps 4")

    assert [line.text for line in found] == ["Contents", "Introduction .", ". 3", "Next steps 4"]
    assert not any(line.gap for line in found[1:])


def test_the_first_line_of_several_questions_at_the_top_of_pages_is_no_running_line():
    asked = ("preventing crime?", "finding offenders?", "helping victims?", "training its staff?")
    pages = [
        f"\n\f\n\nHow effective is the force at\n{rest}\n\nThe patrols were seen more often."
        for rest in asked
    ]

    kept = set_apart(lines("".join(pages))).lines

    assert [line.text for line in kept if line.text.startswith("How")] == [
        "How effective is the force at"
    ] * len(asked)


def test_a_table_between_upright_strokes_is_one():
    text = "Words | of it.\n| Area | Calls |  |\n| ---- | :---: | --- |\n| North | 12 | – |\n\n"
    text += "| a | b |"

    made = lines(text)

    assert [line.cells for line in made if line.cells] == [
        ("Area", "Calls", ""),
        ("North", "12", "–"),
    ]
    assert [line.text for line in made if not line.cells] == ["Words | of it.", "| a | b |"]
