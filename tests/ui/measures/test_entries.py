"""What is listed for a place in the report."""

import msgspec
import pytest

from peelviewer.ui.measures.entries import listing_of
from tests import builders

REPORT = builders.sample_report()


def labels(report, section, **more):
    return [entry.label for entry in listing_of(report, section, **more).entries]


def test_a_section_lists_its_measures_and_then_the_figure_they_stand_in():
    assert labels(REPORT, "preventing/how-much-crime") == [
        "Recorded crime (excluding fraud)",
        "Sexual offences",
        "Police-recorded crime rates in Northshire · figure 1",
    ]


def test_a_chapter_lists_what_its_sections_state():
    assert labels(REPORT, "preventing") == labels(REPORT, "preventing/how-much-crime")


def test_values_are_short_but_keep_the_printed_digits():
    entry = listing_of(REPORT, "investigating/outcomes").entries[0]
    assert (entry.force, entry.national) == ("10.4%", "12.9%")


def test_a_figure_says_how_many_rows_it_has_or_that_it_is_a_picture():
    table = listing_of(REPORT, "preventing").entries[-1]
    picture = listing_of(REPORT, "investigating").entries[-1]
    assert (table.note, table.figure) == ("2 rows", 1)
    assert (picture.note, picture.figure) == ("picture", 2)


def test_a_missing_value_is_none_with_its_reason():
    report = with_measures(first(force=None, missing="the force could not say"))
    entry = listing_of(report, "force-in-numbers").entries[0]
    assert (entry.force, entry.national, entry.missing) == (
        None,
        "240",
        "the force could not say",
    )


def test_force_in_numbers_begins_with_all_pairs_at_a_glance():
    second = first(key="organised_crime_groups", label="Organised crime groups")
    report = with_measures(first(), second)
    entries = listing_of(report, "force-in-numbers").entries
    assert (entries[0].kind, entries[0].note) == ("profile", "2 pairs")


def test_one_pair_alone_needs_no_glance_at_all_of_them():
    assert labels(REPORT, "force-in-numbers") == ["Calls for assistance"]


def test_measures_of_one_name_are_told_apart_by_period_or_page():
    later = msgspec.structs.replace(REPORT.measures[0].period, end=builders.JUNE_2015)
    report = with_measures(first(page=4), first(page=5), first(period=later))
    details = [e.detail for e in listing_of(report, "force-in-numbers").entries[1:]]
    assert details == ["page 4", "page 5", "12 months to 30 June 2015"]


def test_of_a_long_table_only_rows_that_the_report_speaks_of_are_listed():
    report = with_long_table()
    section = "preventing/how-much-crime"
    assert labels(report, section) == [
        "Row 3",
        "Police-recorded crime rates in Northshire · figure 1",
    ]


def test_any_row_of_a_long_table_is_listed_when_asked_for():
    report = with_long_table()
    assert labels(report, "preventing/how-much-crime", also=5)[:2] == ["Row 3", "Row 5"]


@pytest.mark.parametrize(
    ("section", "elsewhere"),
    [
        ("annex-a", ("force-in-numbers", 1, True)),
        ("preventing/summary-of-findings", ("preventing", 2, False)),
    ],
)
def test_a_section_without_measures_says_where_some_are(section, elsewhere):
    listing = listing_of(REPORT, section)
    found = listing.elsewhere
    assert listing.entries == ()
    assert (found.section, found.count, found.is_by_name) == elsewhere


def test_a_report_without_measures_has_no_elsewhere():
    report = msgspec.structs.replace(REPORT, measures=(), figures=())
    assert listing_of(report, "annex-a").elsewhere is None


def first(**changes):
    return msgspec.structs.replace(REPORT.measures[0], **changes)


def with_measures(*measures):
    return msgspec.structs.replace(REPORT, measures=tuple(measures))


def with_long_table():
    rows = [
        msgspec.structs.replace(
            REPORT.measures[1], key=f"row_{number}", label=f"Row {number}", passage=f"Row {number}"
        )
        for number in range(12)
    ]
    prose = msgspec.structs.replace(
        rows[3], origin="prose", figure=None, section="investigating/outcomes",
        block="investigating/outcomes.1",
    )  # fmt: skip
    return with_measures(*rows, prose)
