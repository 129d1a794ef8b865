# SPDX-License-Identifier: MIT
"""``peelviewer measures`` and ``peelviewer actions``: tables for other programs."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from peelviewer.cli import commands as shared
from peelviewer.cli import output

if TYPE_CHECKING:
    from peelviewer.cli.tidy import Row

COMMANDS = ("measures", "actions")
FORMATS = ("csv", "json", "xlsx")


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    common: argparse.ArgumentParser,
) -> None:
    """Declare the commands."""
    measures = shared.add(
        commands,
        common,
        "measures",
        _measures,
        summary="all measures as a tidy table",
        description="Write the measures of reports, one value a row: force, year, measure, unit,\n"
        "period, series (the force, or England and Wales), value, caveats, source, page.\n"
        "A value that the report does not give is an empty cell with the reason beside it.",
        examples=[
            "peelviewer measures",
            "peelviewer measures leicestershire-effectiveness-2016 --format json",
            "peelviewer measures report.md -o measures.xlsx",
        ],
    )
    _add_options(measures)
    actions = shared.add(
        commands,
        common,
        "actions",
        _actions,
        summary="all areas for improvement as a table",
        description="Write the areas for improvement, causes of concern and recommendations of\n"
        "reports, one a row. A digest has them in the project's own words.",
        examples=["peelviewer actions", "peelviewer actions -o actions.csv"],
    )
    _add_options(actions)


def _add_options(parser: argparse.ArgumentParser) -> None:
    shared.add_report(parser, several=True)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help="default: by the ending of the -o file, else csv; xlsx needs -o",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of stdout")


def _measures(options: argparse.Namespace) -> int:
    from peelviewer.cli import tidy

    reports = shared.reports_of(options, options.reports)
    rows = (row for report in reports for row in tidy.measure_rows(report))
    return _put(options, tidy.MEASURE_COLUMNS, rows)


def _actions(options: argparse.Namespace) -> int:
    from peelviewer.cli import tidy

    reports = shared.reports_of(options, options.reports)
    rows = (row for report in reports for row in tidy.action_rows(report))
    return _put(options, tidy.ACTION_COLUMNS, rows)


def _put(options: argparse.Namespace, columns: tuple[str, ...], rows: "Iterable[Row]") -> int:
    from peelviewer.cli import formats

    path = None if options.output is None else output.checked(Path(options.output))
    form = options.format or _form_by_name(path)
    if form == "xlsx" and path is None:
        raise output.OutputError("A spreadsheet cannot be written to the terminal: add -o FILE.")
    if form == "xlsx":
        data = formats.as_xlsx(columns, rows, options.command)
    elif form == "json":
        data = formats.as_json(columns, rows)
    else:
        data = formats.as_csv(columns, rows)
    if path is None:
        output.write_bytes(data)
    else:
        output.save(path, data)
    return 0


def _form_by_name(path: Path | None) -> str:
    ending = "" if path is None else path.suffix.lower().removeprefix(".")
    return ending if ending in FORMATS else "csv"
