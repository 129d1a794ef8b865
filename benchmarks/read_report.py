# SPDX-License-Identifier: MIT
"""How long reading a report takes, and how much memory.

    python benchmarks/read_report.py REPORT [--runs N]

reads the file N times in one process and prints the median and the fastest time, the words it
read a second, what was found, and the highest memory of the process.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

from peelviewer import reading
from peelviewer.errors import PeelViewerError
from peelviewer.model import codec


def main() -> None:
    """Time the reading of one file."""
    parser = argparse.ArgumentParser(description="Time to read a report.")
    parser.add_argument("report", type=Path)
    parser.add_argument("--runs", type=int, default=7, help="times to read it (default: 7)")
    options = parser.parse_args()
    times = []
    for _ in range(options.runs):
        start = time.perf_counter()
        try:
            report = reading.read(options.report)
        except PeelViewerError as error:
            raise SystemExit(str(error)) from error
        times.append(time.perf_counter() - start)
    start = time.perf_counter()
    size = len(codec.encode(report))
    encoding = time.perf_counter() - start
    words = report.audit.words if report.audit else 0
    median = statistics.median(times)
    print(f"median {median:.3f} s, fastest {min(times):.3f} s, first {times[0]:.3f} s")
    print(f"{words} words ({words / median:,.0f} a second)")
    print(f"{len(report.sections)} sections, {len(report.measures)} measures")
    print(f"JSON {size / 1024:.0f} KiB in {encoding * 1000:.1f} ms")
    if memory := highest_memory():
        print(f"highest memory {memory:.0f} MiB")


def highest_memory() -> float | None:
    """Return the process's highest resident memory in MiB; ``None`` where it cannot be told."""
    if sys.platform == "win32":
        return None
    import resource

    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return highest / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
