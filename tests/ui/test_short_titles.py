"""Short names for narrow rows."""

import pytest

from peelviewer.ui.short_titles import short_question, short_title, shortest_title


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("How effective is the force at preventing crime?", "Preventing crime"),
        ("How well does the force bring offenders to justice?", "Bring offenders to justice"),
        ("How effective are the force's specialist capabilities?", "Specialist capabilities"),
        ("How does Northshire Police engage with the public?", "Engage with the public"),
        ("To what extent does the force treat people fairly?", "Treat people fairly"),
        ("To what extent is the force well led?", "Well led"),
        ("How ready is the force to answer a flood?", "Answer a flood"),
        ("Overview – How effective is the force at keeping calm?", "Overview – keeping calm"),
        ("How much crime is there in Northshire?", "How much crime is there in Northshire?"),
        ("Annex A – About the data", "Annex A – About the data"),
        ("Summary of findings", "Summary of findings"),
        ("Outcomes*", "Outcomes"),
        ("How effective is the force", "How effective is the force"),
        ("", ""),
    ],
)
def test_a_question_is_named_by_what_it_is_about(title, short):
    assert short_question(title) == short


@pytest.mark.parametrize(
    ("title", "short"),
    [
        (
            "Crime rates (per 1,000 population) in Northshire, for the 12 months to 30 June 2016",
            "Crime rates in Northshire",
        ),
        ("Arrest rate (per 100 crimes), by force, as at 30 June 2016", "Arrest rate"),
        ("Rate of outcomes recorded in 12 months to 30 June 2016 for burglary in Northshire",
         "Rate of outcomes recorded for burglary in Northshire"),
        ("Groups by crime type, as at 1 July 2016", "Groups by crime type"),
        ("Theft, burglary and robbery in Northshire", "Theft, burglary and robbery in Northshire"),
        ("(untitled)", "(untitled)"),
    ],
)  # fmt: skip
def test_a_figures_title_is_shortened_to_what_it_shows(title, short):
    assert short_title(title) == short


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Police-recorded crime rates (per 1,000 population) in Northshire, for the 5 years",
         "Crime rates in Northshire"),
        ("Percentage of police-recorded crime with a weapon, by force", "Crime with a weapon"),
        ("Percentage change in the rate of noise, by force", "Change in the rate of noise"),
        ("Proportion of outcomes assigned", "Outcomes assigned"),
        ("Rate of", "Rate of"),
        ("", ""),
    ],
)  # fmt: skip
def test_in_the_contents_a_figure_is_named_by_what_it_counts(title, short):
    assert shortest_title(title) == short
