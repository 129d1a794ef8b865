"""Integrated reports (2018/19 and later), and forces with a cover of their own, as Markdown."""

from tests.reading.vintages.volumes import DESKS, INVESTIGATING, PLANS, WALKS, Volume

PILLARS = {
    "Effectiveness": (
        "Good",
        (
            ("Preventing crime and tackling anti-social behaviour", "Good"),
            ("Investigating crime", "Requires improvement"),
            ("Protecting vulnerable people", "Good"),
            ("Tackling serious and organised crime", "Good"),
            ("Armed policing", None),
        ),
    ),
    "Efficiency": (
        "Outstanding",
        (
            ("Meeting current demands and using resources", "Good"),
            ("Planning for the future", "Outstanding"),
        ),
    ),
    "Legitimacy": (
        "Requires improvement",
        (
            ("Treating the public fairly", "Requires improvement"),
            ("Ethical and lawful workforce behaviour", "Good"),
            ("Treating the workforce fairly", "Good"),
        ),
    ),
}


def integrated_2018(*, graded: bool = True, levels: bool = True, listing: str = "table") -> Volume:
    """Three pillars in one report, each with its own grade and its questions under it.

    ``graded``: the chapters carry their grades; without, only the summary's table or list has
    them, as where the chapters' are pictures. ``listing``: "table" or "lines".
    """
    made = Volume(
        cover=(
            "# PEEL", "## Police effectiveness, efficiency and legitimacy 2018/19",
            "### An inspection of Northshire Constabulary", "Published on: 27 September 2019",
            "© HMICFRS 2019", "ISBN: 978-1-78655-003-0",
        ),
        levels=levels, first=2,
    )  # fmt: skip
    made.chapter("What this report contains", "This report has four parts:")
    made.add(
        "1. what we found as a whole;", "2. what was found on each pillar;",
        "3. the grade of each question; and", "4. what stands behind it.",
    )  # fmt: skip
    made.chapter("Force in context")
    for label, force, national in (
        ("Calls for assistance per 1,000 population 12 months ending 31 March 2018", "190", "246"),
        ("Recorded crime per 1,000 population 12 months ending 30 September 2018", "73", "88"),
    ):
        made.add(label, "Northshire Constabulary", "England and Wales", force, national)
    made.chapter("Overall summary")
    if listing == "table":
        for pillar, (grade, questions) in PILLARS.items():
            rows = [f"{pillar}\t{grade}\tLast inspected"]
            rows += [f"{title}\t{given or 'Ungraded'}\t2018/19" for title, given in questions]
            made.add("\n".join(rows))
    else:
        for pillar, (grade, questions) in PILLARS.items():
            made.add(pillar, f"**{grade}**")
            for title, given in questions:
                made.add(title, f"**{given or 'Ungraded'}**")
            made.text()
    made.heading("How does the force compare with similar forces?").text()
    for pillar, (grade, questions) in PILLARS.items():
        made.chapter(pillar, *([f"**{grade}**"] if graded else []))
        made.heading(f"Summary for {pillar.lower()}").text()
        for title, given in questions:
            made.section(title, *([f"**{given}**"] if graded and given else [])).text()
            if given == "Requires improvement":
                _two_areas_for_improvement(made)
            made.add("We set out our detailed findings below.")
            made.heading(f"What stands behind {title.lower()}").text()
    made.chapter("Annex A – About the data").text()
    return made


def _two_areas_for_improvement(made: Volume) -> None:
    made.heading("Areas for improvement")
    made.add(
        "- The force should supervise its cases more closely.\n"
        "- The force should tell victims what it does."
    )


AREAS = (
    ("Preventing crime", "Good"),
    ("Investigating crime", "Requires improvement"),
    ("Responding to the public", "Adequate"),
    ("Supporting victims", None),
    ("Protecting vulnerable people", "Inadequate"),
    ("Managing offenders and suspects", "Adequate"),
    ("Disrupting serious organised crime", "Outstanding"),
    ("Building, supporting and protecting the workforce", "Good"),
    ("Strategic planning, organisational management and value for money", "Good"),
)
GRADES = ("Outstanding", "Good", "Adequate", "Requires improvement", "Inadequate")
RECORDING = "Recording data about crime"
DETERRING = "Preventing and deterring crime and antisocial behaviour, and reducing vulnerability"


