"""Published files read a second way: the XML itself, by positions that are known beforehand.

Nothing of the importers is used, so that what they find can be checked against it.
"""

import csv
import functools
import gzip
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared" / "statistics"
DERIVED = SHARED / "derived"
ONS = {
    "2018-03-31": SHARED / "ons" / "policeforceareatablesyearendingmarch2018v2.xlsx",
    "2018-06-30": SHARED / "ons" / "policeforceareadatatablesyearendingjune2018corrected.xlsx",
    "2018-12-31": SHARED / "ons" / "policeforceareatablesyearendingdecember2018.xlsx",
    "2019-09-30": SHARED / "ons" / "policeforceareatablesyearendingseptember2019.xlsx",
    "2019-12-31": SHARED / "ons" / "pfatablesdec19.xlsx",
}
OUTCOMES = SHARED / "home_office_outcomes_open_data_2017-18.csv.gz"
WORKFORCE = SHARED / "police-workforce-tables-sep16.ods"
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FORCE = re.compile(r"^(E23|W15)\d{6}")


@functools.cache
def sheet(path: Path, name: str) -> dict[str, str]:
    """The cells of a sheet (its name without blanks around it) by their names, as text."""
    with zipfile.ZipFile(path) as archive:

        def parts(inside: str) -> ElementTree.Element:
            return ElementTree.fromstring(archive.read(inside))  # noqa: S314 - files we know

        shared = [
            "".join(t.text or "" for t in item.iter(f"{_SPACE}t"))
            for item in parts("xl/sharedStrings.xml").iter(f"{_SPACE}si")
        ]
        links = {r.get("Id"): r.get("Target") for r in parts("xl/_rels/workbook.xml.rels")}
        one = next(
            s
            for s in parts("xl/workbook.xml").iter(f"{_SPACE}sheet")
            if s.get("name", "").strip() == name
        )
        cells = {}
        target = str(links[one.get(_LINK)]).removeprefix("/xl/")
        for cell in parts(f"xl/{target}").iter(f"{_SPACE}c"):
            held = cell.find(f"{_SPACE}v")
            if held is not None and held.text is not None:
                text = shared[int(held.text)] if cell.get("t") == "s" else held.text
                cells[str(cell.get("r"))] = text
    return cells


def tables(path: Path) -> set[str]:
    """The names of the sheets with tables, as they are in the published workbooks."""
    with zipfile.ZipFile(path) as archive:
        names = re.findall(r'<sheet [^>]*name="([^"]+)"', archive.read("xl/workbook.xml").decode())
    return {name.strip() for name in names if name.startswith("Table")}


def by_code(path: Path, name: str, column: str, codes: str = "A") -> dict[str, str]:
    """The cells of one column by the ONS codes (nine characters) of the forces' rows."""
    cells = sheet(path, name)
    found = {}
    for place, text in cells.items():
        if re.fullmatch(rf"{codes}\d+", place) and _FORCE.match(text):
            found[text[:9]] = cells.get(f"{column}{place[len(codes) :]}", "")
    return found


def derived(name: str) -> list[dict[str, str]]:
    """The rows of a table that others computed from the same files."""
    with (DERIVED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def outcomes() -> dict[str, dict[str, int]]:
    """Crimes by force name and outcome type of the open data, added up."""
    sums: dict[str, dict[str, int]] = {}
    with gzip.open(OUTCOMES, "rt", encoding="utf-8") as file:
        next(file)
        for line in csv.reader(file):
            if line[2] != "NA":
                of_force = sums.setdefault(line[2], {})
                of_force[line[10]] = of_force.get(line[10], 0) + int(line[11])
    return sums


_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def ods_rows(path: Path, name: str) -> list[list[str]]:
    """The rows of a sheet of an OpenDocument workbook as text, repeated cells written out."""
    with zipfile.ZipFile(path) as archive:
        content = ElementTree.fromstring(archive.read("content.xml"))  # noqa: S314 - a file we know
    table = next(t for t in content.iter(f"{_TABLE}table") if t.get(f"{_TABLE}name") == name)
    rows = []
    for row in table.iter(f"{_TABLE}table-row"):
        cells: list[str] = []
        for cell in row:  # those that a merged one covers, too
            held = cell.get(f"{_OFFICE}date-value") or cell.get(f"{_OFFICE}value")
            text = held or "".join(cell.itertext()).strip()
            cells += [text] * min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), 20)
        rows.append(cells)
    return rows


def nation(path: Path, name: str, column: str, row: int = 7) -> str:
    """The cell of England and Wales in a column: its row is 7 in the tables of crime."""
    cells = sheet(path, name)
    assert cells[f"A{row}"].startswith("K04000001")
    return cells[f"{column}{row}"]
