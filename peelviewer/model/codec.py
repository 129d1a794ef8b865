# SPDX-License-Identifier: MIT
"""A report to JSON and back; decoding checks types and references and names the place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from peelviewer.errors import InvalidReportError
from peelviewer.model.measure import Measure
from peelviewer.model.report import SCHEMA, Action, Figure, Judgment, Report

# Ids stand in addresses, file names and the document's markup: they hold nothing that means
# something there.
_REPORT_ID = re.compile(r"[\w-]+")
_ID = re.compile(r"[^\s\"'<>&|\x00-\x1f]+")
_NUMBER = re.compile(r"[0-9]{1,5}")
_DEEPEST = 9  # levels of headings

_decoder = msgspec.json.Decoder(Report)
_encoder = msgspec.json.Encoder()


def encode(report: Report, *, indent: int | None = None) -> bytes:
    """Return the report's JSON, UTF-8; ``indent`` spaces for readers, ``None`` for storage."""
    packed = _encoder.encode(report)
    return packed if indent is None else msgspec.json.format(packed, indent=indent)


def decode(data: bytes, name: str) -> Report:
    """Return the report in ``data``; ``name`` is the file or place that a message should name.

    Raises:
        InvalidReportError: not JSON, a field of a wrong type or value, a newer schema, or a
            reference to something that is not in the report.
    """
    try:
        report = _decoder.decode(data)
    except msgspec.ValidationError as error:
        raise InvalidReportError(f"{name} is not a valid report: {error}.") from error
    except msgspec.DecodeError as error:
        raise InvalidReportError(
            f"{name} is not valid JSON: {_json_fault(data, error)}."
        ) from error
    except RecursionError as error:
        raise InvalidReportError(
            f"{name} is not a valid report: values are nested too deeply in it."
        ) from error
    except UnicodeDecodeError as error:
        raise InvalidReportError(f"{name} is not valid JSON: it is not UTF-8 text.") from error
    if report.schema > SCHEMA:
        raise InvalidReportError(
            f"{name} was written by a newer version of PEEL Viewer (schema {report.schema}, "
            f"this one reads up to {SCHEMA}): update the program."
        )
    for fault in _faults(report):
        raise InvalidReportError(f"{name} is not a valid report: {fault}.")
    return report


def _json_fault(data: bytes, error: msgspec.DecodeError) -> str:
    """Say where the JSON breaks by line and column; msgspec gives a byte offset only."""
    import json  # for a broken report only

    try:
        json.loads(data)
    except ValueError as fault:
        return str(fault)
    return str(error)


def _faults(report: Report) -> Iterator[str]:
    """Yield a clause for each id that cannot be one and each broken reference, the place first."""
    yield from _unfit_ids(report)
    yield from _repeated("sections", (section.id for section in report.sections))
    yield from _repeated(
        "blocks", (block.id for section in report.sections for block in section.blocks)
    )
    yield from _repeated("footnotes", (str(note.number) for note in report.footnotes))
    yield from _repeated("figures", (str(figure.number) for figure in report.figures))
    yield from _misplaced_sections(report)
    placed: dict[str, Iterable[Figure | Judgment | Measure | Action]] = {
        "figures": report.figures,
        "judgments": report.judgments,
        "measures": report.measures,
        "actions": report.actions,
    }
    for name, items in placed.items():
        for index, item in enumerate(items):
            if item.section not in report.sections_by_id:
                yield f"`$.{name}[{index}].section` names no section: {item.section!r}"
    for index, measure in enumerate(report.measures):
        if measure.block not in report.blocks_by_id:
            yield f"`$.measures[{index}].block` names no block: {measure.block!r}"
    for index, figure in enumerate(report.figures):
        for row, cells in enumerate(figure.rows):
            if len(cells) != len(figure.columns):
                yield (
                    f"`$.figures[{index}].rows[{row}]` has {len(cells)} cells "
                    f"for {len(figure.columns)} columns"
                )


def _unfit_ids(report: Report) -> Iterator[str]:
    if not _REPORT_ID.fullmatch(report.id):
        yield f"`$.id` may have letters, digits, - and _ only: {report.id!r}"
    for index, section in enumerate(report.sections):
        if not _ID.fullmatch(section.id):
            yield f"`$.sections[{index}].id` cannot be an id: {section.id!r}"
        for number, block in enumerate(section.blocks):
            if not _ID.fullmatch(block.id):
                yield f"`$.sections[{index}].blocks[{number}].id` cannot be an id: {block.id!r}"


def _misplaced_sections(report: Report) -> Iterator[str]:
    """Yield sections whose parent is unknown, comes later, or is not above them."""
    levels: dict[str, int] = {}
    for index, section in enumerate(report.sections):
        place = f"`$.sections[{index}]`"
        if not 1 <= section.level <= _DEEPEST:
            yield f"{place} has level {section.level}, which must be 1 to {_DEEPEST}"
        if section.parent is not None and section.parent not in levels:
            yield f"{place} has a parent that does not come before it: {section.parent!r}"
        elif section.parent is not None and levels[section.parent] >= section.level:
            yield f"{place} is not at a deeper level than its parent {section.parent!r}"
        levels[section.id] = section.level
        for number, block in enumerate(section.blocks):
            for mark in block.marks:
                if not 0 <= mark.start <= mark.end <= len(block.text):
                    yield f"`$.sections[{index}].blocks[{number}]` has a mark outside its text"
                if mark.kind == "footnote" and not _NUMBER.fullmatch(mark.target or ""):
                    yield f"`$.sections[{index}].blocks[{number}]` has a call-out without a number"


def _repeated(what: str, ids: Iterable[str]) -> Iterator[str]:
    for name, times in Counter(ids).items():
        if times > 1:
            yield f"`$.{what}` has {times} entries with the id {name!r}"
