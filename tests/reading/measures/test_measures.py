from datetime import date

import pytest

from peelviewer.model.measure import Period
from peelviewer.model.report import Report
from peelviewer.reading.drafts import Pair
from peelviewer.reading.figures import figures
from peelviewer.reading.measures.finding import measures
from tests import builders

JUNE_2016 = Period(kind="12 months to", end=date(2016, 6, 30))


def report(*sections):
    return Report(
        id="northshire-effectiveness-2016",
        edition="full",
        title="PEEL: Police effectiveness 2016",
        force=builders.NORTHSHIRE,
        pillar="effectiveness",
        year="2016",
        sections=sections,
        figures=figures(sections),
    )


def graphic(*labelled, title="Crime outcomes*", note=None):
    blocks = [
        builders.block("table", f"{label}\tNorthshire Police\tEngland and Wales\n\t{a}\t{b}", 4)
        for label, a, b in labelled
    ]
    notes = [note] if isinstance(note, str) else note or ()
    blocks += [builders.paragraph(text, 4) for text in notes]
    section = builders.section("numbers", title, 1, None, "numbers", 4, *blocks)
    found = {f"numbers.{n}": Pair(*pair) for n, pair in enumerate(labelled, 1)}
    return measures(report(section), found)


def test_a_pair_is_a_measure_with_unit_and_period():
    (found,) = graphic(
        ("Calls for assistance per 1,000 population 12 months to 30 June 2016", "201", "240")
    )

    assert (found.key, found.label, found.unit) == (
        "calls_for_assistance",
        "Calls for assistance",
        "per_1000_population",
    )
    assert (found.force, found.national, found.period) == (201.0, 240.0, JUNE_2016)
    assert (found.as_printed.force, found.origin, found.block, found.page) == (
        "201",
        "graphic",
        "numbers.1",
        4,
    )


def test_a_note_under_a_group_gives_all_its_pairs_their_period():
    found = graphic(
        ("Charged/summonsed", "9.1%", "12.1%"),
        ("Investigation completed but no suspect identified", "50.2%", "47.4%"),
        note="*As shares of outcomes of offences recorded in the 12 months to 30 June 2016.",
    )

    assert [(m.key, m.unit, m.period) for m in found] == [
        ("outcome_charged", "percent", JUNE_2016),
        ("outcome_no_suspect", "percent", JUNE_2016),
    ]


def starred(title, *notes, label="Charged/summonsed"):
    """Measures of a starred group in the numbers chapter, with these notes in the last group."""
    table = builders.block(
        "table", f"{label}\tNorthshire Police\tEngland and Wales\n\t9.1%\t12.1%", 4
    )
    chapter = builders.section("numbers", "Force in numbers", 1, None, "numbers", 4)
    group = builders.section("numbers/one", title, 2, "numbers", "section", 4, table)
    last = builders.section(
        "numbers/last", "Calls", 2, "numbers", "section", 4,
        *(builders.paragraph(note, 4) for note in notes),
    )  # fmt: skip
    return measures(
        report(chapter, group, last),
        {"numbers/one.1": Pair(label=label, force="9.1%", national="12.1%")},
    )


NOTE = "*As shares of all outcomes in the 12 months to 30 June 2016."


def test_a_groups_star_finds_its_note_anywhere_in_the_chapter():
    (found,) = starred("Crime outcomes*", NOTE)

    assert (found.force, found.national) == (9.1, 12.1)
    assert found.period == Period(kind="12 months to", end=date(2016, 6, 30))


@pytest.mark.parametrize(("name", "times"), [("Crime outcomes*", 1), ("Crime outcomes", 0)])
def test_a_groups_name_that_stayed_a_paragraph_has_its_star_too(name, times):
    label = "Charged/summonsed"
    table = f"{label}\tNorthshire Police\tEngland and Wales\n\t9.1%\t12.1%"
    group = builders.section(
        "numbers", "Crime", 1, None, "numbers", 4,
        builders.paragraph(name, 4), builders.block("table", table, 4),
    )  # fmt: skip
    last = builders.section(
        "last", "Calls", 2, "numbers", "section", 4, builders.paragraph(NOTE, 4)
    )
    pair = Pair(label=label, force="9.1%", national="12.1%")

    assert len(measures(report(group, last), {"numbers.2": pair})) == times


