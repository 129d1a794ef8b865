# SPDX-License-Identifier: MIT
"""Numbers and units as printed."""

import re

_NUMBER = re.compile(
    r"(?P<sign>[+\-–−]?)\s?£?(?P<digits>(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?+)"
)
# What makes another number of the one before it: a range, a ratio, a year, thousands, millions;
# a comma that parts no thousands can be a decimal sign or a slip.
_GOES_ON = re.compile(
    r"\s*(?:[-–—/:]|to|in|and|or|of)\s*\d|\s\d{3}(?!\d)|[.,]\d"
    r"|\s?(?:[km]|bn|thousand|million|billion)\b",
    re.IGNORECASE,
)
_DASH = re.compile(r"[-–—]+\*?$|n/?a$|not (?:available|provided|supplied)$|\.\.+$", re.IGNORECASE)
_MINUS = frozenset("-–−")
_UNITS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bper 10,?000 adult females\b", re.IGNORECASE), "per_10000_adult_females"),
    (
        re.compile(r"\b(?:per|for(?: every)?) 1,?000 households\b", re.IGNORECASE),
        "per_1000_households",
    ),
    (
        re.compile(
            r"\b(?:per|for(?: every)?) 1,?000 (?:of the )?(?:population|people)\b", re.IGNORECASE
        ),
        "per_1000_population",
    ),
    (
        re.compile(r"\bper (?:one |1 )?million (?:of the )?(?:population|people)\b", re.IGNORECASE),
        "per_million_population",
    ),
    (
        re.compile(
            r"\b(?:per|for every) 100 (?:\w+[\s-]){0,3}(?:crimes|offences)\b", re.IGNORECASE
        ),
        "per_100_crimes",
    ),
)
# Any other rate: what it is of is the words up to the period or the end.
_RATE = re.compile(
    r"\b(?:per|for(?: every)?) (?P<size>\d{1,3}(?:,?\d{3})*|(?:one |1 )?million|head)"
    r"(?: of (?:the )?)?\s?(?P<of>[a-z]+(?: (?!(?:for|in|over|as|at|to|of|by|and|the|twelve|year"
    r"|with|during|across)\b)[a-z]+){0,2})?",
)
_CHANGE = re.compile(r"\b(?:percentage\s+)?(?:change|increase|decrease)\s+in\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|\bper\s?cent(?:age)?\b|\bproportions?\b", re.IGNORECASE)


def number(text: str) -> float | None:
    """Return the value that a cell prints ("+3.7%", "1,234", "39.0 percent"), or ``None``.

    A range ("3.9–44.4"), a ratio ("1 in 4"), a rounded sum ("1.2 million") or one with a comma
    that parts no thousands ("4,1") is no value.
    """
    text = text.strip()
    found = _NUMBER.match(text)
    if found is None or _GOES_ON.match(text, found.end()):
        return None
    value = float(found["digits"].replace(",", ""))
    return -value if found["sign"] in _MINUS and found["sign"] else value


def is_missing(text: str) -> bool:
    """Whether a cell says, by a dash or in words, that there is no value."""
    return bool(_DASH.match(text.strip()))


def decimals(printed: str) -> int:
    """Return how many decimals a printed value has."""
    found = _NUMBER.search(printed)
    return len(found["digits"].partition(".")[2]) if found else 0


def unit(text: str) -> str | None:
    """Return the unit that ``text`` states, or ``None``.

    "Change in" and "percent" together, or a change of a rate, are a change in percent.
    """
    if _CHANGE.search(text):
        return "percent_change"
    for pattern, name in _UNITS:
        if pattern.search(text):
            return name
    return "percent" if _PERCENT.search(text) else None


def printed_rate(text: str, values: str = "") -> str | None:
    """Return the unit of a rate that no list knows, as printed ("per_1000_employees").

    ``values`` are what is printed of it: a pound sign there belongs to the unit.
    """
    found = _RATE.search(text)
    if found is None or not (found["of"] or found["size"] == "head"):
        return None
    size = found["size"].replace(",", "").replace("one ", "").replace("1 million", "million")
    money = "pounds" if "£" in values else ""
    of = (found["of"] or "").split() if size != "head" else ()
    return "_".join(filter(None, (money, "per", size, *of)))


def without_unit(label: str) -> str:
    """Return a printed label without the unit of its rate."""
    for pattern, _ in _UNITS:
        label = pattern.sub(" ", label)
    if printed_rate(label):
        label = _RATE.sub(" ", label)
    return " ".join(label.replace("( )", " ").split())
