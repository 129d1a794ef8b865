# SPDX-License-Identifier: MIT
"""A chart as a value: what to draw and everything that has to be said of it; no Qt."""

from typing import Literal

import msgspec

ChartKind = Literal["paired", "table", "profile", "statement"]
RowKind = Literal["values", "group", "heading", "total"]

FORCE, NATIONAL = 0, 1
DASH = "–"


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One number of one series, with the text the report prints for it.

    ``series`` is 0 for the force, 1 for England and Wales, 2 and up for others. A missing value
    has ``value`` None, a dash as ``printed`` and the reason in ``missing``: it is never zero.
    """

    series: int
    value: float | None
    printed: str
    missing: str | None = None


class Caveat(msgspec.Struct, frozen=True, kw_only=True):
    """A limit on what the numbers can be used for, and the page of the report that states it."""

    text: str
    page: int | None = None

    @property
    def words(self) -> str:
        """The caveat as one line, its page in brackets."""
        return self.text if self.page is None else f"{self.text.rstrip('.')} (p. {self.page})."


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a chart: a label and a value for each series.

    ``kind``: ``values`` is drawn as bars; ``group`` too, and the rows under it are its parts;
    ``heading`` has no values; ``total`` stands in the table but has no bars (a sum would dwarf
    its parts). ``measure`` is the index in ``report.measures``; ``unit`` and ``period`` are words.
    ``own_unit`` says that this row's unit is not that of the chart. ``level`` is 1 for a part.
    ``number`` is what the report prints before the label; ``note`` stands small under it.
    ``caveats`` are those of this row's measure; the chart has those of all rows.
    """

    label: str
    kind: RowKind = "values"
    values: tuple[Value, ...] = ()
    measure: int | None = None
    block: str | None = None
    passage: str | None = None
    section: str | None = None
    page: int | None = None
    period: str = ""
    unit: str = ""
    own_unit: bool = False
    level: int = 0
    number: str = ""
    note: str = ""
    caveats: tuple[Caveat, ...] = ()

    @property
    def is_drawn(self) -> bool:
        """Whether the row has bars, or dashes in their place."""
        return self.kind in ("values", "group") and bool(self.values)


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A chart of one report: its rows, and all the words that go with them.

    ``headline`` is the finding, ``title`` the statistical title (measure, unit, place, period),
    ``description`` the alternative text, ``stem`` a file name without ending. ``statement`` is
    said in place of bars where the values are not in the text (``kind`` "statement").
    ``shared_scale`` is false where each row has a scale of its own. ``licence`` stands under
    every saved chart.
    """

    id: str
    kind: ChartKind
    headline: str
    title: str
    series: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    unit: str = ""
    sign: str = ""
    scale_note: str = ""
    statement: str = ""
    shared_scale: bool = True
    source: str
    licence: str = ""
    notes: tuple[str, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    description: str
    stem: str
    report: str
    section: str | None = None
    figure: int | None = None
    page: int | None = None
