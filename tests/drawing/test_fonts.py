import subprocess
import sys

import pytest

from peelviewer.drawing import fonts


@pytest.mark.usefixtures("qapp")
def test_the_shipped_families_are_registered():
    assert {"Inter", "Source Serif 4"} <= set(fonts.load_fonts())


def test_values_and_words_of_charts_need_no_qt():
    code = (
        "import sys; from peelviewer.charts import spec, table; "
        "sys.exit(any('PySide6' in name or 'pyqtgraph' in name for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_chart_is_saved_without_any_application_running(tmp_path):
    code = (
        "import sys; from pathlib import Path; from tests.builders import sample_report; "
        "from peelviewer.charts.spec import chart_of_figure; "
        "from peelviewer.drawing.save import Options, copy, save; "
        "chart = chart_of_figure(sample_report(), 1); "
        "save(chart, Path(sys.argv[1]), Options()); copy(chart, Options())"
    )
    path = tmp_path / "x.png"

    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], check=False, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert path.is_file()
