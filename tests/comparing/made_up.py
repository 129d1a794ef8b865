"""Statistics of real forces with round values, and a report of one of them."""

import datetime

import msgspec

from peelviewer.model.force import Force
from peelviewer.model.measure import Period
from peelviewer.model.report import Report
from peelviewer.model.statistics import FORCES, NATIONAL, SIMILAR, Area, Dataset, Observation
from peelviewer.reference.forces import forces

OWN = "leicestershire"
Y2015 = Period(kind="12 months to", end=datetime.date(2015, 3, 31))
Y2016 = Period(kind="12 months to", end=datetime.date(2016, 3, 31))


def dataset(identity="made-up", vintage="2020-01-01") -> Dataset:
    return Dataset(
        id=identity,
        title="Made-up statistics",
        source="Made-up office, Made-up statistics",
        publisher="Made-up office",
        release="2020",
        vintage=vintage,
    )


def values(
    measure="organised_crime_groups",
    unit="per_million_population",
    period=Y2016,
    source="made-up",
    first=0.0,
    only=None,
) -> list[Observation]:
    """One value a force, one more than that of the force before it, and a national one."""
    areas = [
        Area(id=force.id, name=force.name, kind="force", code=force.code)
        for force in forces()
        if only is None or force.id in only
    ]
    areas.append(Area(id=NATIONAL, name="England and Wales", kind="national"))
    return [
        Observation(
            area=area,
            measure=measure,
            label="",
            unit=unit,
            period=period,
            value=first + number,
            printed=f"{first + number:.1f}",
            dataset=source,
        )
        for number, area in enumerate(areas)
    ]


def group(names="Kent; Essex", day="2016-03-31", source="made-up", of=OWN) -> Observation:
    """A publication's word on which forces are most similar to one."""
    known = next(force for force in forces() if force.id == of)
    return Observation(
        area=Area(id=known.id, name=known.name, kind="force", code=known.code),
        measure=SIMILAR,
        label="Most similar forces",
        unit=FORCES,
        period=Period(kind="as at", end=datetime.date.fromisoformat(day)),
        value=None,
        printed=names,
        dataset=source,
    )


def of_a_known_force(report: Report) -> Report:
    """A report as if it were of a force that the statistics have."""
    force = Force(id=OWN, name="Leicestershire Police", code="E23000021")
    return msgspec.structs.replace(report, force=force)
