# SPDX-License-Identifier: MIT
"""A chart as a value: what to draw and everything that has to be said of it; no Qt."""

import datetime
from collections.abc import Sequence
from typing import Literal

import msgspec

ChartKind = Literal[
    "paired",
    "table",
    "profile",
    "statement",
    "ranked",
    "trend",
    "slope",
    "tiles",
    "ranges",
    "strip",
    "grades",
]
RowKind = Literal["values", "group", "heading", "total", "national"]
Standout = Literal["", "own", "chosen", "national"]
Side = Literal["", "low", "high"]
Order = Literal["value", "name"]

FORCE, NATIONAL = 0, 1
NATION = "England and Wales"
DASH = "–"
LEFT_OUT = "left out: "
"""How the reason begins why a force that has a value is in no rank."""
NOT_RANKED = "not ranked"
"""The position of a force whose value is shown apart from the ranked ones; its note says why."""


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One number of one series, with the text the report prints for it.

    ``series`` is 0 for the force, 1 for England and Wales, 2 and up for others. A missing value
    has ``value`` None, a dash as ``printed`` and the reason in ``missing``: it is never zero.
    ``break_before`` says why the line of a trend begins anew at this value: what it is of, unlike
    the values before it ("without Kent").
    """

    series: int
    value: float | None
    printed: str
    missing: str | None = None
    break_before: str = ""

    @property
    def break_words(self) -> str:
        """Why the line begins anew, as words beside the value; "" where it does not."""
        return f"{self.break_before} from here on" if self.break_before else ""


class Caveat(msgspec.Struct, frozen=True, kw_only=True):
    """A limit on what the numbers can be used for, and the page of the report that states it.

    ``report`` is the id of the report whose page it is, "" for the one that the chart is of.
    ``areas`` are the ids of the forces it speaks of; empty means all.
    """

    text: str
    page: int | None = None
    report: str = ""
    areas: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The caveat as one line, its page in brackets."""
        return self.text if self.page is None else f"{self.text.rstrip('.')} (p. {self.page})."


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """The values of all ranked forces on one measure: ends, quartiles, and how many they are."""

    lowest: float
    lower: float
    median: float
    upper: float
    highest: float
    n: int


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A value from elsewhere that is marked beside the chart's own: what a report prints.

    ``series`` is 0 for the force's, 1 for the national one; ``label`` says whose value it is.
    """

    series: int
    value: float
    printed: str
    label: str


class Class(msgspec.Struct, frozen=True, kw_only=True):
    """One class of a map: its values' limits as printed, and how many forces are in it.

    ``shade`` is 0 for the lightest colour, 3 for the darkest.
    """

    shade: int
    label: str
    limits: str
    n: int


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """How the values of a profile's row came about: a small line, told in ``words`` too.

    ``rows`` are those of a trend, a row a period; series 0 is the force's, 1 the national one.
    ``caveats`` and ``notes`` are those of that trend.
    """

    rows: "tuple[Row, ...]"
    words: str
    caveats: tuple[Caveat, ...] = ()
    notes: tuple[str, ...] = ()


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a chart: a label and a value for each series.

    ``kind``: ``values`` is drawn as bars; ``group`` too, and the rows under it are its parts;
    ``heading`` has no values; ``total`` stands in the table but has no bars (a sum would dwarf
    its parts). ``measure`` is the index in ``report.measures``; ``unit`` and ``period`` are words.
    ``own_unit`` says that this row's unit is not that of the chart. ``level`` is 1 for a part.
    ``number`` is what the report prints before the label; ``note`` stands small under it.
    ``caveats`` are those of this row's measure; the chart has those of all rows. ``compares`` is
    false where the values are not a force's and the nation's, but years, or whatever a table has.

    Rows of several forces: ``area`` is the id of the force (or nation), ``force`` its full name,
    ``standout`` why it is drawn apart; ``rank`` says its place ("joint 6th of 42"), ``position``
    its place by the report's rule in words, ``side`` the end that it is at by that rule.
    ``national`` rows are a line through the bars, no bars.
    ``spread`` is that of all forces, ``shade`` the class on a map, ``grade`` a judgment's word.
    ``day`` is the end of the period that a row of a trend stands for; ``course`` is the trend of
    a profile's row, where one is known; ``noted`` is what the source notes on the row's values.
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
    compares: bool = True
    area: str = ""
    force: str = ""
    standout: Standout = ""
    rank: str = ""
    position: str = ""
    side: Side = ""
    spread: Spread | None = None
    shade: int | None = None
    grade: str = ""
    day: datetime.date | None = None
    course: Course | None = None
    noted: str = ""

    @property
    def is_drawn(self) -> bool:
        """Whether the row has bars, or dashes in their place."""
        return self.kind in ("values", "group") and bool(self.values)


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A chart of one report or of many forces: its rows, and all the words that go with them.

    ``headline`` is the finding, ``title`` the statistical title (measure, unit, place, period),
    ``description`` the alternative text, which ``described`` writes, ``stem`` a file name without
    ending. ``statement`` is said in place of bars where the values are not in the text (``kind``
    "statement"). ``period`` is that of all rows where the title says it for them.
    ``shared_scale`` is false where each row has a scale of its own. ``licence`` stands under
    every saved chart.

    Of several forces: ``measure`` is the measure's label, ``order`` how the rows are sorted,
    ``own`` the id of the force in question, ``coverage`` how many forces are in ("42 of 43
    forces"), ``rank_note`` which end has rank 1, ``remarks`` sentences on where the force stands,
    ``references`` values of a report beside rebuilt ones, ``classes`` those of a map. In a trend
    the rows are periods and ``series`` areas, with ``standouts`` of the same length; in a slope
    chart the rows are areas, and ``series`` the earlier and the later value and the change.
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
    period: str = ""
    notes: tuple[str, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    description: str = ""
    stem: str
    report: str = ""
    section: str | None = None
    figure: int | None = None
    page: int | None = None
    measure: str = ""
    order: Order | None = None
    own: str | None = None
    coverage: str = ""
    rank_note: str = ""
    remarks: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    classes: tuple[Class, ...] = ()
    standouts: tuple[Standout, ...] = ()


def has_nation(series: Sequence[str]) -> bool:
    """Whether series are a force's and the nation's; those of a table of years are not."""
    return len(series) > NATIONAL and series[NATIONAL] == NATION
