# SPDX-License-Identifier: MIT
"""The titles that chapters of PEEL reports have had since 2014, in the order they come in.

They are the inspectorate's published questions and areas. They help where a text has neither
lines nor a contents list; everywhere else a report's own titles lead.
"""

from peelviewer.reading.lines import key

_FRONT = (
    "Introduction",
    "What this report contains",
    "Force in numbers",
    "Efficiency in numbers",
    "Legitimacy in numbers",
    "Force in context",
    "Overall summary",
    "Overview – How effective is the force at keeping people safe and reducing crime?",
    "Overview – How efficient is the force at keeping people safe and reducing crime?",
    "Overview – How legitimate is the force at keeping people safe and reducing crime?",
)
_QUESTIONS = (
    # 2014
    "How effective is the force at reducing crime and preventing offending?",
    "How effective is the force at investigating offending?",
    "How effective is the force at tackling anti-social behaviour?",
    "To what extent is the force efficient?",
    # effectiveness, 2015 to 2017
    (
        "How effective is the force at preventing crime and anti-social behaviour, "
        "and keeping people safe?"
    ),
    (
        "How effective is the force at preventing crime, tackling anti-social behaviour "
        "and keeping people safe?"
    ),
    "How effective is the force at investigating crime and managing offenders?",
    "How effective is the force at investigating crime and reducing re-offending?",
    (
        "How effective is the force at protecting from harm those who are vulnerable, "
        "and supporting victims?"
    ),
    (
        "How effective is the force at protecting those who are vulnerable from harm, "
        "and supporting victims?"
    ),
    "How effective is the force at tackling serious and organised crime?",
    "How effective are the force’s specialist capabilities?",
    "How effective are the force's specialist capabilities?",
    # efficiency, 2015 to 2017
    "How well does the force use its resources to meet its demand?",
    "How sustainable and affordable is the workforce model?",
    "How sustainable is the force’s financial position for the short and long term?",
    "How well does the force understand its current and likely future demand?",
    "How well does the force understand demand?",
    "How well does the force use its resources to manage current demand?",
    "How well does the force use its resources?",
    "How well is the force planning for demand in the future?",
    "How well is the force planning for the future?",
    # legitimacy, 2015 to 2017
    (
        "To what extent does practice and behaviour reinforce the wellbeing of staff "
        "and an ethical culture?"
    ),
    (
        "How well does the force understand, engage with and treat fairly the people it serves "
        "to maintain and improve its legitimacy?"
    ),
    (
        "To what extent are decisions taken on the use of stop and search and Taser fair "
        "and appropriate?"
    ),
    "To what extent does the force treat all of the people it serves with fairness and respect?",
    "How well does the force ensure that its workforce behaves ethically and lawfully?",
    "To what extent does the force treat its workforce with fairness and respect?",
)
_PILLARS = (
    (
        "Effectiveness",
        "Preventing crime and tackling anti-social behaviour",
        "Investigating crime",
        "Protecting vulnerable people",
        "Tackling serious and organised crime",
        "Armed policing",
    ),
    ("Efficiency", "Meeting current demands and using resources", "Planning for the future"),
    (
        "Legitimacy",
        "Treating the public fairly",
        "Ethical and lawful workforce behaviour",
        "Treating the workforce fairly",
    ),
)
_BACK = ("Next steps", "Annex A – About the data", "Annex A - About the data", "About the data")
_CLOSING = "Summary of findings"
_ASKED = frozenset(map(key, _QUESTIONS))
_PARTS = frozenset(key(title) for _, *parts in _PILLARS for title in parts)


def is_question(title: str) -> bool:
    """Whether ``title`` is a question that a chapter of reports on one pillar has had."""
    return key(title) in _ASKED


def is_part_of_pillar(title: str) -> bool:
    """Whether ``title`` is what a pillar's chapter asks, in reports on several pillars."""
    return key(title) in _PARTS


def known_titles() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the titles of reports on one pillar, and of those on several, each in order.

    The chapter of a question, in a report on one pillar, ends with a summary.
    """
    questions = (title for question in _QUESTIONS for title in (question, _CLOSING))
    pillars = (title for pillar in _PILLARS for title in pillar)
    return (*_FRONT, *questions, *_BACK), (*_FRONT, *pillars, *_BACK)