def test_a_pairs_own_star_finds_its_note_too():
    (found,) = starred("Crime outcomes", NOTE, label="Charged/summonsed*")

    assert found.key == "outcome_charged"


@pytest.mark.parametrize(
    ("title", "notes"),
    [
        ("Crime outcomes", (NOTE,)),
        ("Crime outcomes†", (NOTE,)),
        ("Crime outcomes*", (NOTE, NOTE.replace("2016", "2015"))),
    ],
    ids=["no star", "another sign", "two notes"],
)
def test_a_note_of_the_chapter_that_is_not_certainly_the_groups_gives_it_no_period(title, notes):
    assert starred(title, *notes) == ()


@pytest.mark.parametrize(
    ("title", "year"), [("Outcomes*", 2016), ("Outcomes**", 2015), ("Outcomes†", 2014)]
)
def test_of_several_notes_below_a_group_the_one_with_its_sign_counts(title, year):
    notes = [
        f"{sign}Figures are for the 12 months to 30 June {when}."
        for sign, when in (("*", 2016), ("**", 2015), ("†", 2014))
    ]

    (found,) = graphic(("Charged/summonsed", "9.1%", "12.1%"), title=title, note=notes)

    assert found.period == Period(kind="12 months to", end=date(year, 6, 30))


def test_a_group_without_a_star_has_no_period_of_several_notes():
    notes = [f"{sign}In the 12 months to 30 June {y}." for sign, y in (("*", 2016), ("†", 2015))]

    assert graphic(("Charged/summonsed", "9.1%", "12.1%"), title="Outcomes", note=notes) == ()


def test_without_a_period_there_is_no_measure():
    assert graphic(("Charged/summonsed", "9.1%", "12.1%")) == ()


def test_without_a_unit_there_is_no_measure():
    assert graphic(("Horses 12 months to 30 June 2016", "9", "12")) == ()


def test_a_pair_of_an_unknown_rate_keeps_its_printed_unit():
    (found,) = graphic(("Grievances per 1,000 employees 12 months to 30 June 2016", "–", "26"))

    assert (found.label, found.unit) == ("Grievances", "per_1000_employees")
    assert (found.force, found.national) == (None, 26.0)


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("4,1", "The report prints “4,1”, which can be read in more than one way."),
        ("", "The report leaves the value's place blank."),
        ("–", "The report prints a dash in place of the value."),
        ("n/a", "The report prints “n/a” in place of the value."),
    ],
)
def test_a_value_that_is_none_says_why(printed, reason):
    (found,) = graphic(
        ("Calls for assistance per 1,000 population 12 months to 30 June 2016", printed, "240")
    )

    assert (found.force, found.national, found.missing) == (None, 240.0, reason)


def test_changes_take_both_ends():
    (found,) = graphic(
        (
            "Change in recorded crime for the 5 years to the 12 months to 30 June 2016",
            "-11.1%",
            "+3.4%",
        )
    )

    assert (found.key, found.unit, found.force, found.national) == (
        "recorded_crime_change_5y",
        "percent_change",
        -11.1,
        3.4,
    )
    assert found.period == Period(kind="change", start=date(2011, 6, 30), end=date(2016, 6, 30))


def test_a_dash_is_missing_with_a_reason_and_no_nought():
    (found,) = graphic(
        ("Calls for assistance per 1,000 population 12 months to 30 June 2016", "–", "240")
    )

    assert (found.force, found.national) == (None, 240.0)
    assert found.missing


def test_the_reports_own_reason_for_a_dash_is_taken():
    label = "Calls for assistance per 1,000 population 12 months to 30 June 2016"
    numbers = builders.section(
        "numbers", "Calls", 1, None, "numbers", 4, builders.block("table", label, 4)
    )
    annex = builders.section(
        "annex",
        "Annex A",
        1,
        None,
        "annex",
        9,
        builders.paragraph("First words. A dash indicates that nothing was sent.", 9),
    )

    (found,) = measures(report(numbers, annex), {"numbers.1": Pair(label, "–", "240")})

    assert found.missing == "A dash indicates that nothing was sent."


