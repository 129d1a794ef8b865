import msgspec
import pytest

from peelviewer.charts import wording
from peelviewer.model.measure import Period
from peelviewer.reference.catalogue import Unit
from tests import builders

RATE = "per_1000_population"


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
    report = msgspec.structs.replace(sample_report, published=published, year=year)

    assert wording.inspectorate(report) == name


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("Recorded crime (excluding fraud)*", "Recorded crime"),
        ("Share of crimes (of all (with fraud) = 100)", "Share of crimes"),
        ("Share (n = 12) of crimes (by type)", "Share of crimes"),
        ("Crimes (as a share of", "Crimes (as a share of"),
        ("(All crimes)", "(All crimes)"),
    ],
)
def test_brackets_are_left_off_whole_or_not_at_all(label, bare):
    assert wording.without_brackets(label) == bare


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Kent", "in Kent"),
        ("City of London", "in the City of London"),
        ("Metropolitan Police", "in the Metropolitan Police area"),
        ("England and Wales", "in England and Wales"),
    ],
)
def test_where_something_is_reads_as_a_place(place, words):
    assert wording.within(place) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Kent", "Kent"),
        ("City of London", "the City of London"),
        ("Metropolitan Police", "the Metropolitan Police"),
    ],
)
def test_a_place_has_its_article_inside_a_sentence_and_at_its_beginning(place, words):
    assert wording.running(place) == words
    assert wording.opening(place) == words[:1].upper() + words[1:]
