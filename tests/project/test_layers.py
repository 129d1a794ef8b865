"""Everything below the window works without Qt; import-linter says the same of the source."""

import subprocess
import sys

WITH_QT = ("app", "drawing", "ui", "__main__")
PROGRAM = """
import importlib, pkgutil, sys
import peelviewer

passed_over = tuple(sys.argv[1:])
for found in pkgutil.walk_packages(peelviewer.__path__, "peelviewer."):
    if not any(f"{found.name}.".startswith(f"{name}.") for name in passed_over):
        importlib.import_module(found.name)
print([name for name in sys.modules if name.split(".")[0] in {"PySide6", "pyqtgraph"}])
"""


def test_all_but_the_window_and_the_drawing_of_charts_import_no_qt():
    passed_over = [f"peelviewer.{name}" for name in WITH_QT]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *passed_over], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
