"""What converters write as Markdown is the same report, whatever their habits."""

import re

import pytest

from peelviewer.reading import read
from tests.reading.pdf.comparing import facts
from tests.reading.sheets import sheets

REPORT = sheets().text()
NOTE = re.compile(r"<sup>(\d+)</sup>")


def in_headings(pattern, made):
    return re.sub(rf"^(#+) {pattern}$", made, REPORT, flags=re.MULTILINE)


def with_tables(made):
    """The report with the rows of its table, as lists of cells, made another text."""
    return re.sub(
        r"(?:^(?!.*\.\.\.\.\.).*\t.*\n)+",
        lambda found: made([row.split("\t") for row in found[0].strip().split("\n")]) + "\n",
        REPORT,
        flags=re.MULTILINE,
    )


def piped(rows, *, edges=True):
    lines = [" | ".join(row) for row in rows]
    lines.insert(1, "|".join(["---"] * len(rows[0])))
    return "\n".join(f"| {line} |" if edges else line for line in lines)


def broken(rows):
    return piped([[cell.replace(" ", "<br>", 1) for cell in row] for row in rows])


def numbered():
    """The report with numbers before the titles that its contents page lists."""
    entries = re.findall(r"^(<b>)?(.*?) \.{5}", REPORT, re.MULTILINE)
    chapters = {title: bool(bold) for bold, title in entries}
    at = [0, 0]

    def number(found):
        title = NOTE.sub("", found[2])
        if title not in chapters:
            return found[0]
        at[:] = (at[0] + 1, 0) if chapters[title] else (at[0], at[1] + 1)
        sign = f"{at[0]}." if chapters[title] else f"{at[0]}.{at[1]}"
        return f"{found[1]} {sign} {found[2]}"

    return in_headings("(.*)", number)


HABITS = {
    "closing signs of headings": in_headings("(.*)", r"\1 \2 \1"),
    "bold headings": in_headings("(.*)", r"**\2**"),
    "bold in headings": in_headings("(.*)", r"\1 __\2__"),
    "numbers in headings": numbered(),
    "anchors before all": REPORT.replace("\n\n", '\n\n<span id="page-3-0"></span>'),
    "attributes": in_headings("(.*)", r"\1 \2 {#some-id .unnumbered}"),
    "marks of pictures": REPORT.replace("Source:", "<!-- image -->\n\n![](p_3.jpeg)\n\nSource:"),
    "comments over lines": REPORT.replace("Source:", "<!-- a\npicture\n-->\n\nSource:"),
    "marks of pages": REPORT.replace("**NORTHSHIRE", f"{{3}}{'-' * 48}\n\n**NORTHSHIRE"),
    "piped tables": with_tables(piped),
    "piped tables without edges": with_tables(lambda rows: piped(rows, edges=False)),
    "breaks in cells": with_tables(broken),
    "no-break spaces": REPORT.replace("Northshire Police", "Northshire&nbsp;Police"),
    "entities": REPORT.replace("–", "&ndash;"),
    "escaped signs": re.sub(r"(?m)^(\d)\.", r"\1\\.", REPORT).replace("(", r"\("),
    "escaped hyphens": re.sub(r"(?m)^- ", r"\\- ", REPORT),
    "notes of Markdown": NOTE.sub(r"[^\1]", re.sub(r"(?m)^<sup>(\d+)</sup> ", r"[^\1]: ", REPORT)),
    "raised by carets": NOTE.sub(r"^\1^", REPORT),
    "raised in formulas": NOTE.sub(r"$^{\1}$", REPORT),
    "notes in brackets": NOTE.sub(r"\\[\1\\]", REPORT),
}  # fmt: skip


@pytest.mark.parametrize("habit", HABITS)
def test_the_report_is_the_same(tmp_path, habit):
    plain, other = tmp_path / "plain.md", tmp_path / "other.md"
    plain.write_text(REPORT, "utf-8")
    other.write_text(HABITS[habit], "utf-8")
    assert HABITS[habit] != REPORT

    found = read(other)

    assert facts(found) == facts(read(plain))
    assert found.audit.unplaced == found.audit.surplus == ()
