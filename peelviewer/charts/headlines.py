# SPDX-License-Identifier: MIT
"""Headlines by rule: the finding in a sentence of about ten words, from the printed values.

"Lower than", "higher than", "the same as"; changes rise or fall by more or by less. "Better" and
"worse" are said only where the catalogue declares which way is better.
"""

import re
from collections.abc import Sequence

from peelviewer.charts.decimals import CHANGES, is_equal
from peelviewer.charts.printed import printed_number, printed_pair
from peelviewer.charts.values import Row, Value
from peelviewer.charts.wording import (
    ENGLAND_AND_WALES,
    listed,
    lowered,
    opening,
    running,
    within,
    without_brackets,
)
from peelviewer.reference.catalogue import Definition, Polarity

_NAMED = 3
_NEEDS_NO_ARTICLE = re.compile(
    r"^(?:an?|her|his|its|my|our|the|their|your)\b| as an? ", re.IGNORECASE
)
_SHARE = re.compile(r"(?:^|: )the share “", re.IGNORECASE)


def comparison(force: Value, national: Value, *, unit: str) -> str:
    """Return how the force stands to England and Wales: "is lower than", "rose by less than".

    Values are compared as the source holds them: a report as it prints them, statistics in full.
    Those that differ by less than is shown are "nearly the same". Both values must be there.
    """
    ours, theirs = _number(force), _number(national)
    is_near = _is_near(force, national)
    if unit in CHANGES:
        return _change_comparison(ours, theirs, is_near=is_near)
    if is_equal(ours, theirs):
        return "is the same as"
    if is_near:
        return "is nearly the same as"
    return "is lower than" if ours < theirs else "is higher than"


def _number(value: Value) -> float:
    return printed_number(value) if value.value is None else value.value


def _is_near(one: Value, other: Value) -> bool:
    """Whether two values differ by less than is shown."""
    return one.printed == other.printed and not is_equal(_number(one), _number(other))


def _change_comparison(ours: float, theirs: float, *, is_near: bool) -> str:
    """Return how one change stands to another: never that the measure itself is lower."""
    way, other = _way(ours), _way(theirs)
    if way != other:
        return f"{way}, but {other}"
    if is_equal(ours, theirs):
        return f"{way} by the same as" if ours else f"{way}, as"
    if is_near:
        return f"{way} by nearly the same as"
    return f"{way} by {'more' if abs(ours) > abs(theirs) else 'less'} than"


def _way(change: float) -> str:
    if change == 0:
        return "stayed the same"
    return "rose" if change > 0 else "fell"


def movement(before: Value, after: Value) -> str:
    """Return how a value moved: "fell from 79.0 to 29.6", "stayed at 29.6"."""
    then, now = _number(before), _number(after)
    if is_equal(then, now):
        return f"stayed at {after.printed}"
    if before.printed == after.printed:
        return f"{'rose' if now > then else 'fell'} by less than is shown, at {after.printed}"
    return f"{'rose' if now > then else 'fell'} from {before.printed} to {after.printed}"


def headline(
    subject: str,
    place: str,
    force: Value,
    national: Value,
    *,
    unit: str,
    polarity: Polarity = "none",
) -> str:
    """Return the finding of one pair of values in a sentence of about ten words.

    ``subject`` is what is compared, with its article ("The rate of recorded crime").
    """
    if force.value is None:
        whose = measure_named(subject, unit)
        if national.value is None:
            return f"{whose}: no value for {running(place)} or for {ENGLAND_AND_WALES}"
        return f"{whose}: no value for {running(place)}; {ENGLAND_AND_WALES} {national.printed}"
    if national.value is None:
        return f"{subject} {within(place)}: {force.printed}; no value for {ENGLAND_AND_WALES}"
    words = comparison(force, national, unit=unit)
    if words.startswith("is "):
        words = f"{be(subject)} {words.removeprefix('is ')}"
    sentence = f"{subject} {within(place)} {words} in {ENGLAND_AND_WALES}"
    return sentence + _verdict(force, national, polarity)


