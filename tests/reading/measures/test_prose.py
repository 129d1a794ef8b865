from datetime import date

import pytest

from peelviewer.model.force import Force
from peelviewer.model.report import Report
from peelviewer.reading.forces import area_of
from peelviewer.reading.measures.prose import prose_measures
from peelviewer.reference.forces import forces
from tests import builders

JUNE_2016 = date(2016, 6, 30)


def found(*paragraphs, kind="section", force=builders.NORTHSHIRE, title="One?"):
    blocks = [
        builders.block("list_item", text[2:], 9, marker="•")
        if text.startswith("• ")
        else builders.paragraph(text, 9)
        for text in paragraphs
    ]
    report = Report(
        id="northshire-effectiveness-2016",
        edition="full",
        title="PEEL: Police effectiveness 2016",
        force=force,
        pillar="effectiveness",
        year="2016",
        sections=(builders.section("one", title, 1, None, kind, 9, *blocks),),
    )
    return list(prose_measures(report))


def told(*paragraphs):
    return [(m.key, m.force, m.national, m.period.kind, m.period.end) for m in found(*paragraphs)]


YEAR = "12 months to"
FORCES = [Force(id=known.id, name=known.name, code=known.code) for known in forces()]
SAID = (
    "In the 12 months to 30 June 2016, recorded crime in {0} rose by 4 percent, compared with 6 "
    "percent in England and Wales. In the same period, 71.5 percent of victims in {0} were "
    "satisfied, compared with 80.1 percent nationally."
)


@pytest.mark.parametrize("force", FORCES, ids=lambda force: force.id)
def test_each_force_is_known_by_its_name_and_area_and_by_no_others(force):
    names = {force.name, force.name.replace("&", "and"), area_of(force)}

    for name in names:
        own = found(SAID.format(name), force=force)
        others = [
            other.id
            for other in FORCES[::9]
            if other != force and found(SAID.format(name), force=other)
        ]
        assert [(m.force, m.national) for m in own] == [(4.0, 6.0), (71.5, 80.1)], name
        assert others == []


def test_london_is_the_metropolitan_polices_area_and_not_the_citys():
    met = next(force for force in FORCES if force.id == "metropolitan")
    city = next(force for force in FORCES if force.id == "city-of-london")

    assert len(found(SAID.format("London"), force=met)) == 2
    assert found(SAID.format("London"), force=city) == []
    assert found(SAID.format("the City of London"), force=met) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "In the 12 months to 30 June 2016, 5.2 percent of recorded "
                "crime in Northshire had a vulnerable victim, "
                "against 12.6 percent in England and Wales."
            ),
            ("vulnerable_victims", 5.2, 12.6, YEAR, JUNE_2016),
        ),
        (
            (
                "Crime recorded by the force in the 12 months to 30 June "
                "2016 came to 61 crimes per 1,000 population, "
                "compared with 72 crimes per 1,000 population in England and Wales."
            ),
            ("recorded_crime", 61.0, 72.0, YEAR, JUNE_2016),
        ),
        (
            (
                "In the 12 months to 30 June 2016 the force recorded 61.3 crimes per 1,000 "
                "population, below the England and Wales rate of 75.0 crimes per 1,000 population."
            ),
            ("recorded_crime", 61.3, 75.0, YEAR, JUNE_2016),
        ),
        (
            (
                "As at 1 July 2016, Northshire Police watched 20 organised "
                "crime groups per one million population. "
                "That is below the 46 OCGs per one million population of England and Wales."
            ),
            ("organised_crime_groups", 20.0, 46.0, "as at", date(2016, 7, 1)),
        ),
        (
            (
                "Asked in the 12 months to 30 June 2016, 71.5 percent of victims "
                "in Northshire were satisfied with their whole experience. "
                "This is higher than the national figure, 70.1 percent."
            ),
            ("victim_satisfaction", 71.5, 70.1, YEAR, JUNE_2016),
        ),
        (
            (
                "Set against the 12 months to 30 June 2011, "
                "police-recorded crime (excluding fraud) in the 12 months to "
                "30 June 2016 fell by 9.3% in Northshire compared with a "
                "rise of 2.6% in England and Wales."
            ),
            ("recorded_crime_change_5y", -9.3, 2.6, "change", JUNE_2016),
        ),
    ],
)
def test_a_clear_comparison_is_a_measure(text, expected):
    assert told(text) == [expected]


