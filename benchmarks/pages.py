# SPDX-License-Identifier: MIT
"""How the time to read a PDF grows with its pages.

    python benchmarks/pages.py REPORT [--times 1 4 18] [--runs N]

typesets the report once, four times and eighteen times over as one long report (with the press of
the tests, so it runs in a checkout only), reads each N times in one process, and prints the
fastest time of the clock and of the processor, by the page, beside the clock's for
``pdftotext -bbox-layout`` where that is installed.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
import pypdfium2

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from peelviewer import reading
from peelviewer.model.report import Block, Report, Section
from tests.reading.pdf.press import typeset


def main() -> None:
    """Time the reading of ever longer reports."""
    parser = argparse.ArgumentParser(description="Time to read a PDF, by its pages.")
    parser.add_argument("report", type=Path)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 4, 18])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    report = reading.read(options.report)
    with tempfile.TemporaryDirectory() as folder:
        for times in options.times:
            path = typeset(over(report, times), Path(folder) / f"{times}.pdf")
            document = pypdfium2.PdfDocument(path)
            pages = len(document)
            document.close()
            clock, processor = fastest(partial(reading.read, path), options.runs)
            line = (
                f"{pages:5} pages: {clock:6.2f} s, processor {processor:6.2f} s, "
                f"{1000 * processor / pages:5.1f} ms a page"
            )
            if tool := shutil.which("pdftotext"):
                command = [tool, "-bbox-layout", str(path), "/dev/null"]
                other, _ = fastest(partial(subprocess.run, command, check=True), options.runs)
                line += f"; pdftotext {other:.2f} s"
            print(line, flush=True)


def over(report: Report, times: int) -> Report:
    """Return a report that has the chapters of ``report`` so many times, and as many notes."""
    highest = max((note.number for note in report.footnotes), default=0)
    sections = [report.sections[0]]
    notes = []
    for volume in range(times):
        by = volume * highest
        sections += [_section(section, volume, by) for section in report.sections[1:]]
        notes += [
            msgspec.structs.replace(note, number=note.number + by) for note in report.footnotes
        ]
    return msgspec.structs.replace(report, sections=tuple(sections), footnotes=tuple(notes))


def _section(section: Section, volume: int, by: int) -> Section:
    if not volume:
        return section
    return msgspec.structs.replace(
        section,
        id=f"{section.id}-{volume}",
        title=f"{section.title} (volume {volume + 1})",
        footnotes=tuple(number + by for number in section.footnotes),
        blocks=tuple(_block(block, by) for block in section.blocks),
    )


def _block(block: Block, by: int) -> Block:
    marks = tuple(
        msgspec.structs.replace(mark, target=str(int(mark.target or 0) + by))
        if mark.kind == "footnote"
        else mark
        for mark in block.marks
    )
    return msgspec.structs.replace(block, marks=marks)


def fastest(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """Return the fastest time of the clock and of this process's processor, in seconds."""
    clock, processor = [], []
    for _ in range(runs):
        start, used = time.perf_counter(), time.process_time()
        work()
        clock.append(time.perf_counter() - start)
        processor.append(time.process_time() - used)
    return min(clock), min(processor)


if __name__ == "__main__":
    main()
