"""Reports as Markdown, made in code: fictional forces, our own sentences, real layouts."""

from dataclasses import dataclass, field

QUESTIONS = (
    "How effective is the force at preventing crime?",
    "How effective is the force at investigating crime?",
)
FILLER = (
    "Patrols walk the same streets each week and talk to whoever is out, so that small troubles "
    "are known before they grow. Supervisors look at the notes and send somebody back where it "
    "helps."
)


@dataclass
class Sheets:
    """A report in the making: pages of Markdown, joined by the running line.

    ``style`` is how headings look: "hash" (``##``), "bold" (a bold line) or "both".
    """

    force: str = "Northshire Police"
    area: str = "Northshire"
    title: str = "PEEL: Police effectiveness 2016"
    running: str | None = "NORTHSHIRE REPORT – NOT FOR RELEASE"
    style: str = "hash"
    with_contents: bool = True
    pages: list[list[str]] = field(default_factory=list)
    entries: list[tuple[int, str, int]] = field(default_factory=list)

    def page(self, *lines: str) -> "Sheets":
        """Begin a page (the first content page is page 3) with these lines."""
        self.pages.append(list(lines))
        return self

    @property
    def number(self) -> int:
        return len(self.pages) + 2

    def heading(self, text: str, level: int, *, listed: bool = True) -> "Sheets":
        if listed:
            self.entries.append((level, text, self.number))
        look = {
            "hash": "#" * (level + 1) + f" {text}",
            "bold": f"**{text}**",
            "both": "#" * (level + 1) + f" **{text}**",
        }[self.style]
        self.pages[-1].append(look)
        return self

    def add(self, *lines: str) -> "Sheets":
        self.pages[-1].extend(lines)
        return self

    def contents(self) -> list[str]:
        rows = [
            f"<b>{text} .....</b>\t<b>{page}</b>" if level == 1 else f"{text} .....\t{page}"
            for level, text, page in self.entries
        ]
        return ["## Contents", "\n".join(rows)]

    def text(self) -> str:
        cover = [
            "Better policing for all",
            f"# {self.title}",
            f"An inspection of {self.force}",
            "March 2017",
            "ISBN: 978-0-00000-000-2",
        ]
        parts = [*cover, *(self.contents() if self.with_contents else [])]
        for number, page in enumerate(self.pages):
            if self.running and number:
                parts.append(f"**{self.running}**")
            parts.extend(page)
        return "\n\n".join(parts) + "\n"


def sheets(**options) -> Sheets:
    """A small report with one of each: numbers, overview, two questions, an annex."""
    made = Sheets(**options)
    made.page().heading("Introduction", 1)
    made.add(
        f"This is how {made.force} was looked at.<sup>1</sup> See annex A.",
        "1. Is crime prevented?",
    )
    made.add("2. Is it investigated?", "---", "<sup>1</sup> Visits took place in autumn 2016.")
    made.page().heading("Force in numbers", 1)
    made.heading("Calls for assistance", 2, listed=False)
    made.add(
        *pair(
            made,
            "Calls for assistance per 1,000 population 12 months to 30 June 2016",
            "201",
            "240",
        )
    )
    made.page().heading("Overview – How effective is the force?", 1)
    made.heading("Overall judgment<sup>2</sup>", 2, listed=False)
    made.add("**Good**", f"{made.force} is good at most things that", "---")
    made.add("<sup>2</sup> Grades are outstanding, good, requires improvement and inadequate.")
    made.page("were looked at. There is more to do for victims, as the next pages show.")
    for question, grade in zip(QUESTIONS, ("Good", "Requires improvement"), strict=True):
        made.add(question, f"**{grade}**")
    made.page().heading(QUESTIONS[0], 1)
    made.add(FILLER).heading(f"How much crime is there in {made.area}?", 2)
    made.add(
        "**Figure 1: Police-recorded crime rates, for the 12 months to 30 June 2016**",
        f"Rates per 1,000 population\t{made.force}\tEngland and Wales\n"
        "Recorded crime (excluding fraud)\t51.0\t68.2\nSexual offences\t1.4\t1.9",
        "Source: Home Office data",
        "For further information about these data, please see annex A",
        FILLER,
    )
    made.page().heading("Summary of findings", 2)
    made.add("**Good**", FILLER, "### Areas for improvement")
    made.add("- The force should look again at what worked.")
    made.page().heading(QUESTIONS[1], 1)
    made.add(FILLER).heading("How well does the force bring offenders to justice?", 2)
    made.add("One investigator in the county put it in these words, and many of the others")
    made.page(
        "agreed with her.",
        (
            "**Figure 2: Victims who withdrew support, by force, for the "
            "12 months to 30 June 2016<sup>3</sup>**"
        ),
        "Source: Home Office data",
        FILLER,
        "<sup>3</sup> Southshire is not in the graph.",
    )
    made.page().heading("Summary of findings", 2)
    made.add("**Requires improvement**", FILLER, "### Areas for improvement")
    made.add(
        "- The force should supervise its investigations.\n- The "
        "force should keep victims informed."
    )
    made.page().heading("Annex A – About the data", 1)
    made.add(
        FILLER, "### Figure 1: Police-recorded crime rates", "These are the Home Office's own."
    )
    return made


def pair(made: Sheets, label: str, force: str, national: str) -> list[str]:
    """The lines of one pair of the numbers graphic."""
    return [label, made.force, "England and Wales", f"**{force}**", f"**{national}**"]
