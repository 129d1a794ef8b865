# SPDX-License-Identifier: MIT
"""Where a force stands, in words: ranks with their ties, and the report's rule on 25 percent.

The reports call the top and bottom 25 percent of forces "one of the highest" and "one of the
lowest", and all others "broadly in line"; ``statistics.ranking`` says how it is reckoned.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

from peelviewer.charts.values import Side
from peelviewer.statistics.ranking import Ranking, Standing


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th, 21st."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


RANK_NOTE = "Rank 1 is the highest value."
CHANGE_RANK_NOTE = "Falls are ranked from the largest fall, rises from the largest rise."

Quarter = Literal["Lowest quarter", "Second quarter", "Third quarter", "Highest quarter"]
QUARTERS: tuple[Quarter, ...] = get_args(Quarter)


def quarter(standing: Standing, n: int) -> Quarter:
    """Return the quarter of ``n`` ranked forces, by the rule of the 25 percent.

    The highest and lowest quarter are the forces at the two ends by that rule; between them a
    force is in the third quarter if at least as many forces are below it as above. Forces of
    equal values are in one quarter.
    """
    if standing.position == "one of the highest":
        return "Highest quarter"
    if standing.position == "one of the lowest":
        return "Lowest quarter"
    above, below = standing.rank - 1, from_lowest(standing, n) - 1
    return "Third quarter" if below >= above else "Second quarter"


def falls_lead(found: Ranking, *, is_change: bool = True) -> bool:
    """Whether the lowest values come first: where most changes are falls, the largest fall."""
    return is_change and found.quartiles is not None and found.quartiles.median < 0


def rank_words(standing: Standing, n: int, *, is_change: bool = False) -> str:
    """Return the rank from the highest: "6th of 43", "joint 6th of 42".

    Changes are ranked by their own direction: "6th largest fall of 43".
    """
    if is_change and n > 1:
        return standing_words(standing, n, is_change=True).removesuffix(" forces")
    joint = "joint " if standing.is_tied else ""
    return f"{joint}{ordinal(standing.rank)} of {n}"


def from_lowest(standing: Standing, n: int) -> int:
    """Return the rank counted from the lowest value; equal values share the first of theirs."""
    return n - standing.rank - standing.shares + 2


def standing_words(standing: Standing, n: int, *, is_change: bool = False) -> str:
    """Return the place from the nearer end: "joint 6th highest of 42 forces".

    Changes are told by their own direction: "6th largest fall of 43 forces". None at all is said.
    """
    if n == 1:
        return "the only force with a value"
    from_below = from_lowest(standing, n)
    if is_change and standing.value != 0:
        falls = standing.value < 0
        return _place(
            standing, from_below if falls else standing.rank, f"largest {_way(falls=falls)}", n
        )
    unmoved = "no change, " if is_change else ""
    if standing.rank <= from_below:
        return f"{unmoved}{_place(standing, standing.rank, 'highest', n)}"
    return f"{unmoved}{_place(standing, from_below, 'lowest', n)}"


def _way(*, falls: bool) -> str:
    return "fall" if falls else "rise"


def _place(standing: Standing, rank: int, what: str, n: int) -> str:
    number = what if rank == 1 else f"{ordinal(rank)} {what}"
    joint = "joint " if standing.is_tied else ""
    return f"{joint}{number} of {n} forces"


class Ends(NamedTuple):
    """What the values at the two ends of a ranking are, in words."""

    low: str = "lowest"
    high: str = "highest"


LEVELS = Ends()


def ends_of(found: Ranking, *, is_change: bool) -> Ends:
    """Return how the two ends of a ranking are named: those of changes by their direction."""
    if not is_change:
        return LEVELS
    low = [one.value for one in found.standings if one.position == "one of the lowest"]
    high = [one.value for one in found.standings if one.position == "one of the highest"]
    return Ends(_low_changes(low), _high_changes(high))


def _low_changes(changes: Sequence[float]) -> str:
    """Return what the lowest changes are. Where one rose, all that fell are among them."""
    if all(change < 0 for change in changes):
        return "largest falls"
    if all(change >= 0 for change in changes):
        return "smallest rises"
    return "falls or smallest rises" if max(changes) > 0 else "falls or no change"


def _high_changes(changes: Sequence[float]) -> str:
    """Return what the highest changes are. Where one fell, all that rose are among them."""
    if all(change > 0 for change in changes):
        return "largest rises"
    if all(change <= 0 for change in changes):
        return "smallest falls"
    return "rises or smallest falls" if min(changes) < 0 else "rises or no change"


def position_words(standing: Standing, ends: Ends = LEVELS) -> str:
    """Return the position by the report's rule: "one of the highest", "one of the largest falls".

    Of changes the inspectorate's words would tell a large fall as low.
    """
    end = _end(standing, ends)
    return f"one of the {end}" if end else standing.position


def quarter_words(standing: Standing, ends: Ends = LEVELS) -> str:
    """Return the position by the report's rule, with the 25 percent said."""
    end = _end(standing, ends)
    if not end:
        return "broadly in line with the other forces"
    if ends == LEVELS:
        return f"one of the {end} 25 percent"
    # "rises or smallest falls" are all rises there are.
    return f"one of the 25 percent with {end if ' or ' in end else f'the {end}'}"


def side_of(standing: Standing | None) -> Side:
    """Return at which end a force stands, "" between them or without a rank."""
    if standing is None or standing.position == "broadly in line":
        return ""
    return "low" if standing.position == "one of the lowest" else "high"


def _end(standing: Standing, ends: Ends) -> str:
    """Return the words of the end at which a force stands, "" between the ends."""
    return {"low": ends.low, "high": ends.high, "": ""}[side_of(standing)]


BY_NUMBER = "by number, which follows the size of the force"


def position_sentence(
    place: str, ranking: Ranking, force: str, *, is_change: bool = False, is_number: bool = False
) -> str:
    """Return where a force stands as one sentence, "" where it has no rank.

    A plain number (``is_number``) is never judged: it says how large a force is.
    """
    standing = ranking.standing(force)
    if standing is None:
        return ""
    where = standing_words(standing, ranking.n, is_change=is_change)
    if ranking.n == 1:
        return f"{place}: {where}."
    if is_number:
        return f"{place}: {where} {BY_NUMBER}."
    return f"{place}: {where}, {quarter_words(standing, ends_of(ranking, is_change=is_change))}."
