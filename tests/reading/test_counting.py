"""No pair of a force's and a national number is without a measure, or a reason why not."""

from pathlib import Path

import pytest

from peelviewer.reading import read
from tests.conftest import REAL_REPORT
from tests.reading.counting import number_pairs, unmeasured

ROOT = Path(__file__).resolve().parents[2]
SOURCE = """# PEEL: Police effectiveness 2016

An inspection of Northshire Police

March 2017

## Force in numbers

Calls for assistance per 1,000 population 12 months to 30 June 2016

Northshire Police

England and Wales

**201**

**1,240**

Change in recorded crime 12 months to 30 June 2015 against 12 months to 30 June 2016

Northshire Police

England and Wales

**+3.7%**

**-7.8%**

## Overview

**Good**

## How effective is the force at preventing crime?

The force has 43 vans. Crime recorded by the force in the 12 months to 30 June 2016 came to 61
crimes per 1,000 population, below the England and Wales rate of 72 crimes per 1,000 population.

In the 12 months to 30 June 2016, 5.2 percent of recorded crime in Northshire had a vulnerable
victim. This compares with 12.6 percent in England and Wales.

Of all incidents, {telephone} percent are resolved by telephone; the national figure is 27 percent.

**Figure 1: Police-recorded crime rates (per 1,000 population), for the 12 months to 30 June 2016**

Rates per 1,000 population\tNorthshire Police\tEngland and Wales
Recorded crime (excluding fraud)\t61.0\t72.2
Sexual offences\t1.4\t1.9

**Source: Home Office data**
"""


@pytest.fixture
def counted(tmp_path):
    def count(source):
        path = tmp_path / "report.md"
        path.write_text(source, "utf-8")
        return unmeasured(source, read(path))

    return count


def flowing(source):
    """Set each paragraph on one line, as reports that were converted have it."""
    parts = source.split("\n\n")
    return "\n\n".join(part if "\t" in part else part.replace("\n", " ") for part in parts)


def test_pairs_are_found_in_the_source_itself():
    found = number_pairs(flowing(SOURCE.replace("{telephone}", "41")))

    assert [(pair.kind, pair.numbers) for pair in found] == [
        ("values", (201.0, 1240.0)),
        ("values", (3.7, -7.8)),
        ("sentence", (61.0, 72.0)),
        ("sentence", (12.6,)),
        ("sentence", (41.0, 27.0)),
        ("row", (61.0, 72.2)),
        ("row", (1.4, 1.9)),
    ]


def test_only_the_pair_without_a_period_has_no_measure(counted):
    (left,) = counted(flowing(SOURCE.replace("{telephone}", "41")))

    assert (left.kind, left.numbers) == ("sentence", (41.0, 27.0))


def test_a_pair_that_the_reader_loses_is_counted(counted):
    broken = flowing(SOURCE.replace("{telephone}", "41"))
    broken = broken.replace("\tNorthshire Police\tEngland", "\tWestshire Police\tEngland")

    assert [left.numbers for left in counted(broken)] == [(41.0, 27.0), (61.0, 72.2), (1.4, 1.9)]


# In our own words, why the published report's other numbers are no measures.
REASONS = {
    (41.0, 27.0): "p. 22: incidents resolved by telephone; no period, in the text or in the annex",
    (1.8,): "p. 43: police referrals to each of a partner; a ratio is printed for the nation only",
}


# Values that the report prints without a national one beside them, and that are no measures.
ALONE = {
    (51,): "p. 13: people satisfied with policing; of the force alone",
    (15, 19): "p. 16: fewer anti-social behaviour incidents; changes of the force alone",
    (86.9,): "p. 27: victims satisfied; an earlier year's value of the force alone",
    (95,): "p. 29: offenders that did not offend again; what the force reports of itself",
    (3.9, 44.4): "p. 33: crimes with a vulnerable victim; a range between forces",
    (43.1,): "p. 38: domestic abuse arrests; an earlier value of the force alone",
    (25.0, 18.1): "p. 38: suspects charged in domestic abuse; both of the force alone",
}


def test_the_reasons_are_written_where_users_look():
    page = (ROOT / "docs" / "data-model.md").read_text("utf-8")

    for numbers, reason in (*REASONS.items(), *ALONE.items()):
        where, _, words = reason.removeprefix("p. ").partition(": ")
        of_what, _, why = words.partition("; ")
        values = " and ".join(map(str, numbers))
        (row,) = [line for line in page.splitlines() if line.startswith(f"| {where} | {values}")]
        assert of_what in row
        assert why in row


@pytest.mark.real_report
@pytest.mark.skipif(not REAL_REPORT.is_file(), reason="the published report is not here")
def test_the_published_reports_pairs_are_measures_or_have_a_reason():
    source = REAL_REPORT.read_text("utf-8")

    kinds = [pair.kind for pair in number_pairs(source)]
    left = unmeasured(source, read(REAL_REPORT))

    assert [kinds.count(kind) for kind in ("values", "row", "sentence")] == [14, 31, 16]
    assert {pair.numbers for pair in left} == set(REASONS)


@pytest.mark.real_report
@pytest.mark.skipif(not REAL_REPORT.is_file(), reason="the published report is not here")
def test_no_measure_has_the_values_that_stand_alone():
    found = read(REAL_REPORT)

    pages = {int(reason.partition(":")[0].removeprefix("p. ")) for reason in ALONE.values()}
    values = {(one.page, abs(one.force)) for one in found.measures if one.force is not None}
    alone = {(page, value) for page in pages for numbers in ALONE for value in numbers}
    assert not values & alone
