# SPDX-License-Identifier: MIT
"""What reading behind the fence costs, and what a text of 50 MB does.

    python benchmarks/fence.py REPORT [--runs N] [--large]

measures in turn, N times each: a child that does nothing, ``multiprocessing``'s spawn that does as
much, the report read in this process, and the report read behind the fence; it prints the medians.
``--large`` then reads long texts, behind the fence: the report over and over, as long as a text may
be and longer, and texts that are no report; it prints the seconds and what came of it.
"""

import argparse
import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from peelviewer.errors import ReadingError
from peelviewer.fence import outside
from peelviewer.reading import fence, read

LARGE = 50_000_000
MOST = 9_000_000


def import_the_reader() -> None:
    """Do in a spawned process what a child behind the fence does before it begins."""
    import peelviewer.reading  # noqa: F401 - importing is the work


def spawn() -> None:
    """Start a process as ``multiprocessing`` does, and wait for it."""
    process = multiprocessing.get_context("spawn").Process(target=import_the_reader)
    process.start()
    process.join()


def seconds(work: Callable[[], object]) -> float:
    """Return how long the work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def large(report: Path) -> None:
    """Read long texts and print what came of it."""
    text = report.read_text(encoding="utf-8")
    texts = {
        "50 MB, the report over and over": text * (LARGE // len(text.encode())),
        "9 MB, the report over and over": text * (MOST // len(text.encode())),
        "9 MB, one line": "word " * (MOST // 5),
        "9 MB, headings only": "# x\n" * (MOST // 4),
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, contents in texts.items():
            path = Path(folder) / "large.md"
            path.write_text(contents, encoding="utf-8")
            begun = time.perf_counter()
            try:
                found = f"read: {len(fence.read_fenced(path).sections):,} sections"
            except ReadingError as error:
                found = str(error).replace(str(path), "refused: it")
            print(f"{name}: {time.perf_counter() - begun:.1f} s, {found}")


def main() -> None:
    """Measure in turn, so that a machine that slows down slows all."""
    parser = argparse.ArgumentParser(description="What the fence costs.")
    parser.add_argument("report", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--large", action="store_true", help="long texts as well")
    options = parser.parse_args()
    works: dict[str, Callable[[], object]] = {
        "child that does nothing": lambda: outside.call(
            outside.Job("builtins:bytes", (), options.report, fence.REPORT)
        ),
        "multiprocessing's spawn": spawn,
        "report, in this process": lambda: read(options.report),
        "report, behind the fence": lambda: fence.read_fenced(options.report),
    }
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(options.runs):
        for name, work in works.items():
            taken[name].append(seconds(work))
    for name, times in taken.items():
        print(f"{name:26} {statistics.median(times):.3f} s (least {min(times):.3f} s)")
    if options.large:
        large(options.report)


if __name__ == "__main__":
    main()
