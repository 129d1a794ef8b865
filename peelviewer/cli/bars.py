# SPDX-License-Identifier: MIT
"""Progress on the terminal: one bar for each file that is being read, one for all of them."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple


class Bars(NamedTuple):
    """What is told of the progress: ``tell`` may be called from any thread."""

    tell: Callable[[Path, str, float], None]
    done: Callable[[Path], None]


@contextmanager
def bars(files: int) -> Iterator[Bars]:
    """Yield what to tell; bars are on stderr where that is a terminal, otherwise nowhere."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield Bars(lambda _path, _stage, _fraction: None, lambda _path: None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    with Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        # Results that go to the same terminal are written above the bars.
        redirect_stdout=sys.stdout is not None and sys.stdout.isatty(),
    ) as shown:
        whole = shown.add_task(f"{files} files", total=files, visible=files > 1)
        running: dict[Path, TaskID] = {}

        def tell(path: Path, stage: str, fraction: float) -> None:
            what = f"{path.name}: {stage}"
            if path not in running:
                running[path] = shown.add_task(what, total=1.0)
            shown.update(running[path], description=what, completed=min(fraction, 1.0))

        def done(path: Path) -> None:
            shown.advance(whole)
            if (bar := running.pop(path, None)) is not None:
                shown.update(bar, completed=1.0)
                shown.remove_task(bar)
                shown.refresh()  # else its last picture is drawn again below the file's result

        yield Bars(tell, done)
