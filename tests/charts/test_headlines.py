import pytest

from peelviewer.charts import headlines
from peelviewer.charts.figures import noun_of
from peelviewer.charts.printed import difference
from peelviewer.charts.values import Row
from peelviewer.reference.catalogue import catalogue
from tests import builders
from tests.charts.pairs import pair, value

RATE = "per_1000_population"


@pytest.mark.parametrize(
    ("force", "national", "unit", "expected"),
    [
        ("58.0", "68.2", RATE, "X in Northshire is lower than in England and Wales"),
        ("50.2%", "47.4%", "percent", "X in Northshire is higher than in England and Wales"),
        ("0.3", "0.3", RATE, "X in Northshire is the same as in England and Wales"),
        ("0.0", "0.6", RATE, "X in Northshire is lower than in England and Wales"),
        (
            "+3.7%",
            "+7.8%",
            "percent_change",
            "X in Northshire rose by less than in England and Wales",
        ),
        ("+9%", "+3%", "percent_change", "X in Northshire rose by more than in England and Wales"),
        (
            "-11.1%",
            "-3.4%",
            "percent_change",
            "X in Northshire fell by more than in England and Wales",
        ),
        (
            "-1%",
            "-3.4%",
            "percent_change",
            "X in Northshire fell by less than in England and Wales",
        ),
        (
            "-2%",
            "-2%",
            "percent_change",
            "X in Northshire fell by the same as in England and Wales",
        ),
        ("+5%", "-1%", "percent_change", "X in Northshire rose, but fell in England and Wales"),
        ("-5%", "+1%", "percent_change", "X in Northshire fell, but rose in England and Wales"),
        (
            "-5%",
            "0%",
            "percent_change",
            "X in Northshire fell, but stayed the same in England and Wales",
        ),
        (
            "0.0%",
            "+2.0%",
            "percent_change",
            "X in Northshire stayed the same, but rose in England and Wales",
        ),
        (
            "0%",
            "0%",
            "percent_change",
            "X in Northshire stayed the same, as in England and Wales",
        ),
        (
            "−11.1%",
            "–3.4%",
            "percent_change",
            "X in Northshire fell by more than in England and Wales",
        ),
        ("1,204", "987", RATE, "X in Northshire is higher than in England and Wales"),
        ("−1.2", "0.4", RATE, "X in Northshire is lower than in England and Wales"),
        (
            None,
            "+2%",
            "percent_change",
            "Change in x: no value for Northshire; England and Wales +2%",
        ),
        ("+2%", None, "percent_change", "X in Northshire: +2%; no value for England and Wales"),
        (None, "46", RATE, "X: no value for Northshire; England and Wales 46"),
        ("17", None, RATE, "X in Northshire: 17; no value for England and Wales"),
        (None, None, RATE, "X: no value for Northshire or for England and Wales"),
    ],
)
def test_a_headline_says_the_finding_of_two_values(force, national, unit, expected):
    sentence = headlines.headline("X", "Northshire", *pair(force, national), unit=unit)

    assert sentence == expected


def test_values_that_differ_by_less_than_is_printed_are_nearly_the_same():
    ours = value(0, "11%", 10.9)
    theirs = value(1, "11%", 11.1)

    assert headlines.comparison(ours, theirs, unit="percent") == "is nearly the same as"


@pytest.mark.parametrize(
    ("force", "polarity", "ending"),
    [
        ("80", "none", "than in England and Wales"),
        ("80", "higher is better", "(better)"),
        ("60", "higher is better", "(worse)"),
        ("60", "lower is better", "(better)"),
    ],
)
def test_only_a_declared_polarity_says_better_or_worse(force, polarity, ending):
    sentence = headlines.headline(
        "X", "Northshire", *pair(force, "70"), unit=RATE, polarity=polarity
    )

    assert sentence.endswith(ending)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("calls_for_assistance", "The rate of calls for assistance"),
        ("recorded_crime", "The rate of recorded crime"),
        ("recorded_crime_change_1y", "Recorded crime"),
        ("asb_change_1y", "The rate of anti-social behaviour"),
        ("outcome_charged", "The share “charged or summonsed”"),
        ("da_outcome_charged", "Domestic abuse: the share “charged or summonsed”"),
        ("da_share_of_crime", "Domestic abuse as a share of recorded crime"),
        ("da_arrest_rate", "The domestic abuse arrest rate"),
    ],
)
def test_what_a_headline_is_about_reads_as_a_noun(key, expected):
    definition = catalogue().definition(key)

    assert headlines.subject(definition.label, definition.unit, definition) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Cases closed", "The share “cases closed”"),
        ("Out of court (formal)*", "The share “out of court (formal)”"),
        ("Offences with a knife: threats", "Offences with a knife: the share “threats”"),
    ],
)
def test_a_measure_that_the_catalogue_does_not_know_is_quoted(label, expected):
    assert headlines.subject(label, "percent", None) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Charge rate", "The charge rate"),
        ("Our charge rate", "Our charge rate"),
        ("The rate of charges", "The rate of charges"),
    ],
)
def test_a_rate_has_one_article(label, expected):
    assert headlines.subject(label, "per_1000_population", None) == expected