def table(caption, text, *notes):
    blocks = [
        builders.block("caption", caption, 6, figure=1),
        builders.block("table", text, 6, figure=1),
    ]
    blocks += [builders.block("source", note, 6, figure=1) for note in notes]
    return measures(report(builders.section("one", "One?", 1, None, "question", 6, *blocks)), {})


def test_rows_of_a_table_are_measures():
    found = table(
        "Figure 1: Police-recorded crime rates, for the 12 months to 30 June 2016",
        "Rates per 1,000 population\tNorthshire Police\tEngland and "
        "Wales\nSexual offences\t1.4\t1.9\n"
        "Burglary in a dwelling*\t10.2\t8.1\nBicycles found\t0.1\t–",
        "* The rate of burglary is for 1,000 households",
    )

    assert [(m.key, m.unit, m.force, m.national, m.figure) for m in found] == [
        ("sexual_offences", "per_1000_population", 1.4, 1.9, 1),
        ("burglary_dwelling", "per_1000_households", 10.2, 8.1, 1),
        ("bicycles_found", "per_1000_population", 0.1, None, 1),
    ]
    assert found[2].missing
    assert found[0].passage == "Sexual offences\t1.4\t1.9"


def test_a_rate_in_a_rows_label_comes_before_the_tables():
    found = table(
        "Figure 1: Police-recorded crime rates, for the 12 months to 30 June 2016",
        "Rates per 1,000 population\tNorthshire Police\tEngland and Wales\n"
        "Sexual offences\t1.4\t1.9\nBurglary in a dwelling per 1,000 households\t–\t8.1",
    )

    assert [(m.key, m.unit) for m in found] == [
        ("sexual_offences", "per_1000_population"),
        ("burglary_dwelling", "per_1000_households"),
    ]


def test_a_row_of_a_table_whose_title_states_the_unit_is_named_with_what_it_measures():
    found = table(
        "Figure 1: Percentage of the workforce who are left-handed in Northshire Police and in "
        "England and Wales, by role, as at 31 March 2016",
        "Role\tNorthshire Police\tEngland and Wales\nPolice officers\t1.1\t2.3",
    )

    assert [(m.key, m.label) for m in found] == [
        (
            "percentage_of_the_workforce_who_are_left_handed_police_officers",
            "Percentage of the workforce who are left-handed: Police officers",
        )
    ]


@pytest.mark.parametrize("stated", ["in percent", "(%)", "(in per cent)"])
def test_the_unit_is_no_part_of_what_a_title_measures(stated):
    found = table(
        f"Figure 1: Reasons for searches {stated}, by reason, as at 31 March 2016",
        "Reason\tNorthshire Police\tEngland and Wales\nMushrooms\t1.1\t2.3",
    )

    assert [m.label for m in found] == ["Reasons for searches: Mushrooms"]


def test_a_row_whose_column_states_the_unit_needs_no_title():
    found = table(
        "Figure 1: Left-handed people, as at 31 March 2016",
        "Percentage\tNorthshire Police\tEngland and Wales\nLeft-handed officers\t1.1\t2.3",
    )

    assert [m.label for m in found] == ["Left-handed officers"]


def test_an_unknown_row_below_a_group_whose_rows_are_known_is_none_of_it():
    found = table(
        "Figure 1: Proportion of outcomes, in 12 months to 30 June 2016",
        "Outcome type / group\tNorthshire Police\tEngland and Wales\n"
        "Evidential difficulties (victim supports police action)\t\t\n"
        "Suspect identified\t12.0\t10.6\nWritten off\t3.0\t3.7",
    )

    assert [m.key for m in found] == [
        "outcome_suspect_identified_victim_supports",
        "proportion_of_outcomes_written_off",
    ]


