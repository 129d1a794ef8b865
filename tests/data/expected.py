"""Facts of the report *Leicestershire Police, effectiveness 2016*, typed off it by hand.

The pairs of Force in numbers stand on pages 5 and 6, and only for the first does the text tell
which.
"""

from typing import NamedTuple

JUDGMENTS = [
    ("overall", "requires improvement", 7),
    ("question", "good", 18),
    ("question", "requires improvement", 30),
    ("question", "requires improvement", 44),
    ("question", "good", 54),
    ("question", "ungraded", 58),
]

FIGURES = [
    (1, 11, "image"),
    (2, 12, "table"),
    (3, 12, "image"),
    (4, 20, "table"),
    (5, 26, "image"),
    (6, 34, "image"),
    (7, 37, "image"),
    (8, 43, "table"),
    (9, 48, "image"),
    (10, 49, "image"),
]

ACTION_PAGES = [18, 31, 31, 31, 31, 45, 45, 45, 45, 55]

INCONSISTENCIES = [
    ("asb_incidents", "force", [16.0, 17.0]),
    ("victim_satisfaction", "national", [83.3, 83.8]),
]


class Known(NamedTuple):
    """One pair of values; ``end`` is the last day of the period, ``page`` where it is known."""

    key: str
    force: float
    national: float | None
    end: str
    origin: str
    page: int | None
    figure: int | None = None

    @property
    def name(self) -> str:
        return f"{self.key}-{self.origin}-p{self.page}-{self.end}"


JUNE = "2016-06-30"
MARCH = "2016-03-31"
MARCH_2015 = "2015-03-31"


def _graphic() -> list[Known]:
    pairs = [
        ("calls_for_assistance", 239, 240, JUNE, 5),
        ("recorded_crime", 58, 68, JUNE, 5),
        ("recorded_crime_change_1y", 3.7, 7.8, JUNE, 5),
        ("recorded_crime_change_5y", -11.1, -3.4, JUNE, 5),
        ("outcome_charged", 9.1, 12.1, JUNE, 5),
        ("outcome_suspect_identified_victim_does_not_support", 6.5, 10.6, JUNE, 5),
        ("outcome_no_suspect", 50.2, 47.4, JUNE, 5),
        ("asb_incidents", 16, 31, MARCH, 6),
        ("asb_incidents", 20, 34, MARCH_2015, 6),
        ("da_calls_for_assistance", 14, 16, JUNE, 6),
        ("da_share_of_crime", 10.9, 11.1, JUNE, 6),
        ("da_share_of_crime", 10.3, 10.0, MARCH_2015, 6),
        ("organised_crime_groups", 20, 46, "2016-07-01", 6),
        ("victim_satisfaction", 77.4, 83.3, JUNE, 6),
    ]
    return [Known(key, force, nation, end, "graphic", p) for key, force, nation, end, p in pairs]


def _rows(figure: int, page: int, rows: dict[str, tuple[float, float]]) -> list[Known]:
    return [
        Known(key, force, national, JUNE, "table", page, figure)
        for key, (force, national) in rows.items()
    ]


def _prose() -> list[Known]:
    return [
        Known("recorded_crime_change_5y", -11.1, -3.4, JUNE, "prose", 10),
        Known("victim_based_crime_change_5y", -5.9, -0.5, JUNE, "prose", 10),
        Known("recorded_crime_change_1y", 3.7, 7.8, JUNE, "prose", 11),
        Known("asb_incidents", 17, None, MARCH, "prose", 12),
        Known("asb_change_1y", -17, -8, MARCH, "prose", 12),
        Known("recorded_crime", 58, 68, JUNE, "prose", 16),
        Known("outcome_victim_does_not_support", 7.6, 13.8, JUNE, "prose", 26),
        Known("victim_satisfaction", 77.4, 83.8, JUNE, "prose", 27),
        Known("vulnerable_victims", 4.1, 14.3, JUNE, "prose", 33),
        Known("mental_health_incidents", 7.8, 2.4, JUNE, "prose", 35),
        Known("da_recorded_change", 9, 23, JUNE, "prose", 36),
        Known("da_arrest_rate", 39, 51.4, JUNE, "prose", 38),
        Known("marac_cases", 19, 34, MARCH, "prose", 43),
        Known("organised_crime_groups", 20, 46, "2016-07-01", "prose", 46),
    ]


MEASURES = [
    *_graphic(),
    *_rows(
        2,
        12,
        {
            "recorded_crime": (58.0, 68.2),
            "victim_based_crime": (53.6, 60.4),
            "sexual_offences": (1.4, 1.9),
            "assault_with_injury": (3.9, 7.0),
            "burglary_dwelling": (10.2, 8.1),
        },
    ),
    *_rows(
        4,
        20,
        {
            "outcome_charged": (9.1, 12.1),
            "outcome_taken_into_consideration": (0.3, 0.2),
            "outcome_out_of_court_formal": (1.1, 3.2),
            "outcome_caution_youths": (0.2, 0.4),
            "outcome_caution_adults": (0.9, 2.3),
            "outcome_penalty_notices": (0.0, 0.6),
            "outcome_out_of_court_informal": (2.2, 3.6),
            "outcome_cannabis_warning": (0.0, 0.9),
            "outcome_community_resolution": (2.2, 2.8),
            "outcome_prosecution_prevented": (0.7, 1.8),
            "outcome_suspect_identified_victim_supports": (9.8, 8.3),
            "outcome_victim_does_not_support": (7.6, 13.8),
            "outcome_suspect_identified_victim_does_not_support": (6.5, 10.6),
            "outcome_suspect_not_identified_victim_does_not_support": (1.2, 3.2),
            "outcome_no_suspect": (50.2, 47.4),
            "outcome_other_body": (0.3, 0.6),
            "outcome_not_in_public_interest": (0.4, 0.1),
            "outcome_total_assigned": (81.8, 91.3),
            "outcome_not_yet_assigned": (18.2, 8.7),
            "outcome_total": (100.0, 100.0),
        },
    ),
    *_rows(
        8,
        43,
        {
            "da_outcome_charged": (18.1, 23.2),
            "da_outcome_caution_adults": (2.0, 5.6),
            "da_outcome_caution_youths": (0.3, 0.3),
            "da_outcome_community_resolution": (2.1, 1.4),
            "da_outcome_victim_supports": (30.7, 24.1),
            "da_outcome_victim_does_not_support": (34.3, 35.4),
        },
    ),
    *_prose(),
]
