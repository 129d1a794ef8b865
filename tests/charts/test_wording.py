import pytest

from peelviewer.charts import wording
from peelviewer.charts.values import Row, Value
from peelviewer.model.measure import Period
from peelviewer.reference.catalogue import Unit, catalogue
from tests import builders

RATE = "per_1000_population"


def value(series, printed, number=None, missing=None):
    return Value(series=series, value=number, printed=printed, missing=missing)


def pair(force, national):
    def made(series, printed):
        if printed is None:
            return value(series, "–", missing="not given")
        return value(series, printed, float(printed.rstrip("%")))

    return made(0, force), made(1, national)


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
        ("-5%", "0%", "percent_change", "X in Northshire is lower than in England and Wales"),
        (None, "46", RATE, "X: no value for Northshire; England and Wales 46"),
        ("17", None, RATE, "X in Northshire: 17; no value for England and Wales"),
        (None, None, RATE, "X: no value for Northshire or for England and Wales"),
    ],
)
def test_a_headline_says_the_finding_of_two_values(force, national, unit, expected):
    sentence = wording.headline("X", "Northshire", *pair(force, national), unit=unit)

    assert sentence == expected


def test_values_that_print_alike_are_the_same_whatever_their_digits():
    ours = value(0, "11%", 10.9)
    theirs = value(1, "11%", 11.1)

    assert wording.comparison(ours, theirs, unit="percent") == "is the same as"


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
    sentence = wording.headline("X", "Northshire", *pair(force, "70"), unit=RATE, polarity=polarity)

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

    assert wording.subject(definition.label, definition.unit, definition) == expected


def test_a_measure_that_the_catalogue_does_not_know_is_quoted():
    assert wording.subject("Cases closed", "percent", None) == "The share “cases closed”"


@pytest.mark.parametrize(
    ("printed", "number", "is_change", "expected"),
    [
        ("58.0", 58.0, False, "58.0"),
        ("9.1%", 9.1, False, "9.1%"),
        ("+3.7%", 3.7, True, "+3.7%"),
        ("-11.1%", -11.1, True, "-11.1%"),
        ("−11.1%", -11.1, True, "−11.1%"),
        ("10.4 percent", 10.4, False, "10.4%"),
        ("7.0 per cent", 7.0, False, "7.0%"),
        ("17 percent fewer", -17.0, True, "-17%"),
        ("decreased by 11.1 percent", -11.1, True, "-11.1%"),
        ("increase of 7.8 percent", 7.8, True, "+7.8%"),
        ("20 gangs per one million people", 20.0, False, "20"),
        ("1,204", 1204.0, False, "1,204"),
        ("in 2 of 3 cases", 2.0, False, "2"),
        (None, 4.5, False, "4.5"),
        ("0", None, False, "–"),
    ],
)
def test_a_value_stands_at_its_bar_as_printed(printed, number, is_change, expected):
    assert wording.printed_value(printed, number, is_change=is_change) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (builders.YEAR_TO_JUNE_2016, "12 months to 30 June 2016"),
        (Period(kind="as at", end=builders.JUNE_2016), "as at 30 June 2016"),
        (
            Period(kind="change", start=builders.JUNE_2015, end=builders.JUNE_2016),
            "12 months to 30 June 2016 against 12 months to 30 June 2015",
        ),
    ],
)
def test_a_period_is_in_words(period, expected):
    assert wording.period_words(period) == expected


@pytest.mark.parametrize(
    ("label", "unit", "expected"),
    [
        (
            "Sexual offences",
            Unit(name=RATE, words="per 1,000 population"),
            "Sexual offences per 1,000 population, Northshire and England and Wales, P",
        ),
        (
            "Victim satisfaction",
            Unit(name="percent", words="percent", sign="%"),
            "Victim satisfaction, percent, Northshire and England and Wales, P",
        ),
        (
            "Change in recorded crime",
            Unit(name="percent_change", words="percent change", sign="%"),
            "Change in recorded crime, percent, Northshire and England and Wales, P",
        ),
    ],
)
def test_a_statistical_title_has_measure_unit_place_and_period(label, unit, expected):
    assert wording.statistical_title(label, unit, "Northshire", "P") == expected


def test_the_source_names_data_report_figure_and_page(sample_report):
    line = wording.source_line(sample_report, source="Source: Home Office data.", figure=2, page=9)

    assert line == (
        "Source: Home Office data, in HMIC, PEEL: Police effectiveness 2016 – Northshire Police, "
        "figure 2, p. 9."
    )


def test_a_value_without_a_figure_names_its_chapter_and_a_digest_says_that_it_is_one(sample_digest):
    line = wording.source_line(sample_digest, page=4, chapter="Force in numbers")

    assert "Northshire Police, Force in numbers, p. 4" in line
    assert "digest" in line


@pytest.mark.parametrize(
    ("published", "year", "name"),
    [
        ("2017-03", "2016", "HMIC"),
        ("2018-03", "2017", "HMICFRS"),
        (None, "2016", "HMIC"),
        (None, "2021/22", "HMICFRS"),
    ],
)
def test_the_inspectorate_has_the_name_of_its_time(sample_report, published, year, name):
    import msgspec

    report = msgspec.structs.replace(sample_report, published=published, year=year)

    assert wording.inspectorate(report) == name


@pytest.mark.parametrize(
    ("force", "national", "unit", "expected"),
    [
        ("58.0", "68.2", "per 1,000 population", "−10.2"),
        ("9.1%", "12.1%", "percent", "−3.0 percentage points"),
        ("50.2%", "47.4%", "percent", "+2.8 percentage points"),
        ("0.3", "0.3", "percent", "none"),
        (None, "46", "percent", ""),
    ],
)
def test_a_difference_keeps_the_printed_decimals(force, national, unit, expected):
    assert wording.difference(Row(label="X", unit=unit, values=pair(force, national))) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Police-recorded crime rates (per 1,000 population) in Northshire, for X", "crime-rates"),
        ("Victims who withdrew support, by force", "victims-who-withdrew-support"),
        ("The rate of", "the-rate-of"),
        ("Percentage change in the rate of noise, by force", "change-noise"),
        ("Outcomes in the 12 months to 30 June 2016", "outcomes"),
        ("Gangs per one million people, by force", "gangs"),
    ],
)
def test_a_file_name_says_what_the_figure_is_about(title, expected):
    assert wording.figure_slug(title) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("1", "2"), ("1", "3")], "Northshire is lower than England and Wales on both rates"),
        ([("2", "1")] * 3, "Northshire is higher than England and Wales on all 3 rates"),
        ([("2", "2")] * 3, "Northshire is the same as England and Wales on all 3 rates"),
        (
            [("1", "2"), ("1", "2"), ("3", "2")],
            "Northshire is lower than England and Wales on 2 of 3 rates",
        ),
        (
            [("1", "2"), ("3", "2")],
            "Northshire is lower than England and Wales as often as it is higher",
        ),
        ([("1", None)], "No values that can be compared for Northshire and England and Wales"),
    ],
)
def test_the_headline_of_many_rows_counts_them(rows, expected):
    made = [Row(label=str(i), values=pair(*values)) for i, values in enumerate(rows)]

    assert wording.headline_of_rows(made, "Northshire", noun="rates") == expected
