# SPDX-License-Identifier: MIT
"""The months as reports and publications print them: in English, whatever the machine's language.

``calendar.month_name`` will not do. It follows the process's locale, which Qt sets to the user's:
"March 2016" would not be found by a program that runs in German. Nor will the ``%B`` of dates.
"""

import datetime

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def month_name(month: int) -> str:
    """Return the name of a month, 1 to 12."""
    return MONTHS[month - 1]


def month_words(day: datetime.date) -> str:
    """Return the month of a day as publications print it: "March 2016"."""
    return f"{month_name(day.month)} {day.year}"


def day_words(day: datetime.date) -> str:
    """Return a day as reports print it: "30 June 2016"."""
    return f"{day.day} {month_words(day)}"
