# SPDX-License-Identifier: MIT
"""What a sentence can be about: the words that tell a measure, and how its values look.

The words are those of PEEL reports in general; keys are the catalogue's.
"""

import re
from dataclasses import dataclass
from typing import Literal

from peelviewer.model.measure import Period

_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?)"
_DAYS_IN_YEAR = 365.25


def _per(what: str, unit: str) -> re.Pattern[str]:
    return re.compile(rf"{_NUMBER} (?:{what})\s+per {unit}", re.IGNORECASE)


_PER_1000 = "(?:1,?000)(?: of the)? population"
_PER_MILLION = r"(?:one |1 )?million(?: of the)? population"


@dataclass(frozen=True)
class Topic:
    """A measure that sentences state.

    ``pattern`` must be in the sentence (``wide``: or shortly before it), ``without``
    must not. ``kind`` "change" takes "increased by 3 percent" and its like, "share" a percentage,
    "rate" what ``quantity`` finds. ``alone`` allows the force's value without a national one.
    A ``{}`` in ``key`` is filled with the number of years that a change spans.
    """

    key: str
    label: str
    unit: str
    kind: Literal["change", "share", "rate"]
    pattern: re.Pattern[str]
    quantity: re.Pattern[str] | None = None
    without: re.Pattern[str] | None = None
    wide: bool = False
    alone: bool = False

    def key_for(self, when: Period) -> str:
        """Return the key, with the years between a change's two periods where it needs them."""
        if "{}" not in self.key or when.start is None:
            return self.key
        return self.key.format(round((when.end - when.start).days / _DAYS_IN_YEAR))

    def period(self, when: Period) -> Period:
        """Return the period as the topic needs it: a share has no change's start."""
        if self.kind != "change" and when.kind == "change":
            return Period(kind="12 months to", end=when.end)
        return when

    def repeats(self, text: str) -> bool:
        """Whether a later sentence speaks of the same thing again."""
        words = {"asb_change_{}y": "incidents"}.get(self.key)
        return self.pattern.search(text) is not None or (words is not None and words in text)


def _words(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


TOPICS: tuple[Topic, ...] = (
    Topic(
        key="recorded_crime_change_{}y",
        label="Change in recorded crime",
        unit="percent_change",
        kind="change",
        pattern=_words(r"(?:police[- ]recorded crime|recorded crime) \(excluding fraud\)"),
        without=_words(r"domestic abuse|victim-based|number of forces|majority of forces"),
    ),
    Topic(
        key="victim_based_crime_change_{}y",
        label="Change in victim-based crime",
        unit="percent_change",
        kind="change",
        pattern=_words(r"victim-based crime"),
    ),
    Topic(
        key="recorded_crime",
        label="Recorded crime (excluding fraud)",
        unit="per_1000_population",
        kind="rate",
        pattern=_words(r"\b(?:crime|crimes) recorded by|recorded crime"),
        quantity=_per("crimes", _PER_1000),
        without=_words(r"domestic abuse|sexual|victim-based"),
    ),
    Topic(
        key="asb_incidents",
        label="Anti-social behaviour incidents",
        unit="per_1000_population",
        kind="rate",
        pattern=_words(r"anti-social behaviour"),
        quantity=_per("incidents of anti-social behaviour", _PER_1000),
        alone=True,
    ),
    Topic(
        key="asb_change_{}y",
        label="Change in anti-social behaviour incidents",
        unit="percent_change",
        kind="change",
        pattern=_words(r"anti-social behaviour.{0,400}\bincidents per 1,?000 population than\b"),
        wide=True,
    ),
    Topic(
        key="vulnerable_victims",
        label="Recorded crime with a vulnerable victim identified",
        unit="percent",
        kind="share",
        pattern=_words(r"recorded crime\b.{0,200}\bvulnerable victim"),
    ),
    Topic(
        key="mental_health_incidents",
        label="Incidents with mental health implications",
        unit="percent",
        kind="share",
        pattern=_words(r"incidents with mental health"),
    ),
    Topic(
        key="resolved_by_telephone",
        label="Incidents resolved by telephone",
        unit="percent",
        kind="share",
        pattern=_words(r"incidents (?:being |that were )?resolved (?:by|over the) (?:tele)?phone"),
    ),
    Topic(
        key="da_arrest_rate",
        label="Domestic abuse arrest rate",
        unit="per_100_crimes",
        kind="share",
        pattern=_words(r"arrests? (?:rate )?for domestic abuse"),
        without=_words(r"charged|charges"),
    ),
    Topic(
        key="da_arrest_rate",
        label="Domestic abuse arrest rate",
        unit="per_100_crimes",
        kind="rate",
        pattern=_words(r"for every 100 domestic abuse"),
        quantity=re.compile(rf"{_NUMBER} arrests\b"),
        alone=True,
    ),
    Topic(
        key="da_recorded_change",
        label="Change in recorded domestic abuse",
        unit="percent_change",
        kind="change",
        pattern=_words(r"recorded domestic abuse"),
    ),
    Topic(
        key="da_share_of_crime",
        label="Domestic abuse as a percentage of all recorded crime",
        unit="percent",
        kind="share",
        pattern=_words(r"domestic abuse accounted for"),
    ),
    Topic(
        key="marac_cases",
        label="Cases referred to the multi-agency risk assessment conference",
        unit="per_10000_adult_females",
        kind="rate",
        pattern=_words(r"\bMARAC\b|multi-agency risk assessment conference"),
        quantity=_per("cases", "10,?000 adult females"),
        wide=True,
    ),
    Topic(
        key="victim_satisfaction",
        label="Victim satisfaction",
        unit="percent",
        kind="share",
        pattern=_words(r"\bvictims?\b.{0,200}\bsatisfied with (?:their|the) (?:whole|overall)"),
    ),
    Topic(
        key="organised_crime_groups",
        label="Organised crime groups",
        unit="per_million_population",
        kind="rate",
        pattern=_words(r"organised crime groups"),
        quantity=_per(r"(?:organised crime groups|OCGs)(?: \(OCGs\))?", _PER_MILLION),
    ),
    Topic(
        key="outcome_victim_does_not_support",
        label="Evidential difficulties; victim does not support police action",
        unit="percent",
        kind="share",
        pattern=_words(r"evidential difficulties[;:] victim does not support"),
    ),
)
