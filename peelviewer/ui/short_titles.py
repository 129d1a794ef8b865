# SPDX-License-Identifier: MIT
"""Short names for narrow rows: what a question or a figure is about, without what they all say."""

import re

_OPENING_BEGINS = frozenset(("How", "Does", "Do", "Is", "Are", "Has", "Have"))
# Where the common opening of the inspectorate's questions ends, and how far in it may.
_OPENING_ENDS = ("force", "force's", "force’s", "Police", "Constabulary", "Police's", "Police’s")
_LONGEST_OPENING = 8  # words
_EXTENT = "To what extent "
_LINKING = frozenset(("at", "to"))
_BEFORE_A_QUESTION = " – "
# How a figure's title begins when it says how its values are counted, not what they count.
_COUNTED = re.compile(
    r"(?:police[- ]recorded|(?:percentage|proportion|rate|number) of)\s+", re.IGNORECASE
)
_CHANGE = re.compile(r"percentage (?=change)", re.IGNORECASE)


def short_question(title: str) -> str:
    """Return what a question is about, without the words that all questions begin with.

    Any other title stays as it is, but for a footnote's asterisk at its end.

    >>> short_question("How well does the force bring offenders to justice?")
    'Bring offenders to justice'
    >>> short_question("Overview – How effective is the force at reducing crime?")
    'Overview – reducing crime'
    """
    name, dash, question = title.partition(_BEFORE_A_QUESTION)
    if dash and (about := _about(question)):
        return f"{name}{dash}{about}"
    about = _about(title)
    return _capital(about) if about else title.rstrip("*")


def _about(question: str) -> str:
    """Return the question's end, empty where it does not begin as the inspectorate's do."""
    words = question.removeprefix(_EXTENT).split(" ")
    if _capital(words[0]) not in _OPENING_BEGINS:
        return ""
    ends = (n for n, word in enumerate(words[:_LONGEST_OPENING]) if word in _OPENING_ENDS)
    end = next(ends, len(words))
    rest = words[end + 1 :]
    if rest and rest[0] in _LINKING:
        del rest[0]
    return " ".join(rest).rstrip("? ")


def short_title(title: str) -> str:
    """Return a figure's title without its time, place list and bracketed unit.

    "Crime rates (per 1,000 population) in Northshire, for the 12 months to 30 June 2016" becomes
    "Crime rates in Northshire". The whole title stands on the chart.
    """
    shorter = re.sub(r"\s*\([^()]*\)", "", title)
    shorter = re.split(r",\s+(?:by|for|in|as|between|comparing|over|from)\b", shorter)[0]
    shorter = re.sub(r"\s+(?:in|for|during) (?:the )?\d+ months to \d+ \w+ \d{4}", "", shorter)
    return shorter.strip(" ,") or title


def shortest_title(title: str) -> str:
    """Return what a figure counts, without how it is counted either.

    >>> shortest_title("Percentage of police-recorded crime with a weapon, by force")
    'Crime with a weapon'
    """
    shorter = _CHANGE.sub("", short_title(title), count=1)
    while found := _COUNTED.match(shorter):
        shorter = shorter[found.end() :]
    return _capital(shorter) or title


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
