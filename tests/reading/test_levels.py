"""Levels of headings that all look alike, in a report without a contents page."""

from peelviewer.reading.levels import of_grades, of_questions

GRADED = frozenset({"Keeping order", "Answering calls", "Keeping records"})


def levels(*titles, graded=GRADED):
    return of_grades(titles, [title in graded for title in titles])


def test_areas_with_a_grade_below_their_title_are_chapters():
    titles = (
        ("Overall summary", 1),
        ("What we saw", 2),
        ("Providing a service to the victims of crime", 1),  # by its section
        ("Victim service assessment", 2),
        ("Keeping order", 1),
        ("Main findings", 2),
        ("Patrols are seen", 3),
        ("Answering calls", 1),
        ("Main findings", 2),
        ("Calls are kept short", 3),
        ("About the data", 1),
        ("Methods", 2),
    )

    assert levels(*(title for title, _ in titles)) == [level for _, level in titles]


def test_in_a_report_on_several_pillars_graded_questions_stand_below_their_pillar():
    titles = {
        "Overall summary": 1,
        "Effectiveness": 1,
        "Summary": 2,
        "Keeping order": 2,
        "Patrols in towns": 3,
        "Armed policing": 2,  # as all such reports have it
        "Training": 3,
        "Efficiency": 1,
        "Summary ": 2,
        "Keeping records": 2,
        "Annex A – About the data": 1,
        "Force in context": 2,
    }

    assert levels(*titles) == [*titles.values()]


def test_one_graded_title_tells_no_levels():
    assert levels("Overall summary", "Keeping order", "Patrols", "Main findings") is None


def test_no_question_begins_within_the_chapter_of_another_where_chapters_are_closed():
    """In one year it was a section, in the next one a chapter."""
    first, second, last = (
        "How well does the force use its resources to meet its demand?",
        "How well does the force understand its current and likely future demand?",
        "How sustainable and affordable is the workforce model?",
    )
    end = "Summary of findings"

    assert of_questions([first, second, end, last, end], ()) == [1, 2, 2, 1, 2]
    assert of_questions([first, end, second, end, last], ()) == [1, 2, 1, 2, 1]
    assert of_questions([first, second, last], ()) == [1, 1, 1]
