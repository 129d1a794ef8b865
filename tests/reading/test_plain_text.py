from peelviewer.reading import read
from peelviewer.reading.plain_text import lines

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
