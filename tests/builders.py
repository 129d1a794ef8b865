"""Reports made in code: fictional forces, our own sentences, the layout that real ones have."""

import datetime

from peelviewer.model.force import Force
from peelviewer.model.measure import Measure, Period, Printed
from peelviewer.model.report import (
    Action,
    Audit,
    Block,
    Edition,
    Figure,
    Footnote,
    Furniture,
    Inconsistency,
    Judgment,
    Mark,
    Occurrence,
    Region,
    Report,
    Section,
)

JUNE_2016 = datetime.date(2016, 6, 30)
JUNE_2015 = datetime.date(2015, 6, 30)
NORTHSHIRE = Force(id="northshire", name="Northshire Police")
YEAR_TO_JUNE_2016 = Period(kind="12 months to", end=JUNE_2016)

PREVENTING = "How effective is the force at preventing crime?"
INVESTIGATING = "How effective is the force at investigating crime?"


def section(identity, title, level, parent, kind, page, *blocks, footnotes=()):
    return Section(
        id=identity,
        title=title,
        level=level,
        parent=parent,
        kind=kind,
        page=page,
        footnotes=footnotes,
        blocks=tuple(
            block if block.id != "?" else _renamed(block, f"{identity}.{number}")
            for number, block in enumerate(blocks, 1)
        ),
    )


def _renamed(block: Block, identity: str) -> Block:
    import msgspec

    return msgspec.structs.replace(block, id=identity)


ANNEX = (
    "The British Transport Police was not inspected: totals differ from those of the Home Office.",
    "Calls were asked for with another breakdown in 2015: the two years do not go together.",
    "Recorded crime is to be read with care, as recording became stricter after 2014.",
    "Each outcome is subject to change; these are as of October 2016.",
    "An outcome depends on the crime types of an area and on how a force deals with offenders.",
    "Dorset is excluded from every outcome.",
    "General outcomes and those of domestic abuse are not comparable.",
    "No organised crime group was to be archived from 1 September 2014 to 31 December 2015.",
    "As many were archived afterwards, earlier years are no measure.",
)
"""What an annex says of national data, which other forces' annexes may say or not."""


def with_annex(report, *said):
    """Return the report with an annex that says these sentences (of themselves: ``ANNEX``)."""
    import msgspec

    told = section(
        "data", "What the data are", 1, None, "annex", 14,
        *(paragraph(text, 14) for text in said or ANNEX),
    )  # fmt: skip
    return msgspec.structs.replace(report, sections=(*report.sections, told))


def block(kind, text, page=None, **more) -> Block:
    return Block(id="?", kind=kind, text=text, page=page, **more)


def paragraph(text, page=None, **more) -> Block:
    return block("paragraph", text, page, **more)


def measure(key, label, unit, force, national, section_id, block_id, **more) -> Measure:
    printed = more.pop("as_printed", None) or Printed(
        force=None if force is None else str(force),
        national=None if national is None else str(national),
    )
    return Measure(
        key=key,
        label=label,
        unit=unit,
        period=more.pop("period", YEAR_TO_JUNE_2016),
        force=force,
        national=national,
        as_printed=printed,
        section=section_id,
        block=block_id,
        passage=more.pop("passage", label),
        origin=more.pop("origin", "table"),
        **more,
    )


