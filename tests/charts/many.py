"""Statistics of forces made up in code: any number of them, with gaps, ties and long names."""

import datetime

from peelviewer.charts.measured import MeasureData
from peelviewer.model.measure import Period
from peelviewer.model.statistics import NATIONAL, Area, Dataset, Observation
from peelviewer.reference.forces import forces
from peelviewer.statistics.vocabulary import as_printed

OWN = "leicestershire"
DATASET = Dataset(
    id="made-up",
    title="Made-up statistics",
    source="Office of Examples, Made-up statistics",
    publisher="Office of Examples",
    release="year ending March 2016",
    vintage="2016-07-21",
)


def year_to(year):
    return Period(kind="12 months to", end=datetime.date(year, 3, 31))


def observation(
    area, value, *, period, measure="made_up_robbery", unit="per_1000_population", missing=None
):
    known = next((one for one in forces() if one.id == area), None)
    name = "England and Wales" if known is None else known.name
    return Observation(
        area=Area(id=area, name=name, kind="national" if known is None else "force"),
        measure=measure,
        label="Robbery",
        unit=unit,
        period=period,
        value=value,
        printed="–" if value is None else as_printed(value, unit),
        dataset=DATASET.id,
        missing=missing,
        table="Table 1",
    )


def data(values, *, national=None, year=2016, **more):
    """Return one measure of ``{force id: value}`` at one period."""
    return over_years({year: values}, national={year: national}, **more)


def over_years(years, *, national=None, measure="made_up_robbery", unit="per_1000_population"):
    """Return one measure of ``{year: {force id: value}}``, and ``{year: national}``."""
    found = []
    for year, values in years.items():
        all_areas = dict(values)
        whole = (national or {}).get(year)
        if whole is not None:
            all_areas[NATIONAL] = whole
        for area, value in all_areas.items():
            reason = "not collected" if value is None else None
            found.append(
                observation(
                    area, value, period=year_to(year), measure=measure, unit=unit, missing=reason
                )
            )
    return MeasureData(
        measure=measure,
        label="Robbery",
        unit=unit,
        observations=tuple(found),
        datasets=(DATASET,),
    )


def all_forces(start=1.0, step=0.25):
    """Return a value for each of the 43 forces, all different."""
    return {known.id: start + step * place for place, known in enumerate(forces())}


def of_all(**more):
    """Return values of all forces in three years."""
    years = {year: all_forces(start=float(year - 2013)) for year in (2014, 2015, 2016)}
    return over_years(years, national=dict.fromkeys(years, 3.0), **more)
