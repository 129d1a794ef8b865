# SPDX-License-Identifier: MIT
"""Dates and periods as publications write them, also with footnote digits glued to a year.

``"year ending March 181,2"`` is March 2018 with notes 1 and 2, ``"March 20181,2"`` is the same.
"""

import calendar
import datetime
import re

from peelviewer.model.measure import Period
from peelviewer.reference.months import MONTHS

_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_YEAR_ENDING = re.compile(
    rf"(?:years?\s+end(?:ing|ed)|(?:12|twelve)\s+months\s+to)\s+{_MONTH}\.?\s+['’]?(\d{{2,}})",
    re.IGNORECASE,
)
_MONTH_AND_YEAR = re.compile(rf"\b{_MONTH}\s+((?:19|20)\d\d)", re.IGNORECASE)
_SPAN = re.compile(
    rf"\b{_MONTH}\.?\s*(?:['’]?(\d{{2,}}))?\s*(?:to|-|–)\s*{_MONTH}\.?\s*['’]?(\d{{2,}})",
    re.IGNORECASE,
)
_FINANCIAL = re.compile(r"^\D{0,20}?((?:19|20)\d\d)\s*[/–-]\s*(?:20)?(\d\d)(?!\d)")
_FINANCIAL_WITHIN = re.compile(r"\b(?:19|20)\d\d\s*[/–]\s*(?:20)?\d\d(?!\d)")
_DAY = re.compile(rf"\b(\d{{1,2}})\s+{_MONTH}\s+(\d{{4}})", re.IGNORECASE)
_MONTH_OF = re.compile(rf"\b{_MONTH}[\s-]+['’]?(\d{{4}}|\d{{2}})(?!\d)", re.IGNORECASE)
_SINCE = re.compile(
    rf"\b(?:from|since)\s+(?:1(?:st)?\s+)?{_MONTH}\s+((?:19|20)\d\d)\b(?!\s*(?:to|-|–)\s)",
    re.IGNORECASE,
)
_MID_YEAR = re.compile(r"mid[-\s](?:year\s+)?((?:19|20)\d\d)", re.IGNORECASE)
_NOTES_BEHIND = re.compile(
    rf"{_MONTH}\.?\s+['’]?(?:(?:19|20)\d\d|(?!(?:19|20)\d\d)\d\d)"
    r"(\d{1,2}(?:\s*,\s*\d{1,2})*)(?!\d)",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"^\s*((?:19|20)\d\d)\d{0,2}(?:,\s*\d+)*\s*$")


def month_end(year: int, month: int) -> datetime.date:
    """Return the last day of a month."""
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def years_ending(text: str) -> tuple[datetime.date, ...]:
    """Return the last days of every "year ending <month> <year>" in ``text``, in its order.

    Further months with a year belong to them: "years ending June 2018 and June 2019".
    """
    named = _YEAR_ENDING.findall(text)
    further = _MONTH_AND_YEAR.findall(text) if named else []
    found = (
        month_end(year, _NUMBERS[month[:3].casefold()])
        for month, digits in (*named, *further)
        if (year := _year(digits)) is not None
    )
    return tuple(dict.fromkeys(found))


def ends_in(text: str) -> tuple[datetime.date, ...]:
    """Return the last days of all twelve months that a heading names, in its order.

    ``"Apr '15 to Mar '165, 6"``, ``"Apr 2015 to Mar 2016"``, ``"2015/16"`` and ``"year ending
    March 2016"`` all are the twelve months to 31 March 2016.
    """
    spans = tuple(end for match in _SPAN.finditer(text) if (end := _end_of(match)) is not None)
    if spans:
        return tuple(dict.fromkeys(spans))
    if ending := years_ending(text):
        return ending
    if (financial := _FINANCIAL.match(text)) is not None:
        year = int(financial[1]) + 1
        if year % 100 == int(financial[2]):
            return (month_end(year, 3),)
    return ()


def months_begun(text: str) -> tuple[datetime.date, ...]:
    """Return the last days of the months that words begin with: "from April 2023"."""
    found = (month_end(int(year), _NUMBERS[m[:3].casefold()]) for m, year in _SINCE.findall(text))
    return tuple(dict.fromkeys(found))


def notes_behind(text: str) -> tuple[int, ...]:
    """Return the numbers of the notes that are glued to the years in ``text``."""
    marks = " ".join(match[2] for match in _NOTES_BEHIND.finditer(text))
    return tuple(int(number) for number in re.findall(r"\d+", marks))


def without_periods(text: str) -> str:
    """Return ``text`` without the twelve months, years and mid-years that it names."""
    for pattern in (_SPAN, _YEAR_ENDING, _MONTH_AND_YEAR, _FINANCIAL_WITHIN, _MID_YEAR):
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def day(value: object) -> datetime.date | None:
    """Return the day in a cell: a date, or text such as ``"30 September 2015"``."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        if (match := _DAY.search(value)) is not None:
            return _date(int(match[3]), _NUMBERS[match[2][:3].casefold()], int(match[1]))
        try:
            return datetime.date.fromisoformat(value.strip()[:10])
        except ValueError:
            return None
    return None


def as_at(text: str) -> datetime.date | None:
    """Return the one day that words name, ``None`` for none or several.

    ``"as at 31 March 2018"`` is one; so are ``"Sep-18"`` and ``"September 2018"``: a month alone
    means its last day, as at which the statistics of the police are.
    """
    found = {
        day
        for match in _DAY.finditer(text)
        if (day := _date(int(match[3]), _NUMBERS[match[2][:3].casefold()], int(match[1])))
    }
    if not found:
        found = {
            month_end(year, _NUMBERS[month[:3].casefold()])
            for month, digits in _MONTH_OF.findall(text)
            if (year := _year(digits)) is not None
        }
    return found.pop() if len(found) == 1 else None


def mid_year(text: str) -> Period | None:
    """Return the day, 30 June, of a mid-year estimate: ``"2015"`` or ``"… (mid-2015)4"``."""
    match = _MID_YEAR.search(text) or _BARE_YEAR.match(text)
    if match is None:
        return None
    return Period(kind="as at", end=datetime.date(int(match[1]), 6, 30))


def change(ends: tuple[datetime.date, ...]) -> Period | None:
    """Return the change between two periods, given by their last days in any order."""
    if len(ends) != 2 or ends[0] == ends[1]:
        return None
    return Period(kind="change", start=min(ends), end=max(ends))


def months_between(period: Period) -> int:
    """Return how many months a change spans; 0 where it has no beginning."""
    if period.start is None:
        return 0
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month


def _end_of(span: re.Match[str]) -> datetime.date | None:
    """Return the last day of a span of months, or ``None`` where it is not of twelve months.

    A first month without a year ("January to December 2024") is the last that can be meant.
    """
    first, last = _NUMBERS[span[1][:3].casefold()], _NUMBERS[span[3][:3].casefold()]
    end = _year(span[4])
    begin = _year(span[2]) if span[2] else None if end is None else end - (first > last)
    if begin is None or end is None or (end - begin) * 12 + last - first != 11:
        return None
    return month_end(end, last)


def _year(digits: str) -> int | None:
    """Return the year at the front of digits that may have a footnote number behind it."""
    if len(digits) >= 4 and digits[:2] in ("19", "20"):
        year = int(digits[:4])
    else:
        year = 2000 + int(digits[:2])
        if year > 2079:
            year -= 100
    return year if 1950 <= year <= 2079 else None


def _date(year: int, month: int, number: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None
