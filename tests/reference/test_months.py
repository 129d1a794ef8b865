"""Dates are read and written alike on a machine of any language."""

import subprocess
import sys
from pathlib import Path

import peelviewer

# Locales are not installed on every machine: what one does to the calendar is done by hand.
PROGRAM = """
import calendar
calendar.month_name = ["", *(f"Monat {number}" for number in range(1, 13))]
from datetime import date
from peelviewer.reading.measures.periods import period
from peelviewer.reference.months import day_words
from peelviewer.statistics.periods import ends_in
print(*ends_in("year ending March 2016"))
print(period("12 months to 31 March 2016").end)
print(day_words(date(2016, 3, 31)))
"""


def test_months_are_english_whatever_the_locale_makes_of_the_calendar():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], check=False, capture_output=True, text=True
    )

    assert done.stdout.splitlines() == ["2016-03-31", "2016-03-31", "31 March 2016"], done.stderr


def test_no_month_is_named_by_the_machine_in_its_own_language():
    modules = Path(peelviewer.__file__).parent.rglob("*.py")

    assert [path.name for path in modules if ":%B" in path.read_text("utf-8")] == []
