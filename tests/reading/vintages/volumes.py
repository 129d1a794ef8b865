"""Reports of other years and pillars, as Markdown: their own covers, questions, grades, boxes.

Titles of chapters, questions and grades are those that reports of the year have; the forces are
fictional where a test does not ask about one, and all sentences are our own.
"""

import re
from dataclasses import dataclass, field

PREVENTING = (
    "How effective is the force at preventing crime, tackling anti-social behaviour "
    "and keeping people safe?"
)
INVESTIGATING = "How effective is the force at investigating crime and reducing re-offending?"
PROTECTING = (
    "How effective is the force at protecting those who are vulnerable from harm, "
    "and supporting victims?"
)
ORGANISED = "How effective is the force at tackling serious and organised crime?"
SPECIALIST = "How effective are the force’s specialist capabilities?"
TREATING = (
    "To what extent does the force treat all of the people it serves with fairness and respect?"
)
BEHAVING = "How well does the force ensure that its workforce behaves ethically and lawfully?"
LEADING = "To what extent does the force treat its workforce with fairness and respect?"

WALKS = (
    "Patrols walk the same streets each week and talk to whoever is out, so that small troubles "
    "are known before they grow. Supervisors look at the notes and send somebody back where it "
    "helps."
)
DESKS = (
    "Calls are taken at two desks, and whoever takes calls keeps each until the caller was told "
    "what will happen next. Where that takes longer than an hour, somebody rings back and says so."
)
PLANS = (
    "The plan for the next four years rests on figures that are looked at each month. It says "
    "what will be spent on whom, and it names who has to answer where that does not happen."
)
TEXTS = (WALKS, DESKS, PLANS)


@dataclass
class Volume:
    """A report in the making, page by page.

    ``cover`` are its paragraphs. ``levels``: whether the contents page sets chapters bold.
    ``glued``: page numbers are run onto the contents page's titles and the headings in the text.
    ``bold``: headings are bold lines, without Markdown's own sign.
    """

    cover: tuple[str, ...]
    levels: bool = True
    glued: bool = False
    bold: bool = False
    running: str | None = None
    first: int = 3
    pages: list[list[str]] = field(default_factory=list)
    entries: list[tuple[int, str, int]] = field(default_factory=list)
    _texts: int = 0

    def page(self) -> "Volume":
        self.pages.append([])
        return self

    @property
    def number(self) -> int:
        return len(self.pages) + self.first - 1

    def chapter(self, title: str, *lines: str) -> "Volume":
        """Begin a page with a chapter's title."""
        return self.page()._titled(title, 1).add(*lines)

    def section(self, title: str, *lines: str, page: bool = False) -> "Volume":
        """Add a section that the contents page lists."""
        if page:
            self.page()
        return self._titled(title, 2).add(*lines)

    def heading(self, title: str, *lines: str) -> "Volume":
        """Add a heading that the contents page does not list."""
        return self.add(f"**{title}**" if self.bold else f"#### {title}", *lines)

    def add(self, *lines: str) -> "Volume":
        self.pages[-1].extend(lines)
        return self

    def text(self) -> "Volume":
        """Add a paragraph of running text."""
        self._texts += 1
        return self.add(f"{TEXTS[self._texts % 3]} This was seen on day {self._texts}.")

    def _titled(self, title: str, level: int) -> "Volume":
        self.entries.append((level, title, self.number))
        look = f"{title}{self.number}" if self.glued else title
        return self.add(f"**{look}**" if self.bold else "#" * (level + 1) + f" {look}")

    def contents(self) -> str:
        rows = []
        for level, title, page in self.entries:
            row = f"{title}{page}" if self.glued else f"{title} .......... {page}"
            rows.append(f"**{row}**" if self.levels and level == 1 else row)
        return "\n\n".join(rows) if self.glued else "\n".join(rows)

    def markdown(self) -> str:
        parts = [*self.cover, "**Contents**" if self.bold else "## Contents", self.contents()]
        for number, page in enumerate(self.pages):
            if self.running and number:
                parts.append(self.running)
            parts.extend(page)
        return "\n\n".join(parts) + "\n"


def assessment_2014() -> Volume:
    """PEEL's first year: three pillars with questions of their own, some without a grade."""
    made = Volume(
        cover=(
            "# PEEL Assessment 2014/15", "## Northshire Police", "November 2014", "© HMIC 2014",
            "ISBN: 978-1-78246-000-3", "www.hmic.gov.uk",
        ),
        levels=False,
    )  # fmt: skip
    made.chapter("HMI’s observations").text()
    made.chapter("Effectiveness", "How well the force tackles crime").text()
    made.section("How effective is the force at reducing crime and preventing offending?", "Good")
    made.text()
    made.section("How effective is the force at investigating offending?")
    made.add("Requires improvement").text()
    made.section("How effective is the force at tackling anti-social behaviour?", "Outstanding")
    made.text()
    made.chapter("Efficiency", "How well the force delivers value for money", "**Good**").text()
    made.section("To what extent is the force taking steps to ensure a secure financial position?")
    made.add("Good").text()
    made.chapter("Legitimacy", "Does the force act with integrity?", "Not graded").text()
    made.section("To what extent does the force ensure that the workforce acts with integrity?")
    made.text()
    made.chapter("Annex A – HMIC judgments").text()
    return made