def test_the_same_row_in_two_groups_is_two_measures():
    found = table(
        "Figure 1: Proportion of outcomes, in 12 months to 30 June 2016",
        "Outcome number\tOutcome type / group\tNorthshire "
        "Police\tEngland and Wales\n1\tCharged/Summoned\t9.1\t12.1\n"
        "\tEvidential difficulties (victim supports police "
        "action)\t\t\n15\tSuspect identified\t9.8\t8.3\n"
        "\tEvidential difficulties (victim does not support police "
        "action)\t7.6\t13.8\n16\tSuspect identified\t6.5\t10.6",
    )

    assert [(m.key, m.force) for m in found] == [
        ("outcome_charged", 9.1),
        ("outcome_suspect_identified_victim_supports", 9.8),
        ("outcome_victim_does_not_support", 7.6),
        ("outcome_suspect_identified_victim_does_not_support", 6.5),
    ]
    assert found[1].label.endswith(": Suspect identified")
    assert {m.unit for m in found} == {"percent"}


def test_domestic_abuse_outcomes_are_other_measures_than_the_general_ones():
    found = table(
        (
            "Figure 1: Rate of outcomes recorded in 12 months to 30 June "
            "2016 for domestic-related offences"
        ),
        (
            "Outcome type / group\tNorthshire Police\tEngland and "
            "Wales\nCharged / Summoned\t18.1\t23.2"
        ),
    )

    assert [m.key for m in found] == ["da_outcome_charged"]


def test_columns_are_told_by_their_names_in_any_order():
    (found,) = table(
        "Figure 1: Rates, for the 12 months to 30 June 2016",
        (
            "Rates per 1,000 population\tEngland and Wales\tNorthshire "
            "Police\nSexual offences\t1.9\t1.4"
        ),
    )

    assert (found.force, found.national) == (1.4, 1.9)


def test_another_forces_column_is_never_this_ones():
    found = table(
        "Figure 1: Rates, for the 12 months to 30 June 2016",
        "Rates per 1,000 population\tWestshire Police\tEngland and Wales\n"
        "Sexual offences\t1.9\t1.4",
    )

    assert found == ()


def test_the_forces_column_stands_beside_those_of_others():
    (found,) = table(
        "Figure 1: Rates, for the 12 months to 30 June 2016",
        "Rates per 1,000 population\tWestshire Police\tNorthshire\tEngland and Wales\n"
        "Sexual offences\t1.9\t1.4\t1.7",
    )

    assert (found.force, found.national) == (1.4, 1.7)


@pytest.mark.parametrize(
    ("label", "force", "national", "expected"),
    [
        (
            "Percentage of female officers as at 31 March 2017",
            "29.5%",
            "29.1%",
            ("female_officers", "percent", 29.5, 29.1),
        ),
        (
            "Percentage of horses 2016/17",
            "29.5%",
            "29.1%",
            ("percentage_of_horses", "percent", 29.5, 29.1),
        ),
        (
            "Domestic abuse arrest rate 2016/17",
            "39%",
            "51%",
            ("da_arrest_rate", "per_100_crimes", 39.0, 51.0),
        ),
        (
            "Horses stabled per 1,000 workforce 2016/17",
            "1,243",
            "270",
            ("horses_stabled", "per_1000_workforce", 1243.0, 270.0),
        ),
        (
            "Cost of hay per person per day 2016/17",
            "55p",
            "57p",
            ("cost_of_hay", "pence_per_person_per_day", 55.0, 57.0),
        ),
        (
            "Cost of hay per head of population 2016/17",
            "£1,055.20",
            "£57",
            ("cost_of_hay", "pounds_per_head", 1055.2, 57.0),
        ),
        (
            "Savings from hay 2016/17",
            "£8.3m",
            "-£120m",
            ("savings_from_hay", "million_pounds", 8.3, -120.0),
        ),
        (
            "Change in hay 12 months to 31 March 2017",
            "−21%",
            "‑3.5%",
            ("change_in_hay", "percent_change", -21.0, -3.5),
        ),
        (
            "Change in hay 2015/16 to 2016/17",
            "+2 percentage points",
            "-1 percentage points",
            ("change_in_hay", "percentage_point_change", 2.0, -1.0),
        ),
        (
            "Change in recorded crime 3 years to 30 June 2016",
            "+2%",
            "–",
            ("recorded_crime_change_3y", "percent_change", 2.0, None),
        ),
        (
            "Change in recorded crime for the five years to 30 June 2016",
            "+2%",
            "n.a.",
            ("recorded_crime_change_5y", "percent_change", 2.0, None),
        ),
        (
            "Change in hay 31 March 2010 to 31 March 2017",
            "-18%",
            "Data not supplied",
            ("change_in_hay", "percent_change", -18.0, None),
        ),
        (
            "Hay per 1,000 black, Asian and minority ethnic population 2016/17",
            "12",
            "30",
            ("hay", "per_1000_minority_ethnic_population", 12.0, 30.0),
        ),
        (
            "Cost of policing per person per day 2016/17",
            "54p",
            "55p",
            ("policing_cost_per_day", "pence_per_person_per_day", 54.0, 55.0),
        ),
    ],
)
def test_other_graphics_have_other_measures_and_units(label, force, national, expected):
    (found,) = graphic((label, force, national))

    assert (found.key, found.unit, found.force, found.national) == expected
    assert (found.missing is None) is (expected[3] is not None)


