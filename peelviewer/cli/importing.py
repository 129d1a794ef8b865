# SPDX-License-Identifier: MIT
"""``peelviewer import``: files and folders into the library, with a look before they are kept."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from peelviewer.cli import commands as shared
from peelviewer.cli import output
from peelviewer.errors import PeelViewerError

if TYPE_CHECKING:
    from peelviewer.library import Library
    from peelviewer.model.report import Report

COMMANDS = ("import",)
SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".txt", ".text", ".pdf", ".json"})
"""What is looked at inside a folder; a file that is named is tried whatever its name."""

OUTCOMES = {
    "added": "added as {}",
    "upgraded": "full text and digest of {} are together now",
    "replaced": "took the place of what was there as {}",
    "unchanged": "was there already as {}",
}
Progress = Callable[[str, float], None]


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    common: argparse.ArgumentParser,
) -> None:
    """Declare the command."""
    parser = shared.add(
        commands,
        common,
        "import",
        _import,
        summary="bring reports into the library",
        description="Read reports and keep them in the library, with a copy of each file.\n"
        "For each file it says what was recognised, or why it was refused; the rest goes on.\n\n"
        "On a terminal it asks before anything is kept; --yes keeps without asking. Where there\n"
        "is no terminal to ask on and no --yes, it shows what it recognises and keeps nothing.",
        examples=[
            "peelviewer import report.md",
            "peelviewer import ~/Downloads/reports --yes",
        ],
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file, or a folder whose files are all tried"
    )
    parser.add_argument("--yes", action="store_true", help="keep without asking")


def _import(options: argparse.Namespace) -> int:
    files, missing = _files(options.paths)
    for sentence in missing:
        output.say(sentence)
    failures = len(missing)
    with shared.opened_library(options) as library:
        library.require_writable()
        read: list[tuple[Path, Report]] = []
        with _progress(len(files)) as progress:
            for number, file in enumerate(files):
                try:
                    report = shared.read(file, _part_of(progress, file, number))
                    if options.yes:
                        _keep(library, file, report)
                    else:
                        _tell(file, report)
                        read.append((file, report))
                except PeelViewerError as error:
                    failures += 1
                    output.say(str(error))
        if read:
            failures += _keep_if_wanted(library, read)
    return 1 if failures else 0


def _files(paths: Sequence[str]) -> tuple[list[Path], list[str]]:
    """Return the files to read, each once, and a sentence for each path that has none."""
    files: dict[Path, Path] = {}
    missing: list[str] = []
    for name in paths:
        path = Path(name).expanduser()
        if path.is_dir():
            inside = sorted(_inside(path))
            if not inside:
                missing.append(f"There is no report in the folder {path}.")
        elif path.exists():
            inside = [path]
        else:
            inside = []
            missing.append(f"There is no file or folder {path}.")
        for file in inside:
            files.setdefault(file.resolve(), file)
    return list(files.values()), missing


def _inside(folder: Path) -> Iterator[Path]:
    """Yield the files below ``folder`` that could be reports; hidden ones are passed over."""
    for path in folder.rglob("*"):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and not is_hidden and path.is_file():
            yield path


def _tell(file: Path, report: "Report") -> None:
    from peelviewer.cli.wording import recognised

    output.write(f"{file}: {recognised(report)}\n")


def _keep(library: "Library", file: Path, report: "Report") -> None:
    from peelviewer.cli.wording import recognised

    kept = library.keep(report, file)
    became = OUTCOMES[kept.outcome].format(report.id)
    output.write(f"{file}: {recognised(report)}; {became}\n")


def _keep_if_wanted(library: "Library", read: "list[tuple[Path, Report]]") -> int:
    """Ask, keep, and return the number of failures; not to keep what was read counts as one."""
    from peelviewer.cli.wording import count

    if not (sys.stdin is not None and sys.stdin.isatty()):
        output.say("Nothing was kept: there is no terminal to ask on, add --yes to keep.")
        return 1
    output.flush()
    sys.stderr.write(f"Keep {count(len(read), 'report')} in {library.folder}? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        output.say("Nothing was kept.")
        return 1
    failures = 0
    for file, report in read:
        try:
            kept = library.keep(report, file)
            output.write(f"{file}: {OUTCOMES[kept.outcome].format(report.id)}\n")
        except PeelViewerError as error:
            failures += 1
            output.say(str(error))
    return failures


def _part_of(progress: Progress, file: Path, number: int) -> Progress:
    """Return the progress of one file as a part of the progress of all."""

    def told(stage: str, fraction: float) -> None:
        progress(f"{file.name}: {stage}", number + fraction)

    told("reading", 0.0)
    return told


@contextmanager
def _progress(files: int) -> Iterator[Progress]:
    """Yield what is told of the progress; a bar on stderr where that is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _stage, _done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    with Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        # Results that go to the same terminal are written above the bar.
        redirect_stdout=sys.stdout is not None and sys.stdout.isatty(),
    ) as bar:
        task = bar.add_task("", total=files)
        yield lambda stage, done: bar.update(task, description=stage, completed=done)
        bar.update(task, completed=files)
