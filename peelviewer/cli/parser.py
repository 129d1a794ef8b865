# SPDX-License-Identifier: MIT
"""Commands and options, and their help. A new command adds its module to ``GROUPS``."""

import argparse
from typing import NoReturn

from peelviewer import __version__
from peelviewer.cli import (
    charting,
    checking,
    importing,
    looking_after,
    picturing,
    showing,
    statistics,
    tabulating,
)

GROUPS = (
    importing,
    showing,
    tabulating,
    charting,
    picturing,
    checking,
    statistics,
    looking_after,
)
COMMANDS = tuple(command for group in GROUPS for command in group.COMMANDS)

DESCRIPTION = """\
Read police inspection (PEEL) reports offline, with their measures beside the national figures.

Without a command the window opens; FILEs are shown, or offered for import first.
To open a file that has the name of a command, write ./NAME."""

EXAMPLES = """\
examples:
  peelviewer
  peelviewer ~/Downloads/report.md
  peelviewer import ~/Downloads/reports --yes
  peelviewer measures leicestershire-effectiveness-2016 -o measures.csv

REPORT is an id from "peelviewer list", or a file, which is then read without being kept.
Results go to stdout, messages to stderr. Exit codes: 0 done, 1 something was refused or
failed, 2 wrong usage, 130 stopped by Ctrl+C. "peelviewer COMMAND --help" says more."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Leave with exit code 2."""
        self.exit(2, f"{self.prog}: {message}. See {self.prog} --help.\n")


def make() -> argparse.ArgumentParser:
    """Return the parser of everything but files to open in the window."""
    parser = Parser(
        prog="peelviewer",
        usage="peelviewer [--library DIR] [FILE ...]\n       peelviewer COMMAND ...",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"PEEL Viewer {__version__}", help="say which one"
    )
    _add_library(parser, default=None)
    commands = parser.add_subparsers(
        title="commands",
        dest="command",
        metavar="COMMAND",
        prog="peelviewer",
        parser_class=Parser,
    )
    common = argparse.ArgumentParser(add_help=False)
    # Without a default of its own, the option after the command leaves the one before it alone.
    _add_library(common, default=argparse.SUPPRESS)
    for group in GROUPS:
        group.add(commands, common)
    return parser


def for_window() -> argparse.ArgumentParser:
    """Return the parser of ``peelviewer FILE …``."""
    parser = Parser(prog="peelviewer", allow_abbrev=False)
    _add_library(parser, default=None)
    parser.add_argument("files", nargs="+", metavar="FILE")
    return parser


def _add_library(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--library",
        metavar="DIR",
        default=default,
        help="the library's folder (else the variable PEELVIEWER_LIBRARY, else your own)",
    )
