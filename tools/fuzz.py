# SPDX-License-Identifier: MIT
"""Read thousands of broken files: each must be refused in one sentence, or read whole.

    python -m tools.fuzz [--cases N] [--from N]      # default: 20,000 cases from 0
    python -m tools.fuzz --case N                    # one case, with its traceback

Every twentieth case is a PDF, read behind the fence; the rest are texts, read in this process, each
within its time. A case is made from its number alone. The files of cases that fail are kept in
``build/fuzz/``. The exit code is 1 if any failed.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from peelviewer.fence import outside
from peelviewer.model.report import Report
from peelviewer.reading import fence
from tests.reading import hostile

KEPT = Path("build") / "fuzz"


def main(arguments: list[str] | None = None) -> int:
    """Run the cases and return the exit code."""
    parser = argparse.ArgumentParser(description="Read thousands of broken files.")
    parser.add_argument("--cases", type=int, default=20_000, help="how many (default: 20,000)")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first one's number")
    parser.add_argument("--case", type=int, help="only this one, with its traceback")
    options = parser.parse_args(arguments)
    if options.case is not None:
        KEPT.mkdir(parents=True, exist_ok=True)
        path = hostile.write_case(options.case, KEPT)
        report = hostile.check(path)
        print(f"{path}: {'refused' if report is None else report.id}")
        return 0
    numbers = range(options.first, options.first + options.cases)
    return 1 if _run(numbers) else 0


def _run(numbers: range) -> int:
    """Run the cases and return how many failed."""
    begun = time.monotonic()
    done = read = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, report, error in _outcomes(numbers, Path(folder)):
            done += 1
            read += report is not None
            if error is not None:
                failed += 1
                KEPT.mkdir(parents=True, exist_ok=True)
                kept = hostile.write_case(number, KEPT)
                print(f"case {number} ({kept}): {error!r:.500}", flush=True)
            if done % 1000 == 0 or done == len(numbers):
                seconds = time.monotonic() - begun
                print(
                    f"{done:,} of {len(numbers):,} cases, {read:,} read, {failed:,} failed, "
                    f"{seconds:.0f} s",
                    flush=True,
                )
    return failed


def _outcomes(
    numbers: range, folder: Path
) -> Iterator[tuple[int, Report | None, Exception | None]]:
    """Yield each case's number, its report if it was read, and its error if it failed."""
    for number in numbers:
        if number % hostile.PDF_EVERY:
            path = hostile.write_case(number, folder)
            try:
                yield number, hostile.check(path), None
            except Exception as error:
                yield number, None, error
            path.unlink()
    pdfs = (n for n in numbers if n % hostile.PDF_EVERY == 0)
    paths = (hostile.write_case(number, folder) for number in pdfs)
    limits = outside.Limits(seconds=hostile.SECONDS * 3)
    for path, report, refusal in fence.read_many(paths, limits=limits):
        number = int(path.stem.removeprefix("case"))
        path.unlink()
        yield number, report, _fault(path, report, refusal)


def _fault(path: Path, report: Report | None, refusal: Exception | None) -> Exception | None:
    """Return what is wrong with what came from behind the fence; a crash in there is contained."""
    try:
        if report is not None:
            hostile.check_report(report)
        elif refusal is not None:
            hostile.check_refusal(path, refusal)
            if any(
                words in str(refusal) for words in ("mistake in PEEL Viewer", " seconds, which")
            ):
                return refusal
    except AssertionError as error:
        return error
    return None


if __name__ == "__main__":
    sys.exit(main())
