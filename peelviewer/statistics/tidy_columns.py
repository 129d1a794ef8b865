# SPDX-License-Identifier: MIT
"""The columns of the tidy CSV of statistics, and writing it."""

import csv
from collections.abc import Iterable
from typing import IO

from peelviewer.model.statistics import Dataset, Observation

COLUMNS = (
    "force_id",
    "force_name",
    "force_code",
    "area",
    "measure",
    "label",
    "unit",
    "period_kind",
    "period_start",
    "period_end",
    "value",
    "value_as_printed",
    "missing",
    "note",
    "publisher",
    "source",
    "release",
    "vintage",
    "table",
)
LICENCE_COLUMN = "licence"
"""What a file may say of the use of a dataset; without it nothing is said."""


def write_tidy(
    file: IO[str], datasets: Iterable[Dataset], observations: Iterable[Observation]
) -> None:
    """Write a tidy CSV (RFC 4180); text that a spreadsheet would take for a formula is quoted."""
    by_id = {dataset.id: dataset for dataset in datasets}
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in observations:
        dataset = by_id[one.dataset]
        period, value = one.period, one.value
        texts = (
            one.area.id,
            one.area.name,
            one.area.code or "",
            one.area.kind,
            one.measure,
            one.label,
            one.unit,
            period.kind,
            period.start.isoformat() if period.start else "",
            period.end.isoformat(),
            "" if value is None else _plain_number(value),
            one.printed,
            one.missing or "",
            one.note,
            dataset.publisher,
            dataset.source,
            dataset.release,
            dataset.vintage,
            one.table,
        )
        writer.writerow(map(_defused, texts))


def _plain_number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _defused(text: str) -> str:
    """Return text that no spreadsheet runs; numbers, dashes and signed percentages stay."""
    is_signed_text = text[:1] in ("+", "-") and len(text) > 1 and not text[1].isdigit()
    if is_signed_text or text[:1] in ("=", "@", "\t", "\r"):
        return f"'{text}"
    return text


def restored(text: str) -> str:
    """Return a text as it was before ``write_tidy`` kept spreadsheets from running it."""
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "@", "+", "-", "\t", "\r") else text
