# SPDX-License-Identifier: MIT
"""``peelviewer library`` and ``peelviewer desktop``: the folder and the menu entry."""

import argparse

from peelviewer.cli import commands as shared
from peelviewer.cli import output

COMMANDS = ("library", "desktop")


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    common: argparse.ArgumentParser,
) -> None:
    """Declare the commands."""
    library = shared.add(
        commands,
        common,
        "library",
        _library,
        summary="where the library lies",
        description="Look after the library.\n\n"
        "where    print the folder that holds library.db and originals/",
        examples=["peelviewer library where", "peelviewer library where --library ~/reports"],
    )
    library.add_argument("action", choices=("where",), help="what to do")
    desktop = shared.add(
        commands,
        common,
        "desktop",
        _desktop,
        summary="menu entry and icon for the current user",
        description="Start PEEL Viewer from the desktop's menu.\n\n"
        "install  add the menu entry and icons for the current user\n"
        "remove   take them out again",
        examples=["peelviewer desktop install", "peelviewer desktop remove"],
    )
    desktop.add_argument("action", choices=("install", "remove"), help="what to do")


def _library(options: argparse.Namespace) -> int:
    from peelviewer.paths import library_folder

    output.write(f"{library_folder(options.library)}\n")
    return 0


def _desktop(options: argparse.Namespace) -> int:
    from peelviewer.desktop import install, remove

    paths = install() if options.action == "install" else remove()
    for path in paths:
        output.write(f"{path}\n")
    if options.action == "install":
        output.say("PEEL Viewer is in the menu now.")
    else:
        output.say("The menu entry is gone." if paths else "There was no menu entry.")
    return 0
