"""Small workbooks with the layouts of published tables and invented figures."""

import datetime
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

FORCES = (
    ("E23000013", "Cleveland"),
    ("E23000008", "Durham"),
    ("E23000021", "Leicestershire"),
    ("E23000034", "London, City of"),
    ("E23000014", "West Midlands"),
)
TITLE = (
    "Table P1:  Police recorded crime by offence group and police force area, English regions and "
    "Wales, number of offences, year ending March 181,2"
)

ACCESSIBLE_TITLE = (
    "Table P3: Police recorded crime by offence group and Police Force Area, English regions and "
    "Wales, rate of offences, year ending December 2024 [note 1] [note 2]"
)


def write(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    """Write a workbook: a list of rows a sheet, from A1."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, datetime.date):
                        sheet.write_datetime(number, column, cell)
                    elif cell is not None:
                        sheet.write(number, column, cell)
    return path


def crime_table(
    title: str = TITLE,
    unit: str = "Numbers",
    forces: tuple[tuple[str, str], ...] = FORCES,
    values: dict[str, list[object]] | None = None,
) -> list[list[object]]:
    """A table of recorded crime in the layout of 2018: two rows of headings, notes below."""
    values = values or {}
    rows: list[list[object]] = [
        [title],
        [],
        ["England and Wales"],
        [None, None, "Total recorded crime (excluding fraud3)", None, "Victim-based crime"],
        ["Area Code", "Area Name", None, None, "Robbery", "Residental burglary4"],
        [None, None, unit],
        ["K04000001", "ENGLAND AND WALES5", 1500, None, 150, 15],
        ["E12000001", "North East", 300, None, 30, 3],
    ]
    for number, (code, name) in enumerate(forces, start=1):
        cells = values.get(name, [100 * number, 10 * number, number])
        rows.append([code, name, cells[0], None, *cells[1:]])
    return [
        *rows,
        [None, "British Transport Police", 7, None, 1, 0],
        ["Source: Police recorded crime"],
        ["5. Includes British Transport Police."],
        ["6. '-'  indicates that the base number is fewer than 50."],
    ]


def asb_table() -> list[list[object]]:
    """Incidents and rates of two years under merged headings, with both national rows."""
    return [
        ["Table P7:  Anti-social behaviour incidents, by police force area, 2014 to 2016"],
        [],
        [None, None, "Apr '14 to Mar '153", None, "Apr '15 to Mar '165, 6"],
        ["Area Code", "Area Name", *["Number of Incidents", "Rate per 1,000 population"] * 2],
        [],
        ["K04000001", "ENGLAND AND WALES (inc. BTP)7", "..", "..", 1100, 11.0],
        ["K04000001", "ENGLAND AND WALES (exc. BTP)", 2000, 20.0, 1000, 10.0],
        *[
            [code, name, 200 * n, 2.0 * n, 100 * n, 1.0 * n]
            for n, (code, name) in enumerate(FORCES, start=1)
        ],
    ]


def estimates_table(title: str, first: int = 2014) -> list[list[object]]:
    """Mid-year estimates of two years."""
    return [
        [title],
        [],
        [None, None, "Mid-year"],
        ["Area Code", "Area Name", first, first + 1],
        ["K04000001", "ENGLAND AND WALES", 100000, 101000],
        *[[code, name, 1000 * n, 1010 * n] for n, (code, name) in enumerate(FORCES, start=1)],
    ]


def accessible_table() -> list[list[object]]:
    """A table of recorded crime in the layout of 2024: one row of headings, notes in brackets."""
    return [
        [ACCESSIBLE_TITLE],
        ["This worksheet contains one table. Some cells contain shorthand."],
        ["[x] means that the value is withheld for so small an area"],
        ["Source: Police recorded crime from the Home Office"],
        [],
        [],
        [],
        [
            "Area Code",
            "Area Name",
            "Population figures (mid-2023)\n rounded to 100 [note 3]",
            "Household figures (mid-2023) [note 4]",
            "Total recorded crime \n(excluding fraud) [note 5]",
            "Shoplifting",
            "Residential burglary\n(households)[note 6]",
            "Theft by drone [note 7]",
        ],
        ["K04000001", "England and Wales [note 8]", 60000000, 25000000, 90.5, 8.5, 7.25, 0.5],
        ["E23000013", "Cleveland", 570000, 250000, 120.5, 9.5, 8.25, 0.25],
        ["E23000034", "City of London[note 8]", 10000, 5000, "[x]", "[x]", "[x]", "[z]"],
        ["E23000021", "Leicestershire[note 9]", 1100000, 460000, 85.25, 7.5, 6.5, "[u]"],
        ["E23000008", "Durham", 630000, 280000, 95.5, 9.0, 8.0, 0.75],
    ]


def workforce_table() -> list[list[object]]:
    """Officers by force as at two days, with a region of the same name as a force."""
    return [
        ["Table 1: Police officers by police force area, English region and Wales, 31 March 2016"],
        ["England and Wales", None, None, "Full-time equivalents"],
        [None, "As at:", None, "Change in 12 months"],
        [None, datetime.date(2015, 9, 30), datetime.date(2016, 3, 31), "number"],
        ["North East ", 2472.5, 2450.25, -22.25],
        ["Cleveland", 1315.25, 1300.0, -15.25],
        ["Durham1", 1157.25, 1150.25, -7.0],
        ["West Midlands ", 9000.0, 8900.0, -100.0],
        ["Staffordshire", 2000.0, 1950.0, -50.0],
        ["West Midlands", 7000.0, 6950.0, -50.0],
        ["London, City of", 700.0, 690.5, -9.5],
        ["Total 43 forces", 12172.5, 12040.75, -131.75],
        ["British Transport Police", 3000.0, 2990.0, -10.0],
        ["Source: Home Office"],
        ["1. Some data of Durham are of a later day."],
    ]


_ODS_NAMES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
)


def write_ods(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    """Write an OpenDocument workbook, padded with repeated empty cells and rows as usual."""
    tables = "".join(
        f'<table:table table:name="{name}">'
        + "".join(map(_ods_row, rows))
        + '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        for name, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{_ODS_NAMES}'
        f' office:version="1.2"><office:body><office:spreadsheet>{tables}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:'
            f'opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
            f'manifest:media-type="{kind}"/></manifest:manifest>',
        )
    return path


def _ods_row(cells: list[object]) -> str:
    padding = '<table:table-cell table:number-columns-repeated="16000"/>'
    return f"<table:table-row>{''.join(map(_ods_cell, cells))}{padding}</table:table-row>"


def _ods_cell(cell: object) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    if isinstance(cell, datetime.date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell}"/>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(cell).splitlines())
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
