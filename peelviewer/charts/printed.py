# SPDX-License-Identifier: MIT
"""Numbers as the report prints them: short enough for a bar, and compared as printed."""

import math
import re

from peelviewer.charts.values import DASH, FORCE, NATIONAL, Row, Value

_NUMBERS = re.compile(r"(?P<number>[+\-−–]?\d[\d,]*(?:\.\d+)?)\s*(?P<percent>%|per ?cent(?!age))?")
_NUMBER = re.compile(
    r"^\s*(?P<number>[+\-−–]?\s?\d[\d,]*(?:\.\d+)?)\s*(?P<percent>%|per ?cent(?!age))?"
)


def printed_value(printed: str | None, value: float | None, *, is_change: bool = False) -> str:
    """Return the number as the report prints it, short enough to stand at a bar.

    The words after a number of the running text are left off ("10.4 percent" → "10.4%"), and a
    fall told in words ("17 percent fewer" → −17) gets its sign, as does a rise where the number
    ``is_change``; decimals are never touched. A fall has a minus sign, as in all charts.
    """
    if value is None:
        return DASH
    match = next(
        (found for found in _NUMBERS.finditer(printed or "") if _is_size(found["number"], value)),
        None,
    )
    if match is None:
        return plain_number(value)
    number = match["number"]
    if value < 0 and number[0].isdigit():
        number = f"\N{MINUS SIGN}{number}"
    elif is_change and value > 0 and number[0].isdigit():
        number = f"+{number}"
    if number[:1] in "-–":
        number = f"\N{MINUS SIGN}{number[1:]}"
    return number + ("%" if match["percent"] else "")


def plain_number(value: float) -> str:
    """Return a number that is printed nowhere: whole, to a millionth, with a minus as a minus."""
    digits = f"{value:,.6f}".rstrip("0").rstrip(".")
    return digits.replace("-", "\N{MINUS SIGN}")


def _is_size(number: str, value: float) -> bool:
    """Whether ``number`` is ``value`` but for its sign, which words may have told."""
    return math.isclose(abs(float(re.sub(r"[,−–+\-]", "", number))), abs(value))


def printed_number(value: Value) -> float:
    """Return the number as printed, so that comparing respects the printed precision."""
    match = _NUMBER.match(value.printed)
    if match is None:
        return value.value or 0.0
    digits = re.sub(r"[\s,]", "", match["number"]).replace("−", "-").replace("–", "-")
    return float(digits)


def printed_pair(row: Row) -> tuple[float, float] | None:
    """Return the force's and the national number of a row with bars, if both are there."""
    values = {value.series: value for value in row.values if value.value is not None}
    if not (row.is_drawn and row.compares) or FORCE not in values or NATIONAL not in values:
        return None
    return printed_number(values[FORCE]), printed_number(values[NATIONAL])


def difference(row: Row) -> str:
    """Return force minus national at the printed precision, "" where one is missing.

    The difference of two percentages is in percentage points.
    """
    pair = printed_pair(row)
    if pair is None:
        return ""
    decimals = max(decimals_of_printed(value.printed) for value in row.values[:2])
    points = " percentage points" if row.unit.startswith("percent") else ""
    gap = round(pair[0] - pair[1], decimals)
    return "none" if gap == 0 else f"{gap:+.{decimals}f}{points}".replace("-", "−")


def decimals_of_printed(printed: str) -> int:
    """Return with how many decimals a number is printed."""
    match = re.search(r"\.(\d+)", printed)
    return len(match[1]) if match else 0


def value_words(value: Value) -> str:
    """Return a value as it is read out; a missing one with its reason."""
    if value.value is not None:
        return value.printed
    return f"no value ({value.missing})" if value.missing else "no value"
