# SPDX-License-Identifier: MIT
"""Set up what a task needs, then do it: ``task.py TASK [ARG ...]``.

Standard library only: this runs before anything is installed. ``make`` calls it through
``scripts/task``, which finds a Python; on Windows it is called directly.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import environment
from environment import SetupError

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
SNAPSHOT = "build/snapshot"
# Each test process loads Qt: more of them than this cost memory and win nothing.
MOST_TEST_PROCESSES = "8"


def main(arguments: list[str]) -> int:
    """Do the task and return the exit status; 2 for an unknown task."""
    tasks = {
        task.__name__: task for task in (run, test, check, setup, fuzz, random, icons, gallery)
    }
    if not arguments or arguments[0] not in tasks:
        print(f"usage: task.py {'|'.join(tasks)} [ARGUMENT ...]", file=sys.stderr)
        return 2
    if sys.version_info < OLDEST:
        print("PEEL Viewer needs Python 3.11 or later.", file=sys.stderr)
        return 1
    os.chdir(ROOT)
    try:
        return tasks[arguments[0]](arguments[1:])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def setup(_: list[str]) -> int:
    """Install everything, for running and for developing, and stop there."""
    environment.ensure(ROOT, environment.DEVELOP)
    return 0


def run(arguments: list[str]) -> NoReturn:
    """Open the window; without a screen, write pictures of the main views instead."""
    screen = has_screen()
    environment.ensure(ROOT, environment.RUN, screen=screen)
    if screen:
        hand_over("-m", "peelviewer", *arguments)
    print(f"There is no screen here: pictures of the main views go to {SNAPSHOT}/.", flush=True)
    Path(SNAPSHOT).mkdir(parents=True, exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    hand_over("-m", "peelviewer", "snapshot", "-o", SNAPSHOT)


def has_screen() -> bool:
    """Say whether a window can be shown; only X11 and Wayland sessions can be without one."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    host, _, number = display.rpartition(":")
    if not display or host not in {"", "unix"}:
        return bool(display)
    return _answers(f"/tmp/.X11-unix/X{number.partition('.')[0]}")  # noqa: S108 - X11's own place


def _answers(address: str) -> bool:
    """Say whether a local X server is there; ``DISPLAY`` may be left over from one that is gone."""
    import socket

    for name in (f"\0{address}", address):
        with socket.socket(socket.AF_UNIX) as connection:
            try:
                connection.connect(name)
            except OSError:
                continue
            return True
    return False


def test(arguments: list[str]) -> NoReturn:
    """Run the tests, without needing a screen."""
    environment.ensure(ROOT, environment.DEVELOP)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parallel = ("-n", "auto", "--maxprocesses", MOST_TEST_PROCESSES)
    hand_over("-m", "pytest", *parallel, *arguments)


def check(_: list[str]) -> int:
    """Run every checker, also after one has failed, and fail if any did."""
    environment.ensure(ROOT, environment.DEVELOP)
    commands = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("lint-imports",),
    )
    failed = []
    for name, *rest in commands:
        print(f"--- {' '.join((name, *rest))}", flush=True)
        if subprocess.run([environment.tool(ROOT, name), *rest], check=False).returncode:
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def fuzz(arguments: list[str]) -> NoReturn:
    """Read thousands of broken files; each must be refused or read whole."""
    environment.ensure(ROOT, environment.DEVELOP)
    hand_over("-m", "tools.fuzz", *arguments)


def random(arguments: list[str]) -> NoReturn:
    """Read thousands of random reports as Markdown and in print; both must be the same."""
    environment.ensure(ROOT, environment.DEVELOP)
    os.environ.setdefault("PEELVIEWER_RANDOM_REPORTS", "2000")
    hand_over("-m", "pytest", "-n0", "tests/reading/pdf/test_random_reports.py", *arguments)


def icons(_: list[str]) -> NoReturn:
    """Draw the PNG sizes of the application's icon anew from its SVG files."""
    environment.ensure(ROOT, environment.RUN)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    hand_over("scripts/icons.py")


def gallery(_: list[str]) -> NoReturn:
    """Draw the gallery of charts in the documentation anew."""
    environment.ensure(ROOT, environment.RUN)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    hand_over("-m", "tools.gallery")


def hand_over(*arguments: str) -> NoReturn:
    """Go on as the environment's Python; Windows has no exec that the shell waits for."""
    command = [str(environment.python(ROOT)), *arguments]
    sys.stdout.flush()
    if sys.platform == "win32":
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
