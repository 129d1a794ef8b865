# SPDX-License-Identifier: MIT
"""Reports that were read: said, compared with what is there, asked about, kept."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from peelviewer.cli import output
from peelviewer.errors import PeelViewerError

if TYPE_CHECKING:
    from peelviewer.library import Library
    from peelviewer.model.corrections import Corrections
    from peelviewer.model.report import Report
    from peelviewer.reading.fence import Outcome

OUTCOMES = {
    "added": "added as {}",
    "upgraded": "full text and digest of {} are together now",
    "replaced": "took the place of what was there as {}",
    "unchanged": "was there already as {}",
}


class Read(NamedTuple):
    """A report that was read and is to be kept, as JSON: many of them may wait for an answer."""

    file: Path
    data: bytes
    corrections: "Corrections | None"

    def report(self) -> "Report":
        """Return the report itself."""
        from peelviewer.model import codec

        return codec.decode(self.data, str(self.file))


def recognised(library: "Library", outcome: "Outcome") -> Read:
    """Return what was read, with the user's earlier corrections in it.

    Raises:
        PeelViewerError: the file was refused.
    """
    if outcome.report is None:
        raise outcome.error or PeelViewerError(f"{outcome.path} has no report.")
    from peelviewer.model import codec

    report, corrections = outcome.report, library.corrections(outcome.path, outcome.report.id)
    if corrections is not None:
        from peelviewer.reading import correcting

        lost = correcting.passed_over(report, corrections)
        if lost:
            output.say(
                f"{outcome.path}: corrections of yours have no place in it and are left out: "
                f"{', '.join(lost)}."
            )
        corrections = correcting.fitted(report, corrections)
        report = correcting.apply(report, corrections)
    return Read(outcome.path, codec.encode(report), corrections)


def told(read: Read) -> str:
    """Return what was recognised in which file."""
    from peelviewer.cli import wording

    corrected = "" if read.corrections is None else "; with your corrections"
    return f"{read.file}: {wording.recognised(read.report())}{corrected}"


def to_be_changed(library: "Library", read: Read) -> str:
    """Return what would be different in the library, where an earlier copy would give way."""
    from peelviewer.cli.wording import changed

    report = read.report()
    former = _former(library, report)
    return "" if former is None else f"; {report.id} is there already, {changed(former, report)}"


def keep(library: "Library", read: Read) -> str:
    """Keep the report and return what became of it."""
    from peelviewer.cli.wording import changed

    report = read.report()
    former = _former(library, report)
    kept = library.keep(report, read.file, read.corrections)
    became = OUTCOMES[kept.outcome].format(report.id)
    if former is None or kept.outcome != "replaced":
        return became
    return f"{became}: {changed(former, report)}"


def _former(library: "Library", report: "Report") -> "Report | None":
    """Return the report that would give way: the same edition of it in the library."""
    from peelviewer.errors import LibraryError, UnknownReportError

    try:
        if report.edition == "digest":
            return library.digest(report.id)
        known = library.report(report.id)
    except (UnknownReportError, LibraryError):  # a damaged one gives way without a word
        return None
    return known if known.edition == "full" else None


def keep_if_wanted(library: "Library", waiting: Sequence[Read]) -> int:
    """Ask, keep, and return the number of failures; not to keep what was read counts as one."""
    if not (sys.stdin is not None and sys.stdin.isatty()):
        output.say("Nothing was kept: there is no terminal to ask on, add --yes to keep.")
        return 1
    output.flush()
    failures = kept = 0
    for read in _wanted(library, waiting):
        try:
            became = keep(library, read)
            kept += 1
            output.write(f"{read.file}: {became}\n")
        except PeelViewerError as error:
            failures += 1
            output.say(str(error))
    if not kept and not failures:
        output.say("Nothing was kept.")
    return failures + (kept + failures < len(waiting))


def _wanted(library: "Library", waiting: Sequence[Read]) -> Iterator[Read]:
    """Ask, and yield what is to be kept: new reports together, then other copies one by one.

    Two files may be copies of one report: the first is the new one, the second its other copy.
    """
    from peelviewer.cli.wording import count

    fresh: dict[tuple[str, str], Read] = {}
    copies: list[Read] = []
    for read in waiting:
        report = read.report()
        same = (report.id, report.edition)
        if same in fresh or _former(library, report) is not None:
            copies.append(read)
        else:
            fresh[same] = read
    if fresh and _is_yes(f"Keep {count(len(fresh), 'report')} in {library.folder}?"):
        yield from fresh.values()
    for read in copies:
        report = read.report()
        is_there = _former(library, report) is not None  # its first copy may not have been wanted
        if is_there and _is_yes(f"Replace {report.id} by {read.file}?"):
            yield read


def _is_yes(question: str) -> bool:
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
