# SPDX-License-Identifier: MIT
"""Tables of values: whose value each cell is, of what period, in whatever way the table is turned.

Columns can be the force and England and Wales, each for one period or for several, with measures
or periods as rows; or they are periods, and the rows are the two or are measures of the force.
Another force's cells are never taken.
"""

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from peelviewer.model.force import Force
from peelviewer.model.measure import Period
from peelviewer.model.report import Block, Figure, Report, Section
from peelviewer.reading.forces import area_of
from peelviewer.reading.graphic import VALUE, is_force, is_national, is_own
from peelviewer.reading.measures.periods import period, without_period
from peelviewer.reading.tables import columns_and_rows
from peelviewer.reading.values import STARS, printed_rate, unit, without_unit
from peelviewer.reference.months import MONTHS

_THE_FORCE = re.compile(r"(?:the\s+)?force\*?$", re.IGNORECASE)
_FIGURE = re.compile(r"(?:figure|table)\s+\d+\s*[:.–-]\s*", re.IGNORECASE)
_NATIONS = re.compile(r",?\s*\b(?:and\s+)?(?:in\s+)?England and Wales\b")
_BY_ROWS = re.compile(r"\s*,?\s*\bby\s+(?:[\w-]+\s+){0,3}[\w-]+\s*$")  # "by outcome type"
_PERCENT = re.compile(
    r"[\s,]*(?:\((?:in\s+)?(?:%|per\s?cent)\)|%|\bin\s+per\s?cent)$", re.IGNORECASE
)
_COMMAS = re.compile(r"\s*,(?:\s*,)*")
# What titles, labels and headings say of values that nobody has counted.
_EXPECTED = re.compile(
    r"(?:(?:figure|table)\s+\d+\s*[:.–-]\s*)?(?:estimate[sd]?|expected|targets?)\b(?!\s+change)"
    r"|.*\b(?:forecasts?|project(?:ed|ions?)|predict(?:ed|ions?))\b(?!\s+change)",
    re.IGNORECASE | re.DOTALL,
)

