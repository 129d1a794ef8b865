import pytest

from peelviewer.reading.cover import titled
from peelviewer.reading.forces import force_in, known_force, names_in
from peelviewer.reading.identity import identity
from peelviewer.reading.slugs import slug
from peelviewer.reading.text.markdown import lines
from peelviewer.reference.forces import forces


def cover(title, inspection="An inspection of Northshire Police", *more):
    return read(f"# {title}", inspection, *more)


def read(*parts):
    return identity(titled(lines("\n\n".join(parts))))


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
    assert [known_force(force.name).id for force in forces()] == [force.id for force in forces()]


@pytest.mark.parametrize(
    ("parts", "title", "report_id"),
    [
        (
            ("# PEEL", "## Police effectiveness, efficiency and legitimacy 2018/19",
             "An inspection of Durham Constabulary"),
            "PEEL Police effectiveness, efficiency and legitimacy 2018/19",
            "durham-integrated-2018-19",
        ),
        (
            ("# PEEL 2021/22", "Police effectiveness, efficiency and legitimacy",
             "An inspection of the Metropolitan Police Service"),
            "PEEL 2021/22 Police effectiveness, efficiency and legitimacy",
            "metropolitan-integrated-2021-22",
        ),
        (
            ("# PEEL: Police effectiveness, efficiency and", "# legitimacy 2018/19",
             "## Kent Police"),
            "PEEL: Police effectiveness, efficiency and legitimacy 2018/19",
            "kent-integrated-2018-19",
        ),
        (
            ("# PEEL: Police legitimacy 2017 – An inspection of Kent Police",),
            "PEEL: Police legitimacy 2017",
            "kent-legitimacy-2017",
        ),
        (
            ("# PEEL 2018/19 Police effectiveness and legitimacy – Durham Constabulary",),
            "PEEL 2018/19 Police effectiveness and legitimacy",
            "durham-integrated-2018-19",
        ),
        (
            ("# PEEL 2021/22 – Effectiveness and efficiency – An inspection of Northshire Police",),
            "PEEL 2021/22 – Effectiveness and efficiency",
            "northshire-integrated-2021-22",
        ),
        (
            ("# PEEL: Police efficiency 2017 Devon & Cornwall Police",),
            "PEEL: Police efficiency 2017",
            "devon-and-cornwall-efficiency-2017",
        ),
        (
            ("# West Kent Police – PEEL: Police effectiveness 2015",),
            "PEEL: Police effectiveness 2015",
            "west-kent-effectiveness-2015",
        ),
        (
            ("# PEEL Assessment 2014/2015", "City of London Police"),
            "PEEL Assessment 2014/2015",
            "city-of-london-integrated-2014-15",
        ),
        (
            ("# Crime inspection 2014", "Northshire Police", "November 2014"),
            "Crime inspection 2014",
            "northshire-effectiveness-2014",
        ),
        (
            ("# PEEL 2021/22", "Police effectiveness, efficiency and legitimacy: An inspection of",
             "Northshire Police"),
            "PEEL 2021/22 Police effectiveness, efficiency and legitimacy",
            "northshire-integrated-2021-22",
        ),
        (
            ("# PEEL 2021/22", "Police effectiveness, efficiency and legitimacy: An",
             "inspection of Northshire Police"),
            "PEEL 2021/22 Police effectiveness, efficiency and legitimacy",
            "northshire-integrated-2021-22",
        ),
        (
            ("# PEEL 2021/22",
             "Police effectiveness, efficiency and legitimacy: An inspection of Northshire",
             "Police"),
            "PEEL 2021/22 Police effectiveness, efficiency and legitimacy",
            "northshire-integrated-2021-22",
        ),
        (
            ("PEEL: Police legitimacy (including lead-", "ership) 2016",
             "An inspection of Northshire Police"),
            "PEEL: Police legitimacy (including leadership) 2016",
            "northshire-legitimacy-2016",
        ),
        (
            ("PEEL: Police effectiveness", "Crime inspection 2014", "Northshire Police",
             "## Contents", "Crime inspection 2014 – Northshire Police 3",
             "## Crime inspection 2014 – Northshire Police"),
            "PEEL: Police effectiveness Crime inspection 2014",
            "northshire-effectiveness-2014",
        ),
        (
            ("# PEEL 2023–25", "## Police effectiveness, efficiency and legitimacy",
             "An inspection of", "Hampshire and Isle of Wight Constabulary"),
            "PEEL 2023–25 Police effectiveness, efficiency and legitimacy",
            "hampshire-integrated-2023-25",
        ),
    ],
)  # fmt: skip
def test_a_title_is_whole_however_the_cover_sets_it(parts, title, report_id):
    found = read(*parts)

    assert (found.title, found.id) == (title, report_id)


def test_a_running_line_that_holds_the_title_stays_whole():
    running = "Northshire Police – PEEL: Police effectiveness 2016 – page {}"
    text = f"# PEEL: Police effectiveness 2016\n\nText.\n\n{running.format(2)}\n\nMore."

    assert running.format(2) in [line.text for line in titled(lines(text))]


