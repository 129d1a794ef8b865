# SPDX-License-Identifier: MIT
"""``peelviewer list`` and ``peelviewer show``."""

import argparse

from peelviewer.cli import commands as shared
from peelviewer.cli import output

COMMANDS = ("list", "show")


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    common: argparse.ArgumentParser,
) -> None:
    """Declare the commands."""
    listing = shared.add(
        commands,
        common,
        "list",
        _list,
        summary="the reports in the library",
        description="List the reports in the library: id, force, pillar, year, edition, pages.",
        examples=["peelviewer list", "peelviewer list --json"],
    )
    listing.add_argument("--json", action="store_true", help="as JSON, for other programs")
    show = shared.add(
        commands,
        common,
        "show",
        _show,
        summary="one report, in short or whole as JSON",
        description="Show what a report says in short: judgments, contents, figures, areas for\n"
        "improvement. With --json the whole report, in the form docs/data-model.md describes.",
        examples=[
            "peelviewer show leicestershire-effectiveness-2016",
            "peelviewer show report.md --json > report.json",
        ],
    )
    shared.add_report(show)
    show.add_argument("--json", action="store_true", help="the whole report as JSON")


def _list(options: argparse.Namespace) -> int:
    with shared.opened_library(options) as library:
        reports = library.reports()
    if options.json:
        output.write_json([report._asdict() for report in reports])
        return 0
    if not reports:
        output.say("The library is empty: bring a report in with peelviewer import FILE.")
        return 0
    from peelviewer.cli.wording import EDITIONS, columns, count

    output.write(
        columns(
            (
                report.id,
                report.force.name,
                report.pillar,
                report.year,
                EDITIONS[report.edition],
                "" if report.pages is None else count(report.pages, "page"),
            )
            for report in reports
        )
    )
    return 0


def _show(options: argparse.Namespace) -> int:
    report = shared.report_of(options)
    if options.json:
        from peelviewer.model import codec

        output.write(codec.encode(report, indent=2).decode() + "\n")
    else:
        from peelviewer.cli import wording

        output.write(wording.summary(report))
    return 0