def test_the_same_period_is_the_one_named_last():
    text = (
        (
            "Northshire's recorded crime (excluding fraud) rose by 1.1 percent from the "
            "12 months to 30 June 2011 to the 12 months to 30 June 2016, against a "
            "rise of 2.6 percent nationally."
        ),
        (
            "In that same period victim-based crime fell by 2.5 percent in Northshire "
            "compared with an increase of 0.2 percent in England and Wales."
        ),
    )

    first, second = found(*text)

    assert second.key == "victim_based_crime_change_5y"
    assert second.period == first.period


def test_the_national_value_may_stand_two_sentences_on_for_the_same_period():
    (rate, change) = found(
        "Northshire Police counted 21 incidents of anti-social behaviour per 1,000 population "
        "in the 12 months to 31 March 2016. That is 12 percent fewer incidents per 1,000 "
        "population than in the previous 12 months. People noticed it. All of England and Wales "
        "saw 8 percent fewer incidents in the 12 months to 31 March 2016."
    )

    assert (rate.key, rate.force, rate.national) == ("asb_incidents", 21.0, None)
    assert (change.key, change.force, change.national) == ("asb_change_1y", -12.0, -8.0)
    assert (change.period.start, change.period.end) == (date(2015, 3, 31), date(2016, 3, 31))
    assert change.as_printed.force == "12 percent fewer"


ITEM = "• 71.5 percent of victims were satisfied, compared with 80.1 percent nationally."


def test_items_of_a_list_have_the_period_of_the_sentence_above_them():
    assert (
        told("In the 12 months to 30 June 2016, in Northshire:", ITEM, ITEM)
        == [("victim_satisfaction", 71.5, 80.1, YEAR, JUNE_2016)] * 2
    )


@pytest.mark.parametrize(
    "lead",
    [
        "In Northshire:",
        "In the 12 months to 30 June 2016, in Westshire:",
        "In the 12 months to 30 June 2016, in Northshire.",
        "In the three months to 30 June 2016, in Northshire:",
    ],
    ids=["no period", "another force", "no list", "no twelve months"],
)
def test_items_of_a_list_are_left_alone_where_what_is_above_is_not_certain(lead):
    assert told(lead, ITEM) == []


def test_per_cent_in_two_words_is_no_word_of_its_own():
    (_, change) = found(
        "Northshire Police counted 21 incidents of anti-social behaviour per 1,000 population "
        "in the 12 months to 31 March 2016. That is 12 per cent fewer incidents per 1,000 "
        "population than in the previous 12 months. Nationally, 8 per cent fewer incidents per "
        "1,000 population came than in the previous 12 months."
    )

    assert (change.key, change.force, change.national) == ("asb_change_1y", -12.0, -8.0)


@pytest.mark.parametrize(
    "text",
    [
        (
            "5.2 percent of recorded crime in Northshire had a "
            "vulnerable victim, compared with 12.6 percent in England and Wales."
        ),
        (
            "In the 12 months to 30 June 2016, between 3.9 percent and "
            "39.7 percent of recorded crime had a vulnerable victim."
        ),
        (
            "In the 12 months to 30 June 2016, 5.2 percent of recorded "
            "crime in Northshire had a vulnerable victim. "
            "Another force had 12.6 percent."
        ),
        (
            "In the 12 months to 30 June 2016, in Northshire 12 percent "
            "of dogs barked, compared with 14 percent in England and Wales."
        ),
        (
            "In the 12 months to 30 June 2016, 5.2 percent, 5 percent "
            "and 6 percent of recorded crime in Northshire had a "
            "vulnerable victim, compared with England and Wales."
        ),
    ],
    ids=["no period", "a range", "no national", "no topic", "too many"],
)
def test_what_is_not_certain_is_left_alone(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "In the 12 months to 30 June 2016 the force received 312 calls for assistance per "
            "1,000 population on weekdays, compared with 240 in England and Wales."
        ),
        (
            "In the 12 months to 30 June 2016 the force received 312 calls for assistance per "
            "1,000 population on weekdays, compared with 240 on weekdays in England and Wales."
        ),
        (
            "On weekdays, in the 12 months to 30 June 2016, the force received 312 calls for "
            "assistance per 1,000 population, compared with 240 in England and Wales."
        ),
        (
            "In the 12 months to 30 June 2016 the force recorded 71 crimes per 1,000 population "
            "during school holidays, against 68 in England and Wales."
        ),
        (
            "In the 12 months to 30 June 2016 the force recorded 71 crimes per 1,000 population "
            "involving tourists. This is above the 68 of England and Wales."
        ),
        (
            "In the 12 months to 30 June 2016, 71.5 percent of victims in Northshire were "
            "satisfied at the front desk, compared with 80.1 percent in England and Wales."
        ),
        (
            "In the 12 months to 30 June 2016, the force recorded 71 crimes per 1,000 population "
            "among pensioners."
        ),
    ],
)
def test_a_qualifier_that_the_catalogue_does_not_know_makes_it_another_measure(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "HMIC was told by the force that it recorded 90 crimes per 1,000 population in the 12 "
            "months to 30 June 2016."
        ),
        (
            "According to the force, it recorded 90 crimes per 1,000 population in the 12 months "
            "to 30 June 2016, compared with 68 in England and Wales."
        ),
        (
            "The chief constable told us that the force recorded 90 crimes per 1,000 population in "
            "the 12 months to 30 June 2016."
        ),
        (
            "The force says that it recorded 90 crimes per 1,000 population in the 12 months to 30 "
            "June 2016, compared with 68 in England and Wales."
        ),
        (
            "The force believes that in the 12 months to 30 June 2016 recorded crime in Northshire "
            "rose by 4 percent, compared with 6 percent in England and Wales."
        ),
    ],
)
def test_a_value_that_somebody_else_told_is_no_finding(text):
    assert told(text) == []


