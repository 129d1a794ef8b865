# SPDX-License-Identifier: MIT
"""From the words on the command line to an exit code.

0: done. 1: something was refused or failed, and stderr says what. 2: wrong usage. 130: stopped
by Ctrl+C. Input at fault gives one sentence; an error of our own is left to be loud.
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from peelviewer.cli import output
from peelviewer.cli.near import meant
from peelviewer.errors import CancelledError, PeelViewerError

FAILED = 1
WRONG_USAGE = 2
STOPPED = 130

_BEHIND_THE_FENCE = "--behind-the-fence"  # fence.inside.WORD, which is not imported for it


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in ``arguments`` (without the program's name) and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == [_BEHIND_THE_FENCE]:
        from peelviewer.fence import inside

        inside.main(words[1:])
        return 0
    output.prepare()
    try:
        code = _run(words)
        output.flush()
    except output.ReaderGoneError:
        return 0
    except (KeyboardInterrupt, CancelledError):
        return STOPPED
    except PeelViewerError as error:
        output.say(str(error))
        return FAILED
    except SystemExit as leaving:  # argparse leaves this way after --help and wrong usage
        return leaving.code if isinstance(leaving.code, int) else FAILED
    return code


def _run(words: list[str]) -> int:
    if not words:
        return _open_window(None, [])
    from peelviewer.cli import parser

    word, is_marked_as_file = _first_plain(words)
    if word is None or (word in parser.COMMANDS and not is_marked_as_file):
        options = parser.make().parse_args(words)
        if options.command is None:
            return _open_window(options.library, [])
        run = options.run
        code: int = run(options)
        return code
    if not is_marked_as_file and not _is_a_path(word):
        output.say(_no_such_command(word, parser.COMMANDS))
        return WRONG_USAGE
    options = parser.for_window().parse_args(words)
    return _open_window(options.library, [Path(file) for file in options.files])


def _first_plain(words: list[str]) -> tuple[str | None, bool]:
    """Return the first word that is no option, and whether ``--`` says that it is a file."""
    rest = iter(words)
    for word in rest:
        if word == "--":
            return next(rest, None), True
        if word == "--library":
            next(rest, None)
        elif not word.startswith("-"):
            return word, False
    return None, False


def _is_a_path(word: str) -> bool:
    """Tell a file from a mistyped command: it exists, or it is written as files are."""
    path = Path(word)
    return os.sep in word or bool(path.suffix) or path.exists()


def _no_such_command(word: str, commands: Sequence[str]) -> str:
    known = "See peelviewer --help for all commands."
    hint = meant(word, commands, "")
    told = f"{hint} {known}" if hint else known
    return f"peelviewer: {word!r} is neither a command nor a file. {told}"


def _open_window(library: str | None, files: list[Path]) -> int:
    for file in files:
        if not file.exists():
            raise PeelViewerError(f"There is no file {file}.")
        if file.is_dir():
            raise PeelViewerError(
                f"{file} is a folder: peelviewer import {file} brings in all reports in it."
            )
    if not _has_screen():
        raise PeelViewerError(
            "There is no screen to open the window on: use peelviewer snapshot -o DIR for "
            "pictures of it, or peelviewer --help for what works without one."
        )
    # What is made for the first paint stays: looking for garbage in it would only take time.
    gc.disable()
    from peelviewer.app import run_window
    from peelviewer.paths import library_folder

    return run_window(library_folder(library), [file.absolute() for file in files])


def _has_screen() -> bool:
    """Return whether a window can be opened, or a Qt platform was asked for by name."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
