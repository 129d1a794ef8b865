# SPDX-License-Identifier: MIT
"""The words of a printed label, without what the layout and the year add to them."""

import re

_DATE = r"\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+\s+\d{4}"
# Labels carry their period and their unit; both are read elsewhere and are no part of the name.
_PERIOD = re.compile(
    rf"\b(?:for|in|over|to)?\s*(?:the\s+)?"
    rf"(?:(?:12|twelve)\s+months|year|period)\s+(?:to|ending)\s+(?:the\s+)?{_DATE}"
    rf"|\b(?:as\s+)?at\s+{_DATE}"
)
_UNIT = re.compile(
    r"\(?\bper\s+(?:1,?000|10,?000|100,?000|one\s+million|1\s+million|million|100)\s+"
    r"(?:of\s+the\s+)?(?:population|people|households|adult\s+females)\b\)?"
)
_NOTE_MARKS = re.compile(r"[*†‡§¹²³⁰⁴-⁹]+|<sup>.*?</sup>")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_DANGLING = re.compile(r"(?:\s(?:to|the|for|in|over|against|compared|with|by))+$")


def plain_label(label: str) -> str:
    """Return a label's words only: no case, punctuation, note marks, period or unit.

    ``"Charged / Summoned"`` and ``"Charged/summoned*"`` read alike, as do
    ``"Calls for assistance per 1,000 population 12 months to 30 June 2016"`` and
    ``"Calls for assistance"``.
    """
    text = _NOTE_MARKS.sub(" ", label).casefold().replace("&", " and ")
    text = _UNIT.sub(" ", _PERIOD.sub(" ", text))
    text = " ".join(_NOT_WORDS.sub(" ", text).split())
    return _DANGLING.sub("", text)
