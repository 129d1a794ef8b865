# SPDX-License-Identifier: MIT
"""Finding the table in a published sheet: title, headings, rows of areas, notes.

Nothing is found by its position. The rows of a table are those with an area code or the name of a
police force; the headings are what stands above them; the notes are what stands below. So it does
not matter in which row or column a release begins, how many lines of notes it has above, or
whether headings are merged over several columns.
"""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from peelviewer.reference.forces import force_named
from peelviewer.statistics.areas import area_of, code_of, region_area, without_notes
from peelviewer.statistics.cells import number, text_of
from peelviewer.statistics.headings import (
    Column,
    heading_of,
    headings_over,
    lowest_row,
    row_of_headings,
)
from peelviewer.statistics.workbook import Rows, Sheet

FEWEST_AREAS = 3
"""A sheet with fewer rows of forces is no table of forces."""
_SEARCHED_COLUMNS = 6
_TITLE = re.compile(r"^\s*(?:table[\s_]+[a-z]?\d+|p\d+[a-z]?\b)", re.IGNORECASE)
_TABLE_NAME = re.compile(r"^\s*(?:table[\s_]+([a-z]?\d+[a-z]?)|(p\d+[a-z]?))\b", re.IGNORECASE)
_OF_KEYS = re.compile(
    r"\b(?:codes?|names?|areas?|forces?|pfas?|regions?|geograph\w*)\b", re.IGNORECASE
)
_NOTE_NUMBERS = re.compile(r"^notes?\s+(?:numbers?|no\.?)$", re.IGNORECASE)
_NOTE_NUMBER = re.compile(r"^\[?\s*note\s+(\d+)\s*\]?$", re.IGNORECASE)


class Row(NamedTuple):
    """A row of values: its number in the sheet (from 1), code, name and all its cells."""

    number: int
    code: str | None
    name: str
    cells: list[object]


class Table(NamedTuple):
    """What a sheet holds. ``name`` is "Table P1" as its title says, else the sheet's own name.

    ``is_headed`` tells whether a row of headings was found, by "Area name" or the like over the
    areas, ``is_titled`` whether any text stands above it. ``unheaded`` are the columns of values
    without a heading, by their letters; ``astray`` those over which the row of headings has a
    heading, but no value under it. ``preamble`` are the texts above the rows, ``notes`` those below
    them.
    """

    name: str
    title: str
    scope: str
    unit: str
    columns: tuple[Column, ...]
    unheaded: tuple[str, ...]
    astray: tuple[str, ...]
    is_headed: bool
    is_titled: bool
    rows: tuple[Row, ...]
    preamble: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def out_of_step(self) -> str:
        """Why no heading is sure: they stand over other columns than the values do; else ""."""
        if not (self.unheaded and self.astray):
            return ""
        return (
            f"its headings do not stand over its values: {_columns(self.astray)} a heading and no "
            f"value, {_columns(self.unheaded)} values and no heading"
        )

    def has_number(self, place: int) -> bool:
        """Return whether a column of the sheet holds a number in a row of the table."""
        return _has_number(self.rows, place)


def _columns(letters: tuple[str, ...]) -> str:
    many = len(letters) > 1
    return f"column{'s' if many else ''} {', '.join(letters)} {'have' if many else 'has'}"


def title_of(sheet: Sheet) -> str:
    """Return the title of a sheet: its first cell that begins "Table …", else its first text."""
    texts = [text for row in sheet.rows[:30] for cell in row[:4] if (text := text_of(cell))]
    if not texts:
        return ""
    first = next((index for index, text in enumerate(texts) if _TITLE.match(text)), 0)
    # Some have the number of the table in a cell of its own.
    is_number_only = _TABLE_NAME.sub("", texts[first]).strip(" :.") == ""
    return ": ".join(texts[first : first + 2]) if is_number_only else texts[first]


def is_table_title(text: str) -> bool:
    """Return whether a text begins as titles of tables do."""
    return _TITLE.match(text) is not None


