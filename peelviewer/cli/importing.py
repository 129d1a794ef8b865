# SPDX-License-Identifier: MIT
"""``peelviewer import``: files and folders into the library, with a look before they are kept."""

import argparse
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from peelviewer.cli import commands as shared
from peelviewer.cli import keeping, output
from peelviewer.cli.bars import Bars, bars
from peelviewer.errors import PeelViewerError
from peelviewer.folders import reports_below, why_nothing

if TYPE_CHECKING:
    from peelviewer.library import Library
    from peelviewer.reading.fence import Outcome

COMMANDS = ("import",)


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    common: argparse.ArgumentParser,
) -> None:
    """Declare the command."""
    parser = shared.add(
        commands,
        common,
        "import",
        _import,
        summary="bring reports into the library",
        description="Read reports and keep them in the library, with a copy of each file.\n"
        "For each file it says what was recognised, or why it was refused; the rest goes on.\n"
        "Several files are read at the same time. A file that is in the library already is not\n"
        "read again.\n\n"
        "On a terminal it asks before anything is kept, and for each report that would take the\n"
        "place of an earlier copy; --yes keeps without asking. Where there is no terminal to ask\n"
        "on and no --yes, it shows what it recognises and keeps nothing.",
        examples=[
            "peelviewer import report.md",
            "peelviewer import ~/Downloads/reports --yes",
        ],
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file, or a folder whose files are all tried"
    )
    parser.add_argument("--yes", action="store_true", help="keep without asking")
    parser.add_argument(
        "--again", action="store_true", help="read files again that are in the library already"
    )


def _import(options: argparse.Namespace) -> int:
    files, missing = _files(options.paths)
    for sentence in missing:
        output.say(sentence)
    failures = len(missing)
    with shared.opened_library(options) as library:
        library.require_writable()
        files, unreadable = _unread(library, files, again=options.again)
        failures += unreadable
        waiting: list[keeping.Read] = []
        with bars(len(files)) as shown, closing(_outcomes(files, shown)) as outcomes:
            for outcome in outcomes:
                shown.done(outcome.path)
                try:
                    read = keeping.recognised(library, outcome)
                    if options.yes:
                        output.write(f"{keeping.told(read)}; {keeping.keep(library, read)}\n")
                    else:
                        change = keeping.to_be_changed(library, read)
                        output.write(f"{keeping.told(read)}{change}\n")
                        waiting.append(read)
                except PeelViewerError as error:
                    failures += 1
                    output.say(str(error))
        if waiting:
            failures += keeping.keep_if_wanted(library, waiting)
    return 1 if failures else 0


def _files(paths: Sequence[str]) -> tuple[list[Path], list[str]]:
    """Return the files to read, each once, and a sentence for each path that has none."""
    files: dict[Path, Path] = {}
    missing: list[str] = []
    for name in paths:
        path = Path(name).expanduser()
        if path.is_dir():
            below = reports_below(path) or (path,)
            inside = [file for file in below if not file.is_dir()]
            missing += [why_nothing(folder) for folder in below if folder.is_dir()]
        elif path.is_file():
            inside = [path]
        else:
            inside = []
            missing.append(
                f"{path} is a device or a pipe: give the name of a file."
                if path.exists()
                else f"There is no file or folder {path}."
            )
        for file in inside:
            files.setdefault(file.resolve(), file)
    return list(files.values()), missing


def _unread(library: "Library", files: Sequence[Path], *, again: bool) -> tuple[list[Path], int]:
    """Return the files to read, and how many cannot be: each contents once, and none known."""
    unread: dict[str, Path] = {}
    failures = 0
    for file in files:
        try:
            known = None if again else library.find(file)
            contents = library.fingerprint(file)
        except PeelViewerError as error:
            failures += 1
            output.say(str(error))
            continue
        if known is not None:
            output.write(f"{file}: {keeping.OUTCOMES['unchanged'].format(known)}\n")
        elif contents in unread:
            output.write(f"{file}: the same file as {unread[contents]}\n")
        else:
            unread[contents] = file
    return list(unread.values()), failures


def _outcomes(files: Sequence[Path], shown: Bars) -> "Generator[Outcome, None, None]":
    """Yield what becomes of each file as it is done; several are read at the same time."""
    from peelviewer.reading import fence
    from peelviewer.reading.report_files import is_json

    for file in (file for file in files if is_json(file)):
        shown.tell(file, "reading", 0.0)
        try:
            yield fence.Outcome(file, shared.read(file), None)
        except PeelViewerError as error:
            yield fence.Outcome(file, None, error)
    with closing(
        fence.read_many((file for file in files if not is_json(file)), shown.tell)
    ) as outcomes:
        yield from outcomes
