"""Tables that go on over a page's end: rows cut in two, headers printed again, groups parted."""

import pytest

from peelviewer.reading import read
from tests.reading.pdf.comparing import assert_same
from tests.reading.pdf.press import typeset
from tests.reading.sheets import FILLER, sheets

NAMES = (
    "Recorded crime that was neither fraud nor an offence against the county's own rules",
    "Theft from the person, from a vehicle or from a shop in the middle of a town",
    "Calls that were answered by somebody who could send a patrol out at once",
)


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    made = sheets()
    rows = ["Rates per 1,000 population\tNorthshire Police\tEngland and Wales"]
    for number in range(40):
        if number % 7 == 3:
            rows.append(f"Group number {number}")
        rows.append(f"{NAMES[number % 3]} in area {number}\t{number}.{number % 10}\t{number}.5")
    made.page().heading("Annex B – A long table", 1)
    made.add(FILLER, "**Figure 3: All rates of the county, for the 12 months to 30 June 2016**")
    made.add("\n".join(rows), "Source: Home Office data", FILLER)
    path = tmp_path_factory.mktemp("original") / "report.md"
    path.write_text(made.text(), "utf-8")
    return read(path)


@pytest.mark.parametrize("tables", ["boxes", "lines", "below", "plain"])
@pytest.mark.parametrize("height", [500, 523, 537])
@pytest.mark.parametrize(
    "look",
    [{"cuts_rows": True}, {"repeats_header": True}, {"cuts_rows": True, "repeats_header": True}],
    ids=" ".join,
)
def test_it_is_one_table(original, tmp_path, look, height, tables):
    path = typeset(original, tmp_path / "report.pdf", tables=tables, height=height, **look)

    assert_same(original, read(path))


def test_headings_of_groups_that_end_a_page_are_rows_of_the_table(tmp_path):
    made = sheets()
    rows = ["Rates per 1,000 population\tNorthshire Police\tEngland and Wales"]
    rows += [f"Theft in area {number}\t{number}.5\t{number}.7" for number in range(4)]
    rows += [f"Group number {number}" for number in range(5)]
    rows += [f"Fraud in area {number}\t{number}.5\t{number}.7" for number in range(4)]
    made.page().heading("Annex B – A table", 1)
    made.add("**Figure 3: All rates of the county, for the 12 months to 30 June 2016**")
    made.add("\n".join(rows), "Source: Home Office data", FILLER)
    path = tmp_path / "report.md"
    path.write_text(made.text(), "utf-8")
    report = read(path)

    printed = typeset(report, tmp_path / "report.pdf", tables="lines", height=400)

    assert_same(report, read(printed))
