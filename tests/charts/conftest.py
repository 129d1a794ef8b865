"""Charts of a fictional force that hold every case: groups, falls, gaps, own units, long names."""

import datetime

import msgspec
import pytest

from peelviewer.charts.spec import charts_of
from peelviewer.model.measure import Period, Printed
from peelviewer.model.report import Figure
from tests import builders

CHANGE = Period(kind="change", start=builders.JUNE_2015, end=builders.JUNE_2016)
AS_AT = Period(kind="as at", end=datetime.date(2016, 7, 1))
LONG = "Evidential difficulties (the victim does not support what the police propose to do)"
HEADS = ("Outcome number", "Outcome type / group", "Northshire Police", "England and Wales")
OUTCOMES = (
    ("1", "Charged/summonsed", "8.2", "11.4"),
    ("", "Out-of-court (formal)", "1.0", "3.1"),
    ("2", "Caution - youths", "0.3", "0.6"),
    ("3", "Caution - adults", "0.7", "2.5"),
    ("", "Evidential difficulties (victim supports police action)", "", ""),
    ("15", "Suspect identified", "9.9", "8.1"),
    ("", LONG, "7.1", "12.9"),
    ("16", "Suspect identified", "6.0", "10.1"),
    ("14", "Suspect not identified", "1.2", "2.8"),
    ("*", "Prosecution prevented", "-", "1.7"),
    ("", "Not yet assigned an outcome", "17.5", "9.0"),
    ("", "Total", "100.0", "100.0"),
)


def _number(cell):
    return None if cell in ("", "-") else float(cell)


@pytest.fixture
def rich_report(sample_report):
    """The sample report with falls, gaps, an image figure, and a table with groups."""
    place = ("preventing/how-much-crime", "preventing/how-much-crime.2")
    make = builders.measure
    more = [
        make(
            "recorded_crime_change_1y",
            "Change in recorded crime",
            "percent_change",
            -11.1,
            -3.4,
            "force-in-numbers",
            "force-in-numbers.1",
            as_printed=Printed(force="-11.1%", national="-3.4%"),
            period=CHANGE,
            page=4,
            origin="graphic",
        ),
        make(
            "organised_crime_groups",
            "Organised crime groups",
            "per_million_population",
            None,
            46.0,
            "force-in-numbers",
            "force-in-numbers.1",
            as_printed=Printed(national="46"),
            missing="the force did not supply it",
            period=AS_AT,
            page=4,
            origin="graphic",
        ),
        make(
            "burglary_dwelling",
            "Burglary in a dwelling*",
            "per_1000_households",
            10.2,
            8.1,
            *place,
            figure=1,
            page=6,
            passage="Burglary in a dwelling*\t10.2\t8.1",
        ),
        make(
            "da_arrest_rate",
            "Domestic abuse arrest rate",
            "per_100_crimes",
            39.0,
            51.4,
            "investigating/outcomes",
            "investigating/outcomes.1",
            as_printed=Printed(force="39.0 percent", national="51.4 percent"),
            page=8,
            origin="prose",
        ),
    ]
    more += [
        make(
            f"row_{index}",
            cells[1],
            "percent",
            _number(cells[2]),
            _number(cells[3]),
            *place,
            as_printed=Printed(force=cells[2], national=cells[3]),
            figure=4,
            page=8,
            passage="\t".join(cells),
        )
        for index, cells in enumerate(OUTCOMES)
        if cells[2]
    ]
    first, second = sample_report.figures
    figures = (
        msgspec.structs.replace(
            first, rows=(*first.rows, ("Burglary in a dwelling*", "10.2", "8.1"))
        ),
        second,
        Figure(
            number=3,
            title="Domestic abuse arrest rate (per 100 domestic abuse crimes), by force, "
            "for the 12 months to 30 June 2016",
            section="investigating/outcomes",
            page=9,
            form="image",
            source="Inspectorate data return",
        ),
        Figure(
            number=4,
            title="Proportion of outcomes in Northshire, in 12 months to 30 June 2016",
            section="investigating/outcomes",
            page=9,
            form="table",
            columns=HEADS,
            rows=OUTCOMES,
            source="Home Office data",
            notes=("* Includes cases out of time.", "For further information, please see annex A"),
        ),
        Figure(
            number=5,
            title="Gangs by what they do",
            section="investigating/outcomes",
            page=9,
            form="image",
        ),
    )
    return msgspec.structs.replace(
        builders.with_annex(sample_report),
        measures=(*sample_report.measures, *more),
        figures=figures,
    )


@pytest.fixture
def charts(rich_report):
    """Every chart of the rich report by its id."""
    return {chart.id: chart for chart in charts_of(rich_report)}