def is_front_matter(sheet: Sheet, table: Table | None) -> bool:
    """Return whether a sheet without a table of forces is a cover, the contents or notes."""
    return table is None and (_is_contents(sheet) or not is_table_title(title_of(sheet)))


def _is_contents(sheet: Sheet) -> bool:
    """Return whether a sheet lists the titles of several tables."""
    names = {
        (match[1] or match[2]).upper()
        for row in sheet.rows[:200]
        for cell in row[:3]
        if isinstance(cell, str) and (match := _TABLE_NAME.match(cell)) is not None
    }
    return len(names) > 1


def name_of(sheet: Sheet, title: str) -> str:
    """Return what a table is called: ``"Table P1"``, also where its title says "P1" alone."""
    match = _TABLE_NAME.match(title) or _TABLE_NAME.match(sheet.name)
    return f"Table {(match[1] or match[2]).upper()}" if match else sheet.name.strip()


def table_in(sheet: Sheet) -> Table | None:
    """Return the table of forces in a sheet, or ``None`` where no rows of forces are found."""
    code_column = _column_with(sheet.rows, lambda cell: code_of(cell) is not None)
    name_column = _column_with(sheet.rows, _names_force)
    if code_column is None and name_column is None:
        return None
    if name_column is None:
        name_column = _next_text_column(sheet.rows, code_column)
    rows = tuple(_rows(sheet.rows, code_column, name_column))
    if not rows:
        return None
    keys = {code_column, name_column}
    used = _used_columns(rows, keys)
    title = title_of(sheet)
    above = sheet.rows[: rows[0].number - 1]
    headings, unit = headings_over(above, used)
    bottom = row_of_headings(above, keys)
    # A narrow column between two groups can hold a stray sign; numbers make a column one of values.
    with_numbers = [index for index in used if _has_number(rows, index)]
    columns = [heading_of(headings, index, with_numbers, bottom) for index in used]
    row = lowest_row(above, keys) if bottom is None else bottom
    if bottom is None and row is not None:
        unheaded = [place for place in with_numbers if not text_of(_at(above[row], place))]
    else:
        bare = {column.place for column in columns if not column.label.text}
        unheaded = [place for place in with_numbers if place in bare]
    below = sheet.rows[rows[-1].number :]
    return Table(
        name=name_of(sheet, title),
        title=title,
        scope=_scope(above),
        unit=unit,
        columns=tuple(column for column in columns if column.label.text),
        unheaded=tuple(map(column_name, unheaded)),
        astray=() if row is None else _astray(above[row], used, keys),
        is_headed=bottom is not None,
        is_titled=bool(_texts(above[:bottom])),
        rows=rows,
        preamble=_texts(above),
        notes=_texts(below),
    )


def subject_of(title: str, most: int = 70) -> str:
    """Return what a title says the table is of, without its number, in ``most`` characters."""
    words = without_notes(_TABLE_NAME.sub("", title)).text.strip(" :.")
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def numbered_notes(sheets: tuple[Sheet, ...]) -> tuple[str, ...]:
    """Return the notes of a workbook that keeps them on a sheet: number in one cell, text beside.

    The number is "note 3", or "3" below "Note number". Each is given back as ``"3. its text"``, as
    notes under a table are written.
    """
    return tuple(note for sheet in sheets for note in _numbered_notes(sheet))


def _numbered_notes(sheet: Sheet) -> Iterator[str]:
    of_numbers = None
    for row in sheet.rows:
        for index, (cell, beside) in enumerate(itertools.pairwise(row[:3])):
            words, text = text_of(cell), text_of(beside)
            if _NOTE_NUMBERS.match(words):
                of_numbers = index
            match = _NOTE_NUMBER.match(words)
            number = match[1] if match else words.strip("[]. ") if index == of_numbers else ""
            if number.isdigit() and text:
                yield f"{number}. {text}"


def note_numbered(notes: tuple[str, ...], numbers: tuple[int, ...]) -> str:
    """Return the notes with these numbers, without their numbers, as one text."""
    found = []
    for wanted in numbers:
        start = re.compile(rf"^\s*(?:\[?\s*note\s+)?{wanted}\s*[.\]):]\s*", re.IGNORECASE)
        found += [start.sub("", note).strip() for note in notes if start.match(note)][:1]
    return " ".join(found)


