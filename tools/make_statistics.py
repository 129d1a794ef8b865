# SPDX-License-Identifier: MIT
"""Make the shipped tables of national statistics (``data/statistics/*.csv``) from their sources.

    python tools/make_statistics.py SOURCES

SOURCES is a folder laid out like this, with the files as their publishers issue them:

    ons/*march2018*.xlsx                        police force area tables, year ending March 2018
    home_office_outcomes_open_data_2017-18.csv.gz   crime outcomes open data
    police-workforce-tables-sep16.ods           police workforce tables, September 2016
    derived/officer_fte_by_force_2007-2022.csv  officers at 31 March of each year, taken from the
                                                police workforce open data
    grades/peel_effectiveness_2016_overall.csv  overall effectiveness grades

Run it again after a change of the importers: the tables must come out the same.
"""

import csv
import datetime
import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec

from peelviewer.model.measure import Period
from peelviewer.model.statistics import NATIONAL, Area, Dataset, Observation
from peelviewer.reference.forces import forces
from peelviewer.statistics import read_statistics
from peelviewer.statistics.areas import area_of
from peelviewer.statistics.calculation import change_in_rate
from peelviewer.statistics.tidy_columns import write_tidy
from peelviewer.statistics.vocabulary import as_printed, label_of

TARGET = Path(__file__).resolve().parents[1] / "data" / "statistics"
REBUILT = Dataset(
    id="rebuilt-asb-change",
    title="Figure 3 rebuilt from ONS data",
    source="Rebuilt from Office for National Statistics, Crime in England and Wales: police force "
    "area data tables (incidents of table P7 over the mid-2015 population of table P9)",
    publisher="PEEL Viewer, from data of the Office for National Statistics",
    release="year ending March 2018, version 2",
)
OPEN_DATA = Dataset(
    id="home-office-workforce-open-data",
    title="Police workforce open data",
    source="Home Office, Police workforce, England and Wales: open data tables",
    publisher="Home Office",
    release="31 March 2007 to 31 March 2022",
    vintage="2022",
)
GRADES = Dataset(
    id="hmic-effectiveness-2016",
    title="PEEL: Police effectiveness 2016",
    source="HMIC, PEEL: Police effectiveness 2016 – overall judgments of the 43 forces",
    publisher="HMIC",
    release="2016",
    vintage="2017-03",
)


def main(sources: Path) -> None:
    """Write every table."""
    TARGET.mkdir(parents=True, exist_ok=True)
    ons = read_statistics(next((sources / "ons").glob("*march2018*.xlsx")))
    dataset, all_of_it = ons.datasets[0], tuple(filter(_is_shipped, ons.observations))
    asb = [o for o in all_of_it if o.measure == "asb_incidents"]
    people = [o for o in all_of_it if o.measure in ("population", "households")]
    rates = [o for o in all_of_it if o.unit.startswith("per_1000_") and o not in asb]
    rebuilt = msgspec.structs.replace(REBUILT, vintage=dataset.vintage)
    _write("anti_social_behaviour", [dataset], asb)
    _write("anti_social_behaviour_change", [rebuilt], _rebuilt_changes(asb, people, rebuilt))
    _write("crime_rates", [dataset], rates)
    _write("population", [dataset], people)

    outcomes = read_statistics(sources / "home_office_outcomes_open_data_2017-18.csv.gz")
    _write("outcomes", outcomes.datasets, filter(_is_shipped, outcomes.observations))

    workforce = read_statistics(sources / "police-workforce-tables-sep16.ods")
    officers = [
        o for o in workforce.observations if o.measure == "police_officers" and _is_shipped(o)
    ]
    series = list(_officers(sources / "derived" / "officer_fte_by_force_2007-2022.csv", officers))
    _write("officers", [*workforce.datasets, OPEN_DATA], [*officers, *series])

    _write("effectiveness_grades", [GRADES], _grades(sources / "grades"))


def _is_shipped(one: Observation) -> bool:
    return one.area.kind in ("force", "national")


def _rebuilt_changes(
    asb: Iterable[Observation], people: Iterable[Observation], dataset: Dataset
) -> Iterable[Observation]:
    """Yield figure 3: both years' incidents over the population at mid-2015."""
    before, after = datetime.date(2015, 3, 31), datetime.date(2016, 3, 31)
    counts = {(o.area.id, o.period.end): o for o in asb if o.unit == "count"}
    base = {
        o.area.id: o.value
        for o in people
        if o.measure == "population" and o.period.end == datetime.date(2015, 6, 30)
    }
    for (area_id, end), late in counts.items():
        if end != after or area_id not in base:
            continue
        early = counts[area_id, before]
        value = change_in_rate(early.value, base[area_id], late.value, base[area_id])
        yield msgspec.structs.replace(
            late,
            measure="asb_change_1y",
            label=label_of("asb_change_1y"),
            unit="percent_change",
            period=Period(kind="change", start=before, end=after),
            value=None if value is None else round(value, 4),
            printed="–" if value is None else as_printed(value, "percent_change"),
            table="Tables P7 and P9",
            dataset=dataset.id,
        )


def _officers(path: Path, known: Iterable[Observation]) -> Iterable[Observation]:
    """Yield the officers at 31 March of each year that the workforce tables do not give."""
    have = {(o.area.id, o.period.end) for o in known}
    sums: dict[int, float] = {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        area = area_of(row["force_name"], row["geo_code"])
        if area is None:
            raise SystemExit(f"{path.name}: {row['force_name']} is not known")
        year, value = int(row["year"]), float(row["total_fte"])
        sums[year] = sums.get(year, 0.0) + value
        if (area.id, datetime.date(year, 3, 31)) not in have:
            yield _officer(area, year, value, "")
    for year, value in sorted(sums.items()):
        if (NATIONAL, datetime.date(year, 3, 31)) not in have:
            nation = Area(id=NATIONAL, name="England and Wales", kind="national", code="K04000001")
            yield _officer(nation, year, round(value, 1), "The 43 forces, added up.")


def _officer(area: Area, year: int, value: float, note: str) -> Observation:
    return Observation(
        area=area,
        measure="police_officers",
        label=label_of("police_officers"),
        unit="full_time_equivalents",
        period=Period(kind="as at", end=datetime.date(year, 3, 31)),
        value=value,
        printed=as_printed(value, "full_time_equivalents"),
        note=note,
        table="Open data table",
        dataset=OPEN_DATA.id,
    )


def _grades(folder: Path) -> Iterable[Observation]:
    known = {force.id: force for force in forces()}
    with (folder / "peel_effectiveness_2016_overall.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            force = known.get(row["slug"]) or known[row["slug"].replace("-police", "")]
            yield Observation(
                area=Area(id=force.id, name=force.name, kind="force", code=force.code),
                measure="effectiveness_overall",
                label=label_of("effectiveness_overall"),
                unit="grade",
                period=Period(kind="as at", end=datetime.date(2016, 12, 31)),
                value=None,
                printed=row["effectiveness_2016"],
                note="Inspection year 2016.",
                table="Overall judgment",
                dataset=GRADES.id,
            )


def _write(name: str, datasets: Iterable[Dataset], observations: Iterable[Observation]) -> None:
    path = TARGET / f"{name}.csv"
    rows = list(observations)
    with path.open("w", encoding="utf-8", newline="") as file:
        write_tidy(file, datasets, rows)
    sys.stdout.write(f"{path.name}: {len(rows):,} rows, {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
