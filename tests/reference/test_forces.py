"""The 43 forces are complete, and found by any of their names."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from peelviewer.reference.forces import FORCES, force_named, forces

SHARED = Path(__file__).resolve().parents[3] / "shared" / "statistics" / "forces_43.csv"


def test_all_forces_are_there_once_in_alphabetical_order():
    ids = [force.id for force in forces()]
    assert len(set(ids)) == len(ids) == FORCES
    assert ids == sorted(ids)
    assert len({force.code for force in forces()}) == FORCES


def test_four_forces_are_welsh():
    assert Counter(force.country for force in forces()) == {"England": 39, "Wales": 4}
    assert {force.code[0] for force in forces() if force.country == "Wales"} == {"W"}


@pytest.mark.parametrize(
    ("name", "force"),
    [
        ("Leicestershire Police", "leicestershire"),
        ("leicestershire police", "leicestershire"),
        ("Leicestershire", "leicestershire"),
        ("Devon & Cornwall Police", "devon-and-cornwall"),
        ("Devon and Cornwall Police", "devon-and-cornwall"),
        ("Devon and Cornwall", "devon-and-cornwall"),
        ("Avon & Somerset Constabulary", "avon-and-somerset"),
        ("Avon and Somerset Police", "avon-and-somerset"),
        ("The Metropolitan Police Service", "metropolitan"),
        ("Metropolitan Police", "metropolitan"),
        ("London, City of", "city-of-london"),
        ("City of London Police", "city-of-london"),
        ("Dyfed Powys Police", "dyfed-powys"),
        ("West Mercia Constabulary", "west-mercia"),
    ],
)
def test_a_force_is_found_by_any_of_its_names(name, force):
    found = force_named(name)
    assert found is not None
    assert found.id == force


@pytest.mark.parametrize("name", ["", "Northshire Police", "Police", "Yorkshire", "British"])
def test_a_name_that_is_no_force_finds_none(name):
    assert force_named(name) is None


def test_names_and_codes_are_those_of_the_published_list():
    if not SHARED.is_file():
        pytest.skip("the published list of forces is not here")
    with SHARED.open(encoding="utf-8", newline="") as file:
        published = {row["slug"]: row for row in csv.DictReader(file)}
    assert set(published) == {force.id for force in forces()}
    for force in forces():
        row = published[force.id]
        assert (force.name, force.code, force.region, force.country) == (
            row["force_name"],
            row["pfa_code"],
            row["region"],
            row["country"],
        )
        assert force_named(row["pfa_name_ons"]) == force