def test_a_sentence_on_the_programme_is_no_title():
    found = read(
        "# PEEL", "Police effectiveness, efficiency and legitimacy 2018/19",
        "PEEL is the yearly look at all forces, and in 2020/21 there was none",
        "An inspection of Northshire Police",
    )  # fmt: skip

    assert (found.year, found.title) == (
        "2018/19", "PEEL Police effectiveness, efficiency and legitimacy 2018/19",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "force_id"),
    [
        ("North Wales Police / Heddlu Gogledd Cymru", "north-wales"),
        ("Heddlu Gogledd Cymru – North Wales Police", "north-wales"),
        ("Heddlu De Cymru", "south-wales"),
        ("Heddlu Dyfed-Powys Police", "dyfed-powys"),
        ("Dyfed Powys Police (Heddlu Dyfed Powys)", "dyfed-powys"),
        ("Gwent Police | Heddlu Gwent", "gwent"),
        ("London, City of", "city-of-london"),
        ("the City of London Police", "city-of-london"),
        ("Metropolitan Police", "metropolitan"),
        ("Metropolitan Police Service (MPS)", "metropolitan"),
        ("MPS", "metropolitan"),
        ("Devon and Cornwall Constabulary", "devon-and-cornwall"),
        ("AVON & SOMERSET POLICE", "avon-and-somerset"),
        ("Hampshire & Isle of Wight Constabulary", "hampshire"),
        ("Kent Police March 2018", "kent"),
        ("West Kent Police", "west-kent"),
        ("Mid Wales Police / Heddlu Canolbarth Cymru", "mid-wales"),
        ("Heddlu Canolbarth Cymru / Mid Wales Police", "mid-wales"),
    ],
)
def test_a_force_is_found_in_all_its_spellings_and_languages(text, force_id):
    assert force_in(text).id == force_id
    assert (force_in(text).code is None) == (force_id in ("west-kent", "mid-wales"))


@pytest.mark.parametrize(
    "text",
    [
        "HM Inspectorate of Constabulary",
        "PEEL Police effectiveness 2016",
        "The College of Policing",
    ],
)
def test_the_inspectorate_and_the_title_are_no_force(text):
    assert force_in(text) is None


@pytest.mark.parametrize("kind", ["Police", "Constabulary"])
def test_every_force_is_found_in_a_title_by_its_area(kind):
    for known in forces():
        found = read(f"# PEEL: Police legitimacy 2017 – An inspection of {known.area} {kind}")
        assert found.id == f"{known.id}-legitimacy-2017"
        bare = read(f"# PEEL 2018/19 – {known.name}", "Police effectiveness and efficiency")
        assert bare.force.code == known.code


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published on: 2 May 2019", "2019-05"),
        ("Published on 28 July 2022", "2022-07"),
        ("Published: 12th December 2017", "2017-12"),
        ("Publication date: September 2019", "2019-09"),
        ("Visits took place in the weeks from 4 March 2019", None),
        ("© HMICFRS 2019", None),
    ],
)
def test_the_month_of_publication_is_read_in_all_its_forms(line, published):
    assert cover("PEEL 2018/19", "Northshire Police", line).published == published


def test_a_title_with_its_year_on_the_next_line_comes_before_a_running_line_with_both():
    found = read(
        "PEEL: Police effectiveness",
        "2017",
        "An inspection of Northshire Police",
        "Northshire Police – PEEL effectiveness 2017",
    )

    assert (found.title, found.title_line) == ("PEEL: Police effectiveness 2017", 1)


NATIONAL = (
    "# PEEL: Police effectiveness 2016",
    "A national overview",
    "Forces patrol well. Northshire Police is one of them.",
    "Southshire Constabulary and Westshire Police are others.",
)


def test_a_report_on_all_forces_is_not_that_of_the_first_one_that_it_names():
    assert read(*NATIONAL) is None


def test_a_force_that_only_sentences_name_is_the_one_they_speak_of_most():
    found = read(
        NATIONAL[0],
        "Here is how Westshire Police compares. Northshire Police is good.",
        "Northshire Police listens. In Northshire Police, many do. Northshire Police acts.",
    )

    assert found.force.id == "northshire"


def test_words_that_begin_a_sentence_are_no_part_of_a_known_forces_name():
    assert names_in("In Kent Police and at Essex Police, as in Northshire Police") == [
        "Kent Police",
        "Essex Police",
        "Northshire Police",
    ]


@pytest.mark.parametrize(
    ("inspection", "force_id"),
    [
        ("Essex Police and Northshire Police", "essex-and-northshire"),
        ("Northshire Constabulary & Southshire Police", "northshire-southshire"),
    ],
)
def test_two_forces_that_are_inspected_together_are_neither_of_the_two(inspection, force_id):
    force = cover("PEEL: Police efficiency 2016", f"An inspection of {inspection}").force

    assert (force.id, force.name, force.code) == (force_id, inspection, None)
