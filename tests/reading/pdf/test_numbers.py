"""The numbers graphic of a PDF: places that a pair leaves blank."""

import pytest

from peelviewer.reading import read
from tests.reading.pdf.comparing import assert_same
from tests.reading.pdf.press import typeset
from tests.reading.sheets import sheets

LABEL = "Calls for assistance per 1,000 population 12 months to 30 June 2016"
CRIME = "Recorded crime per 1,000 population 12 months to 30 June 2016"


def printed(tmp_path, values, **look):
    """Read a report of two pairs, whose first has some ``values``, from its PDF."""
    made = sheets()
    made.pages[1][2:] = [
        LABEL,
        f"| Northshire Police | England and Wales |\n|---|---|\n| {values[0]} | {values[1]} |",
        CRIME,
        *("Northshire Police", "England and Wales", "**51.0**", "**68.2**"),
    ]
    (tmp_path / "report.md").write_text(made.text(), "utf-8")
    original = read(tmp_path / "report.md")
    report = read(typeset(original, tmp_path / "report.pdf", **look))
    assert report.audit.unplaced == report.audit.surplus == ()
    return {m.key: m for m in report.measures if m.origin == "graphic"}


@pytest.mark.parametrize("pairs", ["across", "beside"])
@pytest.mark.parametrize("values", [("201", ""), ("", "240")], ids=["nation", "force"])
@pytest.mark.parametrize("producer", ["fpdf2", "reportlab"])
def test_a_blank_place_of_a_pair_is_a_missing_value(tmp_path, values, pairs, producer):
    found = printed(tmp_path, values, pairs=pairs, producer=producer)

    measure = found["calls_for_assistance"]
    assert (measure.force, measure.national) == tuple(float(v) if v else None for v in values)
    assert measure.missing == "The report leaves the value's place blank."
    assert (found["recorded_crime"].force, found["recorded_crime"].national) == (51.0, 68.2)


def test_a_value_of_nobody_is_no_measure(tmp_path):
    """Where names and values stand one below another, print does not tell whose value is blank."""
    found = printed(tmp_path, ("201", ""), pairs="down")

    assert list(found) == ["recorded_crime"]


@pytest.mark.parametrize("values", ["left", "centre", "right"])
@pytest.mark.parametrize("tables", ["boxes", "lines", "below", "plain"])
def test_a_table_of_the_chapter_has_a_measure_in_each_row(tmp_path, tables, values):
    made = sheets()
    rows = (
        ("Crime", "", ""),
        (CRIME, "51.0", "68.2"),
        ("Change in recorded crime 12 months to 30 June 2015 against 30 June 2016", "-4%", "+1%"),
        ("Calls", "", ""),
        (LABEL, "201", "240"),
    )
    head = "| | Northshire Police | England and Wales |\n|---|---|---|\n"
    made.pages[1][1:] = [head + "\n".join("| {} | {} | {} |".format(*row) for row in rows)]
    (tmp_path / "report.md").write_text(made.text(), "utf-8")
    original = read(tmp_path / "report.md")

    report = read(typeset(original, tmp_path / "report.pdf", tables=tables, values=values))

    assert_same(original, report)
    assert [(m.force, m.national) for m in report.measures if m.origin == "graphic"] == [
        *((51.0, 68.2), (-4.0, 1.0), (201.0, 240.0)),
    ]


@pytest.mark.parametrize("values", ["left", "centre", "right"])
@pytest.mark.parametrize("tables", ["boxes", "lines", "below", "plain"])
def test_a_small_table_below_each_heading_has_a_measure_in_each_row(tmp_path, tables, values):
    """The values stand beside the first line of a label that takes several."""
    made = sheets()
    head = "| | Northshire Police | England and Wales |\n|---|---|---|\n"
    made.pages[1][1:] = [
        *("### Calls for assistance", f"{head}| {LABEL} | 201 | 240 |"),
        *("### Recorded crime", f"{head}| {CRIME} | 51.0 | 68.2 |"),
    ]
    (tmp_path / "report.md").write_text(made.text(), "utf-8")
    original = read(tmp_path / "report.md")

    report = read(typeset(original, tmp_path / "report.pdf", tables=tables, values=values))

    assert_same(original, report)
    assert [(m.force, m.national) for m in report.measures if m.origin == "graphic"] == [
        *((201.0, 240.0), (51.0, 68.2)),
    ]