def sample_report(edition: Edition = "full") -> Report:
    """Northshire Police, effectiveness 2016: every kind of block, figure, judgment and measure."""
    note_text = "Northshire counts calls on two lines together."
    quote = "We ring the victim back within the day, and we write down that we did."
    sections = (
        section(
            "introduction",
            "Introduction",
            1,
            None,
            "front",
            3,
            paragraph(
                "This is how Northshire Police was inspected in 2016. See annex A.",
                3,
                footnotes=(1,),
                marks=(Mark(kind="footnote", start=50, end=50, target="1"),),
            ),
            block("list_item", "Is crime prevented?", 3, marker="1."),
            block("list_item", "Is crime investigated?", 3, marker="2."),
        ),
        section(
            "force-in-numbers",
            "Force in numbers",
            1,
            None,
            "numbers",
            4,
            block(
                "table",
                "Calls for assistance per 1,000 population 12 months to 30 June 2016\t"
                "Northshire Police\tEngland and Wales\n\t201\t240",
                4,
            ),
        ),
        section(
            "overview",
            "Overview",
            1,
            None,
            "overview",
            5,
            block("judgment", "Good", 5),
            paragraph("Northshire Police is good at most of what was looked at.", 5),
        ),
        section(
            "preventing",
            PREVENTING,
            1,
            None,
            "question",
            6,
            paragraph("Patrols know their streets. Figure 1 has the rates.", 6),
        ),
        section(
            "preventing/how-much-crime",
            "How much crime is there in Northshire?",
            2,
            "preventing",
            "section",
            6,
            block("caption", "Figure 1: Police-recorded crime rates in Northshire", 6, figure=1),
            block(
                "table",
                "Rates per 1,000 population\tNorthshire Police\tEngland and Wales\n"
                "Recorded crime (excluding fraud)\t51.0\t68.2\nSexual offences\t1.4\t1.9",
                6,
                figure=1,
            ),
            block("source", "Source: Home Office data", 6, figure=1),
            paragraph("Crime is lower than elsewhere, and falling.", 7),
        ),
        section(
            "preventing/summary-of-findings",
            "Summary of findings",
            2,
            "preventing",
            "summary",
            7,
            block("judgment", "Good", 7),
            paragraph("The force prevents crime well.", 7),
            block("caption", "Areas for improvement", 7),
            block("action", "The force should look again at what worked.", 7),
        ),
        section(
            "investigating",
            INVESTIGATING,
            1,
            None,
            "question",
            8,
            paragraph("One investigator put it so:", 8),
            block("quotation", quote, 8),
        ),
        section(
            "investigating/outcomes",
            "How well does the force bring offenders to justice?",
            2,
            "investigating",
            "section",
            8,
            paragraph(
                "In the 12 months to 30 June 2016, 10.4 percent of victims withdrew their support. "
                "This compares with 12.9 percent for England and Wales.",
                8,
                marks=(Mark(kind="emphasis", start=83, end=87),),
            ),
            block("caption", "Figure 2: Victims who withdrew support, by force", 9, figure=2),
            block("figure", "", 9, figure=2),
            block("source", "Source: Home Office crime outcomes data", 9, figure=2),
        ),
        section(
            "investigating/summary-of-findings",
            "Summary of findings",
            2,
            "investigating",
            "summary",
            10,
            block("judgment", "Requires improvement", 10),
            block("action", "The force should supervise its investigations.", 10),
            block("action", "The force should keep victims informed.", 10),
        ),
        section(
            "annex-a",
            "Annex A – About the data",
            1,
            None,
            "annex",
            11,
            paragraph("Rates are made from mid-2015 population estimates.", 11),
        ),
    )
    return Report(
        id="northshire-effectiveness-2016",
        edition=edition,
        title="PEEL: Police effectiveness 2016",
        force=NORTHSHIRE,
        pillar="effectiveness",
        year="2016",
        published="2017-03",
        isbn="978-0-00000-000-2",
        pages=12,
        sections=sections,
        footnotes=(Footnote(number=1, text=note_text, page=3),),
        figures=(
            Figure(
                number=1,
                title="Police-recorded crime rates in Northshire",
                section="preventing/how-much-crime",
                page=6,
                form="table",
                columns=("Rates per 1,000 population", "Northshire Police", "England and Wales"),
                rows=(
                    ("Recorded crime (excluding fraud)", "51.0", "68.2"),
                    ("Sexual offences", "1.4", "1.9"),
                ),
                source="Home Office data",
                notes=("Rates are made from mid-2015 population estimates.",),
            ),
            Figure(
                number=2,
                title="Victims who withdrew support, by force",
                section="investigating/outcomes",
                page=9,
                form="image",
                source="Home Office crime outcomes data",
                region=Region(page=9, left=0.1, top=0.2, right=0.9, bottom=0.5),
            ),
        ),
        judgments=(
            Judgment(scope="overall", section="overview", title="Overview", grade="good", page=5),
            Judgment(
                scope="question", section="preventing", title=PREVENTING, grade="good", page=7
            ),
            Judgment(
                scope="question",
                section="investigating",
                title=INVESTIGATING,
                grade="requires improvement",
                page=10,
            ),
        ),
        measures=(
            measure(
                "calls_for_assistance",
                "Calls for assistance",
                "per_1000_population",
                201.0,
                240.0,
                "force-in-numbers",
                "force-in-numbers.1",
                as_printed=Printed(force="201", national="240"),
                page=4,
                origin="graphic",
            ),
            measure(
                "recorded_crime",
                "Recorded crime (excluding fraud)",
                "per_1000_population",
                51.0,
                68.2,
                "preventing/how-much-crime",
                "preventing/how-much-crime.2",
                figure=1,
                page=6,
                passage="Recorded crime (excluding fraud)\t51.0\t68.2",
            ),
            measure(
                "sexual_offences",
                "Sexual offences",
                "per_1000_population",
                1.4,
                1.9,
                "preventing/how-much-crime",
                "preventing/how-much-crime.2",
                figure=1,
                page=6,
                passage="Sexual offences\t1.4\t1.9",
            ),
            measure(
                "outcomes_victim_does_not_support",
                "Victim does not support police action",
                "percent",
                10.4,
                12.9,
                "investigating/outcomes",
                "investigating/outcomes.1",
                figure=2,
                page=8,
                as_printed=Printed(force="10.4 percent", national="12.9 percent"),
                passage="In the 12 months to 30 June 2016, 10.4 percent of victims withdrew "
                "their support. This compares with 12.9 percent for England and Wales.",
                origin="prose",
            ),
        ),
        actions=(
            Action(
                kind="area_for_improvement",
                text="The force should look again at what worked.",
                section="preventing/summary-of-findings",
                page=7,
                block="preventing/summary-of-findings.4",
            ),
            Action(
                kind="area_for_improvement",
                text="The force should supervise its investigations.",
                section="investigating/summary-of-findings",
                page=10,
                block="investigating/summary-of-findings.2",
            ),
            Action(
                kind="area_for_improvement",
                text="The force should keep victims informed.",
                section="investigating/summary-of-findings",
                page=10,
                block="investigating/summary-of-findings.3",
            ),
        ),
        inconsistencies=(
            Inconsistency(
                key="recorded_crime",
                area="force",
                period=YEAR_TO_JUNE_2016,
                values=(
                    Occurrence(value=51.0, block="preventing/how-much-crime.2", page=6),
                    Occurrence(value=52.0, block="preventing.1", page=6),
                ),
            ),
        ),
        audit=Audit(
            words=240,
            placed=240,
            furniture=(Furniture(text="DRAFT FOR COMMENT", times=9),),
        ),
    )