def test_what_was_told_above_a_list_is_no_finding_in_its_items():
    lead = "The force told us that in the 12 months to 30 June 2016, in Northshire:"

    assert told(lead, ITEM) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "During our inspection we found that in the 12 months to 30 June 2016 the force "
            "recorded 71 crimes per 1,000 population, compared with 68 in England and Wales."
        ),
        (
            "In the 12 months to 30 June 2016 the force recorded 71 crimes per 1,000 population in "
            "its area, which is slightly above the England and Wales rate of 68."
        ),
        (
            "In the 12 months to 30 June 2016, the force recorded 71 crimes per 1,000 population. "
            "Data of HMIC show 68 crimes per 1,000 population in England and Wales."
        ),
    ],
)
def test_words_that_only_lead_to_a_value_are_no_qualifier(text):
    assert [key for key, *_ in told(text)] == ["recorded_crime"]


@pytest.mark.parametrize("kind", ["annex", "numbers"])
def test_annex_and_graphic_are_not_read_as_prose(kind):
    text = (
        "In the 12 months to 30 June 2016, 5.2 percent of recorded "
        "crime in Northshire had a vulnerable victim, "
        "against 12.6 percent in England and Wales."
    )

    assert found(text, kind=kind) == []


def test_the_passage_is_the_reports_own_words():
    text = (
        "First words. As at 1 July 2016, Northshire Police watched "
        "20 organised crime groups per one million population. "
        "That is below the 46 OCGs per one million population of England and Wales. Last words."
    )

    (measure,) = found(text)

    assert measure.passage in text
    assert measure.passage.startswith("As at")
    assert measure.passage.endswith("England and Wales.")


def test_a_paragraph_of_titles_and_a_pages_number_is_no_sentence():
    text = (
        "3 Force in numbers Calls for assistance Calls for assistance per 1,000 population "
        "12 months to 30 June 2016 Northshire Police"
    )

    assert found(text) == []


def test_a_sentence_too_long_to_be_followed_states_no_measure():
    stated = "5.2 percent of recorded crime in Northshire had a vulnerable victim"
    compared = ", against 12.6 percent in England and Wales."
    period = "In the 12 months to 30 June 2016, "

    assert found(f"{period}{stated}{compared}")
    assert found(f"{period}{'and then, at length, ' * 120}{stated}{compared}") == []


def test_of_whom_a_paragraph_spoke_long_ago_is_not_certain():
    nobody = "The work goes on. "
    told = (
        "In the 12 months to 30 June 2016, 5.2 percent of recorded crime had a vulnerable victim, "
        "against 12.6 percent in England and Wales."
    )

    assert found(nobody * 3 + told)
    assert found(nobody * 60 + told) == []


def test_values_that_are_two_things_respectively_are_printed_as_the_sentence_has_them():
    text = (
        "In the 12 months to 30 June 2016, the charge rate and the community resolution rate in "
        "Northshire were 14 and 4 percent respectively, compared with 12 and 3 percent nationally."
    )

    charged, resolved = found(text)

    assert charged.passage == resolved.passage == text
    assert (charged.as_printed.force, charged.as_printed.national) == ("14", "12")
    assert (resolved.as_printed.force, resolved.as_printed.national) == ("4 percent", "3 percent")


def test_a_value_that_ends_another_one_is_not_printed_with_the_others_unit():
    charged, _ = found(
        "In the 12 months to 30 June 2016, the charge rate and the community resolution rate in "
        "Northshire were 4 and 14 percent respectively, compared with 2 and 12 percent nationally."
    )

    assert (charged.as_printed.force, charged.as_printed.national) == ("4", "2")