# A year without its number: "in the 12 months to 31 March", "years ending 31 March".
_EACH_YEAR = re.compile(
    r",?\s*\b(?:(?:in|for)\s+)?(?:the\s+|each\s+)?(?:(?:12|twelve)\s+months|years?)\s+(?:to|ending|ended)\s+"
    rf"(?:the\s+)?(?P<day>\d{{1,2}}\s+(?:{'|'.join(MONTHS)}))(?!\s+\d)",
    re.IGNORECASE,
)
_BY_YEAR = re.compile(r",?\s*\bby\s+(?:financial\s+)?year\b", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d\*?$")
# Behind an area's name in a column's header: its values are percentages.
_SHARE = re.compile(
    r"[\s,:–-]*(?:\((?:%|per\s?cent(?:age)?)\)|%|\bper\s?cent(?:age)?)\s*$", re.IGNORECASE
)
_NUMBER = re.compile(r"[\s,:–-]*(?:\(numbers?\)|\bnumbers?)\s*$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:chang|increas|decreas|differen|reduc|ris(?:e|ing)\b|fall)|\bpoints?\b", re.IGNORECASE
)


class Grid(msgspec.Struct, frozen=True, kw_only=True):
    """A table of values: a numbered figure's, or one in the numbers graphic."""

    section: Section
    block: Block
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str
    notes: tuple[str, ...] = ()
    figure: int | None = None


class Cells(msgspec.Struct, frozen=True, kw_only=True):
    """The force's and the national cell of a row; ``national`` is ``None`` without such a column.

    ``when`` is the period that the table itself gives them, ``unit`` the unit that its headings
    or the row's own note state.
    """

    label: str
    force: str
    national: str | None
    when: Period | None
    unit: str | None
    group: str
    row: str
    topic: str = ""


class _Columns(msgspec.Struct, frozen=True):
    """The force's column and the national one beside it, both of one period.

    ``is_share``: they are headed as percentages.
    """

    when: Period | None
    is_share: bool
    force: int
    national: int | None


def figure_grid(report: Report, figure: Figure) -> Grid | None:
    """Return a figure's table, or ``None`` if it is a picture."""
    section = report.sections_by_id[figure.section]
    block = next(
        (b for b in section.blocks if b.figure == figure.number and b.kind == "table"), None
    )
    if block is None or figure.form != "table":
        return None
    return Grid(
        section=section,
        block=block,
        columns=figure.columns,
        rows=figure.rows,
        title=figure.title,
        notes=figure.notes,
        figure=figure.number,
    )


def graphic_grid(report: Report, section: Section, block: Block) -> Grid | None:
    """Return a table of the numbers graphic that is no single pair."""
    chapter = report.sections_by_id.get(section.parent or section.id)
    in_graphic = chapter is not None and chapter.kind == "numbers"
    if not in_graphic or block.kind != "table" or block.figure is not None:
        return None
    columns, rows = columns_and_rows(block.text)
    return Grid(section=section, block=block, columns=columns, rows=rows, title=section.title)


def is_expected(words: str) -> bool:
    """Whether a title, label or heading says that its values are forecast and not counted."""
    return _EXPECTED.match(words) is not None


def cells(grid: Grid, force: Force) -> Iterator[Cells]:
    """Yield the force's cells of a table, row by row, with the national ones beside them."""
    if _lacks_header(grid):
        return
    columns = _areas(grid.columns, force)
    if columns and (times := _row_periods(grid, columns)):
        yield from _by_row_period(grid, columns[0], times, force)
    elif columns:
        yield from _by_area(grid, columns, force)
    elif len(grid.columns) > 2 and all(map(period, grid.columns[1:])):
        yield from _by_period(grid, force)


def _lacks_header(grid: Grid) -> bool:
    """Whether values stand below no header: the others may then stand above another's column."""
    named = next((at for at, column in enumerate(grid.columns) if column), 0)
    return any(
        VALUE.match(row[at])
        for at in range(named + 1, len(grid.columns))
        if not grid.columns[at]
        for row in grid.rows
        if row[at]
    )


def _areas(columns: Sequence[str], force: Force) -> list[_Columns]:
    """Return the columns of the force and of the nation, by the period that they are headed with.

    A period with two columns of one area has none that is certain. Beside a column of percentages
    another one of the same area is of numbers that nothing tells the unit of.
    """
    own = _headed(columns, lambda name: is_own(name, force))
    own = own or _headed(columns, lambda name: bool(_THE_FORCE.match(name)))
    national = _headed(columns, is_national)
    return [
        _Columns(when, is_share, at, national.get((when, is_share)))
        for (when, is_share), at in own.items()
        if at and (is_share or (when, True) not in own)
    ]


def _headed(
    columns: Sequence[str], is_area: Callable[[str], bool]
) -> dict[tuple[Period | None, bool], int]:
    """Return an area's columns by their period, and by whether they are headed as percentages."""
    found: dict[tuple[Period | None, bool], int] = {}
    twice: set[tuple[Period | None, bool]] = set()
    for at, column in enumerate(columns):
        when = period(column)
        name = without_period(column) if when else column
        share = _SHARE.search(name)
        if is_area(name[: share.start()] if share else name):
            head = (when, share is not None)
            if head in found:
                twice.add(head)
            found[head] = at
    return {head: at for head, at in found.items() if head not in twice}


def _by_area(grid: Grid, columns: Sequence[_Columns], force: Force) -> Iterator[Cells]:
    """Yield the cells of each row; a row without any heads those below it."""
    named = [i for i, column in enumerate(grid.columns) if _is_named(column)]
    label_at = min([*named, *(pair.force for pair in columns)]) - 1
    if label_at < 0:
        return
    headed, titled = _stated(grid.columns[label_at]), _stated(grid.title)
    group = ""
    for row in grid.rows:
        label = row[label_at]
        filled = [
            pair
            for pair in columns
            if row[pair.force] or (pair.national is not None and row[pair.national])
        ]
        own = _own_unit(label, grid.notes) or headed
        measured = own or titled
        for pair in filled if label else ():
            if not pair.is_share or _can_be_share(measured, label, grid.title):
                yield Cells(
                    label=label,
                    force=row[pair.force],
                    national=None if pair.national is None else row[pair.national],
                    when=pair.when,
                    unit=measured or ("percent" if pair.is_share else None),
                    group=group,
                    row="\t".join(row),
                    topic="" if own or not titled else _topic(grid.title, force),
                )
        if not filled or (label_at > 0 and not row[0]):
            group = label


def _can_be_share(measured: str | None, *names: str) -> bool:
    """Whether what a column heads as percentages is no rate by its row or title, and no change."""
    if measured == "percent_change":
        return True
    return measured in (None, "percent") and not any(map(_CHANGE.search, names))


def _row_periods(grid: Grid, columns: Sequence[_Columns]) -> dict[str, Period]:
    """Return the periods of the rows by their labels, if each row is one of a series' periods.

    "2015" alone is one where title or heading say to which day the years run ("in the 12 months
    to 31 March").
    """
    if len(columns) != 1 or columns[0].when or columns[0].force != 1:
        return {}
    day = _EACH_YEAR.search(f"{grid.title} {grid.columns[0]}")
    found: dict[str, Period] = {}
    for row in grid.rows:
        when = period(row[0])
        if _YEAR.match(row[0]):
            when = period(f"12 months to {day['day']} {row[0]}") if day else None
        names_more = without_period(row[0]).strip(" 0123456789*")
        if when is None or names_more or row[0] in found:
            return {}
        found[row[0]] = when
    return found


def _by_row_period(
    grid: Grid, columns: _Columns, times: dict[str, Period], force: Force
) -> Iterator[Cells]:
    """Yield the cells of a table whose rows are the periods of what its title names."""
    own, national = columns.force, columns.national
    label = _subject(_BY_YEAR.sub("", _EACH_YEAR.sub("", grid.title)), force)
    measured = _stated(grid.columns[0]) or _stated(grid.title)
    if not label or (columns.is_share and not _can_be_share(measured, grid.title)):
        return
    for row in grid.rows:
        if row[own] or (national is not None and row[national]):
            yield Cells(
                label=label,
                force=row[own],
                national=None if national is None else row[national],
                when=times[row[0]],
                unit=measured or ("percent" if columns.is_share else None),
                group="",
                row="\t".join(row),
            )


def _is_named(column: str) -> bool:
    name = _NUMBER.sub("", _SHARE.sub("", without_period(column)))
    return is_national(name) or is_force(name)


def _by_period(grid: Grid, force: Force) -> Iterator[Cells]:
    """Yield the cells of a table whose columns are periods, a period at a time."""
    own = [row for row in grid.rows if is_own(row[0], force) or _THE_FORCE.match(row[0])]
    national = [row for row in grid.rows if is_national(row[0])]
    label = _subject(grid.title, force)
    rows: list[tuple[str, tuple[str, ...], tuple[str, ...] | None]]
    if own or national:
        if len(own) != 1 or len(national) > 1 or not label:
            return
        rows = [(label, own[0], national[0] if national else None)]
    elif label != _plain_title(grid.title):  # it names the force: all of the table is the force's
        rows = [(row[0], row, None) for row in grid.rows if row[0] and not is_force(row[0])]
    else:
        return
    for name, mine, theirs in rows:
        for at in range(1, len(grid.columns)):
            is_there = mine[at] or (theirs and theirs[at])
            if is_there and not is_expected(grid.columns[at]):
                yield Cells(
                    label=name,
                    force=mine[at],
                    national=theirs[at] if theirs else None,
                    when=period(grid.columns[at]),
                    unit=_own_unit(name, grid.notes) or _stated(grid.columns[0]),
                    group="",
                    row="\t".join(mine),
                )


def _plain_title(title: str) -> str:
    return without_period(STARS.sub("", _FIGURE.sub("", title))).strip(" ,;:–-")


def _subject(title: str, force: Force) -> str:
    """Return what a figure's title says is measured, without the force and the period."""
    names = "|".join(re.escape(name) for name in (force.name, area_of(force), "the force"))
    own = re.compile(rf",?\s*\b(?:(?:in|for|of|by|at)\s+)?(?:{names})(?:[’']s?)?(?!\w)")
    return own.sub("", _plain_title(title)).strip(" ,;:–-")


def _topic(title: str, force: Force) -> str:
    """Return what a title measures, without areas, period, unit, and what its rows are by."""
    words = without_unit(_NATIONS.sub("", _subject(title, force)))
    for tail in (_PERCENT, _BY_ROWS, _PERCENT):  # either can stand before the other
        words = tail.sub("", words)
    return _COMMAS.sub(",", words).strip(" ,;:–-")


def _stated(heading: str) -> str | None:
    """Return the unit that a heading states."""
    return unit(heading) or printed_rate(heading)


def _own_unit(label: str, notes: Sequence[str]) -> str | None:
    """Return the unit that a row has for itself: by its star's note, or as a rate in its label."""
    stars = STARS.search(label)
    if stars is not None:
        return next((unit(note) for note in notes if note.startswith(stars[0])), None)
    stated = unit(label)
    return stated if stated is not None and stated.startswith("per_") else None
