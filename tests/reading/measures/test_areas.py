import pytest

from peelviewer.model.force import Force
from peelviewer.reading.measures.areas import Places
from tests.builders import NORTHSHIRE

DEVON = Force(id="devon-and-cornwall", name="Devon & Cornwall Police")


def named(text, force=NORTHSHIRE):
    return [found.area for found in Places(force).named(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Northshire",
        "Northshire Police",
        "Northshire's rate",
        "the force",
        "The force’s",
        "the Force",
        "the police force",
        "by the force in the 12 months",
        "recorded by the force that were charged",
        "the use of force by the force",
    ],
)
def test_the_reports_own_force_is_known(text):
    assert named(text) == ["own"]


@pytest.mark.parametrize("text", ["Devon and Cornwall Police", "Devon & Cornwall"])
def test_a_name_of_two_counties_is_one(text):
    assert named(text, DEVON) == ["own"]


@pytest.mark.parametrize(
    "text",
    [
        "England and Wales",
        "England & Wales",
        "nationally",
        "Nationally",
        "the national rate",
        "the national victim satisfaction rate",
        "National average",
        "the national 5 percent",
        "all forces",
        "all 43 forces",
        "all forces in England and Wales",
        "forces across the country",
    ],
)
def test_the_nation_is_known(text):
    assert named(text) == ["national"]


@pytest.mark.parametrize(
    "text",
    [
        "Westshire Police",
        "in Westshire",
        "Kent",
        "similar forces",
        "the most similar group",
        "other forces",
        "the majority of forces",
        "39 of the 43 forces",
        "all forces in the region",
        "across England",
        "the north of Northshire",
        "most parts of the force",
        "rural Northshire",
        "Westshire and Northshire",
        "in Wales",
        "the northern division",
        "Northshire and Westshire",
        "Northshire County Council",
        "the force that we visited before this one",
        "the police force of the county to the west",
        "the constabulary with the highest rate",
        "the constabulary that covers the next county",
        "a force next door",
        "the largest force",
        "the fire and rescue service",
        "the ambulance service",
        "in the neighbouring county",
        "the county to the south-west",
    ],
)
def test_what_names_other_areas_is_not_the_nation(text):
    assert "other" in named(text)
    assert "national" not in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "the National Crime Agency",
        "the national decision model",
        "national guidance",
        "the national target",
        "in June",
        "according to Home Office data",
    ],
)
def test_what_names_nobody_is_nobody(text):
    assert named(text) == []
