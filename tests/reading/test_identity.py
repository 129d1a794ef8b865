import pytest

from peelviewer.reading.identity import identity, known_force, slug
from peelviewer.reading.markdown import lines


def cover(title, inspection="An inspection of Northshire Police", *more):
    return identity(lines("\n\n".join((f"# {title}", inspection, *more))))


@pytest.mark.parametrize(
    ("title", "pillar", "year", "report_id"),
    [
        (
            "PEEL: Police effectiveness 2016",
            "effectiveness",
            "2016",
            "northshire-effectiveness-2016",
        ),
        ("PEEL: Police efficiency 2015", "efficiency", "2015", "northshire-efficiency-2015"),
        (
            "PEEL: Police legitimacy (including leadership) 2017",
            "legitimacy",
            "2017",
            "northshire-legitimacy-2017",
        ),
        ("PEEL: Police leadership 2016", "leadership", "2016", "northshire-leadership-2016"),
        (
            "PEEL: Police effectiveness, efficiency and legitimacy 2018/19",
            "integrated",
            "2018/19",
            "northshire-integrated-2018-19",
        ),
        ("PEEL 2021–22", "integrated", "2021/22", "northshire-integrated-2021-22"),
    ],
)
def test_title_gives_pillar_and_year(title, pillar, year, report_id):
    found = cover(title)

    assert (found.pillar, found.year, found.id) == (pillar, year, report_id)


@pytest.mark.parametrize(
    ("inspection", "force_id", "name"),
    [
        ("An inspection of Leicestershire Police", "leicestershire", "Leicestershire Police"),
        (
            "A inspection of Devon and Cornwall Police",
            "devon-and-cornwall",
            "Devon & Cornwall Police",
        ),
        (
            "An inspection of the Metropolitan Police Service",
            "metropolitan",
            "Metropolitan Police Service",
        ),
        ("An inspection of Northshire Police", "northshire", "Northshire Police"),
        ("Essex Police", "essex", "Essex Police"),
    ],
)
def test_the_force_is_known_by_its_spellings_or_kept_as_printed(inspection, force_id, name):
    force = cover("PEEL: Police effectiveness 2016", inspection).force

    assert (force.id, force.name) == (force_id, name)
    assert (force.code is None) == (force_id == "northshire")


def test_date_and_isbn_are_read_from_the_cover():
    found = cover(
        "PEEL: Police effectiveness 2016",
        "An inspection of Northshire Police",
        "9 March 2017",
        "ISBN: 978-1-78655-358-4",
    )

    assert (found.published, found.isbn) == ("2017-03", "978-1-78655-358-4")


def test_what_the_cover_lacks_is_not_guessed():
    found = cover("PEEL: Police effectiveness 2016")

    assert (found.published, found.isbn) == (None, None)


@pytest.mark.parametrize(
    "text", ["# A novel", "# PEEL: Police effectiveness 2016", "# How to peel an orange in 2016"]
)
def test_other_texts_are_no_reports(text):
    assert identity(lines(text + "\n\nSome words.")) is None


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Force in numbers", "force-in-numbers"),
        ("Annex A – About the data", "annex-a-about-the-data"),
        ("the force's plan?", "the-force-s-plan"),
        ("–", ""),
        ("a" * 80, "a" * 60),
        (
            "How effective is the force at preventing crime, tackling anti-social behaviour",
            "how-effective-is-the-force-at-preventing-crime-tackling-anti",
        ),
    ],
)
def test_slugs_are_cut_at_a_words_end(text, made):
    assert slug(text) == made


def test_every_known_force_is_found_by_its_own_name():
    from peelviewer.reference.forces import forces

    assert [known_force(force.name).id for force in forces()] == [force.id for force in forces()]
