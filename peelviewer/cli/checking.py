# SPDX-License-Identifier: MIT
"""``peelviewer check``: the report against itself, and the audit of its import."""

import argparse

from peelviewer.cli import commands as shared
from peelviewer.cli import output

COMMANDS = ("check",)


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    common: argparse.ArgumentParser,
) -> None:
    """Declare the command."""
    check = shared.add(
        commands,
        common,
        "check",
        _check,
        summary="consistency of a report, and the audit of its import",
        description="Say where a report prints the same measure, area and period with different\n"
        "values, what was set apart as page furniture, and what could not be placed.\n"
        "The exit code is 0 whatever is found: to find something is not a failure.",
        examples=[
            "peelviewer check leicestershire-effectiveness-2016",
            "peelviewer check report.md --json",
        ],
    )
    shared.add_report(check)
    check.add_argument("--json", action="store_true", help="as JSON, for other programs")


def _check(options: argparse.Namespace) -> int:
    report = shared.report_of(options)
    if options.json:
        output.write_json(
            {
                "id": report.id,
                "edition": report.edition,
                "inconsistencies": report.inconsistencies,
                "audit": report.audit,
            }
        )
    else:
        from peelviewer.cli import wording

        output.write(wording.check(report))
    return 0