@pytest.mark.parametrize(
    ("label", "force", "national"),
    [
        ("Change in officers 2015/16 to 2016/17", "-120", "-3,000"),
        ("Change in hay as at 31 March 2017", "-2%", "-3%"),
        ("Police officers as at 31 March 2017", "1,800", "124,000"),
        ("Recorded crime 2016/17", "45,000", "4,500,000"),
        ("Organised crime groups as at 1 July 2016", "20", "46"),
        ("Savings from hay 2016/17", "£8.3m", "£1.2bn"),
        ("Hay eaten since 2014", "5%", "6%"),
        ("Percentage of hay 2016/17", "54p", "55p"),
        ("Change in hay 1 May 2010 to 31 March 2017", "-18%", "-15%"),
        ("Share of hay 31 March 2010 to 31 March 2017", "18%", "15%"),
    ],
)
def test_values_without_a_certain_unit_or_period_stay_text(label, force, national):
    assert graphic((label, force, national)) == ()


@pytest.mark.parametrize(
    "label",
    [
        "12 months to 30 June 2015 against 12 months to 30 June 2016",
        "as at 31 March 2010 against 31 March 2015",
        "12 months to 30 June 2016",
    ],
)
def test_what_has_a_period_and_no_name_is_no_measure(label):
    assert graphic((label, "-2.4%", "7.8%")) == ()


@pytest.mark.parametrize("header", ["Kind\tRate\tOther", "Northshire Police\tEngland and Wales"])
def test_a_table_without_label_or_force_column_gives_nothing(header):
    caption = "Figure 1: Rates per 1,000 population, for the 12 months to 30 June 2016"

    assert table(caption, f"{header}\nSexual offences\t1.9\t1.4") == ()


def test_a_table_of_pairs_in_the_graphic_gives_a_measure_for_each_row():
    table = (
        "\tNorthshire Police\tEngland and Wales\nCharged/summonsed\t9.1%\t12.1%\n"
        "Investigation completed but no suspect identified\t50.2%\t47.4%"
    )
    note = "*As shares of outcomes of offences recorded in the 12 months to 30 June 2016."
    section = builders.section(
        "numbers",
        "Crime outcomes*",
        1,
        None,
        "numbers",
        4,
        builders.block("table", table, 4),
        builders.paragraph(note, 4),
    )

    found = measures(report(section), {})

    assert [(m.key, m.unit, m.force, m.national, m.origin, m.figure) for m in found] == [
        ("outcome_charged", "percent", 9.1, 12.1, "graphic", None),
        ("outcome_no_suspect", "percent", 50.2, 47.4, "graphic", None),
    ]


def test_each_row_of_a_graphics_table_can_name_its_own_period():
    text = (
        "\tNorthshire Police\tEngland and Wales\n"
        "Calls for assistance per 1,000 population 12 months to 30 June 2017\t1,204\t1,300\n"
        "Female officers as at 31 March 2017\t28%\tn/a"
    )
    block = builders.block("table", text, 4)
    section = builders.section("numbers", "Force in numbers", 1, None, "numbers", 4, block)

    found = measures(report(section), {})

    assert [(m.key, m.force, m.national, str(m.period.end)) for m in found] == [
        ("calls_for_assistance", 1204.0, 1300.0, "2017-06-30"),
        ("female_officers", 28.0, None, "2017-03-31"),
    ]