def _verdict(force: Value, national: Value, polarity: Polarity) -> str:
    ours, theirs = _number(force), _number(national)
    if polarity == "none" or is_equal(ours, theirs) or _is_near(force, national):
        return ""
    is_better = (ours > theirs) == (polarity == "higher is better")
    return f" ({'better' if is_better else 'worse'})"


def be(subject: str) -> str:
    """Return "are" behind a subject whose noun is more than one ("Offences with a knife").

    A share is one, whatever it is the share of.
    """
    if _SHARE.search(subject):
        return "is"
    noun = re.split(r"[:,(]| (?:of|with|per|from|against|in|by|for|to|that|–) ", subject)[0].strip()
    return "are" if re.search(r"[^su\W]s$", noun) and not noun.endswith("is") else "is"


def subject(label: str, unit: str, definition: Definition | None) -> str:
    """Return what a headline is about: "The rate of calls for assistance".

    A label that is no noun ("Charged or summonsed") is quoted: it is the name of a category, and
    keeps its brackets, by which some are told apart ("out of court (formal)").
    """
    name = without_brackets(label)
    if unit in CHANGES:
        return _subject_of_change(name)
    if re.search(r"\b(rate|share|percentage|proportion)\b", name, re.IGNORECASE):
        return name if _NEEDS_NO_ARTICLE.search(name) else f"The {lowered(name)}"
    if unit.startswith("per_"):
        return f"The rate of {lowered(name)}"
    if unit != "percent":
        return name
    if definition is None or "outcome" in definition.group:
        topic, _, rest = label.strip().rstrip("*†‡").strip().rpartition(": ")
        quoted = f"“{lowered(rest)}”"
        return f"{topic}: the share {quoted}" if topic else f"The share {quoted}"
    return f"The share of {lowered(name)}"


def measure_named(subject: str, unit: str) -> str:
    """Return what has or lacks a value, where nothing is said of how it moved: the change."""
    return f"Change in {lowered(subject)}" if unit in CHANGES else subject


def _subject_of_change(name: str) -> str:
    """Return what rose or fell, from the label of its change in either form.

    "Change in recorded crime over one year" is of recorded crime, "Robbery: change over one year"
    of robbery.
    """
    bare = re.sub(r": (percentage )?change\b.*$", "", name, flags=re.IGNORECASE)
    bare = re.sub(r"^(percentage )?change in ", "", bare, flags=re.IGNORECASE)
    bare = re.sub(r",? (over|for|in) (the )?(one|two|three|five|\d+) years?$", "", bare)
    return bare[:1].upper() + bare[1:]


def headline_of_rows(rows: Sequence[Row], place: str, *, noun: str) -> str:
    """Return the finding of several pairs: on how many the force is lower or higher."""
    pairs = [pair for pair in map(printed_pair, rows) if pair is not None]
    if not pairs:
        return f"No values that can be compared for {running(place)} and {ENGLAND_AND_WALES}"
    who = opening(place)
    lower = sum(ours < theirs for ours, theirs in pairs)
    higher = sum(ours > theirs for ours, theirs in pairs)
    total = len(pairs)
    if lower == total or higher == total:
        way = "lower" if lower else "higher"
        return f"{who} is {way} than {ENGLAND_AND_WALES} on {_all_of(total)} {noun}"
    if lower == higher == 0:
        return f"{who} is the same as {ENGLAND_AND_WALES} on {_all_of(total)} {noun}"
    if lower == higher:
        return (
            f"{who} is lower than {ENGLAND_AND_WALES} on {lower} of {total} {noun}, "
            f"higher on {higher}"
        )
    way, times = ("lower", lower) if lower > higher else ("higher", higher)
    return f"{who} is {way} than {ENGLAND_AND_WALES} on {times} of {total} {noun}"


def headline_of_columns(figure: int, columns: Sequence[str]) -> str:
    """Return what a table holds whose columns are no force beside the nation: nothing compared."""
    if len(columns) > _NAMED:
        return f"Figure {figure} has values in {len(columns)} columns"
    return f"Figure {figure} has values for {listed(columns)}"


def _all_of(total: int) -> str:
    return {1: "the one pair of", 2: "both"}.get(total, f"all {total}")
