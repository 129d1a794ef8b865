"""Everything below the window works without Qt; import-linter says the same of the source."""

import subprocess
import sys

WINDOW = ("app", "ui", "__main__")
# The drawing half of the charts; every other module of them says what to draw, without Qt.
DRAWING = (
    *("bars", "compose", "fonts", "layout", "painting", "pieces", "plot", "range_track"),
    *("ranked_bars", "readout", "rows", "save", "slope_lines", "strip_grades", "svg"),
    *("tile_map", "trend_lines", "typesetting", "walking"),
)
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
    passed_over = [
        *(f"peelviewer.{name}" for name in WINDOW),
        *(f"peelviewer.charts.{name}" for name in DRAWING),
    ]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *passed_over], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