def test_columns_can_be_areas_and_periods_at_once():
    found = table(
        "Figure 1: Victim satisfaction",
        "Rates, percent\tNorthshire Police 2015/16\tNorthshire Police 2016/17\t"
        "England and Wales 2015/16\tEngland and Wales 2016/17\n"
        "Horses stabled\t1.4\t1.6\t1.9\t2.0",
    )

    assert [(m.key, m.force, m.national, m.period.end) for m in found] == [
        ("horses_stabled", 1.4, 1.9, date(2016, 3, 31)),
        ("horses_stabled", 1.6, 2.0, date(2017, 3, 31)),
    ]


def test_columns_can_be_periods_and_rows_the_areas():
    found = table(
        "Figure 1: Cost of hay per head of population in Northshire",
        "\t2015/16\t2016/17\nNorthshire Police\t£8.30\t–\nWestshire Police\t£1\t£2\n"
        "England and Wales\t£9.10\t£9.90",
    )

    assert [(m.key, m.unit, m.force, m.national, m.period.end.year) for m in found] == [
        ("cost_of_hay", "pounds_per_head", 8.3, 9.1, 2016),
        ("cost_of_hay", "pounds_per_head", None, 9.9, 2017),
    ]
    assert [bool(m.missing) for m in found] == [False, True]


SERIES = "\tNorthshire Police\tEngland and Wales\n{}\t9.1\t9.4\n{}\t–\t6.8"


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        (
            "Horses per 1,000 population in Northshire, in the 12 months to 31 March, by year",
            "2015 2016",
        ),
        ("Horses per 1,000 population, by year", "2014/15 2015/16"),
        ("Horses per 1,000 population (years ending 31 March)", "2015 2016"),
    ],
)
def test_rows_can_be_the_periods_of_what_the_title_names(title, rows):
    found = table(f"Figure 1: {title}", SERIES.format(*rows.split()))

    assert [(m.key, m.unit, m.force, m.national, m.period.end) for m in found] == [
        ("horses", "per_1000_population", 9.1, 9.4, date(2015, 3, 31)),
        ("horses", "per_1000_population", None, 6.8, date(2016, 3, 31)),
    ]


def test_years_as_rows_that_may_end_on_any_day_are_no_periods():
    found = table("Figure 1: Horses per 1,000 population", SERIES.format("2015", "2016"))

    assert found == ()


@pytest.mark.parametrize("cells", ["£8.3m\t£9.1m", "8.3\t9.1"])
def test_a_series_of_the_forces_own_sums_has_no_national_value(cells):
    found = table(
        "Figure 1: Finances of Northshire Police (£m)",
        f"\t2015/16\t2016/17\nSavings from hay\t{cells}",
    )

    assert [(m.key, m.unit, m.force, m.national, m.missing) for m in found] == [
        ("savings_from_hay", "million_pounds", 8.3, None, None),
        ("savings_from_hay", "million_pounds", 9.1, None, None),
    ]


@pytest.mark.parametrize(
    ("caption", "text"),
    [
        (
            "Figure 1: Finances of all forces (£m)",
            "\t2015/16\t2016/17\nSavings from hay\t8.3\t9.1",
        ),
        (
            "Figure 1: Hay eaten (percent)",
            "\t2015/16\t2016/17\nWestshire Police\t8.3\t9.1\nEngland and Wales\t8\t9",
        ),
        (
            "Figure 1: Hay eaten (percent)",
            (
                "\tNorthshire Police 2016/17\tNorthshire 2016/17\tEngland and Wales 2016/17\n"
                "Hay\t8.3\t9.1\t9"
            ),
        ),
    ],
    ids=["nobody's", "another force's", "one period twice"],
)
def test_cells_of_nobody_certain_stay_text(caption, text):
    assert table(caption, text) == ()


