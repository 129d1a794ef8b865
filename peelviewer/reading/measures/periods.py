# SPDX-License-Identifier: MIT
"""Periods as reports print them: twelve months, a day, or a change between two periods."""

import calendar
import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peelviewer.model.measure import Period
from peelviewer.reference.months import MONTHS

_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH = "|".join(_MONTHS)


def _date(group: str, day: str = "?") -> str:
    """Return the pattern of a date, its groups named after ``group``.

    ``day`` is "" for one that must have a day, not only a month.
    """
    return (
        rf"(?:the\s+)?(?:end\s+of\s+)?(?:(?P<{group}day>\d{{1,2}})(?:st|nd|rd|th)?\s+){day}"
        rf"(?P<{group}month>{_MONTH})\s+(?P<{group}year>(?:19|20)\d\d)\b"
    )


_SPAN = (
    r"(?:(?:12|twelve)[\s-]months?|year)(?:[\s-]period)?\s+"
    r"(?:(?:up\s+)?to|ending|ended|end)(?:\s+(?:at|on|in))?\s+"
)
_IN_WORDS = re.compile(r"\bmonths\b|\byear\s+(?:to|end)|\bas\s+at\b", re.IGNORECASE)
_AND_YEAR = r"(?!,?\s+(?:and|or)\s+20\d\d\b(?!\s?[/–-]\s?\d))"  # "June 2016 and 2017" are two
_TWELVE = re.compile(_SPAN + _date("a") + _AND_YEAR, re.IGNORECASE)
# "Between the years ending 31 March 2017 and 31 March 2018".
_TWO_YEARS = re.compile(
    r"\b(?:from|between)\s+(?:the\s+)?(?:(?:12|twelve)[\s-]months?(?:[\s-]periods?)?|years)\s+"
    rf"(?:(?:up\s+)?to|ending|ended)\s+{_date('a')}\s+(?:and|to)\s+{_date('b')}",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?P<years>\d{1,2}|two|three|four|five|ten)[\s-]years?(?:[\s-]period)?\s+(?:up\s+)?"
    rf"(?:to|ending)\s+(?:the\s+)?(?:{_SPAN})?" + _date("a"),
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"\b(?:(?:from|between)\s+)?{_date('a')}\s*(?:to|and|until|–|-)\s*{_date('b')}", re.IGNORECASE
)
# The report's own year is no period: "the 2018/19 inspection", "PEEL 2018/19", "in 2017, we found".
_NO_PERIOD = (
    r"(?!(?:\s+[\w/’']+){0,2}?\s+(?:inspections?|reports?|assessments?|PEEL|programme|round)\b)"
    r"(?!,?\s+(?:we|our|HMIC|HMICFRS)\b)"
)
_FINANCIAL = re.compile(
    r"\b(?<!PEEL )(?<!effectiveness )(?<!efficiency )(?<!legitimacy )(?<![\d/–-])"
    r"(?:(?:financial\s+)?year\s+)?"
    rf"(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)(?![\d/–-]){_NO_PERIOD}",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    r"\b(?:in|during|for|over|throughout)\s+(?:the\s+)?(?:calendar\s+)?(?:year\s+)?"
    rf"(?P<year>20\d\d)\b(?!\s?[/–-]\s?\d){_NO_PERIOD}",
    re.IGNORECASE,
)
# A part of a year, or what lies beside it: "half of the 12 months to 31 March 2016", "Q1 2016/17".
_PART = re.compile(
    r"\b(?:(?:(?:half|quarter|third|part|half[\s-]year|spring|summer|autumn|winter|start|beginning"
    r"|middle)\s+of|(?<!12\s)(?<!twelve\s)(?:months?|weeks?)\s+(?:of|in)|half[\s-]?way\s+through"
    r"|half|year[\s-]to[\s-]date(?:\s+(?:in|for))?|[HQ][1-4](?:\s+of)?)"
    r"[\s-]+(?:the\s+)?(?:(?:financial|calendar)\s+)?"
    rf"(?:{_SPAN}{_date('a')}|(?:year\s+)?20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\b)"
    rf"|(?:of|before|after|since|through)\s+(?:the\s+)?{_SPAN}{_date('b')})",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"\b(?:as\s+(?:at|of)|at|on)\s+{_date('a', day='')}"
    rf"|\b(?:as\s+)?at\s+(?:the\s+end\s+of\s+){_date('b')}|\bas\s+(?:at|of)\s+{_date('c')}",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"\bas\s+(?:at|of)\s+{_date('a')}\s*,?\s*(?:against|compared\s+(?:with|to))\s+"
    rf"(?:(?:as\s+)?(?:at|of)\s+)?{_date('b')}",
    re.IGNORECASE,
)
_UNCLEAR = re.compile(
    rf"\b(?:{_MONTH})\s+20\d\d\b|\b(?:since|from|by|until|before|after|on|with|to|than)\s+(?:\w+\s+)?20\d\d\b"
    r"|\bfor\s+(?:\w+\s+)?years\b"
    r"|\b(?:last|past|first|second|third|final)\s+(?:\w+\s+)?(?:quarter|weeks?|months?|years)\b"
    rf"|\b(?:in|from|during|between)\s+(?:{_MONTH})\b"
    r"|\b(?:in|over|during|for)\s+(?:the\s+)?(?:an?|one|each|single|two|three|four|five|six|nine"
    r"|[2-9]|18)\s+(?:\w+\s+)?(?:weeks?|months?|quarters?(?!\s+of\b))\b",
    re.IGNORECASE,
)
# What all readers of a time with a year need; one of a time without needs one of the words.
_HAS_YEAR = re.compile(r"(?:19|20)\d\d")
_TIME_WORDS = ("quarter", "week", "month", "years", *_MONTHS)
_AGAINST = re.compile(
    r"\b(?:against|compared\s+(?:with|to)|comparing|between|with|from)\b|\bchange\b.*\d\d\s(?:to|–|-)\s",
    re.IGNORECASE | re.DOTALL,
)
_PREVIOUS = re.compile(
    r"\b(?:previous|preceding)\s+(?:(?:12|twelve)[\s-]months?|(?:financial\s+)?year)"
    r"(?:[\s-]period)?|\b(?:12\s+months|twelve\s+months|year)\s+(?:before|earlier)\b",
    re.IGNORECASE,
)
# How a time's own words can begin, what stands before one at which something was, and what before
# that takes this back; and what behind a time makes another of it.
_LEAD_IN = re.compile(
    r"(?P<span>from|between)\s|(?:in|during|for|over|throughout)\s+", re.IGNORECASE
)
_WHEN = re.compile(
    r"(?:^\s*(?:the\s+|its\s+)?|[,;:(–—]\s*(?:the\s+)?|[’']s?\s+"
    r"|(?:(?P<word>[\w’-]+)\s+)?\b(?:in|during|for|over|throughout|across|within)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 60  # letters
_NOT_WHEN_WORDS = """
than unlike except far was were is as one each part most much all some half end start before after
or since until till report inspection assessment plan budget except besides only early late not
"""
_NOT_WHEN = frozenset(_NOT_WHEN_WORDS.split())
_GOES_ON = re.compile(
    r"\s*(?:to\s+date|so\s+far|onwards?\b|on\s*[,.;]|\((?:up\s+)?to\b|,?\s*up\s+to\b"
    r"|,?\s+(?:and|or)\s+(?:20\d\d(?!\s?[/–-])|before|after|since|later|earlier))",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\b(?:for|in|over|to|of|against|as|at|on|during)\s+)*(?:the\s+)?$", re.IGNORECASE
)
_DANGLING = re.compile(
    r"(?:[\s,;:(–-]+(?:for|in|over|to|of|the|against|with|compared|and|between|from))*"
    r"[\s,;:(–-]*$",
    re.IGNORECASE,
)
_TIES = re.compile(
    r"\b(?:for|in|over|to|of|the|against|with|compared|and|between|from|as|at|on|during)\b"
    r"|[\W\d_]",
    re.IGNORECASE,
)
_DAYS_IN_YEAR = 365.25
_WHOLE = 0.03  # of a year, within which a span counts as whole years
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}


