"""Everything below the window works without Qt; import-linter says the same of the source."""

import subprocess
import sys

PROGRAM = """
import importlib, pkgutil, sys
import peelviewer

QT_FREE = ("model", "reading", "library", "reference", "paths", "errors", "desktop", "cli")
names = [f"peelviewer.{name}" for name in QT_FREE]
names += ["peelviewer.charts.spec", "peelviewer.charts.wording"]
for name in list(names):
    package = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(package, "__path__", []), f"{name}."):
        importlib.import_module(found.name)
print([name for name in sys.modules if name.split(".")[0] in {"PySide6", "pyqtgraph"}])
"""


def test_the_packages_below_the_window_import_no_qt():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