def effectiveness_2017() -> Volume:
    """Two of five questions only, glued page numbers, slips on the cover, no numbers graphic."""
    made = Volume(
        cover=(
            "# **PEEL: Police effectiveness 2017**", "A inspection of Northshire Constabulary",
            "March 2018", "© HMICFRS 2018", "ISBN: 978-1-78655-000-9",
            "www.justiceinspectorates.gov.uk/hmicfrs",
        ),
        levels=False, glued=True, bold=True,
        running="NORTHSHIRE CONSTABULARY – EFFECTIVENESS 2017",
    )  # fmt: skip
    made.chapter("Introduction", "This is how Northshire Constabulary was looked at.").text()
    made.add("1. Is crime investigated?", "2. Are the vulnerable protected?")
    made.chapter(
        "Overview – How effective is the force at keeping people safe and reducing crime?",
        "**Overall judgment**[^1]", "**Good**",
    )  # fmt: skip
    made.text().add("[^1]: Grades are outstanding, good, requires improvement and inadequate.")
    for question, grade in ((INVESTIGATING, "Good"), (PROTECTING, "Requires improvement")):
        made.add(question, f"**{grade}**")
    made.chapter(INVESTIGATING).text()
    made.section("How well does the force bring offenders to justice?").text()
    made.add(
        "**Figure 1: Proportion of outcomes assigned in the 12 months to 30 June 2017, by type**",
        "Outcome\tNorthshire Constabulary\tEngland and Wales\n"
        "Charged/Summonsed\t11.9\t10.4\nNo suspect identified\t47.6\t47.5",
        "Source: Home Office data",
    )  # fmt: skip
    made.section("Summary of findings", "**Good**", page=True).text()
    made.add("**Areas for improvement**", "- The force should look again at what worked.")
    made.chapter(PROTECTING).text()
    made.section("How well does the force assess the nature and scale of vulnerability?").text()
    made.section("Summary of findings", "**Requires improvement**", page=True).text()
    made.add(
        "**Cause of concern**", "Calls on violence at home wait for days before anyone is sent.",
        "**Recommendations**", "To address this cause of concern, the constabulary should "
        "immediately:",
        "- send somebody on the day of the call; and", "- check each day that this was done.",
        "**Areas for improvement**",
        "- The constabulary should tell victims what became of their case.",
    )  # fmt: skip
    made.chapter("Annex A – About the data").text()
    return made


def efficiency_2017() -> Volume:
    """Three questions of its own; the numbers graphic has spending."""
    made = Volume(
        cover=(
            "# PEEL: Police efficiency (including leadership) 2017",
            "### An inspection of Westmarsh Police", "9 November 2017",
            "ISBN: 978-1-78655-001-6",
        ),
    )  # fmt: skip
    made.chapter("Introduction").text()
    made.chapter("Force in numbers")
    made.heading("Financial position")
    for label, force, national in (
        ("Cost per person per day (policing) 2017/18", "53p", "55p"),
        ("Calls for assistance per 1,000 population 12 months to 30 June 2017", "212", "233"),
    ):
        made.add(label, "Westmarsh Police", "England and Wales", f"**{force}**", f"**{national}**")
    made.chapter(
        "Overview – How efficient is the force at keeping people safe and reducing crime?",
        "### Overall judgment[^1]", "**Requires improvement**",
    )  # fmt: skip
    made.text().add("[^1]: Grades are outstanding, good, requires improvement and inadequate.")
    for title, grade in (
        ("How well does the force understand demand?", "Good"),
        ("How well does the force use its resources?", "Requires improvement"),
        ("How well is the force planning for the future?", "Inadequate"),
    ):
        made.chapter(title).text()
        made.section(f"{title[:-1]} today?").text()
        made.section("Summary of findings", f"**{grade}**").text()
        made.heading("Area for improvement")
        made.add("- The force should write down what it learns.")
    made.chapter("Next steps").text()
    made.chapter("Annex A – About the data").text()
    return made


def legitimacy_2016() -> Volume:
    """Legitimacy with leadership in it: its questions begin "To what extent"."""
    made = Volume(
        cover=(
            "# PEEL: Police legitimacy (including leadership) 2016",
            "An inspection of Northshire Police", "December 2016", "ISBN: 978-1-78655-002-3",
        ),
    )  # fmt: skip
    made.chapter("Introduction").text()
    made.chapter(
        "Overview – How legitimate is the force at keeping people safe and reducing crime?",
        "### Overall judgment", "**Good**",
    )  # fmt: skip
    made.text()
    for title, grade in ((TREATING, "Outstanding"), (BEHAVING, "Good"), (LEADING, "Inadequate")):
        made.chapter(title).text()
        made.section("How well does the force understand the issues?").text()
        made.section("Summary of findings", f"**{grade}**").text()
    made.chapter("How well led is the force?").text()
    made.chapter("Annex A – About the data").text()
    return made


def one_line(made: Volume) -> str:
    """The report as some copies have it: bare text without a line end, cells apart by spaces."""
    text = re.sub(r"^\[\^(\d+)\]:", r"\1", made.markdown(), flags=re.MULTILINE)
    text = re.sub(r"\[\^(\d+)\]", r"\1", text)
    text = re.sub(r"^#+ |\*\*", "", text, flags=re.MULTILINE)
    return " ".join(re.sub(r"^- ", "• ", text, flags=re.MULTILINE).split())