@pytest.mark.parametrize(
    "label",
    [
        "Robbery: change over one year",
        "Robbery: change over 8 years and 9 months",
        "Robbery: percentage change",
        "Change in robbery over five years",
    ],
)
def test_what_rose_or_fell_is_the_measure_and_not_its_change(label):
    assert headlines.subject(label, "percent_change", None) == "Robbery"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("1", "2"), ("1", "3")], "Northshire is lower than England and Wales on both rates"),
        ([("2", "1")] * 3, "Northshire is higher than England and Wales on all 3 rates"),
        ([("2", "2")] * 2, "Northshire is the same as England and Wales on both rates"),
        ([("2", "2")] * 3, "Northshire is the same as England and Wales on all 3 rates"),
        (
            [("1", "2"), ("1", "2"), ("3", "2")],
            "Northshire is lower than England and Wales on 2 of 3 rates",
        ),
        (
            [("1", "2"), ("3", "2")],
            "Northshire is lower than England and Wales on 1 of 2 rates, higher on 1",
        ),
        (
            [("1", None), ("1", "2")],
            "Northshire is lower than England and Wales on the one pair of rates",
        ),
        (
            [("1.0", "1.0"), ("1", "2"), ("1", "2")],
            "Northshire is lower than England and Wales on 2 of 3 rates",
        ),
        ([("1", None)], "No values that can be compared for Northshire and England and Wales"),
    ],
)
def test_the_headline_of_many_rows_counts_them(rows, expected):
    made = [Row(label=str(i), values=pair(*values)) for i, values in enumerate(rows)]

    assert headlines.headline_of_rows(made, "Northshire", noun="rates") == expected


@pytest.mark.parametrize(
    ("units", "noun"),
    [
        (("percent", "percent"), "shares"),
        (("percent_change", "percent_change"), "changes"),
        ((RATE, "per_1000_households"), "rates"),
        (("percent", "percent_change"), "rows"),
    ],
)
def test_what_is_counted_has_a_noun_of_its_units(units, noun):
    measures = [
        builders.measure("unknown", "X", unit, 1.0, 2.0, "introduction", "introduction.1")
        for unit in units
    ]

    assert noun_of(measures) == noun


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("79.0", "29.6", "fell from 79.0 to 29.6"),
        ("29.6", "79.0", "rose from 29.6 to 79.0"),
        ("29.6", "29.6", "stayed at 29.6"),
        ("-5.0%", "+3.5%", "rose from -5.0% to +3.5%"),
        ("1,000", "999", "fell from 1,000 to 999"),
    ],
)
def test_how_a_value_moved_is_told_as_printed(before, after, words):
    assert headlines.movement(*pair(before, after)) == words


@pytest.mark.parametrize(
    ("force", "national", "unit", "words"),
    [
        ("9.1%", "12.1%", "percent", "−3.0 percentage points"),
        ("+3.7%", "+7.8%", "percent change", "−4.1 percentage points"),
        ("58.0", "68.2", "per 1,000 population", "−10.2"),
        ("17", "16.5", "per 1,000 population", "+0.5"),
        ("11%", "11%", "percent", "none"),
        ("11%", None, "percent", ""),
    ],
)
def test_the_difference_of_percentages_is_in_percentage_points(force, national, unit, words):
    row = Row(label="X", values=pair(force, national), unit=unit)

    assert difference(row) == words


@pytest.mark.parametrize(
    ("subject", "verb"),
    [
        ("Knife or sharp instrument offences", "are"),
        ("Offences with a knife", "are"),
        ("Firearm offences: handgun", "are"),
        ("Police officers (headcount)", "are"),
        ("The rate of sexual offences", "is"),
        ("The share “not in the public interest”", "is"),
        ("The share “threats to kill”", "is"),
        ("Knife or sharp instrument offences: the share “robbery”", "is"),
        ("Possession of weapons offences", "is"),
        ("Criminal damage and arson", "is"),
        ("Theft by drones", "is"),
        ("Sickness", "is"),
        ("Analysis", "is"),
        ("Status", "is"),
    ],
)
def test_the_verb_agrees_with_the_noun_of_its_subject(subject, verb):
    assert headlines.be(subject) == verb