def grades_table(areas: tuple[tuple[str, str | None], ...] = AREAS) -> str:
    """The table of the judgments: a column a grade, and in it the areas that were given it."""
    columns = [[title for title, given in areas if given == grade] for grade in GRADES]
    rows = (
        "\t".join(c[place] if place < len(c) else "" for c in columns)
        for place in range(max(map(len, columns)))
    )
    return "\n".join(("\t".join(GRADES), *rows))


def areas_2021(*, table: bool = True, graded: bool = True, years: str = "2021/22") -> Volume:
    """Areas with five grades; boxes with headings that are sentences; causes with dates."""
    made = Volume(
        cover=(
            f"# PEEL {years}", "# Police effectiveness, efficiency and legitimacy",
            "## An inspection of East Fenland Police", "Published on 14 October 2022",
            "ISBN: 978-1-78655-004-7",
        ),
        first=2,
    )  # fmt: skip
    made.chapter("Overall summary")
    made.section("Our judgments", "East Fenland Police was looked at in ten areas of policing. "
                 "Nine of the ten have a grade:")  # fmt: skip
    if table:
        made.add(grades_table((*AREAS, (RECORDING, "Adequate"))))
    made.add("What is done for victims as a whole has no grade.")
    made.section("Important changes to PEEL").text()
    made.section("HM Inspector’s observations").text()
    made.chapter("Providing a service to the victims of crime")
    made.section("Victim service assessment", "This part has no grade.").text()
    for title, given in AREAS:
        made.chapter(title)
        if given is None:
            made.text()
            continue
        if graded:
            made.add(f"**{given}**")
        if given == "Requires improvement":
            made.add("East Fenland Police requires improvement at " + title.lower() + ".")
        else:
            made.add(f"East Fenland Police is {given.lower()} at {title.lower()}.")
        if given == "Inadequate":
            _cause_of_concern(made)
        if given in ("Adequate", "Requires improvement"):
            _area_for_improvement(made, title)
        made.heading("Main findings", f"Our main findings on {title.lower()} are set out here.")
        if given == "Outstanding":
            made.heading("Innovative practice")
            made.add("**The force shares one picture of each gang with its neighbours**").text()
        made.heading(f"The force looks at {title.lower()} each month").text()
        made.heading("The force needs to listen more closely to its partners").text()
    made.chapter("About the data").text()
    return made


def _cause_of_concern(made: Volume) -> None:
    made.heading("Cause of concern")
    made.add("**The force doesn’t see all risk to children at the first call**", DESKS)
    made.heading("Recommendations")
    made.add(
        "Within three months, by 31 December 2022, East Fenland Police should:",
        "- make sure that each call about a child is looked at within the hour; and\n"
        "- check by sample each week that this was done.",
    )


def _area_for_improvement(made: Volume, title: str) -> None:
    made.heading("Areas for improvement")
    made.add(f"**The force should look at {title.lower()} by area and by day**", PLANS, WALKS)
    made.add("**East Fenland Police needs to make sure that supervisors see each case**", DESKS)
    made.add("These were seen most often:", "- cases without a plan; and\n- cases without a date.")


