# SPDX-License-Identifier: MIT
"""How long until the window is there, next to the least that a Qt window needs.

    python benchmarks/first_paint.py [--runs N] [-- ARGUMENT ...]

starts ``peelviewer ARGUMENT ...`` and ``bare_window.py`` in turn, N times each after one warm-up,
and prints each pair's times and ratio, and the medians. The clock runs from the moment before the
process is spawned until Qt has painted a main window and handed it to the screen. The program uses
a library and settings of its own, in a temporary folder, made by the warm-up.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TIMEOUT_S = 60
MIN_WIDTH, MIN_HEIGHT = 300, 200

# Runs inside the measured process: once a large window is exposed, which is when Qt paints it, the
# event loop's next turn prints the time and ends the program. Only that window's events are seen
# by Python, so that watching costs next to nothing.
PROBE = f"""
import os, runpy, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def eventFilter(self, window, event):
        if event.type() == QEvent.Type.Expose and window.isExposed():
            QTimer.singleShot(0, report)
        return False

def report():
    print("painted", time.time_ns(), flush=True)
    os._exit(0)

def watched(*arguments, original=QApplication.exec):
    application = QApplication.instance()
    watch = Watch(application)
    for window in application.topLevelWindows():
        if window.width() >= {MIN_WIDTH} and window.height() >= {MIN_HEIGHT}:
            window.installEventFilter(watch)
    return original()

QApplication.exec = watched
sys.argv = sys.argv[1:]
if sys.argv[0] == "peelviewer":
    runpy.run_module("peelviewer", run_name="__main__", alter_sys=False)
else:
    runpy.run_path(sys.argv[0], run_name="__main__")
"""


def seconds_to_paint(arguments: list[str], environment: dict[str, str]) -> float:
    """Start a program and return the seconds until its window was painted."""
    start = time.time_ns()
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=TIMEOUT_S,
    )
    for line in done.stdout.splitlines():
        if line.startswith("painted "):
            return (int(line.split()[1]) - start) / 1e9
    raise SystemExit(f"{arguments[0]} showed no window:\n{done.stdout}{done.stderr}")


def main() -> None:
    """Measure pairs, so that a machine that slows down slows both."""
    parser = argparse.ArgumentParser(description="Time to the first painted window.")
    parser.add_argument("--runs", type=int, default=7, help="pairs to measure (default: 7)")
    parser.add_argument("arguments", nargs="*", help="passed on to peelviewer")
    options = parser.parse_args()
    program = ["peelviewer", *options.arguments]
    bare = [str(HERE / "bare_window.py")]
    with tempfile.TemporaryDirectory() as folder:
        own = {name: f"{folder}/{name}" for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
        environment = os.environ | own | {"PEELVIEWER_LIBRARY": f"{folder}/library"}
        first = seconds_to_paint(program, environment)
        seconds_to_paint(bare, environment)
        print(f"first start ever (library made): {first:.3f} s")
        pairs = []
        for _ in range(options.runs):
            pair = seconds_to_paint(program, environment), seconds_to_paint(bare, environment)
            pairs.append(pair)
            print(f"{pair[0]:.3f} s  bare window {pair[1]:.3f} s  ratio {pair[0] / pair[1]:.2f}")
    medians = [statistics.median(times) for times in zip(*pairs, strict=True)]
    ratio = statistics.median(ours / least for ours, least in pairs)
    print(f"median {medians[0]:.3f} s  bare window {medians[1]:.3f} s  ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