def test_a_table_without_a_national_column_gives_no_reason_for_one():
    (found,) = table(
        "Figure 1: Rates per 1,000 population, for the 12 months to 30 June 2016",
        "\tNorthshire Police\nSexual offences\t1.4",
    )

    assert (found.force, found.national, found.missing) == (1.4, None, None)


AGAINST = "Crime, 12 months to 30 June 2015 against 12 months to 30 June 2016"


@pytest.mark.parametrize(
    ("force", "national", "expected"),
    [
        ("3%▼", "2%▲", (-3.0, 2.0)),
        ("▼ 3%", "▲ 2%", (-3.0, 2.0)),
        ("↓3%", "↑ 2%", (-3.0, 2.0)),
        ("▼ -3%", "+2%", (-3.0, 2.0)),
        ("▼ +3%", "+2%", (None, 2.0)),
        ("▲▼ 3%", "+2%", (None, 2.0)),
    ],
)
def test_an_arrow_beside_a_change_tells_its_direction(force, national, expected):
    (found,) = table(
        f"Figure 1: Change in {AGAINST}",
        f"Crime\tNorthshire Police\tEngland and Wales\nRobbery\t{force}\t{national}",
    )

    assert (found.force, found.national) == expected
    assert (found.as_printed.force, found.unit) == (force, "percent_change")


def test_an_arrow_beside_a_share_is_no_sign_of_it():
    (found,) = graphic(("Victims satisfied 12 months to 30 June 2016", "79.0%▼", "83.3%▲"))

    assert (found.unit, found.force, found.national) == ("percent", 79.0, 83.3)


def test_a_signed_percentage_of_one_time_against_another_is_a_change():
    (found,) = graphic((f"Crime recorded {AGAINST[7:]}", "+16%", "+14%"))

    assert (found.unit, found.period.kind) == ("percent_change", "change")


@pytest.mark.parametrize(
    ("label", "values"),
    [
        (f"Crime recorded {AGAINST[7:]}", ("16%", "14%")),
        (f"Percentage of victims satisfied {AGAINST[7:]}", ("+16%", "+14%")),
    ],
)
def test_other_percentages_of_two_times_have_no_certain_unit(label, values):
    assert graphic((label, *values)) == ()


@pytest.mark.parametrize(
    "column", ["Northshire Police target", "Northshire Police: similar forces", "Northshire plan"]
)
def test_a_column_of_something_else_than_the_forces_value_is_not_its(column):
    found = table(
        "Figure 1: Satisfaction, 12 months to 30 June 2016",
        f"\t{column}\tEngland and Wales\nVictim satisfaction\t90%\t83.3%",
    )

    assert found == ()


@pytest.mark.parametrize("word", ["Estimated", "Forecast of", "Projected", "Target for"])
def test_a_table_of_what_nobody_has_counted_gives_no_measures(word):
    found = table(
        f"Figure 1: {word} crime per 1,000 population in the 12 months to 30 June 2017",
        "\tNorthshire Police\tEngland and Wales\nRecorded crime\t90\t88",
    )

    assert found == ()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Crime outcomes (12 months to 30 June 2016)", [JUNE_2016]),
        ("Crime outcomes 2016", []),
        ("Crime outcomes, 12 months to 30 June 2015 and 12 months to 30 June 2016", []),
    ],
)
def test_a_groups_heading_can_say_the_period_of_its_pairs(title, expected):
    found = graphic(("Charged/summonsed", "9.1%", "12.1%"), title=title)

    assert [one.period for one in found] == expected


SHARES = "Figure 1: Crimes with a suspect named, 12 months to 31 March 2016"


@pytest.mark.parametrize("sign", [" (%)", " percentage", " %", " (per cent)"])
def test_a_column_can_be_headed_as_percentages(sign):
    (found,) = table(
        SHARES, f"Offence group\tNorthshire Police{sign}\tEngland and Wales{sign}\nTheft\t4.6\t9.1"
    )

    assert (found.key, found.unit, found.force, found.national) == ("theft", "percent", 4.6, 9.1)