@dataclass(frozen=True)
class Mention:
    """A time named in a text, and where; ``period`` is ``None`` if it is none that we keep.

    ``is_when`` says that the words around it tell when something was ("in 2016/17"), not since
    when, or of what else the year was.
    """

    period: Period | None
    start: int
    end: int
    is_when: bool = True


def _day(found: re.Match[str], group: str = "a") -> datetime.date | None:
    """Return the day, or the last day of a month that is named without one."""
    year, month = int(found[group + "year"]), _MONTHS[found[group + "month"].casefold()]
    last = calendar.monthrange(year, month)[1]
    day = int(found[group + "day"] or last)
    return datetime.date(year, month, day) if 1 <= day <= last else None


def years_before(day: datetime.date, years: int) -> datetime.date:
    """Return the same day so many years earlier; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def whole_years(when: Period) -> int | None:
    """Return how many whole years a change spans; ``None`` for another stretch."""
    if when.start is None:
        return None
    span = (when.end - when.start).days / _DAYS_IN_YEAR
    return round(span) if abs(span - round(span)) < _WHOLE else None


def over_a_year(when: Period) -> Period:
    """Return the change that "in the 12 months to" a day is: against the 12 months before."""
    if when.kind != "12 months to":
        return when
    return Period(kind="change", start=years_before(when.end, 1), end=when.end)


def mentions(text: str) -> tuple[Mention, ...]:
    """Return the times that ``text`` names, in order.

    A financial year ("2016/17") is the 12 months to 31 March, a year ("in 2017") those to 31
    December, and "1 July 2016 to 30 June 2017" the 12 months to its end. A date or a stretch of
    another length is a mention without a period.
    """
    readers = _READERS if _HAS_YEAR.search(text) else _WITHOUT_YEAR
    if readers is _WITHOUT_YEAR:
        folded = text.casefold()
        if not any(word in folded for word in _TIME_WORDS):
            return ()
    found: list[Mention] = []
    for pattern, read in readers:
        for match in pattern.finditer(text):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                found.append(_mention(text, read(match), match))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _mention(text: str, period: Period | None, found: re.Match[str]) -> Mention:
    is_when = True
    if period is not None and period.kind == "12 months to":
        lead = _LEAD_IN.match(found[0])
        end = found.start() + (lead.end() if lead else 0)
        before = _WHEN.search(text, max(end - _LONGEST_LEAD, 0), end)
        word = (before["word"] or "").casefold() if before else ""
        is_span = lead is not None and lead["span"] is not None
        is_when = is_span or (before is not None and word not in _NOT_WHEN)
        is_when = is_when and _GOES_ON.match(text, found.end()) is None
    return Mention(period, found.start(), found.end(), is_when)


def _years(found: re.Match[str]) -> Period | None:
    end = _day(found)
    years = _WORDS.get(found["years"].casefold()) or int(found["years"])
    return Period(kind="change", start=years_before(end, years), end=end) if end else None


def _twelve_to(end: datetime.date | None) -> Period | None:
    return Period(kind="12 months to", end=end) if end else None


def _between(found: re.Match[str]) -> Period | None:
    """Return the twelve months from one date to another; ``None`` for any other stretch."""
    start, end = _day(found), _day(found, "b")
    if start is None or end is None:
        return None
    if found["aday"] is None:
        start = start.replace(day=1)
    whole = start - datetime.timedelta(days=1)
    return _twelve_to(end) if whole in (years_before(end, 1), _month_end(end)) else None


def _month_end(end: datetime.date) -> datetime.date:
    """Return the last day of the month a year before ``end``, if ``end`` is a month's last day."""
    last = calendar.monthrange(end.year, end.month)[1]
    before = calendar.monthrange(end.year - 1, end.month)[1]
    return datetime.date(end.year - 1, end.month, before if end.day == last else end.day)


