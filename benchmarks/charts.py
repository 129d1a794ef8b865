# SPDX-License-Identifier: MIT
"""How long a chart of 43 bars takes: on the screen against a frame, and saved against matplotlib.

The screen: a shown view is given one measure after another; each time the layout is made anew and
everything is painted. A frame of 60 Hz is 16.7 ms. The file: the same bars, labels, values, titles
and notes as PNG of the same pixel size, by the program and by matplotlib in turn, in one process.

    python -m pip install --target build/matplotlib matplotlib
    PYTHONPATH=build/matplotlib python benchmarks/charts.py [--rounds N]

matplotlib is needed for this comparison only and is no dependency of the program; without it the
screen is measured alone.
"""

import argparse
import importlib
import io
import os
import statistics
import struct
import sys
import textwrap
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from peelviewer.charts.spec import ranked_chart, shipped_choices, tile_chart
from peelviewer.charts.values import Chart
from peelviewer.drawing import save
from peelviewer.drawing.fonts import ensure_application
from peelviewer.drawing.plot import ChartView

FRAME = 1000 / 60
OWN = "leicestershire"
WIDTH = 720


def charts() -> list[Chart]:
    """Return ranked bars of all forces on the shipped rates, each at its latest period."""
    return [
        ranked_chart(data, data.periods[-1], own=OWN)
        for data in shipped_choices()
        if data.unit.startswith("per_") and data.periods
    ][:8]


class Time(NamedTuple):
    """How long one call took, in milliseconds: by the clock, and of the processor."""

    wall: float
    cpu: float


def timed(what: Callable[..., object], *arguments: object) -> Time:
    """Return how long one call takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    what(*arguments)
    return Time((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000)


def told(name: str, times: Sequence[Time], note: str = "") -> None:
    """Print the medians, and within what 95 in 100 calls were done."""
    ordered = sorted(one.wall for one in times)
    late = ordered[min(len(ordered) - 1, round(len(ordered) * 0.95))]
    wall = statistics.median(ordered)
    cpu = statistics.median(one.cpu for one in times)
    print(
        f"{name:<38} median {wall:7.1f} ms (processor {cpu:6.1f})   "
        f"95 in 100 within {late:7.1f} ms{note}"
    )


def on_screen(made: Sequence[Chart], rounds: int) -> None:
    """Measure a switch of the measure: layout, painting, and the picture on the widget."""
    view = ChartView()
    view.resize(WIDTH, 1200)
    view.show()
    for chart in made:
        view.set_chart(chart)
        view.repaint()
    QApplication.processEvents()

    def switched(chart: Chart) -> None:
        view.set_chart(chart)
        view.repaint()

    times = [timed(switched, chart) for _ in range(rounds) for chart in made]
    told("switching a chart of 43 bars", times, f"   (a frame is {FRAME:.1f})")
    data = next(one for one in shipped_choices() if one.unit == "per_1000_population")
    period = data.periods[-1]

    def valued() -> Chart:
        return ranked_chart(data, period, own=OWN)

    values = [timed(valued) for _ in range(rounds * len(made))]
    told("making the chart's value (ranks, words)", values)
    tiles = [tile_chart(data, one, own=OWN) for one in data.periods[-4:]]
    times = [timed(switched, chart) for _ in range(rounds) for chart in tiles]
    told("switching a tile map", times, f"   (a frame is {FRAME:.1f})")


def by_matplotlib(chart: Chart, size: tuple[int, int]) -> bytes:
    """Draw the same bars, words and lines with matplotlib, as one would by hand."""
    dpi = 96
    make = importlib.import_module("matplotlib.figure").Figure
    figure = make(figsize=(size[0] / dpi, size[1] / dpi), dpi=dpi)
    importlib.import_module("matplotlib.backends.backend_agg").FigureCanvasAgg(figure)
    axes = figure.add_axes((0.28, 0.3, 0.66, 0.58))
    rows = [row for row in chart.rows if row.kind == "values"]
    values = [row.values[0].value or 0.0 for row in rows]
    colours = ["#12436d" if row.standout == "own" else "#bfbfbf" for row in rows]
    axes.barh(range(len(rows)), values, color=colours, edgecolor="#7d7d7d", height=0.65)
    axes.set_yticks(range(len(rows)), [row.label for row in rows], fontsize=8)
    axes.invert_yaxis()
    axes.set_xticks([])
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    for place, row in enumerate(rows):
        axes.text(values[place], place, f" {row.values[0].printed}", va="center", fontsize=8)
    national = next((row for row in chart.rows if row.kind == "national"), None)
    if national is not None:
        axes.axvline(national.values[0].value or 0.0, color="#f46a25", linestyle="--")
    figure.text(0.03, 0.96, textwrap.fill(chart.headline, 60), fontsize=14, weight="bold", va="top")
    figure.text(0.03, 0.92, textwrap.fill(chart.title, 90), fontsize=10, va="top")
    said = (chart.source, *chart.notes, *(caveat.words for caveat in chart.caveats))
    words = "\n".join(textwrap.fill(text, 110) for text in said)
    figure.text(0.03, 0.26, words, fontsize=8, va="top")
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=dpi)
    return out.getvalue()


def png_size(data: bytes) -> tuple[int, int]:
    """Return width and height of a PNG."""
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def in_files(made: Sequence[Chart], rounds: int) -> None:
    """Measure PNGs by the program and by matplotlib in turn, at the same pixel size."""
    try:
        matplotlib = importlib.import_module("matplotlib")
    except ImportError:
        print("matplotlib is not there: saving is not compared (see the head of this file)")
        return
    options = save.Options(width=WIDTH)
    ours, theirs, ratios = [], [], []
    for chart in made:
        size = png_size(save.to_png(chart, options))
        assert png_size(by_matplotlib(chart, size)) == size  # noqa: S101 - a fair comparison
        for _ in range(rounds):
            one = timed(save.to_png, chart, options)
            other = timed(by_matplotlib, chart, size)
            ours.append(one)
            theirs.append(other)
            ratios.append(other.wall / one.wall)
    told("a PNG of 43 bars by PEEL Viewer", ours)
    told(f"the same by matplotlib {matplotlib.__version__}", theirs)
    print(f"{'ratio, median of the pairs':<38} median {statistics.median(ratios):7.1f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=10)
    rounds = parser.parse_args().rounds
    ensure_application()
    made = charts()
    on_screen(made, rounds)
    in_files(made, rounds)


if __name__ == "__main__":
    main()