def test_of_numbers_beside_percentages_only_the_percentages_have_a_unit():
    found = table(
        SHARES,
        "Role\tNorthshire Police number\tNorthshire Police percentage"
        "\tEngland and Wales percentage\nVisible\t702\t61.2\t58.4",
    )
    plain = table(
        SHARES,
        "Role\tNorthshire Police\tNorthshire Police (%)\tEngland and Wales\nVisible\t7\t6\t5",
    )

    assert [(m.unit, m.force, m.national) for m in found] == [("percent", 61.2, 58.4)]
    assert [(m.unit, m.force, m.national) for m in plain] == [("percent", 6, None)]


def test_years_as_rows_can_have_percentages():
    found = table(
        "Figure 1: Crimes with a suspect named by year",
        "Year\tNorthshire Police (%)\tEngland and Wales (%)\n"
        "12 months to 31 March 2015\t4.6\t9.1\n12 months to 31 March 2016\t5.6\t9.2",
    )

    assert [(m.unit, m.force, m.national) for m in found] == [
        ("percent", 4.6, 9.1),
        ("percent", 5.6, 9.2),
    ]


@pytest.mark.parametrize(
    ("title", "row"),
    [
        ("Crimes, 12 months to 31 March 2016", "Theft, percentage change"),
        ("Difference between years, 12 months to 31 March 2016", "Theft"),
        ("Crimes, 12 months to 31 March 2016", "Theft per 1,000 population"),
    ],
)
def test_what_is_headed_as_percentages_and_is_named_otherwise_has_no_certain_unit(title, row):
    found = table(
        f"Figure 1: {title}", f"\tNorthshire Police (%)\tEngland and Wales (%)\n{row}\t4.6\t9.1"
    )

    assert found == ()


@pytest.mark.parametrize(
    "header",
    [
        "Offence group\tNorthshire Police\tEngland and Wales\t",
        "Offence group\t\tNorthshire Police\tEngland and Wales",
        "Offence group\tEngland and Wales\tNorthshire Police\t",
    ],
)
def test_headers_beside_values_that_have_none_may_stand_above_anothers(header):
    found = table(SHARES, f"{header}\nTheft\t4.6%\t9.1%\t9.9%\nBurglary\t\t3.1%\t2.4%")

    assert found == ()


@pytest.mark.parametrize(
    "label", ["Forecast reserves at 31 March 2017", "Reserves at 31 March 2017 (forecast)"]
)
def test_a_pair_that_is_a_forecast_is_no_measure(label):
    assert graphic((label, "£8.1m", "£14.6m"), title="Financial position (millions)") == ()
    assert graphic((label.replace("orecast", "igures"), "£8.1m", "£14.6m"), title="Money") != ()


def test_pairs_below_a_heading_of_forecasts_are_no_measures():
    label = "Reserves at 31 March 2017"

    assert graphic((label, "£8.1m", "£14.6m"), title="Projected position") == ()


@pytest.mark.parametrize(
    ("row", "column"),
    [("Forecast reserves", "Northshire Police"), ("Reserves", "Northshire Police projected")],
)
def test_rows_and_columns_of_forecasts_are_left_out(row, column):
    found = table(
        "Figure 1: Money as at 31 March 2017 (£ million)",
        f"\t{column}\tEngland and Wales\n{row}\t£8.1m\t£14.6m",
    )

    assert found == ()


def test_a_time_that_is_forecast_is_left_out_of_a_row():
    found = table(
        "Figure 1: Reserves of Northshire Police",
        "\tAs at 31 March 2016\tAs at 31 March 2017 (forecast)\nReserves\t£8.1m\t£7.2m",
    )

    assert [(one.force, str(one.period.end)) for one in found] == [(8.1, "2016-03-31")]


def test_a_dash_of_a_series_without_any_value_is_no_measure():
    rows = "\t2016/17\t2017/18\nSavings needed\t2.1\t–\nPay rise\t2%\t–"

    found = table("Figure 1: Savings of Northshire Police, in millions of pounds", rows)

    assert {(measure.label, measure.force) for measure in found} <= {
        ("Pay rise", 2),
        ("Pay rise", None),
    }