def _financial(found: re.Match[str]) -> Period | None:
    first, second = int(found["first"]), int(found["second"][-2:])
    return _twelve_to(datetime.date(first + 1, 3, 31)) if second == (first + 1) % 100 else None


def _calendar(found: re.Match[str]) -> Period | None:
    return _twelve_to(datetime.date(int(found["year"]), 12, 31))


def _between_days(found: re.Match[str]) -> Period | None:
    """Return the change from one day to another, in whichever order they are named."""
    one, other = _day(found), _day(found, "b")
    if one is None or other is None or one == other:
        return None
    return Period(kind="change", start=min(one, other), end=max(one, other))


def _as_at(found: re.Match[str]) -> Period | None:
    end = _day(found, next(group for group in "abc" if found[group + "month"]))
    return Period(kind="as at", end=end) if end else None


_READERS = (
    (_PART, lambda _: None),
    (_YEARS, _years),
    (_TWO_YEARS, _between_days),
    (_TWELVE, lambda found: _twelve_to(_day(found))),
    (_BETWEEN, _between),
    (_FINANCIAL, _financial),
    (_CALENDAR, _calendar),
    (_DAYS, _between_days),
    (_DAY, _as_at),
    (_UNCLEAR, lambda _: None),
)
_WITHOUT_YEAR = _READERS[-1:]


