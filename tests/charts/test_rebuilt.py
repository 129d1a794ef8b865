import datetime
import json

import msgspec
import pytest

from peelviewer.charts.positions import CHANGE_RANK_NOTE
from peelviewer.charts.spec import (
    all_charts_of,
    chart_of_figure,
    data_of,
    judgments_chart,
    profile_with_ranges,
    ranked_chart,
    rebuilt_figure,
    rebuilt_tiles,
    slope_chart,
    with_report,
)
from peelviewer.charts.table import rows_as_csv
from peelviewer.drawing.layout import lay_out
from peelviewer.model import codec
from peelviewer.model.report import Judgment
from peelviewer.paths import bundled
from peelviewer.statistics.shipped import shipped

REPORT = "leicestershire-effectiveness-2016"


@pytest.fixture(scope="module")
def report():
    """The digest that ships."""
    path = bundled(f"data/reports/{REPORT}.json")
    return codec.decode(path.read_bytes(), str(path))


def test_figure_3_is_rebuilt_for_all_forces_that_can_be_ranked_with_the_two_values_of_the_report(
    report,
):
    chart = rebuilt_figure(report)

    assert (chart.figure, chart.coverage) == (3, "42 of 43 forces")
    assert [(one.series, one.printed) for one in chart.references] == [(0, "−17%"), (1, "−8%")]
    own = next(row for row in chart.rows if row.standout == "own")
    assert own.values[0].printed == "−17.4%"
    assert own.rank == "5th largest fall of 42"
    remark = (
        "Leicestershire −17% in the report, −17.4% rebuilt; "
        "England and Wales −8% in the report, −7.9% rebuilt."
    )
    assert remark in chart.notes
    assert remark in chart.description


def test_the_rebuilt_figure_names_source_release_vintage_and_why_it_may_differ(report):
    chart = rebuilt_figure(report)

    assert "year ending March 2018, version 2, file of 24 April 2019" in chart.source
    assert "figure 3, p. 12" in chart.source
    said = " ".join(caveat.words for caveat in chart.caveats)
    for words in ("revised their counts since", "Warwickshire:"):
        assert words in said
    assert any(note.startswith("Without City of London: ") for note in chart.notes)
    assert "is a picture" in chart.notes[0]


def test_the_rebuilt_figure_shows_all_43_forces_the_one_that_is_not_ranked_apart(report, qapp):
    chart = rebuilt_figure(report)

    bars = [row for row in chart.rows if row.kind == "values"]
    assert len([row for row in bars if row.values[0].value is not None]) == 43
    city = bars[-1]
    assert (city.area, city.rank, city.position) == ("city-of-london", "", "not ranked")
    assert city.note.startswith("left out: rates of the City of London on its residents")
    assert chart.title.endswith(", 42 of 43 forces ranked")
    assert "City of London −23.9% (not ranked)" in chart.description
    text = rows_as_csv((chart,), report)
    assert "Not ranked, left out: rates of the City of London" in text
    for width in (280, 720):
        layout = lay_out(chart, width, 24.0)
        assert len(layout.bars) == 43
        assert [line for line in layout.lines if line.text.lower() == "not ranked"]


def test_the_same_change_has_the_same_rank_rebuilt_and_reckoned(report):
    rates = data_of(shipped("anti_social_behaviour"), "asb_incidents", "per_1000_population")
    before, after = (
        next(period for period in rates.periods if period.end == datetime.date(year, 3, 31))
        for year in (2015, 2016)
    )
    own = report.force.id

    rebuilt, reckoned = rebuilt_figure(report), slope_chart(rates, before, after, own=own)

    assert rebuilt.coverage == reckoned.coverage
    assert rebuilt.rank_note == reckoned.rank_note == CHANGE_RANK_NOTE
    ranks = [
        next(row.rank for row in chart.rows if row.area == own) for chart in (rebuilt, reckoned)
    ]
    assert ranks[0] == ranks[1]


def test_the_rebuilt_map_is_a_chart_of_its_own(report):
    chart = rebuilt_tiles(report)

    assert chart.kind == "tiles"
    assert chart.stem != rebuilt_figure(report).stem


def test_another_figure_is_not_rebuilt(report, sample_report):
    assert rebuilt_figure(report, 4) is None
    assert rebuilt_figure(sample_report) is None


def test_statistics_are_told_with_the_values_of_a_report_only_where_they_are_the_same(report):
    choice = data_of(shipped("anti_social_behaviour"), "asb_incidents", "per_1000_population")
    periods = {period.end.year: period for period in choice.periods}
    same = ranked_chart(choice, periods[2016], own=report.force.id)
    other = ranked_chart(choice, periods[2018], own=report.force.id)

    told = with_report(same, report, choice, periods[2016])

    assert told.references
    assert told.report == report.id
    assert with_report(other, report, choice, periods[2018]) == other


