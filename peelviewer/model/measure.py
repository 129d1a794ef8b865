# SPDX-License-Identifier: MIT
"""A measure: one force value beside one national value, for one period, with its provenance."""

import datetime
from typing import Annotated, Literal

import msgspec

PeriodKind = Literal["12 months to", "as at", "change"]
Origin = Literal["graphic", "table", "prose"]
Area = Literal["force", "national"]
Page = Annotated[int, msgspec.Meta(ge=0, le=99_999)]
"""A page of the report as its contents page counts; bounded, as what stores it is."""
Number = Annotated[int, msgspec.Meta(ge=0, le=99_999)]
"""The printed number of a figure or footnote."""


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """The time a value covers.

    ``end`` is the last day of the twelve months, the day of an "as at" count, or the end of the
    later period of a change. ``start`` is set for a change only: the end of the earlier period,
    so that "12 months to 30 June 2015 against 12 months to 30 June 2016" is
    ``start=2015-06-30, end=2016-06-30``.
    """

    kind: PeriodKind
    start: datetime.date | None = None
    end: datetime.date


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """The two values exactly as the report prints them, with sign and unit ("9.1%", "+3.7%")."""

    force: str | None = None
    national: str | None = None


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """A pair of values and where the report says it.

    ``key`` is a stable name in ``data/measures.toml`` (the same for another period); ``unit`` is a
    unit's name there. A value that the report does not give is ``None``; where the report says
    why, or prints a dash, ``missing`` holds the reason. ``passage`` is the sentence or the table
    row that the values stand in; ``block`` is the id of the block that holds it.
    """

    key: str
    label: str
    unit: str
    period: Period
    force: float | None
    national: float | None
    missing: str | None = None
    as_printed: Printed
    section: str
    figure: Number | None = None
    page: Page | None = None
    block: str
    passage: str
    origin: Origin
