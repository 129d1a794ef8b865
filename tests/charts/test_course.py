import csv
import datetime
import io

import msgspec

from peelviewer.charts.course import course_of
from peelviewer.charts.sheets import sheet_of
from peelviewer.charts.spec import ranges_chart
from peelviewer.charts.table import rows_as_csv
from peelviewer.model.measure import Period
from tests.charts.many import DATASET, OWN, all_forces, over_years, year_to

LATER = msgspec.structs.replace(DATASET, id="later", release="year ending March 2017")
THREE = {2014: 10.0, 2015: 9.0, 2016: 8.0}


def of_years(own, national=None, **more):
    years = {year: all_forces() | {OWN: value} for year, value in own.items()}
    whole = dict.fromkeys(own, 7.0) if national is None else national
    return over_years(years, national=whole, **more)


def test_a_row_of_a_profile_has_the_course_of_the_force_and_of_the_nation():
    chart = ranges_chart(
        [(of_years(THREE, {2014: 7.0, 2015: 6.5, 2016: 6.0}), year_to(2016))], own=OWN
    )

    (row,) = chart.rows
    assert [[value.value for value in one.values] for one in row.course.rows] == [
        [10.0, 7.0],
        [9.0, 6.5],
        [8.0, 6.0],
    ]
    words = (
        "Leicestershire fell from 10.0 to 8.0 (Mar 2014 to Mar 2016). "
        "England and Wales fell from 7.0 to 6.0 (Mar 2014 to Mar 2016)."
    )
    assert row.course.words == words
    assert words in chart.description


def test_the_course_stands_in_words_in_the_sheet_and_in_the_csv():
    chart = ranges_chart([(of_years(THREE), year_to(2016))], own=OWN)

    sheet = sheet_of(chart)
    headings = [column.heading for column in sheet.columns]
    assert sheet.rows[0][headings.index("Trend")] == chart.rows[0].course.words
    lines = list(csv.DictReader(io.StringIO(rows_as_csv((chart,), None))))
    assert all("fell from 10.0 to 8.0" in line["note"] for line in lines)


def test_two_values_of_the_force_make_no_course():
    assert course_of(of_years({2015: 9.0, 2016: 8.0}), year_to(2016), OWN) is None
    assert course_of(of_years({2014: 10.0, 2015: None, 2016: 8.0}), year_to(2016), OWN) is None
    assert ranges_chart([(of_years({2016: 8.0}), year_to(2016))], own=OWN).rows[0].course is None


def test_a_course_ends_with_the_rows_own_period():
    found = course_of(of_years({**THREE, 2017: 99.0}), year_to(2016), OWN)

    assert [row.day.year for row in found.rows] == [2014, 2015, 2016]


def test_a_course_has_only_periods_of_the_same_length_and_end_of_the_year():
    whole = of_years(THREE)
    june = Period(kind="12 months to", end=datetime.date(2015, 6, 30))
    day = Period(kind="as at", end=datetime.date(2013, 3, 31))
    more = tuple(
        msgspec.structs.replace(one, period=other)
        for other in (june, day)
        for one in whole.observations
        if one.period == year_to(2015)
    )

    mixed = msgspec.structs.replace(whole, observations=(*whole.observations, *more))

    assert course_of(mixed, year_to(2016), OWN) == course_of(whole, year_to(2016), OWN)


def test_a_course_is_of_one_publication_as_a_later_one_revises():
    whole = of_years({2013: 1.0, **THREE, 2017: 7.0, 2018: 6.0})
    observations = tuple(
        msgspec.structs.replace(one, dataset="later") if one.period.end.year > 2016 else one
        for one in whole.observations
    )
    mixed = msgspec.structs.replace(whole, observations=observations, datasets=(DATASET, LATER))

    assert course_of(mixed, year_to(2018), OWN) is None
    assert [row.day.year for row in course_of(mixed, year_to(2016), OWN).rows] == list(
        range(2013, 2017)
    )


def test_a_course_is_broken_where_the_nations_figures_are_of_other_forces_and_says_so():
    whole = of_years(THREE)
    observations = tuple(
        msgspec.structs.replace(one, note="England and Wales (excluding Kent Police).")
        if one.area.kind == "national" and one.period == year_to(2016)
        else one
        for one in whole.observations
    )
    broken = msgspec.structs.replace(whole, observations=observations)

    chart = ranges_chart([(broken, year_to(2016))], own=OWN)

    (row,) = chart.rows
    assert row.course.rows[2].values[1].break_before == "without Kent"
    assert "The England and Wales figures are not of the same forces" in chart.caveats[0].text
    assert chart.caveats[0] in row.caveats
    assert "The line of England and Wales is broken before Mar 2016" in " ".join(chart.notes)


def test_a_sum_has_the_course_of_the_force_alone():
    found = course_of(of_years(THREE, unit="count"), year_to(2016), OWN)

    assert all(len(row.values) == 1 for row in found.rows)
