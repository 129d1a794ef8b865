# SPDX-License-Identifier: MIT
"""``peelviewer statistics``: national statistics into the library, and what is there."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from peelviewer.cli import commands as shared
from peelviewer.cli import output
from peelviewer.errors import PeelViewerError

if TYPE_CHECKING:
    from peelviewer.cli.bars import Bars
    from peelviewer.library import Library
    from peelviewer.statistics import ImportedStatistics

COMMANDS = ("statistics",)
SHOWN = 5
"""How many unknown rows or problems of a file are said one by one."""
_BECAME = {
    "added": "added as {}",
    "replaced": "took the place of its earlier copy, {}",
    "joined": "joined its earlier copy, {}",
    "unchanged": "all of it was there already, in {}",
}


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    common: argparse.ArgumentParser,
) -> None:
    """Declare the command."""
    parser = shared.add(
        commands,
        common,
        "statistics",
        _statistics,
        summary="national statistics of the 43 forces",
        description="Look after the national statistics in the library.\n\n"
        "import FILE ...  add statistics: the police force area tables of the Office for National\n"
        "                 Statistics, the Home Office's outcomes open data and workforce tables,\n"
        "                 or a tidy CSV. For each file it says what was taken, or why it was\n"
        "                 refused; the rest goes on.\n"
        "list             say which datasets are there; with --keys which measures they and the\n"
        "                 statistics that ship have, by key and unit, for chart --as\n"
        "remove ID ...    take datasets out",
        examples=[
            "peelviewer statistics import policeforceareatables.xlsx",
            "peelviewer statistics list",
            "peelviewer statistics list --json",
            "peelviewer statistics list --keys",
        ],
    )
    parser.add_argument("action", choices=("import", "list", "remove"), help="what to do")
    parser.add_argument(
        "names", nargs="*", metavar="FILE", help="the files to import, or the ids to remove"
    )
    parser.add_argument("--json", action="store_true", help="list: as JSON, for programs")
    parser.add_argument(
        "--keys", action="store_true", help="list: the measures of all statistics, by their keys"
    )
    parser.set_defaults(wrong_usage=parser.error)


def _statistics(options: argparse.Namespace) -> int:
    if options.action == "list" and options.names:
        options.wrong_usage("list takes no FILE")
    if options.action != "list" and not options.names:
        options.wrong_usage(
            f"{options.action} needs {'a FILE' if options.action == 'import' else 'an ID'}"
        )
    if options.action != "list" and options.json:
        options.wrong_usage("--json is for list only")
    if options.action != "list" and options.keys:
        options.wrong_usage("--keys is for list only")
    with shared.opened_library(options) as library:
        if options.action == "list" and options.keys:
            return _list_keys(library, as_json=options.json)
        if options.action == "list":
            return _list(library, as_json=options.json)
        library.require_writable()
        if options.action == "remove":
            return 1 if sum(not _remove(library, name) for name in options.names) else 0
        from peelviewer.cli.bars import bars

        with bars(len(options.names)) as shown:
            taken = [_import(library, Path(name).expanduser(), shown) for name in options.names]
        return 0 if all(taken) else 1


def _import(library: "Library", path: Path, shown: "Bars") -> bool:
    """Import one file and say what was taken; return whether that went well."""
    from peelviewer.cli.wording import count
    from peelviewer.statistics.fence import read_fenced

    try:
        found = read_fenced(path, lambda stage, fraction: shown.tell(path, stage, fraction))
        outcomes = library.statistics.keep(found.datasets, found.observations, path.name)
    except PeelViewerError as error:
        output.say(str(error))
        for line in error.details:
            output.say(f"{path.name}: {line}")
        return False
    finally:
        shown.done(path)
    for dataset in found.datasets:
        title = ", ".join(filter(None, (dataset.title, dataset.release)))
        outcome, stayed = outcomes[dataset.id]
        kept = f"; {count(stayed, 'value')} that the file does not hold stayed" if stayed else ""
        output.write(f"{path}: {title}; {_BECAME[outcome].format(dataset.id)}{kept}\n")
    _tell(path, found)
    return True


def _tell(path: Path, found: "ImportedStatistics") -> None:
    """Say what was taken, on stdout, and what was not recognised, on stderr."""
    from peelviewer.cli.wording import count

    measures, periods = len(found.measures), len(found.periods)
    output.write(
        f"  in all: {count(found.forces, 'force')}, {count(measures, 'measure')}, "
        f"{count(periods, 'period')}\n"
    )
    for one in found.taken:
        output.write(f"  {one.words}\n")
    for left in found.left_out:
        output.write(f"  not taken: {left.what} ({left.reason})\n")
    if found.set_apart:
        output.write(f"  not police forces: {', '.join(found.set_apart)}\n")
    if found.unknown:
        output.write(f"  measures under the source's own name: {', '.join(found.unknown)}\n")
    for name in found.unmatched:
        output.say(f"{path.name}: the row “{name}” is no area that is known, and was not taken.")
    for problem in found.problems[:SHOWN]:
        output.say(f"{path.name}: {problem.words}")
    if found.problem_count > SHOWN:
        output.say(f"{path.name}: and {found.problem_count - SHOWN:,} more of this kind.")


def _remove(library: "Library", name: str) -> bool:
    try:
        library.statistics.remove(name)
    except PeelViewerError as error:
        output.say(str(error))
        return False
    output.write(f"{name}: taken out\n")
    return True


def _list(library: "Library", *, as_json: bool) -> int:
    datasets = library.statistics.datasets()
    if as_json:
        rows = [
            {
                "id": one.dataset.id,
                "title": one.dataset.title,
                "source": one.dataset.source,
                "publisher": one.dataset.publisher,
                "release": one.dataset.release,
                "vintage": one.dataset.vintage,
                "licence": one.dataset.licence,
                "file": one.file,
                "forces": one.forces,
                "measures": one.measures,
                "values": one.values,
                "first": one.first.isoformat(),
                "last": one.last.isoformat(),
                "import_again": one.dataset.is_behind,
            }
            for one in datasets
        ]
        output.write_json(rows)
        return 0
    from peelviewer.cli.wording import count

    for one in datasets:
        title = ", ".join(filter(None, (one.dataset.title, one.dataset.release)))
        output.write(
            f"{one.dataset.id}: {title} – {count(one.forces, 'force')}, "
            f"{count(one.measures, 'measure')}, {count(one.values, 'value')}\n"
        )
    for one in datasets:
        if one.dataset.is_behind:
            output.say(
                f"{one.dataset.id} was imported by an earlier version, which took fewer of the "
                f"publisher's notes: import {one.file or 'its file'} again."
            )
    if not datasets:
        output.say("No statistics were imported yet; those that ship with the program are there.")
    return 0


def _list_keys(library: "Library", *, as_json: bool) -> int:
    """Print every measure of all statistics at hand, in each of its units."""
    from peelviewer.comparing.holdings import holdings_of
    from peelviewer.comparing.period_choices import span_words

    held = holdings_of(library, library.statistics.observations).series
    if as_json:
        rows = [
            {
                "measure": one.measure,
                "unit": one.unit,
                "label": one.label,
                "group": one.group,
                "period_kind": one.periods[0].kind,
                "periods": [period.end.isoformat() for period in one.periods],
            }
            for one in held
        ]
        output.write_json(rows)
        return 0
    for one in held:
        output.write(f"{one.measure} ({one.unit}): {one.label}, {span_words(one.periods)}\n")
    return 0
