"""A hundred sentences: half state a measure in some wording, half only look as if they did."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelviewer.model.measure import Period
from peelviewer.reference.months import MONTHS
from tests.reading.measures.test_prose import found

TWELVE, AS_AT, CHANGE = "12 months to", "as at", "change"
IN_2016 = "In the 12 months to 30 June 2016, "


def told(text):
    return [
        (m.key, m.force, m.national, m.period.kind, m.period.end.isoformat()) for m in found(text)
    ]


def june_2016(key, force, national, kind=TWELVE):
    return (key, force, national, kind, "2016-06-30")


SATISFIED = june_2016("victim_satisfaction", 71.5, 80.1)
VULNERABLE = june_2016("vulnerable_victims", 5.2, 12.6)
CRIME = june_2016("recorded_crime", 61.0, 72.0)
ROSE = june_2016("recorded_crime_change_1y", 4.0, 6.0, CHANGE)

STATED = [
    # how the two are set together
    (
        IN_2016 + "71.5 percent of victims in Northshire were satisfied with the whole experience, "
        "compared with 80.1 percent in England and Wales.",
        SATISFIED,
    ),
    (
        IN_2016 + "71.5 per cent of victims in Northshire were satisfied overall, which is lower "
        "than the national average of 80.1 per cent.",
        SATISFIED,
    ),
    (
        IN_2016 + "71.5% of victims in Northshire were satisfied with the service, against 80.1% "
        "nationally.",
        SATISFIED,
    ),
    (
        IN_2016 + "victim satisfaction in Northshire was 71.5 percent; the rate for England and "
        "Wales was 80.1 percent.",
        SATISFIED,
    ),
    (
        IN_2016 + "the force's victim satisfaction rate was 71.5 percent, while the England and "
        "Wales rate was 80.1 percent.",
        SATISFIED,
    ),
    (
        IN_2016 + "the force's victim satisfaction rate, at 71.5 percent, was significantly below "
        "the national figure of 80.1 percent.",
        SATISFIED,
    ),
    (
        IN_2016 + "victim satisfaction was 71.5 percent in Northshire and 80.1 percent in England "
        "and Wales.",
        SATISFIED,
    ),
    (
        IN_2016 + "victim satisfaction was 71.5 percent in Northshire whereas for all forces it "
        "was 80.1 percent.",
        SATISFIED,
    ),
    (
        IN_2016 + "victim satisfaction in Northshire was below the England and Wales average "
        "(71.5 percent compared with 80.1 percent).",
        SATISFIED,
    ),
    (
        (
            "Victim satisfaction in Northshire and in England and Wales was 71.5 percent and 80.1 "
            "percent respectively in the 12 months to 30 June 2016."
        ),
        SATISFIED,
    ),
    (
        IN_2016 + "71.5 percent of victims in Northshire were satisfied, compared with 80.1 in "
        "England and Wales.",
        SATISFIED,
    ),
    # the other way round
    (
        IN_2016 + "80.1 percent of victims in England and Wales were satisfied with their whole "
        "experience, compared with 71.5 percent in Northshire.",
        SATISFIED,
    ),
    (
        IN_2016 + "the national victim satisfaction rate was 80.1 percent, but for Northshire "
        "Police it was 71.5 percent.",
        SATISFIED,
    ),
    (
        (
            "Compared with a national victim satisfaction rate of 80.1 percent in the 12 months to "
            "30 June 2016, the force's rate was 71.5 percent."
        ),
        SATISFIED,
    ),
    # in two sentences
    (
        IN_2016 + "71.5 percent of victims in Northshire were satisfied with their whole "
        "experience. This compares with 80.1 percent nationally.",
        SATISFIED,
    ),
    (
        IN_2016 + "71.5 percent of victims in Northshire were satisfied with their whole "
        "experience. The England and Wales average was 80.1 percent over the same period.",
        SATISFIED,
    ),
    (
        IN_2016 + "71.5 percent of victims in Northshire were satisfied with their whole "
        "experience. Nationally, the figure was 80.1 percent.",
        SATISFIED,
    ),
    (
        IN_2016 + "71.5 percent of victims in Northshire were satisfied with their whole "
        "experience. Across England and Wales, 80.1 percent of victims were satisfied.",
        SATISFIED,
    ),
    (
        IN_2016 + "80.1 percent of victims in England and Wales were satisfied with their whole "
        "experience. In Northshire, the figure was 71.5 percent.",
        SATISFIED,
    ),
    (
        (
            "Nationally in the 12 months to 30 June 2016 victim satisfaction, at 80.1 percent, was "
            "above Northshire's 71.5 percent."
        ),
        SATISFIED,
    ),
    (
        IN_2016 + "the force's rate of recorded crime was 61 per 1,000 population. The rate in "
        "England and Wales over the same period was 72 per 1,000 population.",
        CRIME,
    ),
    (
        IN_2016 + "71.5 percent of victims in Northshire were satisfied, 75 percent were in "
        "Westshire and 80.1 percent in England and Wales.",
        SATISFIED,
    ),
    (
        IN_2016 + "satisfaction among victims was 71.5 percent (England and Wales: 80.1 percent).",
        SATISFIED,
    ),
    (
        (
            "The force's victim satisfaction rate was 71.5 percent in the 12 months to 30 "
            "June 2016, "
            "which compares unfavourably with the England and Wales rate of 80.1 percent."
        ),
        SATISFIED,
    ),
    # shares of other things
    (
        IN_2016 + "Northshire Police identified a vulnerable victim in 5.2 percent of recorded "
        "crime, compared to the national rate of 12.6 percent.",
        VULNERABLE,
    ),
    (
        IN_2016 + "one third of recorded crime in Northshire involved a vulnerable victim, against "
        "12.6 percent in England and Wales.",
        june_2016("vulnerable_victims", 33.3, 12.6),
    ),
    (
        IN_2016 + "half of incidents with mental health implications in Northshire… were seen. In "
        "the same period, 8 percent of all incidents in Northshire had mental health "
        "implications, compared with 3 percent of incidents nationally.",
        june_2016("mental_health_incidents", 8.0, 3.0),
    ),
    (
        IN_2016 + "38 percent of incidents in Northshire were resolved by telephone, well above "
        "the England and Wales rate of 22 percent.",
        june_2016("resolved_by_telephone", 38.0, 22.0),
    ),
    (
        IN_2016 + "domestic abuse accounted for 13 percent of police-recorded crime in "
        "Northshire, compared with 14 percent of police-recorded crime in England and Wales.",
        june_2016("da_share_of_crime", 13.0, 14.0),
    ),
    (
        IN_2016 + "the force's charge rate was 9 percent of all crimes, compared with 12 percent "
        "across England and Wales.",
        june_2016("outcome_charged", 9.0, 12.0),
    ),
    (
        IN_2016 + "50 percent of crimes in Northshire were closed with no suspect identified, "
        "compared with 47 percent nationally.",
        june_2016("outcome_no_suspect", 50.0, 47.0),
    ),
    (
        IN_2016 + "50 percent of offences in Northshire had the outcome ‘investigation complete – "
        "no suspect identified’, higher than the England and Wales rate of 47 percent.",
        june_2016("outcome_no_suspect", 50.0, 47.0),
    ),
    # rates
    (
        (
            "In 2017 Northshire recorded 14 anti-social behaviour incidents per 1,000 "
            "people, half the "
            "rate of England and Wales (28 per 1,000 people)."
        ),
        ("asb_incidents", 14.0, 28.0, TWELVE, "2017-12-31"),
    ),
    (
        IN_2016 + "Northshire Police recorded 61 crimes per 1,000 population, compared with 72 "
        "crimes per 1,000 population in England and Wales.",
        CRIME,
    ),
    (
        IN_2016 + "the crime rate in Northshire was 61 crimes per 1,000 population, compared with "
        "72 crimes per 1,000 population in England and Wales.",
        CRIME,
    ),
    (
        IN_2016 + "the rate of recorded crime per 1,000 population in Northshire was 61, compared "
        "with 72 in England and Wales.",
        CRIME,
    ),
    (
        IN_2016 + "recorded crime in Northshire stood at 61 per 1,000 population, against a "
        "national average of 72 per 1,000 population.",
        CRIME,
    ),
    (
        IN_2016 + "recorded crime in Northshire stood at 61 crimes per 1,000 population. This is "
        "lower than the England and Wales rate of 72.",
        CRIME,
    ),
    (
        IN_2016 + "Northshire Police recorded 12.5 burglaries per 1,000 households, compared with "
        "8.1 burglaries per 1,000 households in England and Wales.",
        june_2016("burglary_dwelling", 12.5, 8.1),
    ),
    (
        IN_2016 + "19 cases per 10,000 adult females in Northshire were referred to the MARAC, "
        "below the England and Wales rate of 34 cases per 10,000 adult females.",
        june_2016("marac_cases", 19.0, 34.0),
    ),
    (
        IN_2016 + "Northshire Police made 39 arrests per 100 domestic abuse offences, compared "
        "with 51 arrests per 100 domestic abuse offences in England and Wales.",
        june_2016("da_arrest_rate", 39.0, 51.0),
    ),
    (
        IN_2016 + "for every 100 domestic abuse crimes there were 39 arrests in Northshire, "
        "compared with 51 in England and Wales.",
        june_2016("da_arrest_rate", 39.0, 51.0),
    ),
    (
        IN_2016 + "the force received 3.1 grievances per 1,000 employees, compared with 5.4 "
        "grievances per 1,000 employees nationally.",
        june_2016("grievances", 3.1, 5.4),
    ),
    (
        IN_2016 + "the force received 210.4 emergency and priority calls per 1,000 population, "
        "against 240 calls per 1,000 population nationally.",
        june_2016("calls_for_assistance", 210.4, 240.0),
    ),
    (
        (
            "As at 1 July 2016, Northshire Police was monitoring 20 organised crime groups per one "
            "million of the population, compared with 46 OCGs per one million across England and "
            "Wales. "
        ),
        ("organised_crime_groups", 20.0, 46.0, AS_AT, "2016-07-01"),
    ),
    (
        (
            "In 2016/17, Northshire Police carried out 5.2 stop and searches per 1,000 population, "
            "compared with 5.3 in England and Wales."
        ),
        ("stop_and_searches", 5.2, 5.3, TWELVE, "2017-03-31"),
    ),
    (
        (
            "As at 31 March 2017, 29.5 percent of officers in Northshire were female officers, "
            "compared with 29.1 percent nationally."
        ),
        ("female_officers", 29.5, 29.1, AS_AT, "2017-03-31"),
    ),
    (
        (
            "In 2017/18, policing cost £152.10 per person in Northshire, compared with £170.00 per "
            "person in England and Wales."
        ),
        ("policing_cost", 152.1, 170.0, TWELVE, "2018-03-31"),
    ),
    (
        (
            "In 2016/17, there were 62.5 crimes per police officer in Northshire, "
            "compared with 58.1 "
            "crimes per police officer in England and Wales."
        ),
        ("crimes_per_police_officer", 62.5, 58.1, TWELVE, "2017-03-31"),
    ),
    # changes
    (
        (
            "Recorded crime in Northshire rose by 4 percent in the 12 months to 30 June "
            "2016 compared "
            "with the previous 12 months, while nationally it rose by 6 percent."
        ),
        ROSE,
    ),
    (
        (
            "Recorded crime (excluding fraud) in Northshire rose by 4% in the 12 months to 30 June "
            "2016, compared with an increase of 6% in England and Wales."
        ),
        ROSE,
    ),
    (
        (
            "Recorded crime in Northshire increased by 4 percent in the year ending June 2016, "
            "compared with 6 percent across England and Wales."
        ),
        ROSE,
    ),
    (
        (
            "There was a 4 percent increase in recorded crime in Northshire in the year to 30 June "
            "2016, against a 6 percent rise nationally."
        ),
        ROSE,
    ),
    (
        (
            "Recorded crime in Northshire fell by 4 percent between 2015/16 and 2016/17, compared "
            "with a fall of 1 percent in England and Wales."
        ),
        ("recorded_crime_change_1y", -4.0, -1.0, CHANGE, "2017-03-31"),
    ),
    (
        (
            "Recorded crime in Northshire went down by 4 percent in the year to 31 March 2017, but "
            "across England and Wales it went up by 10 percent."
        ),
        ("recorded_crime_change_1y", -4.0, 10.0, CHANGE, "2017-03-31"),
    ),
    (
        (
            "Victim-based crime in Northshire was reduced by 2.5 percent in the five "
            "years to 30 June "
            "2016, compared with a fall of 0.9 percent for the whole of England and Wales."
        ),
        june_2016("victim_based_crime_change_5y", -2.5, -0.9, CHANGE),
    ),
    (
        (
            "Recorded crime in Northshire rose by 4 percent in the three years to 30 June 2016, "
            "compared with a rise of 6 percent nationally."
        ),
        june_2016("recorded_crime_change_3y", 4.0, 6.0, CHANGE),
    ),
    (
        (
            "Incidents of anti-social behaviour in Northshire fell by 12 percent in the "
            "12 months to "
            "31 March 2016. Nationally, there was a fall of 8 percent over the same period."
        ),
        ("asb_change_1y", -12.0, -8.0, CHANGE, "2016-03-31"),
    ),
    (
        IN_2016 + "recorded crime rose by 4 percent in Northshire and by 6 percent in England and "
        "Wales.",
        ROSE,
    ),
    (
        IN_2016 + "recorded crime in Northshire fell by 4 percent, against a national increase of "
        "6 percent.",
        june_2016("recorded_crime_change_1y", -4.0, 6.0, CHANGE),
    ),
    (
        IN_2016 + "recorded crime in Northshire fell by 4 percent, compared with 6 percent "
        "nationally.",
        june_2016("recorded_crime_change_1y", -4.0, -6.0, CHANGE),
    ),
    # dates
    (
        (
            "In the year ending June 2017, 71.5 percent of victims in Northshire were satisfied, "
            "compared with 80.1 percent nationally."
        ),
        ("victim_satisfaction", 71.5, 80.1, TWELVE, "2017-06-30"),
    ),
    (
        (
            "In 2016/17, 71.5 percent of victims in Northshire were satisfied, compared with 80.1 "
            "percent nationally."
        ),
        ("victim_satisfaction", 71.5, 80.1, TWELVE, "2017-03-31"),
    ),
    (
        (
            "In 2017, 71.5 percent of victims in Northshire were satisfied, compared with "
            "80.1 percent "
            "nationally."
        ),
        ("victim_satisfaction", 71.5, 80.1, TWELVE, "2017-12-31"),
    ),
    (
        (
            "Between 1 April 2017 and 31 March 2018, 71.5 percent of victims in Northshire were "
            "satisfied, compared with 80.1 percent nationally."
        ),
        ("victim_satisfaction", 71.5, 80.1, TWELVE, "2018-03-31"),
    ),
    (
        (
            "The survey covers the 12 months to 31 March 2018. Over the same period, 71.5 "
            "percent of "
            "victims in Northshire were satisfied, compared with 80.1 percent nationally."
        ),
        ("victim_satisfaction", 71.5, 80.1, TWELVE, "2018-03-31"),
    ),
    (
        (
            "As of 31 March 2018, Northshire Police was tracking 30 organised crime groups per one "
            "million population, above the national rate of 25 per one million population."
        ),
        ("organised_crime_groups", 30.0, 25.0, AS_AT, "2018-03-31"),
    ),
]

TRAPS = [
    # somebody else's value
    IN_2016 + "71.5 percent of victims in Westshire were satisfied, compared with 80.1 percent in "
    "England and Wales.",
    IN_2016 + "Westshire Police satisfied 71.5 percent of victims, compared with 80.1 percent in "
    "England and Wales.",
    IN_2016 + "71.5 percent of victims in Northshire were satisfied, compared with 80.1 percent in "
    "similar forces.",
    IN_2016 + "71.5 percent of victims in Northshire were satisfied, compared with 80.1 percent "
    "across the region.",
    IN_2016 + "71.5 percent of victims in Northshire were satisfied, compared with 80.1 percent in "
    "Westshire.",
    IN_2016 + "71.5 percent of victims in Northshire were satisfied, compared with 80.1 percent "
    "for all forces in Wales.",
    IN_2016 + "71.5 percent of victims in Northshire were satisfied, compared with 80.1 percent in "
    "England.",
    IN_2016 + "71.5 percent of victims in the northern division were satisfied, compared with 80.1 "
    "percent in England and Wales.",
    "Westshire Police works with the force. " + IN_2016 + "71.5 percent of its victims were "
    "satisfied, compared with 80.1 percent in England and Wales.",
    IN_2016 + "victim satisfaction in Northshire and Westshire was 71.5 percent, compared with "
    "80.1 percent nationally.",
    IN_2016
    + "across the most similar group, 71.5 percent of victims were satisfied, compared with "
    "80.1 percent in England and Wales.",
    IN_2016 + "71.5 percent of victims in Northshire were satisfied. This compares with 80.1 "
    "percent in Westshire.",
    IN_2016 + "victim satisfaction was 71.5 percent, nationally, and 80.1 percent, of those asked.",
    # another measure's value
    IN_2016 + "71.5 percent of victims in Northshire were satisfied, while the charge rate in "
    "England and Wales was 12.1 percent.",
    IN_2016 + "71.5 percent of victims in Northshire were satisfied. The national charge rate was "
    "12.1 percent.",
    IN_2016 + "victim satisfaction matters, and 71.5 percent of calls in Northshire were answered "
    "in time, compared with 80.1 percent nationally.",
    IN_2016 + "71.5 percent of victims of burglary in Northshire were satisfied, compared with "
    "80.1 percent nationally.",
    IN_2016 + "12 percent of dogs in Northshire barked, compared with 14 percent in England and "
    "Wales.",
    IN_2016 + "5.2 percent of recorded crime in Northshire had a vulnerable victim, compared with "
    "12.6 percent of the population of England and Wales.",
    IN_2016 + "5.2 percent of recorded crime in Northshire had a vulnerable victim, compared with "
    "12.6 percent of sexual offences nationally.",
    IN_2016 + "recorded sexual offences in Northshire rose by 4 percent, compared with 6 percent "
    "in England and Wales.",
    (
        "While recorded crime is falling, calls in Northshire rose by 4 percent in the "
        "year to 30 June "
        "2016, compared with a rise of 6 percent nationally."
    ),
    IN_2016 + "the charge rate for domestic abuse and hate crime in Northshire was 20 percent, "
    "compared with a satisfaction rate of 25 percent nationally.",
    IN_2016 + "71.5 percent of male victims in Northshire were satisfied, compared with 80.1 "
    "percent of female victims in England and Wales.",
    IN_2016 + "71.5 percent of victims in Northshire were satisfied. This compares with 80.1 "
    "percent of staff nationally.",
    IN_2016 + "the number of victims in Northshire rose by 12 percent, compared with 5 percent "
    "nationally.",
    (
        "Victim satisfaction is high. In the 12 months to 30 June 2016, its control room answered "
        "71.5 percent in time, compared with 80.1 percent nationally."
    ),
    IN_2016 + "the force counted 23 incidents of anti-social behaviour per 1,000 population in "
    "rural areas.",
    IN_2016 + "71.5 percent of young victims in Northshire were satisfied, compared with 80.1 "
    "percent nationally.",
    IN_2016 + "the force dealt with 12 incidents per 1,000 population, compared with 14 incidents "
    "per 1,000 population nationally.",
    # another time's value
    "71.5 percent of victims in Northshire were satisfied, compared with 80.1 percent nationally.",
    IN_2016 + "71.5 percent of victims in Northshire were satisfied, compared with 70 percent in "
    "the previous 12 months.",
    IN_2016 + "71.5 percent of victims in Northshire were satisfied, compared with 80.1 percent in "
    "England and Wales in the 12 months to 30 June 2015.",
    IN_2016 + "71.5 percent of victims in Northshire were satisfied. In the 12 months to 30 June "
    "2014, the national rate was 80.1 percent.",
    (
        "In the three months to 30 June 2016, 71.5 percent of victims in Northshire were "
        "satisfied, "
        "compared with 80.1 percent nationally."
    ),
    (
        "In June 2016, 71.5 percent of victims in Northshire were satisfied, compared with 80.1 "
        "percent nationally."
    ),
    (
        "Since 2014, recorded crime in Northshire has risen by 4 percent, compared with 6 "
        "percent in "
        "England and Wales."
    ),
    (
        "In our 2016 inspection, 71.5 percent of victims in Northshire were satisfied, "
        "compared with "
        "80.1 percent nationally."
    ),
    (
        "In 2016, we found that 71.5 percent of victims in Northshire were satisfied, "
        "compared with "
        "80.1 percent nationally."
    ),
    IN_2016 + "as at 1 July 2016, Northshire Police had 20 organised crime groups per one million "
    "population, compared with 46 nationally.",
    IN_2016 + "the force's victim satisfaction rate (71.5 percent) is lower than last year, when "
    "it was 80.1 percent, and lower than nationally.",
    # wishes
    IN_2016 + "Northshire will do better than the national victim satisfaction rate of 80.1 "
    "percent and reach 90 percent.",
    IN_2016 + "71.5 percent of victims in Northshire were satisfied, compared with the national "
    "target of 80.1 percent.",
    IN_2016 + "the force expected that 71.5 percent of victims would be satisfied, compared with "
    "80.1 percent nationally.",
    (
        "By 2017/18 the force plans to satisfy 71.5 percent of victims, compared with 80.1 percent "
        "nationally."
    ),
    # numbers that are no such value
    IN_2016 + "the survey asked 331 victims in Northshire, and 12,000 victims in England and "
    "Wales, whether they were satisfied.",
    IN_2016 + "Northshire Police had 1,800 officers, compared with 124,000 in England and Wales.",
    IN_2016 + "victim satisfaction in Northshire was 5 percent lower than the national rate.",
    IN_2016 + "victim satisfaction in Northshire was 5 percentage points lower than the national "
    "rate of 80.1 percent.",
    IN_2016 + "recorded crime in Northshire was 12 percent lower than in England and Wales.",
    IN_2016 + "Northshire was among the lowest 25 percent of forces for victim satisfaction, which "
    "is 80.1 percent nationally.",
    IN_2016 + "about 71.5 percent of victims in Northshire were satisfied, compared with 80.1 "
    "percent nationally.",
    IN_2016 + "between 70 and 75 percent of victims in Northshire were satisfied, compared with "
    "80.1 percent nationally.",
    IN_2016 + "nearly a third of recorded crime in Northshire had a vulnerable victim, compared "
    "with 12.6 percent nationally.",
    IN_2016 + "more than 71.5 percent of victims in Northshire were satisfied, compared with 80.1 "
    "percent nationally.",
    IN_2016 + "the share of recorded crime with a vulnerable victim varies from 3.9 percent to "
    "44.4 percent between forces in England and Wales.",
    IN_2016 + "victim satisfaction in Northshire was 71.5 percent, 70.2 percent in the towns and "
    "80.1 percent in England and Wales.",
    IN_2016 + "satisfaction of victims in Northshire fell from 75 percent to 71.5 percent, "
    "compared with 80.1 percent nationally.",
    IN_2016 + "recorded crime in Northshire fell by 4 percent, compared with a national change of "
    "6 percent.",
    # units apart
    IN_2016 + "Northshire Police recorded 61 crimes per 1,000 population, and recorded crime in "
    "England and Wales rose by 6 percent.",
    IN_2016 + "recorded crime in Northshire rose by 4 percentage points, compared with a rise of "
    "6 percent nationally.",
    IN_2016 + "Northshire Police recorded 12.5 burglaries per 1,000 households, compared with 8.1 "
    "burglaries per 1,000 population in England and Wales.",
    IN_2016 + "the National Crime Agency helped with 71.5 percent of cases in Northshire, and the "
    "national guidance asks for 80.1 percent.",
]


@pytest.mark.parametrize(("text", "expected"), STATED, ids=lambda value: str(value)[-70:])
def test_a_measure_is_read_in_many_wordings(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize("text", TRAPS, ids=lambda text: text[-70:])
def test_what_only_looks_like_one_stays_text(text):
    assert told(text) == []


VALUES = st.decimals(min_value="0.1", max_value="99.9", places=1)
DAYS = st.dates(min_value=date(2014, 1, 1), max_value=date(2024, 12, 31))
WORDINGS = (
    (
        "In the {when}, {own} percent of victims in Northshire were satisfied, compared "
        "with {nation} "
        "percent in England and Wales."
    ),
    (
        "In the {when}, victim satisfaction in Northshire was {own}%, {than} than the "
        "national figure "
        "of {nation}%."
    ),
    (
        "Nationally, {nation} per cent of victims were satisfied in the {when}, but in "
        "Northshire it "
        "was {own} per cent."
    ),
    (
        "{own} percent of victims in Northshire were satisfied in the {when}. This compares with "
        "{nation} percent across England and Wales over the same period."
    ),
)


@given(
    wording=st.sampled_from(WORDINGS),
    own=VALUES,
    nation=VALUES,
    day=DAYS,
    than=st.sampled_from(["lower", "higher", "significantly lower"]),
    span=st.sampled_from(["12 months to {}", "year ending {}", "twelve months to the {}"]),
)
def test_whatever_the_values_and_the_day_the_pair_is_read_as_it_stands(
    wording, own, nation, day, than, span
):
    when = span.format(f"{day.day} {MONTHS[day.month - 1]} {day.year}")
    text = wording.format(own=own, nation=nation, when=when, than=than)

    (measure,) = found(text)

    assert (measure.force, measure.national) == (float(own), float(nation))
    assert measure.period == Period(kind=TWELVE, end=day)
    assert measure.as_printed.force.startswith(str(own))
    assert measure.passage == text


def test_the_table_is_long_and_half_of_it_are_traps():
    assert len(STATED) > 50
    assert len(TRAPS) > 50
    assert all(date.fromisoformat(expected[4]) for _, expected in STATED)