def cell_name(row: int, column: int) -> str:
    """Return a cell's name as spreadsheets show it: row 12 (from 1), column 2 (from 0) is C12."""
    return f"{column_name(column)}{row}"


def column_name(column: int) -> str:
    """Return a column's letters as spreadsheets show them: column 2 (from 0) is C."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _column_with(rows: Rows, is_wanted: Callable[[object], bool]) -> int | None:
    """Return the column, near the left, in which most cells are wanted."""
    found = Counter(
        index
        for row in rows
        for index, cell in enumerate(row[:_SEARCHED_COLUMNS])
        if is_wanted(cell)
    )
    if not found:
        return None
    column, times = max(found.items(), key=lambda item: (item[1], -item[0]))
    return column if times >= FEWEST_AREAS else None


def _names_force(cell: object) -> bool:
    return isinstance(cell, str) and force_named(without_notes(cell).text.strip(" *+")) is not None


def _next_text_column(rows: Rows, code_column: int | None) -> int | None:
    """Return the column of names beside that of codes, where no name is known."""
    for row in rows:
        if code_column is not None and len(row) > code_column and code_of(row[code_column]):
            for index, cell in enumerate(row[:_SEARCHED_COLUMNS]):
                if index != code_column and isinstance(cell, str) and text_of(cell):
                    return index
    return None


def _rows(rows: Rows, code_column: int | None, name_column: int | None) -> Iterator[Row]:
    """Yield every row from the first area on that has a name or code, and a value."""
    begun = False
    for line, cells in enumerate(rows, start=1):
        code = code_of(_at(cells, code_column))
        name = text_of(_at(cells, name_column))
        is_area = code is not None or _names_force(name) or region_area(name) is not None
        begun = begun or (is_area and _has_value(cells, (code_column, name_column)))
        # "England and Wales" stands above headings, too: there without a number beside it.
        begun = begun or (area_of(name) is not None and _has_figures(cells))
        if begun and (code or name) and _has_value(cells, (code_column, name_column)):
            yield Row(line, code, name, cells)


def _has_value(cells: list[object], keys: tuple[int | None, ...]) -> bool:
    """Return whether the row has anything but its code and name."""
    return any(text_of(cell) for index, cell in enumerate(cells) if index not in keys)


def _has_figures(cells: list[object]) -> bool:
    """Return whether a row has a cell that the workbook itself holds as a number."""
    return any(isinstance(cell, (int, float)) and not isinstance(cell, bool) for cell in cells)


def _used_columns(rows: tuple[Row, ...], keys: set[int | None]) -> list[int]:
    used = {
        index
        for row in rows
        for index, cell in enumerate(row.cells)
        if index not in keys and text_of(cell)
    }
    return sorted(used)


def _has_number(rows: tuple[Row, ...], place: int) -> bool:
    """Return whether a column holds a number, be it one that is written as text ("1,234")."""
    cells = (row.cells[place] for row in rows if place < len(row.cells))
    return any(number(cell, {}).value is not None for cell in cells)


def _astray(headings: list[object], used: list[int], keys: set[int | None]) -> tuple[str, ...]:
    """Return the columns, by their letters, whose heading has nothing below it or other things.

    Over the codes and names of areas stands what names them.
    """
    return tuple(
        column_name(index)
        for index, cell in enumerate(headings)
        if (text := text_of(cell))
        and index not in used
        and not (index in keys and _OF_KEYS.search(text))
    )


def _scope(above: Rows) -> str:
    """Return the line that says which area the table is of."""
    texts = (text_of(cell) for row in above for cell in row[:2])
    found = next((text for text in texts if text.casefold().startswith("england and wales")), "")
    return without_notes(found).text


def _texts(rows: Rows) -> tuple[str, ...]:
    return tuple(text for row in rows for cell in row if (text := text_of(cell)))


def _at(cells: list[object], index: int | None) -> object:
    return cells[index] if index is not None and index < len(cells) else ""
