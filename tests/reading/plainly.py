"""Markdown of a made report as other programs write it as plain text."""

import re
import textwrap

_NOTE = re.compile(r"(?:<sup>(\d+)</sup>|\[\^(\d+)\]:) (.*)", re.DOTALL)
_CALL = re.compile(r"<sup>([\d,]+)</sup>|\[\^(\d+)\]")
_WIDTH = 72


def pandoc_plain(markdown: str) -> str:
    """As Pandoc's plain writer does: no sign of a heading, indented tables, notes at the end."""
    made: list[str] = []
    notes: list[str] = []
    for part in markdown.strip().split("\n\n"):
        if body := _NOTE.match(part):
            notes.append(_filled(f"[{body[1] or body[2]}] {_worded(body[3])}"))
        elif part.startswith("#"):
            made.append(_worded(part.lstrip("# ")))
        elif "\t" in part and "....." not in part:
            made.append(_table([row.split("\t") for row in part.split("\n")]))
        elif part != "---":
            made += [_wrapped(row) for row in part.split("\n")]
    return "\n\n".join([*made, *notes]) + "\n"


def _worded(text: str) -> str:
    text = _CALL.sub(
        lambda call: "".join(f"[{number}]" for number in (call[1] or call[2]).split(",")), text
    )
    text = re.sub(r"\s*\.{4,}\s*", " ", text)
    return re.sub(r"\*\*|</?b>", "", text)


def _wrapped(row: str) -> str:
    indent = "  " if row.startswith("- ") else ""
    return _filled(" ".join(_worded(row).split()), indent)


def _filled(text: str, indent: str = "") -> str:
    return textwrap.fill(text, _WIDTH, subsequent_indent=indent, break_on_hyphens=False)


def _table(rows: list[list[str]]) -> str:
    """Columns of one width, cells in as many lines as they need, a blank line between rows."""
    count = max(map(len, rows))
    wide = (_WIDTH - 2 - count) // count
    rule = "  " + " ".join(["-" * wide] * count)
    lines = [rule]
    for row in rows:
        cells = [textwrap.wrap(_worded(cell), wide - 1) or [""] for cell in row]
        cells += [[""]] * (count - len(cells))
        for at in range(max(map(len, cells))):
            texts = (cell[at] if at < len(cell) else "" for cell in cells)
            lines.append("  " + " ".join(text.ljust(wide) for text in texts).rstrip())
        lines.append("")
    return "\n".join([*lines[:-1], rule])
