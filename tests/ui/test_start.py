"""The start path: what must not be loaded before the window stands on the screen."""

import subprocess
import sys

from peelviewer.app import snapshot
from peelviewer.library import Library
from tests.builders import sample_report

_FIRST_PAINT = """
import enum
import sys
from pathlib import Path
from peelviewer import app
from peelviewer.library import Library
from peelviewer.ui import main_window

def complete(window):
    # Its names are many, and what makes PySide look at them is easily written: a pen of a colour.
    kinds = [kind.__qualname__ for kind in enum.Flag.__subclasses__() + enum.Enum.__subclasses__()]
    print("QT", [name for name in kinds if name.startswith("Qt.")])
    unwanted = ("pyqtgraph", "numpy", "pandas", "platformdirs", "pypdfium2", "tomllib",
                "peelviewer.charts.spec", "peelviewer.statistics", "peelviewer.reading",
        "peelviewer.reading.fence", "peelviewer.ui.review.dialog",
        "peelviewer.ui.original.pane", "peelviewer.ui.original.page_view",
        "peelviewer.ui.audit.dialog")
    heavy = [name for name in unwanted if name in sys.modules]
    print("HEAVY", heavy)
    window.close()

main_window.MainWindow.complete = complete
sys.exit(app.run_window(Path(sys.argv[1]), []))
"""


def test_nothing_that_draws_or_tabulates_is_loaded_before_the_first_paint(tmp_path):
    with Library.open(tmp_path / "library") as library:
        library.keep(sample_report())
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_PAINT, str(tmp_path / "library")],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "HEAVY []" in done.stdout
    assert "QT []" in done.stdout


def test_pictures_show_both_themes_and_sizes(qapp, tmp_path):
    with Library.open(tmp_path / "library") as library:
        library.keep(sample_report())
    paths = snapshot(tmp_path / "library", tmp_path / "pictures")
    assert [path.name for path in paths] == [
        "read-light-1280x800.png",
        "read-light-1920x1080.png",
        "compare-light-1280x800.png",
        "compare-light-1920x1080.png",
        "read-dark-1280x800.png",
        "read-dark-1920x1080.png",
        "compare-dark-1280x800.png",
        "compare-dark-1920x1080.png",
    ]
    assert all(path.stat().st_size > 20_000 for path in paths)
