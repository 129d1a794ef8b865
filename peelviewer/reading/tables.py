# SPDX-License-Identifier: MIT
"""Tables: a block's lines read as columns and rectangular rows."""


def columns_and_rows(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return a table block's header and rows, all as wide as the widest; blank cells are ``""``.

    A row that is too short lacks cells on the right, where a heading within the table has no
    values; printed cells are never moved.
    """
    rows = [tuple(cell.strip() for cell in row.split("\t")) for row in text.split("\n")]
    width = max(len(row) for row in rows)
    full = tuple(row + ("",) * (width - len(row)) for row in rows)
    return full[0], full[1:]
