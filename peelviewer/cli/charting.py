# SPDX-License-Identifier: MIT
"""``peelviewer chart``: charts as files, without a screen."""

import argparse
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from peelviewer.cli import commands as shared
from peelviewer.cli import comparing, output
from peelviewer.cli.near import meant
from peelviewer.errors import ChartError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peelviewer.charts.spec import Chart
    from peelviewer.drawing.save import Format
    from peelviewer.model.measure import Measure
    from peelviewer.model.report import Report

COMMANDS = ("chart",)
FORMATS: "dict[str, Format]" = {"png": "png", "svg": "svg", "pdf": "pdf"}
"""The format that each ending of a file name stands for."""
WORKBOOK = "xlsx"
WIDTHS = range(280, 4001)
PIXELS = {"px": 1.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""Logical pixels in a unit of length: charts are composed at 96 to the inch."""


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    common: argparse.ArgumentParser,
) -> None:
    """Declare the command."""
    chart = shared.add(
        commands,
        common,
        "chart",
        _chart,
        summary="charts as PNG, SVG, PDF or an Excel workbook",
        description="Save charts of a report with title, source and caveats, on white.\n"
        "A measure that the report gives for several periods is charted for the latest one;\n"
        "KEY@DATE picks the period that ends on DATE. Several --measure are set side by side.\n"
        "--as shows one measure in all forces, from national statistics. A comparison that the\n"
        "inspectorate rules out is refused, with the reason and the page.\n"
        "A workbook (xlsx) holds a sheet for each chart, with its data, notes and Excel's own\n"
        "chart; --all writes one workbook of all.",
        examples=[
            "peelviewer chart leicestershire-effectiveness-2016 --figure 4 -o outcomes.svg",
            "peelviewer chart report.md --measure asb_incidents@2016-03-31 -o asb.png --scale 2",
            "peelviewer chart report.md --measure asb_incidents --as trend -o trend.pdf",
            "peelviewer chart report.md --all -o charts --format pdf --width 160mm",
            "peelviewer chart report.md --all -o charts.xlsx",
        ],
    )
    shared.add_report(chart)
    _add_which(chart)
    _add_file(chart)
    _add_comparison(chart)
    chart.set_defaults(wrong_usage=chart.error)


def _add_which(chart: argparse.ArgumentParser) -> None:
    """Add the options for what is charted."""
    which = chart.add_mutually_exclusive_group(required=True)
    which.add_argument("--figure", type=int, metavar="N", help="the figure with that number")
    which.add_argument(
        "--measure",
        metavar="KEY",
        action="append",
        help="a measure, by its key; several of them stand side by side",
    )
    which.add_argument(
        "--all", action="store_true", help="every chart, into the folder PATH or one workbook"
    )


def _add_file(chart: argparse.ArgumentParser) -> None:
    """Add the options for where the charts go, and how large they are."""
    chart.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        required=True,
        help="the file to write, or a folder, where the chart gets a name by itself",
    )
    chart.add_argument(
        "--format",
        choices=(*FORMATS, WORKBOOK),
        help="default: by the ending of PATH; png where it has none",
    )
    chart.add_argument(
        "--width",
        type=_width,
        metavar="WIDTH",
        default=720,
        help=f"width in pixels before scaling, {WIDTHS[0]} to {WIDTHS[-1]} (default 720), or on "
        "paper: 160mm, 16cm, 6.3in",
    )
    chart.add_argument(
        "--scale",
        type=int,
        choices=(1, 2, 3),
        metavar="N",
        default=1,
        help="pixels of a PNG for each of those: 1, 2 or 3 (default 1)",
    )


def _add_comparison(chart: argparse.ArgumentParser) -> None:
    """Add the options of ``--as``."""
    chart.add_argument(
        "--as",
        dest="shown_as",
        choices=tuple(comparing.WAYS),
        help="one --measure in all forces, from the statistics at hand",
    )
    chart.add_argument(
        "--forces",
        metavar="LIST",
        default="",
        help='with --as: some forces only, by ids or names apart by commas, or "region", or '
        '"similar" where a table of the most similar forces was imported',
    )
    chart.add_argument(
        "--unit",
        metavar="UNIT",
        default="",
        help="with --as: count, per_1000_population, … where there are several",
    )
    chart.add_argument(
        "--since",
        metavar="DATE",
        default="",
        help="with --as change: the end of the earlier period",
    )


def _width(text: str) -> int:
    """Return a width in logical pixels, of which 96 are an inch."""
    match = re.fullmatch(
        r"(\d{1,6}(?:\.\d{1,4})?)\s*(px|mm|cm|in)?", text.strip().lower(), re.ASCII
    )
    pixels = round(float(match[1]) * PIXELS[match[2] or "px"]) if match else 0
    if pixels not in WIDTHS or (match and not match[2] and "." in match[1]):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a number of pixels from {WIDTHS[0]} to {WIDTHS[-1]}, nor as much in "
            "mm, cm or in"
        )
    return pixels


def _chart(options: argparse.Namespace) -> int:
    _check_ways(options)
    path = Path(options.output).expanduser()
    if options.format == WORKBOOK or (
        options.format is None and path.suffix.lower() == f".{WORKBOOK}" and not path.is_dir()
    ):
        return _workbook(options, path)
    into_folder = options.all or path.is_dir()
    form: Format = options.format or ("png" if into_folder else _form_by_name(path))
    if into_folder:
        output.checked_folder(path)
    else:
        output.checked(path)
    report = shared.report_of(options)
    charts = _charts(options, report)
    from peelviewer.charts import file_names

    save = _saver(options, form)
    for chart, stem in zip(charts, file_names.stems(charts), strict=True):
        target = path / f"{stem}.{form}" if into_folder else path
        save(chart, target)
        output.write(f"{target}\n")
    return 0


def _check_ways(options: argparse.Namespace) -> None:
    """Refuse options that do not go together, as wrong usage."""
    if options.shown_as and len(options.measure or ()) != 1:
        options.wrong_usage("--as goes with one --measure")
    if options.forces and not options.shown_as:
        options.wrong_usage("--forces goes with --as")
    if options.unit and not options.shown_as:
        options.wrong_usage("--unit goes with --as")
    if options.since and options.shown_as != "change":
        options.wrong_usage("--since goes with --as change")


def _workbook(options: argparse.Namespace, path: Path) -> int:
    """Write one workbook with a sheet for each chart, by its own name into a folder."""
    into_folder = path.is_dir() or (options.all and path.suffix.lower() != f".{WORKBOOK}")
    if into_folder:
        output.checked_folder(path)
    else:
        output.checked(path)
    report = shared.report_of(options)
    charts = _charts(options, report)
    from peelviewer.charts import workbook

    stem = f"{report.id}-charts" if options.all else charts[0].stem
    target = path / f"{re.sub(r'[^a-zA-Z0-9_.-]+', '-', stem)}.{WORKBOOK}" if into_folder else path
    workbook.save_workbook(charts, target, f"{report.title} – {report.force.name}")
    output.write(f"{target}\n")
    return 0


def _charts(options: argparse.Namespace, report: "Report") -> "tuple[Chart, ...]":
    from peelviewer.charts import spec

    if options.all:
        return spec.all_charts_of(report)
    if options.figure is not None:
        return (spec.chart_of_figure(report, options.figure),)
    if options.shown_as:
        return (comparing.chart_of(options, report),)
    indices = tuple(_index_of_measure(report, name) for name in options.measure)
    if len(indices) > 1:
        return (spec.side_by_side(report, indices),)
    return (spec.chart_of_measure(report, *indices),)


def _index_of_measure(report: "Report", name: str) -> int:
    """Return which of the report's measures ``KEY`` or ``KEY@DATE`` means.

    Raises:
        ChartError: none; the sentence names keys or dates that there are.
    """
    key, _, date = name.partition("@")
    ends = {
        index: measure.period.end.isoformat()
        for index, measure in enumerate(report.measures)
        if measure.key == key
    }
    if not ends:
        keys = {measure.key for measure in report.measures}
        hint = meant(key, keys, "See peelviewer measures for the keys.")
        raise ChartError(f"{report.id} has no measure {key!r}. {hint}")
    wanted = date or max(ends.values())
    matching = [index for index, end in ends.items() if end == wanted]
    if not matching:
        raise ChartError(
            f"{report.id} has no measure {key!r} for a period that ends on {date}: "
            f"there is {', '.join(sorted(set(ends.values())))}."
        )
    if not date and len(set(ends.values())) > 1:
        output.say(f"{key} is charted for {wanted}; others: add @DATE to the key.")
    best = min(matching, key=lambda index: _rank(report.measures[index]))
    told = _printed_otherwise(report, matching)
    if told:
        page = report.measures[best].page
        which = "the first" if page is None else f"that of page {page}"
        output.say(f"{key} {told} for that period, {which} is charted.")
    return best


def _rank(measure: "Measure") -> tuple[bool, bool]:
    """Return what sorts the places that print a measure: with both values first, then tables."""
    return measure.force is None or measure.national is None, measure.origin == "prose"


def _printed_otherwise(report: "Report", matching: "Sequence[int]") -> str:
    """Return how the values of some measures of one key and end differ, "" where they do not."""
    measures = [report.measures[index] for index in matching]
    if len({(one.unit, one.period) for one in measures}) > 1:
        return "is printed in more than one unit or span of time"
    values = [{one.force for one in measures}, {one.national for one in measures}]
    if all(len(found - {None}) < 2 for found in values):
        return ""
    said = {(one.key, one.period) for one in report.inconsistencies}
    if any((one.key, one.period) in said for one in measures):
        return f"is printed with more than one value (see peelviewer check {report.id})"
    return "is printed with more and with fewer decimals"


def _saver(options: argparse.Namespace, form: "Format") -> "Callable[[Chart, Path], None]":
    # Files look the same on every machine, so no screen is asked for one.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from peelviewer.charts.presets import A4_HEIGHT, MM_PER_PIXEL
    from peelviewer.drawing import save

    choice = save.Options(format=form, width=options.width, scale=options.scale)

    def write(chart: "Chart", path: Path) -> None:
        save.save(chart, path, choice)
        high = round(save.height_of(chart, choice) * MM_PER_PIXEL) if form == "pdf" else 0
        if high > A4_HEIGHT:
            output.say(
                f"{path.name} is {high} mm high, higher than A4: print it to fit the page, or give "
                "a larger --width."
            )

    return write


def _form_by_name(path: Path) -> "Format":
    """Return the format that the ending stands for; a name without one is a PNG's.

    Raises:
        OutputError: the ending stands for none.
    """
    ending = path.suffix.lower().removeprefix(".")
    if not ending:
        return "png"
    if ending not in FORMATS:
        known = ", ".join(f".{one}" for one in FORMATS)
        raise output.OutputError(
            f"No chart can be saved as {path.name}: let the name end in {known} or .{WORKBOOK}, or "
            "say the format by --format."
        )
    return FORMATS[ending]