def areas_2023() -> Volume:
    """The round after it: other areas, "antisocial" in one word, a listing in lines."""
    made = Volume(
        cover=(
            "# PEEL 2023–25", "Police effectiveness, efficiency and legitimacy",
            "An inspection of West Fenland Constabulary", "Published on: 14 May 2025",
            "ISBN: 978-1-916743-00-1",
        ),
        first=2, levels=False,
    )  # fmt: skip
    made.chapter("Overall summary")
    made.heading("Our judgments", "West Fenland Constabulary was graded in five areas as follows:")
    for line in (
        "**Outstanding**", "**Good**", "Investigating crime",
        "Responding to the public", "**Adequate**", "Leadership and force management",
        "**Requires improvement**", DETERRING, "**Inadequate**",
    ):  # fmt: skip
        made.add(line)
    made.heading("HM Inspector’s summary").text()
    for title in (
        "Police powers and treating the public fairly and respectfully",
        DETERRING,
        "Responding to the public",
        "Investigating crime",
        "Leadership and force management",
    ):
        made.chapter(title)
        if title.startswith("Police powers"):
            made.add("West Fenland Constabulary is good at treating people fairly.")
        made.text()
        made.heading("Area for improvement")
        made.add("#### The constabulary should record the grounds of each search", DESKS)
        made.heading("Promising practice")
        made.add("#### Young people help to train those who search", PLANS)
        made.heading("Main findings").text()
    made.chapter("About the data").text()
    return made


def welsh_force() -> Volume:
    """Two names on the cover, Welsh words in the text, a note on the Welsh edition."""
    made = Volume(
        cover=(
            "# PEEL: Police effectiveness 2016",
            "An inspection of North Wales Police / Heddlu Gogledd Cymru",
            "Mawrth 2017 / March 2017", "March 2017",
            "Mae’r adroddiad hwn ar gael yn Gymraeg.", "ISBN: 978-1-78655-005-4",
        ),
        running="North Wales Police / Heddlu Gogledd Cymru",
    )  # fmt: skip
    made.chapter("Introduction").text()
    made.add("Signs at each station are in both languages: “Croeso i Heddlu Gogledd Cymru”.")
    made.chapter("Force in numbers")
    made.add(
        "Calls for assistance per 1,000 population 12 months to 30 June 2016",
        "North Wales Police", "England and Wales", "**250**", "**240**",
    )  # fmt: skip
    made.chapter("Overview – How effective is the force?", "**Good**").text()
    made.chapter(INVESTIGATING).text()
    made.add(
        "In the 12 months to 30 June 2016, North Wales Police had 12.4 percent of crimes end with "
        "a charge or summons. This compares with 12.1 percent across England and Wales."
    )
    made.section("Summary of findings", "**Good**").text()
    made.chapter("How well does the force work in two languages?").text()
    made.section("Summary of findings", "**Outstanding**").text()
    made.chapter("Annex A – About the data").text()
    return made


def city_of_london() -> Volume:
    """A force with a Commissioner and no PCC, and so few residents that rates say little."""
    made = Volume(
        cover=(
            "# PEEL: Police effectiveness 2016", "An inspection of the City of London Police",
            "2 March 2017", "ISBN: 978-1-78655-006-1",
        ),
    )  # fmt: skip
    made.chapter("Introduction", "The Commissioner answers to the Common Council; there is no "
                 "police and crime commissioner.").text()  # fmt: skip
    made.chapter("Force in numbers")
    for label, force in (
        ("Calls for assistance per 1,000 population 12 months to 30 June 2016", "1,029"),
        ("Organised crime groups per million population as at 1 July 2016", "–"),
    ):
        made.add(label, "City of London Police", "England and Wales", f"**{force}**", "**240**")
    made.add(
        "*Few people live in the City and many pass through each day, so that rates per "
        "1,000 population are not set beside those of other forces."
    )
    made.chapter("Overview – How effective is the force?", "**Requires improvement**").text()
    made.chapter(INVESTIGATING).text()
    made.add(
        "**Figure 1: Police-recorded crime rates (per 1,000 population), "
        "for the 12 months to 30 June 2016**",
        "Rates per 1,000 population\tCity of London Police\tEngland and Wales\n"
        "Recorded crime (excluding fraud)\t–\t68.2\nSexual offences\t–\t1.9",
        "Source: Home Office data",
        "Note: City of London Police is not in this table, because of its transient population.",
    )
    made.section("Summary of findings", "**Requires improvement**").text()
    made.chapter("How well does the force fight fraud?").text()
    made.section("Summary of findings", "**Good**").text()
    made.chapter("Annex A – About the data", "A dash here means that no rate is given.").text()
    return made
