# SPDX-License-Identifier: MIT
"""What the commands' modules share: how a command is declared, and the reports it is about."""

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from peelviewer.cli import output
from peelviewer.cli.near import meant
from peelviewer.errors import UnknownReportError

if TYPE_CHECKING:
    from peelviewer.library import Library
    from peelviewer.model.report import Report

ID = re.compile(r"[\w-]+")


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    common: argparse.ArgumentParser,
    name: str,
    run: Callable[[argparse.Namespace], int],
    *,
    summary: str,
    description: str,
    examples: Sequence[str],
) -> argparse.ArgumentParser:
    """Declare the command ``name`` and return its parser, to which options can be added."""
    parser = commands.add_parser(
        name,
        parents=[common],
        help=summary,
        description=description,
        epilog="\n  ".join(("examples:", *examples)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    return parser


def add_report(parser: argparse.ArgumentParser, *, several: bool = False) -> None:
    """Add the argument REPORT, or REPORT… for none or more of them."""
    meaning = 'an id from "peelviewer list", or a file, which is read without being kept'
    if several:
        parser.add_argument(
            "reports",
            nargs="*",
            metavar="REPORT",
            help=f"{meaning}; without any, every report in the library",
        )
    else:
        parser.add_argument("report", metavar="REPORT", help=meaning)


@contextmanager
def opened_library(options: argparse.Namespace) -> "Iterator[Library]":
    """Open the library that the options or the environment name; say what it passed over."""
    from peelviewer.library import Library
    from peelviewer.paths import library_folder

    with Library.open(library_folder(options.library)) as library:
        for notice in library.notices:
            output.say(notice)
        yield library


def report_of(options: argparse.Namespace) -> "Report":
    """Return the one report that the command is about.

    Raises:
        PeelViewerError: it is unknown, or cannot be read.
    """
    return next(reports_of(options, [options.report]))


def reports_of(options: argparse.Namespace, names: Sequence[str]) -> "Iterator[Report]":
    """Yield the reports named, by id or path; all of the library where no name is given.

    The library is opened when the first of them is needed from it.
    """
    with ExitStack() as stack:
        library: Library | None = None
        for name in names:
            if not ID.fullmatch(name):
                yield read(Path(name))
                continue
            library = library or stack.enter_context(opened_library(options))
            yield _by_id_or_file(library, name)
        if not names:
            library = stack.enter_context(opened_library(options))
            for summary in library.reports():
                yield library.report(summary.id)


def read(path: Path, progress: Callable[[str, float], None] | None = None) -> "Report":
    """Return the report in a file: a report's own JSON, or anything that can be imported.

    What is no JSON is read in a child process. ``progress`` is told a stage and the fraction done.

    Raises:
        PeelViewerError: a sentence that names the file.
    """
    from peelviewer.reading.report_files import read_report_file

    return read_report_file(path.expanduser(), progress)


def _by_id_or_file(library: "Library", name: str) -> "Report":
    try:
        return library.report(name)
    except UnknownReportError as error:
        if Path(name).is_file():
            return read(Path(name))
        known = [report.id for report in library.reports()]
        hint = meant(name, known, "See peelviewer list for what is there.")
        raise UnknownReportError(
            f"There is no report {name!r} in the library at {library.folder}, "
            f"and no file of that name. {hint}"
        ) from error
