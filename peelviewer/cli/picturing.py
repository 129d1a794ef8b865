# SPDX-License-Identifier: MIT
"""``peelviewer snapshot``: pictures of the window, without a screen."""

import argparse
import os
from pathlib import Path

from peelviewer.cli import commands as shared
from peelviewer.cli import output

COMMANDS = ("snapshot",)


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    common: argparse.ArgumentParser,
) -> None:
    """Declare the command."""
    snapshot = shared.add(
        commands,
        common,
        "snapshot",
        _snapshot,
        summary="pictures of the main views",
        description="Write pictures of the window's main views into the folder DIR, made where\n"
        "it is missing, and print their names.",
        examples=["peelviewer snapshot -o pictures"],
    )
    snapshot.add_argument(
        "-o", "--output", metavar="DIR", required=True, help="the folder to write into"
    )


def _snapshot(options: argparse.Namespace) -> int:
    from peelviewer.paths import library_folder

    folder = Path(options.output).expanduser()
    output.checked_folder(folder)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from peelviewer.app import snapshot

    for path in snapshot(library_folder(options.library), folder):
        output.write(f"{path}\n")
    return 0
