# SPDX-License-Identifier: MIT
"""What a police force area table is about, from its title.

The columns of the tables of recorded crime are offences and mean what they say. Those of a table
of something narrower (offences with a knife, crimes flagged as domestic abuse) have headings such
as "Robbery" too: there the subject goes before the heading, so that two measures are never mixed.
"""

import re
from typing import Literal, NamedTuple

from peelviewer.statistics import periods
from peelviewer.statistics.layout import subject_of

Kind = Literal["crime", "estimates", "named", "below"]


class Subject(NamedTuple):
    """``kind`` says how the columns are told.

    ``crime``: by their offences. ``estimates``: mid-year populations or households, by the year.
    ``named``: by ``label``, and what their headings add to it. ``below``: of areas smaller than
    a force; not taken. ``per``: of how many residents a rate is that does not say so itself.
    """

    kind: Kind
    label: str = ""
    per: int | None = None


_BELOW = re.compile(
    r"community safety|\bcsp\b|local authorit|\bdistricts?\b|neighbourhood", re.IGNORECASE
)
_NAMED: tuple[tuple[re.Pattern[str], Subject], ...] = tuple(
    (re.compile(words, re.IGNORECASE), subject)
    for words, subject in (
        (
            r"knife|knives|sharp instrument",
            Subject("named", "Knife or sharp instrument offences"),
        ),
        (r"firearm", Subject("named", "Firearm offences")),
        (
            r"(?:experience|perception|witness)\w* .*anti-?\s?social behaviour",
            Subject("named", "Anti-social behaviour experienced or witnessed"),
        ),
        (
            r"anti-?\s?social behaviour incidents|incidents of anti-?\s?social behaviour",
            Subject("named", "Anti-social behaviour incidents", per=1000),
        ),
        (r"population\s+(?:estimates|figures)", Subject("estimates", "population")),
        (r"household\s+(?:estimates|projections|figures)", Subject("estimates", "households")),
    )
)
_PLAIN = frozenset(
    {"a", "and", "as", "by", "for", "from", "in", "of", "the", "to", "with", "year"}
    | {"all", "at", "between", "last", "main", "on", "over", "previous", "since"}
    | {"area", "areas", "england", "english", "force", "forces", "region", "regions", "wales"}
    | {"countries", "country", "level"}
    | {"crime", "crimes", "group", "groups", "offence", "offences", "police", "recorded"}
    | {"categories", "category", "sub", "subgroup", "subgroups"}
    | {"change", "compared", "data", "figures", "number", "numbers", "per", "percent", "total"}
    | {
        "household",
        "households",
        "percentage",
        "pfa",
        "population",
        "rate",
        "rates",
        "type",
        "types",
    }
)
"""The words of the titles of recorded crime as such. With any other word a table is narrower."""
# What is no narrower: the tables of recorded crime as such are without fraud, whether or not their
# titles say so; and of how many residents a rate is.
_NO_NARROWER = re.compile(
    r"\([^)]*\)|\bexcluding fraud\b(?! (?:and|or)\b)|\bper [\d,]+ \w+", re.IGNORECASE
)
# Where the subject ends in a title: "Knife offences | by offence and police force area, …".
_CUT = re.compile(
    r",|\s(?:by|for|in) (?:the )?(?:offence|police|selected|force|pfa|english|england)"
    r"|\s(?:recorded|referred|reported)\b"
    r"|[,:]?\s(?:numbers?|rates?|percentages?|years?)\b",
    re.IGNORECASE,
)


def subject_in(title: str) -> Subject:
    """Return what the table with this title is about."""
    if _BELOW.search(title):
        return Subject("below")
    for words, subject in _NAMED:
        if words.search(title):
            return subject
    plain = _NO_NARROWER.sub(" ", subject_of(periods.without_periods(title), most=400))
    words_in = re.findall(r"[a-z]+", plain.casefold())
    if _PLAIN.issuperset(words_in) and {"crime", "crimes", "offences"} & set(words_in):
        return Subject("crime", per=1000)
    label = plain[: cut.start()] if (cut := _CUT.search(plain, 8)) else plain
    return Subject("named", label.strip(" :,.-–") or "Police force area table")
