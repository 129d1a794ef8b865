"""Everything below the window works without Qt; import-linter says the same of the source."""

import subprocess
import sys
import tomllib
from pathlib import Path

import peelviewer

WINDOW = ("app", "ui", "__main__")
# The drawing half of the charts; every other module of them says what to draw, without Qt.
DRAWING = (
    *(
        "bars",
        "compose",
        "fonts",
        "grade_map",
        "layout",
        "painting",
        "pieces",
        "plot",
        "range_track",
    ),
    *("ranked_bars", "readout", "rows", "save", "slope_lines", "strip_grades", "svg"),
    *("tile_map", "trend_lines", "typesetting", "walking"),
)
CONTRACT = "Qt stays in the window and the drawing half of the charts"
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


def test_each_module_of_the_charts_draws_or_is_kept_from_qt_by_the_checkers():
    root = Path(peelviewer.__file__).parent.parent
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    kept = next(one["source_modules"] for one in contracts if one["name"] == CONTRACT)
    modules = {path.stem for path in (root / "peelviewer/charts").glob("[!_]*.py")}

    assert {
        name.removeprefix("peelviewer.charts.") for name in kept if ".charts." in name
    } == modules - set(DRAWING)
