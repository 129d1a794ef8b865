# SPDX-License-Identifier: MIT
"""Numbers and units as printed."""

import re
from dataclasses import dataclass

MINUS = "−–—‒‑‐-"
"""The signs that reports print for a minus; the last one stands last in a set of characters."""
STARS = re.compile(r"[*†‡§]+")
"""The signs that call out a note below a table or a pair."""
THOUSANDS = ",\u2009\u202f\u00a0"
"""The signs that part thousands: a comma, or a space at which no line may break."""
_NUMBER = re.compile(
    rf"(?P<sign>[+{MINUS}]?)\s?£?"
    rf"(?P<digits>(?:\d{{1,3}}(?:[{THOUSANDS}]\d{{3}})++(?!\d)|\d++)(?:[.·]\d++)?+)"
)
_NO_DIGIT = re.compile(rf"[{THOUSANDS}]")
# What makes another number of the one before it: a range, a ratio, a year, thousands, millions;
# a comma that parts no thousands can be a decimal sign or a slip.
_GOES_ON = re.compile(
    r"\s*(?:[-–—/:]|to|in|and|or|of)\s*\d|\s\d{3}(?!\d)|[.,·]\d"
    r"|\s?(?:[km]|bn|thousand|million|billion)\b",
    re.IGNORECASE,
)
GONE = (
    rf"(?:[{MINUS}]+|n\.?/?a\.?|\.\.+|no data|(?:data )?unavailable"
    r"|(?:data )?not (?:available|provided|supplied|applicable|submitted|recorded|collected|known))"
)
"""What reports print in place of a value that there is none of."""
_DASH = re.compile(rf"{GONE}\*?$", re.IGNORECASE)
_PER = r"\b(?:per|for(?: every| each)?)\s+"
_THOUSAND = r"(?:1[,\s]?000|(?:one |a )?thousand)"
_MINORITY = (
    r"(?:black, Asian and (?:other )?minority ethnic|BAME|BME|minority ethnic|ethnic minority)"
)
_OF_MINORITIES = "per_1000_minority_ethnic_population"
_UNITS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(_PER + pattern, re.IGNORECASE), name)
    for pattern, name in (
        (r"10[,\s]?000 adult females\b", "per_10000_adult_females"),
        (rf"{_THOUSAND} households\b", "per_1000_households"),
        (rf"{_THOUSAND} (?:of the )?(?:population|people)\b", "per_1000_population"),
        (
            r"(?:one |1 |a )?million (?:of the )?(?:population|people)\b",
            "per_million_population",
        ),
        (r"100 (?:[\w’']+[\s-]){0,3}(?:crimes|offences)\b", "per_100_crimes"),
        (rf"{_THOUSAND} (?:of the )?{_MINORITY} (?:population|people)\b", _OF_MINORITIES),
    )
)
# Any other rate: what it is of is the words up to the period or the end.
_NO_NOUN = (
    r"(?!(?:for|in|over|as|at|to|of|by|and|the|twelve|year|with|during|across|compared|against"
    r"|than|while|whereas|which|was|were|is|are|from|on|nationally|locally|recorded|made|lower"
    r"|higher|below|above|but|about|into|involving|using|under|among|who|that|because|after|before"
    r"|within|without|each|every|when|where|this|these|it|had|has|have|down|up)\b)"
)
_SIZE = rf"{_PER}(?P<size>\d{{1,3}}(?:[,\s]?\d{{3}})*|(?:one |1 )?(?:million|thousand)|head)"
_RATE = re.compile(
    rf"{_SIZE}(?: of (?:the )?)?\s?(?P<of>{_NO_NOUN}[a-z]+(?: {_NO_NOUN}[a-z]+){{0,2}})?"
)
_ONE = re.compile(
    r"\bper (?P<of>person|(?:police )?officer|member of staff|employee|household|victim|resident"
    r"|crime|offence|call|incident|FTE)\b(?P<time> per (?:day|year))?",
    re.IGNORECASE,
)
_MILLIONS = re.compile(
    rf"(?P<sum>[+{MINUS}]?\s?£\s?\d[\d,]*(?:\.\d+)?)\s?(?:m|million)\*?$", re.IGNORECASE
)
_PENCE = re.compile(r"\d\s?(?:p|pence)\b")
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
    value = _value(found["digits"])
    return -value if found["sign"] and found["sign"] in MINUS else value


def _value(digits: str) -> float:
    return float(_NO_DIGIT.sub("", digits).replace("·", "."))


def millions(text: str) -> float | None:
    """Return a printed sum of money in millions of pounds ("£8.3m"), or ``None``."""
    found = _MILLIONS.match(text.strip())
    return number(text.strip()[: found.end("sum")]) if found else None


def is_missing(text: str) -> bool:
    """Whether a cell says, by a dash or in words, that there is no value."""
    return bool(_DASH.match(text.strip()))


def decimals(printed: str, value: float) -> int:
    """Return with how many decimals a printed text gives a value; none where it has it in words."""
    for found in _NUMBER.finditer(printed):
        if _value(found["digits"]) == abs(value):
            return len(found["digits"].replace("·", ".").partition(".")[2])
    return 0


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

    ``values`` are what is printed of it: a sign of money there belongs to the unit.
    """
    found = _RATE.search(text)
    if found is not None and (found["of"] or found["size"] == "head"):
        size = _size(found)
        of = (found["of"] or "").split() if size != "head" else []
        return "_".join(filter(None, (_money(values), "per", size, *of)))
    if found := _ONE.search(text):
        words = (found["of"] + (found["time"] or "")).casefold().split()
        return "_".join(filter(None, (_money(values), "per", *words)))
    return None


def _size(found: re.Match[str]) -> str:
    size = _NO_DIGIT.sub("", found["size"].replace("one ", ""))
    return {"1 million": "million", "thousand": "1000"}.get(size, size.replace(" ", ""))


def _money(values: str) -> str:
    """Return the currency's word that the values are printed with."""
    if "£" in values:
        return "pounds"
    return "pence" if _PENCE.search(values) else ""


@dataclass(frozen=True)
class RatePhrase:
    """The words of a rate's unit in a text ("per 1,000 population"), and where they stand."""

    unit: str
    start: int
    end: int


def rate_phrases(text: str, money: str = "") -> tuple[RatePhrase, ...]:
    """Return all rates' units that a text names, in order; a known unit before one as printed.

    One that names its size only ("46 per million") is "per_million".
    """
    found: list[RatePhrase] = []
    for pattern, name in (*_UNITS, (_RATE, ""), (_ONE, "")):
        for match in pattern.finditer(text):
            unit_name = name or printed_rate(match[0], money)
            if unit_name is None and pattern is _RATE:
                unit_name = f"per_{_size(match)}"
            if unit_name and not any(
                r.start < match.end() and match.start() < r.end for r in found
            ):
                found.append(RatePhrase(unit_name, match.start(), match.end()))
    return tuple(sorted(found, key=lambda rate: rate.start))


def without_unit(label: str) -> str:
    """Return a printed label without the unit of its rate."""
    for pattern, _ in _UNITS:
        label = pattern.sub(" ", label)
    if printed_rate(label):
        label = _ONE.sub(" ", _RATE.sub(" ", label))
    return " ".join(label.replace("( )", " ").split())
