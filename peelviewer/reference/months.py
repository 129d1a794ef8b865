# SPDX-License-Identifier: MIT
"""The months as reports and publications print them: in English, whatever the machine's language.

``calendar.month_name`` will not do. It follows the process's locale, which Qt sets to the user's:
"March 2016" would not be found by a program that runs in German.
"""

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
