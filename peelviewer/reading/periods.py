# SPDX-License-Identifier: MIT
"""Periods as reports print them: twelve months, a day, or a change between two periods."""

import calendar
import datetime
import re
from collections.abc import Iterator

from peelviewer.model.measure import Period
from peelviewer.reference.months import MONTHS

_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_DATE = (
    r"(?:the\s+)?(?:(?P<{0}day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?"
    rf"(?P<{{0}}month>{'|'.join(_MONTHS)})\s+(?P<{{0}}year>(?:19|20)\d\d)"
)
_SPAN = r"(?:(?:12|twelve)[\s-]months?|year)(?:\s+period)?\s+(?:to|ending|ended)(?:\s+at)?\s+"
_TWELVE = re.compile(_SPAN + _DATE.format("a"), re.IGNORECASE)
_YEARS = re.compile(
    r"(?P<years>\d{1,2}|two|three|four|five|ten)[\s-]years?(?:\s+period)?\s+to\s+"
    rf"(?:the\s+)?(?:{_SPAN})?" + _DATE.format("a"),
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(?:as\s+)?at\s+" + _DATE.format("a"), re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:against|compared\s+(?:with|to)|comparing|with|from)\b", re.IGNORECASE)
_PREVIOUS = re.compile(
    r"\b(?:previous|preceding)\s+(?:(?:12|twelve)[\s-]months?|year)(?:\s+period)?", re.IGNORECASE
)
_DANGLING = re.compile(
    r"(?:[\s,;:(–-]+(?:for|in|over|to|of|the|against|with|compared))*[\s,;:(–-]*$", re.IGNORECASE
)
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}


def _date(found: re.Match[str]) -> datetime.date | None:
    """Return the day, or the last day of a month that is named without one."""
    year, month = int(found["ayear"]), _MONTHS[found["amonth"].casefold()]
    last = calendar.monthrange(year, month)[1]
    day = int(found["aday"] or last)
    return datetime.date(year, month, day) if 1 <= day <= last else None


def years_before(day: datetime.date, years: int) -> datetime.date:
    """Return the same day so many years earlier; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def ends(text: str) -> Iterator[datetime.date]:
    """Yield the last day of each twelve months that ``text`` names, in order."""
    for found in _TWELVE.finditer(text):
        if day := _date(found):
            yield day


def period(text: str) -> Period | None:
    """Return the one period that ``text`` states; ``None`` if none, or more than can be told.

    "12 months to A against 12 months to B" and "5 years to 12 months to B" are changes.
    """
    if found := _YEARS.search(text):
        end = _date(found)
        years = _WORDS.get(found["years"].casefold()) or int(found["years"])
        if end is not None:
            return Period(kind="change", start=years_before(end, years), end=end)
    days = sorted(set(ends(text)))
    if len(days) == 2 and _AGAINST.search(text):
        return Period(kind="change", start=days[0], end=days[1])
    if len(days) == 1:
        if _PREVIOUS.search(text) and _AGAINST.search(text):
            return Period(kind="change", start=years_before(days[0], 1), end=days[0])
        return Period(kind="12 months to", end=days[0])
    if not days and (found := _DAY.search(text)) and (end := _date(found)):
        return Period(kind="as at", end=end)
    return None


def names_previous(text: str) -> bool:
    """Whether ``text`` compares with "the previous 12 months"."""
    return bool(_PREVIOUS.search(text))


def without_period(label: str) -> str:
    """Return a printed label without its period."""
    text = _YEARS.sub(" ", label)
    text = re.sub(
        r"(?:\b(?:for|in|over|to|of|against)\s+)?(?:the\s+)?" + _TWELVE.pattern,
        " ",
        text,
        flags=re.IGNORECASE,
    )
    text = " ".join(_DAY.sub(" ", text).split())
    return _DANGLING.sub("", text)