def ends(text: str) -> Iterator[datetime.date]:
    """Yield the last day of each twelve months that ``text`` names, in order."""
    for mention in mentions(text):
        if mention.period and mention.period.kind == "12 months to":
            yield mention.period.end


def period(text: str, times: Sequence[Mention] | None = None) -> Period | None:
    """Return the one period that ``text`` states; ``None`` if none, or more than can be told.

    "12 months to A against 12 months to B" and "5 years to 12 months to B" are changes. ``times``
    are its mentions, where they are known.
    """
    named = mentions(text) if times is None else times
    found = [mention.period for mention in named if mention.period]
    for stated in found:
        if stated.kind == "change":
            return stated
    days = sorted({stated.end for stated in found if stated.kind == "12 months to"})
    if len(days) == 2 and _AGAINST.search(text):
        return Period(kind="change", start=days[0], end=days[1])
    if len(days) == 1:
        if _PREVIOUS.search(text) and _AGAINST.search(text):
            return Period(kind="change", start=years_before(days[0], 1), end=days[0])
        return Period(kind="12 months to", end=days[0])
    counted = {stated.end for stated in found if stated.kind == "as at"}
    if not days and len(counted) == 1:
        return Period(kind="as at", end=counted.pop())
    return None


def change_between(text: str) -> Period | None:
    """Return the change from the one day that a label names to the same day of another year."""
    found = _BETWEEN.search(text)
    if found is None or not (found["aday"] and found["bday"]):
        return None
    stated = _between_days(found)
    return stated if stated is not None and whole_years(stated) else None


def names_previous(text: str) -> bool:
    """Whether ``text`` compares with "the previous 12 months"."""
    return bool(_PREVIOUS.search(text))


def without_period(label: str) -> str:
    """Return a printed label without its period."""
    kept, at = "", 0
    for mention in mentions(label):
        if mention.period or change_between(label[mention.start : mention.end]):
            kept += _LEAD.sub("", label[at : mention.start]) + " "
            at = mention.end
    return _DANGLING.sub("", " ".join((kept + label[at:]).split()))


def is_only_time(label: str) -> bool:
    """Whether a printed label says when and not what: times, and the words that tie them."""
    kept, at = "", 0
    for mention in mentions(label):
        kept += label[at : mention.start] + " "
        at = mention.end
    return not _TIES.sub("", kept + label[at:])


def heading_period(title: str) -> Period | None:
    """Return the period that a heading says the values below are of, in so many words.

    A year alone ("Progress in 2016") is not the period of all that stands below.
    """
    stated = period(title) if _IN_WORDS.search(title) else None
    return stated if all(time.period is not None for time in mentions(title)) else None