def test_the_profile_of_a_report_has_ranges_where_measure_and_period_are_known(report):
    chart = profile_with_ranges(report)

    ranged = {row.label for row in chart.rows if row.spread is not None}
    assert ranged == {"Anti-social behaviour incidents"}
    assert "Range of forces: Office for National Statistics" in chart.source


def test_a_report_without_known_ranges_keeps_its_profile(sample_report):
    assert all(row.spread is None for row in profile_with_ranges(sample_report).rows)


def test_every_chart_of_a_report_is_made_once(report):
    charts = all_charts_of(report)

    stems = [chart.stem for chart in charts]
    assert {"strip", "ranked", "tiles"} <= {chart.kind for chart in charts}
    assert len({chart.id for chart in charts}) == len(charts)
    assert len(stems) == len(charts)


# ---------------------------------------------------------------- judgments


def grades(report, *given):
    section = report.sections[0].id
    judgments = tuple(
        Judgment(scope=scope, section=section, title=f"Question {place}", grade=grade)
        for place, (scope, grade) in enumerate(given)
    )
    return msgspec.structs.replace(report, judgments=judgments)


@pytest.mark.parametrize(
    ("given", "headline"),
    [
        (
            [("question", "good"), ("overall", "good"), ("question", "good")],
            "Northshire Police: “good” overall; all two questions “good”",
        ),
        (
            [("overall", "good"), ("question", "inadequate"), ("question", "good")],
            "Northshire Police: “good” overall; one question “inadequate”, one “good”",
        ),
        ([("overall", "outstanding")], "Northshire Police: “outstanding” overall"),
        ([("question", "ungraded")], "Northshire Police: one question “ungraded”"),
        (
            [("overall", "good"), ("question", "good"), ("overall", "inadequate")],
            "Northshire Police: question 0 “good”, question 2 “inadequate”; one question “good”",
        ),
    ],
)
def test_the_headline_of_the_strip_counts_words_never_numbers(sample_report, given, headline):
    chart = judgments_chart(grades(sample_report, *given))

    assert chart.headline == headline
    assert chart.rows[0].kind == ("group" if "overall" in dict(given) else "values")


def test_each_of_several_pillars_stands_above_its_own_questions(sample_report):
    given = [("overall", "good"), ("question", "good"), ("overall", "good"), ("question", "good")]

    chart = judgments_chart(grades(sample_report, *given))

    assert [(row.label, row.note) for row in chart.rows] == [
        ("Question 0", "overall"),
        ("Question 1", ""),
        ("Question 2", "overall"),
        ("Question 3", ""),
    ]


def test_a_report_without_grades_has_no_strip(sample_report):
    assert judgments_chart(msgspec.structs.replace(sample_report, judgments=())) is None


def test_a_chart_is_a_plain_value(report):
    assert json.loads(msgspec.json.encode(rebuilt_figure(report)))["kind"] == "ranked"


# ---------------------------------------------------------------- what the report prints twice


def test_a_value_that_the_report_prints_otherwise_elsewhere_says_so_with_the_page(report):
    charts = {chart.id: chart for chart in all_charts_of(report)}
    found = {
        name: [note for note in chart.notes if "elsewhere the report prints" in note]
        for name, chart in charts.items()
    }

    satisfied = "measure-victim_satisfaction-2016-06-30"
    assert found[satisfied] == ["England and Wales: elsewhere the report prints 83.8% (p. 27)."]
    assert found[f"{satisfied}-2"] == [
        "England and Wales: elsewhere the report prints 83.3% (p. 6)."
    ]
    assert found["measure-recorded_crime-2016-06-30"] == [
        "England and Wales: elsewhere the report prints 68.2 (p. 12)."
    ]
    assert len(found["profile"]) == 3


def test_a_digest_says_once_that_a_figure_is_a_picture(report):
    for number in (3, 5, 6, 7, 9):
        notes = chart_of_figure(report, number).notes
        assert sum(note.startswith("The figure is a picture") for note in notes) == 1


def test_a_headline_counts_outcomes_and_not_their_parts_nor_what_has_none(report):
    chart = chart_of_figure(report, 4)

    assert chart.headline.endswith("on 6 of 10 outcomes")
    assert "counts outcomes that are no part of another" in chart.scale_note


def test_minus_signs_are_alike_in_the_report_and_in_statistics(report):
    printed = [
        value.printed
        for chart in all_charts_of(report)
        for row in chart.rows
        for value in row.values
        if value.value is not None and value.value < 0
    ]

    assert printed
    assert {text[0] for text in printed} == {"−"}


def test_a_rounded_value_says_what_the_report_prints_elsewhere_with_more_decimals(report):
    rounded = next(
        chart
        for chart in all_charts_of(report)
        if chart.kind == "paired"
        and [one.printed for one in chart.rows[0].values] == ["11%", "11%"]
    )

    assert "Leicestershire: elsewhere the report prints 10.9% (p. 6)." in rounded.notes
    assert "England and Wales: elsewhere the report prints 11.1% (p. 6)." in rounded.notes
    assert "is nearly the same as in England and Wales" in rounded.headline
