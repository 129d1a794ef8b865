# SPDX-License-Identifier: MIT
"""Which measure of the catalogue a printed label means."""

import functools
import re
from collections.abc import Iterator

from peelviewer.reference.catalogue import Definition, catalogue

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
GROUP_SIGN = ">"


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


def recognise(
    label: str, context: str = "", unit: str | None = None, *, group: str = ""
) -> str | None:
    """Return the key of the measure that ``label`` means, or ``None`` if the catalogue has none.

    ``context`` is what stands around it (the figure's title, the heading above); ``unit`` is the
    name of the unit where it is known, and keeps measures of other units out; ``group`` is the
    label of the group row above in a table. The same words can mean two measures: the one whose
    group or context is asked for and found is taken before the one that asks for none.
    """
    wanted = plain_label(label)
    if not wanted:
        return None
    grouped = f"{plain_label(group)} {GROUP_SIGN} {wanted}" if group else None
    around = context.casefold()
    candidates = [
        (name == grouped, bool(measure.context), measure.key)
        for name, measure in _names()
        if name in (wanted, grouped) and _fits(measure, around, unit)
    ]
    return max(candidates, key=lambda candidate: candidate[:2])[2] if candidates else None


def _fits(measure: Definition, around: str, unit: str | None) -> bool:
    if unit is not None and measure.unit != unit:
        return False
    if measure.context and not any(word in around for word in measure.context):
        return False
    return not any(word in around for word in measure.without)


@functools.cache
def _names() -> tuple[tuple[str, Definition], ...]:
    """Every printed name as ``plain_label`` reads it, with what it means."""
    return tuple(
        (f" {GROUP_SIGN} ".join(map(plain_label, name.split(GROUP_SIGN))), measure)
        for measure in catalogue().measures
        for name in _all_names(measure)
    )


def _all_names(measure: Definition) -> Iterator[str]:
    yield measure.label
    yield from measure.names
