"""A workbook in the layout of the police force area tables since 2022, with invented figures.

Sheets of a cover, contents and notes; one row of headings, with line breaks and ``[note 3]`` in
them; ``[x]`` and its like for what is missing; a code in the first column; no merged cells, and no
notes below the tables.
"""

from peelviewer.reference.forces import forces

END = "year ending December 2024"
AREAS = "English regions and Wales"
REGIONS = (
    ("E12000001", "North East"),
    ("E12000005", "West Midlands"),
    ("E12000007", "London [note 9]"),
)


def places(*, with_transport=True):
    """Codes and names of all rows, the forces under the names of that time."""
    names = {
        "hampshire": "Hampshire and Isle of Wight",
        "metropolitan": "Metropolitan Police",
        "city-of-london": "City of London[note 8]",
        "devon-and-cornwall": "Devon and Cornwall [note 11]",
    }
    whole = [
        ("K04000001", "England and Wales [note 4]"),
        ("E92000001", "England"),
        ("W92000004", "Wales"),
    ]
    own = [(force.code, names.get(force.id, force.area)) for force in forces()]
    transport = [("[z]", "British Transport Police")] if with_transport else []
    return [*whole, *REGIONS, *own, *transport]


def table(title, headings, row, key="Area Code", **options):
    """A sheet: ``row(number)`` gives the values of a place by its number, from 1."""
    return [
        [title],
        ["This worksheet contains one table. Some cells refer to notes."],
        ["Shorthand: [x] for data not available, [z] for not applicable and [c] for withheld."],
        ["Source: Police recorded crime from the Home Office"],
        ["Back to contents"],
        [],
        [],
        [key, "Area Name", *headings],
        *[
            [code, name, *row(number)]
            for number, (code, name) in enumerate(places(**options), start=1)
        ],
    ]


CRIME = (
    "Total recorded crime\r\n (excluding fraud) \r\n[note 2]",
    "Violence against the person",
    "Homicide",
    "Death or serious injury – unlawful driving",
    "Residential burglary [note 5]",
    "Criminal damage and arson",
    "Miscellaneous crimes against society",
)


def numbers(title_end=f", number of offences, {END} [note 1] [note 2]"):
    return table(
        f"Table P1: Police recorded crime by offence group and police force area, {AREAS}"
        f"{title_end}",
        CRIME,
        lambda n: [1000 * n, 100 * n, n if n != 5 else "[x]", n, 20 * n, 30 * n, 40 * n],
    )


def changes():
    return table(
        f"Table P2: Police recorded crime by offence group and police force area, {AREAS}, "
        "percentage change, year ending December 2023 compared with year ending December 2024 "
        "[note 1]",
        CRIME,
        lambda n: [n / 4, -n / 8, "[z]", "[c]", n / 2, 0, n],
    )


def rates():
    return table(
        f"Table P3: Police recorded crime by offence group and Police Force Area, {AREAS}, "
        f"rate of offences, {END} [note 1]",
        (
            "Population figures (mid-2023)\r\n rounded to 100 [note 3]",
            "Household figures [note 6]",
            CRIME[0],
            "Residential burglary",
            "Residential burglary\r\n(households) [note 7]",
        ),
        lambda n: [100_000 * n, 40_000 * n, n / 2, n / 16, n / 8],
        with_transport=False,
    )


ASSAULT = "Assault with injury and assault with intent to cause serious harm"


def knives():
    return table(
        "Table P4: Knife or sharp instrument offences recorded by the police for selected "
        f"offences, by police force area, {AREAS}, {END} [note 1] [note 10]",
        (
            "Total selected offences: number of offences involving a knife or sharp instrument",
            "Total selected offences: percentage of offences involving a knife or sharp instrument",
            "Attempted murder\r\n Number of offences involving a knife or sharp instrument",
            "Attempted murder\r\n % involving a knife or sharp instrument",
            f"{ASSAULT}: number of offences involving a knife or sharp instrument",
        ),
        lambda n: [10 * n, n / 4, n, "[z]", 5 * n],
    )


def knife_series():
    return table(
        "Table P6: Knife or sharp instrument offences recorded by the police for selected "
        f"offences, by police force area, {AREAS}, percentage change for {END} compared with "
        "selected periods from year ending March 2011 [note 1]",
        (
            "Apr 2010 to\r\n Mar 2011",
            "% involving a knife or sharp instrument",
            "Jan 2023 to\r\n Dec 2023",
            "% involving a knife or sharp instrument",
            "Jan 2024 to\r\n Dec 2024",
            "% involving a knife or sharp instrument",
            "% change Jan 2024 to Dec 2024 compared with Apr 2010 to Mar 2011",
            "% change Jan 2024 to Dec 2024 compared with Jan 2023 to Dec 2023",
        ),
        lambda n: [4 * n, n / 32, 8 * n, n / 16, 10 * n, n / 4, 150, 25],
        key="Area Codes",
    )


def knife_rates():
    return table(
        "Table P5: Knife or sharp instrument offences recorded by the police, rate per 100,000 "
        f"population, by police force area, {AREAS}, year ending December 2023 and {END}",
        ("Jan 2023 to Dec 2023", "Jan 2024 to Dec 2024"),
        lambda n: [n / 2 if n > 3 else 2.25, n / 4],
    )


def firearms():
    return table(
        "Table P7: Firearm offences (excluding air weapons) recorded by the police, by police "
        f"force area, {AREAS}, {END}",
        ("Total firearm offences", "Handgun", "Shotgun [note 12]"),
        lambda n: [3 * n, n, n if n != 4 else "[c]"],
        key="Area code",
    )


def fraud():
    return table(
        "Table P9: Fraud and computer misuse offences referred to the National Fraud Intelligence "
        f"Bureau, by police force area, {AREAS}, {END}",
        ("Number of offences", "Rate per 1,000 population"),
        lambda n: [7 * n, n / 64],
    )


def partnerships():
    rows = [[code, name, "E22000001", "A partnership", 1.0] for code, name in places()[6:10]]
    title = "Table C4: Police recorded crime by Community Safety Partnership area"
    return [
        [f"{title}, rate of offences, {END}"],
        ["This worksheet contains one table."],
        [
            "Police Force Area code",
            "Police Force Area name",
            "Community Safety Partnership code",
            "Community Safety Partnership name",
            "Total recorded crime (excluding fraud)",
        ],
        *rows,
        *[[*row[:2], "E22000002", "Another one", 2.0] for row in rows],
    ]


def sheets():
    """The whole workbook, by the names of its sheets."""
    named = {
        "Table P1": numbers(),
        "Table P2": changes(),
        "Table P3": rates(),
        "Table P4 ": knives(),
        "Table P5": knife_rates(),
        "Table P6 ": knife_series(),
        "Table P7": firearms(),
        "Table P9": fraud(),
        "Table C4": partnerships(),
    }
    cover = [
        [f"Crime in England and Wales: Police Force Area data tables, {END}"],
        ["Released 24 April 2025"],
        ["Email", "an address"],
    ]
    contents = [["Table of contents"], ["Worksheet", "Title"]]
    contents += [[name.strip(), rows[0][0]] for name, rows in named.items()]
    notes = [
        ["Notes"],
        ["This worksheet contains one table."],
        ["Note number", "Note text", "Applicable tables"],
        ["note 1", "Not accredited.", "All"],
        ["note 6", "Based on mid-2023 household estimates.", "P3"],
        ["note 8", "Few people live there.", "P1, P3"],
        ["note 11", "A new system since November.", "All"],
    ]
    front = {"Cover_sheet": cover, "Table_of_contents": contents, "Notes": notes}
    return front | named
