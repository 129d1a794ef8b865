"""Reports that arrive as one single line of text."""

import pytest

from peelviewer.errors import ReadingError
from peelviewer.reading import read
from peelviewer.reading.known_titles import known_titles
from peelviewer.reading.text.certain import below
from peelviewer.reading.text.unbroken import is_unbroken, parted
from tests.conftest import REAL_REPORT
from tests.reading.hostile import within
from tests.reading.vintages import rounds, volumes

REPORTS = {
    "2014/15": volumes.assessment_2014,
    "2016 legitimacy": volumes.legitimacy_2016,
    "2017 effectiveness": volumes.effectiveness_2017,
    "2017 efficiency": volumes.efficiency_2017,
    "2018/19": rounds.integrated_2018,
    "2021/22": rounds.areas_2021,
    "2023/25": rounds.areas_2023,
    "Welsh force": rounds.welsh_force,
    "City of London": rounds.city_of_london,
}


@pytest.fixture
def reading(tmp_path):
    def of(text, name="report.txt"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return read(path)

    return of


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_in_one_line_has_its_sections_and_loses_no_word(reading, name):
    made = REPORTS[name]()

    report = reading(volumes.one_line(made))
    whole = reading(made.markdown(), "report.md")

    assert (report.id, report.title, report.published) == (whole.id, whole.title, whole.published)
    listed = [(title, page) for _, title, page in made.entries]
    titles = {title for title, _ in listed}
    assert [(s.title, s.page) for s in report.sections if s.title in titles] == listed
    assert {s.title for s in report.sections} <= {s.title for s in whole.sections}
    assert report.audit.unplaced == report.audit.surplus == ()
    assert report.audit.placed == report.audit.words


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_in_it_is_invented(reading, name):
    made = REPORTS[name]()

    report = reading(volumes.one_line(made))
    whole = reading(made.markdown(), "report.md")

    def facts(one):
        return (
            {(j.scope, j.title, j.grade) for j in one.judgments},
            {(a.kind, a.text) for a in one.actions},
            {(m.key, m.force, m.national, m.unit, m.period) for m in one.measures},
        )

    for found, there in zip(facts(report), facts(whole), strict=True):
        assert found <= there


def test_what_is_certain_is_found(reading):
    report = reading(volumes.one_line(volumes.effectiveness_2017()))

    assert [(j.scope, j.grade, j.page) for j in report.judgments] == [
        ("overall", "good", 4), ("question", "good", 6), ("question", "requires improvement", 8),
    ]  # fmt: skip
    assert [(a.kind, a.text) for a in report.actions] == [
        ("area_for_improvement", "The force should look again at what worked."),
        ("cause_of_concern", "Calls on violence at home wait for days before anyone is sent."),
        ("recommendation", "send somebody on the day of the call; and"),
        ("recommendation", "check each day that this was done."),
        ("area_for_improvement",
         "The constabulary should tell victims what became of their case."),
    ]  # fmt: skip


def test_titles_that_a_lines_end_cut_at_a_hyphen_are_found(reading):
    text = volumes.one_line(volumes.effectiveness_2017())
    contents, text_itself = text[: len(text) // 3], text[len(text) // 3 :]
    assert "re-offending" in contents
    contents = contents.replace("re-offending", "re- offending")

    cut, whole = reading(contents + text_itself), reading(text)

    assert cut.judgments == whole.judgments
    assert [s.id for s in cut.sections] == [s.id for s in whole.sections]


def test_the_overall_grade_is_found_behind_a_raised_call_out(reading):
    text = volumes.one_line(volumes.effectiveness_2017())
    at = text.rindex("Overall judgment")

    behind = text[at:].removeprefix("Overall judgment").lstrip("0123456789")

    report = reading(f"{text[:at]}Overall judgment²{behind}")

    assert report.judgments[:1] == reading(text).judgments[:1]


def test_a_pages_number_before_a_title_is_no_part_of_an_action(reading):
    made = volumes.effectiveness_2017()
    text = volumes.one_line(made)
    title, page = made.entries[-1][1:]
    area = "Area for improvement The force should act."
    numbered = f"{area} {page - 1} {title}".join(text.rsplit(title, 1))

    report = reading(numbered)

    assert report.actions[-1].text == "The force should act."
    assert report.audit.unplaced == report.audit.surplus == ()


def test_a_sentence_that_recommends_is_no_part_of_its_cause_of_concern(reading):
    made = volumes.effectiveness_2017()
    title = made.entries[-1][1]
    concern = (
        "Cause of concern Victims wait for days. To put this right, HMIC recommends that the "
        "force should: • answer calls; and • ring back."
    )

    report = reading(f"{concern} {title}".join(volumes.one_line(made).rsplit(title, 1)))

    assert [(a.kind, a.text) for a in report.actions[-3:]] == [
        ("cause_of_concern", "Victims wait for days."),
        ("recommendation", "answer calls; and"),
        ("recommendation", "ring back."),
    ]


def test_recommendations_are_found_with_the_date_they_are_due(reading):
    report = reading(volumes.one_line(rounds.areas_2021()))

    assert {action.kind for action in report.actions} == {"recommendation"}
    assert {action.lead for action in report.actions} == {
        "Within three months, by 31 December 2022, East Fenland Police should:"
    }


def test_pairs_of_known_measures_are_found_in_it(reading):
    report = reading(volumes.one_line(rounds.integrated_2018()))

    assert [(m.key, m.force, m.national) for m in report.measures] == [
        ("calls_for_assistance", 190, 246), ("recorded_crime", 73, 88),
    ]  # fmt: skip


def test_grades_that_head_lists_are_not_taken_for_those_behind_titles(reading):
    report = reading(volumes.one_line(rounds.areas_2023()))

    assert {j.title[:20]: j.grade for j in report.judgments} == {
        "Preventing and deter": "requires improvement",
        "Responding to the pu": "good",
        "Investigating crime": "good",
        "Leadership and force": "adequate",
    }
    assert report.actions == ()  # where their sentences end cannot be told


def test_a_running_line_in_capitals_is_found_between_and_in_sentences(reading):
    words = volumes.one_line(volumes.legitimacy_2016()).split(" ")
    head = "NOT TO BE SHOWN BEFORE 9 MAY"
    for place in range(len(words) - 20, 200, -60):
        words.insert(place, head)

    report = reading(" ".join(words))

    texts = [block.text for section in report.sections for block in section.blocks]
    assert not any("SHOWN" in text for text in texts)
    assert [item.text for item in report.audit.furniture if "SHOWN" in item.text] == [head]


def test_a_picture_is_one_by_its_caption_and_its_source(reading):
    picture = (
        "Figure 1: Calls, by force, in the 12 months to 30 June 2016 Source: Home Office data "
        "For further information about these data, please see annex A"
    )
    text = volumes.one_line(volumes.legitimacy_2016())
    before, title, after = text.rpartition("How well led is the force? ")
    report = reading(f"{before}{picture} {title}{after}")

    assert [(f.number, f.form, f.source) for f in report.figures] == [
        (1, "image", "Home Office data")
    ]


def test_a_caption_that_a_table_runs_into_is_no_figures_title_and_ends_before_the_text(reading):
    table = " ".join(f"Kind {kind} of all recorded crime 1.{kind} 2.{kind}" for kind in range(9))
    figure = (
        f"Figure 1: Rates of crime, by kind Rates {table} Source: Home Office data For further "
        "information about the data used in this figure see annex A Nobody knew of this."
    )
    before, title, after = volumes.one_line(volumes.legitimacy_2016()).rpartition(
        "How well led is the force? "
    )
    report = reading(f"{before}{figure} {title}{after}")

    texts = [block.text for section in report.sections for block in section.blocks]
    assert report.figures == ()
    assert "Nobody knew of this." in texts
    assert report.audit.unplaced == report.audit.surplus == ()


def test_markdown_in_one_line_is_read_alike(reading):
    made = volumes.legitimacy_2016()

    bare = reading(volumes.one_line(made))
    marked = reading(" ".join(made.markdown().split()), "report.md")

    assert [s.id for s in marked.sections] == [s.id for s in bare.sections]
    assert marked.judgments == bare.judgments
    assert marked.audit.unplaced == marked.audit.surplus == ()


@pytest.mark.parametrize(
    ("name", "sign"),
    [("report.txt", "<b>"), ("report.txt", "[a](b)"), ("report.md", "<b>"), ("report.md", "**")],
)
def test_signs_within_it_cost_no_word(reading, name, sign):
    text = volumes.one_line(volumes.legitimacy_2016()).replace(" streets ", f" str{sign}eets ")

    report = reading(text, name)

    assert report.audit.unplaced == report.audit.surplus == ()
    texts = [block.text for section in report.sections for block in section.blocks]
    assert any(f"str{sign}eets" in text for text in texts) == (name == "report.txt")


@pytest.mark.parametrize("name", REPORTS)
def test_a_text_with_its_lines_is_left_as_it_is(name):
    text = REPORTS[name]().markdown()

    assert not is_unbroken(text)
    assert parted(text) is None


def test_no_word_is_moved():
    text = volumes.one_line(rounds.areas_2021())

    assert parted(text).shown.split() == text.split()


def without_contents(made, first):
    text = volumes.one_line(made)
    return text[: text.index("Contents ")] + text[text.index(first) :]


@pytest.mark.parametrize(
    ("made", "first"),
    [
        (volumes.efficiency_2017, "Introduction Calls"),
        (volumes.legitimacy_2016, "Introduction Calls"),
        (rounds.integrated_2018, "What this report contains This"),
    ],
)
def test_without_a_contents_list_the_titles_that_reports_have_had_lead(reading, made, first):
    report = reading(without_contents(made(), first))
    whole = reading(made().markdown(), "report.md")

    known = {title for titles in known_titles() for title in titles}
    wanted = [(s.title, s.level, s.kind) for s in whole.sections if s.title in known]
    assert [(s.title, s.level, s.kind) for s in report.sections if s.title in known] == wanted
    assert {(j.title, j.grade) for j in report.judgments} <= {
        (j.title, j.grade) for j in whole.judgments
    }
    assert len(report.judgments) >= 3
    assert report.audit.unplaced == report.audit.surplus == ()


def test_with_neither_it_is_refused_with_the_reason(reading):
    text = without_contents(rounds.areas_2021(), "Overall summary Our")

    with pytest.raises(ReadingError, match="hardly any line ends, and neither a contents list"):
        reading(text)


@pytest.mark.real_report
def test_the_published_report_in_one_line_has_its_chapters_grades_and_actions(reading):
    if not REAL_REPORT.is_file():
        pytest.skip("the published report is not here")
    whole = read(REAL_REPORT)
    report = reading(" ".join(REAL_REPORT.read_text("utf-8").split()), "report.md")
    level_1 = [s.title for s in whole.sections if s.level == 1]

    assert [s.title for s in report.sections if s.level == 1] == level_1
    assert [(j.title, j.grade) for j in report.judgments] == [
        (j.title, j.grade) for j in whole.judgments
    ]
    pairs = zip(report.actions, whole.actions, strict=True)
    assert all(there.text.startswith(found.text) for found, there in pairs)
    values = {(m.key, m.force, m.national) for m in whole.measures}
    assert {(m.key, m.force, m.national) for m in report.measures} <= values
    assert report.audit.unplaced == report.audit.surplus == ()


def boxed(reading, text):
    """Read a report in one line with ``text`` before its last chapter."""
    made = volumes.effectiveness_2017()
    title = made.entries[-1][1]
    report = reading(f"{text} {title}".join(volumes.one_line(made).rsplit(title, 1)))
    assert report.audit.unplaced == report.audit.surplus == ()
    known = len(reading(volumes.one_line(made)).actions)
    return [(action.kind, action.text, action.lead) for action in report.actions[known:]]


def test_items_without_signs_are_told_by_their_lead_and_their_semicolons(reading):
    lead = "By 30 May 2018, the force should:"

    assert boxed(
        reading, f"Recommendations {lead} answer each call; and ring back within a day. It did."
    ) == [
        ("recommendation", "answer each call; and", lead),
        ("recommendation", "ring back within a day.", lead),
    ]


def test_items_that_are_no_list_in_the_end_take_no_long_time(reading):
    with within(10):
        assert boxed(reading, f"Recommendations The force should: {'answer; and ' * 40}ring back")


def test_a_heading_of_recommendations_ends_a_sentence_without_a_full_stop(reading):
    concern = "Cause of concern The force does not answer calls"
    text = f"{concern} Recommendations By May, it should: look; ask."
    assert [(kind, said) for kind, said, _ in boxed(reading, text)] == [
        ("cause_of_concern", "The force does not answer calls"),
        ("recommendation", "look;"),
        ("recommendation", "ask."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Area for improvement The force should tell victims more Rothmere teams do this well.",
        "Area for improvement The force should tell victims more Only two of ten heard of it.",
    ],
)
def test_a_sentence_that_runs_into_the_next_is_no_action(reading, text):
    assert boxed(reading, text) == []


def test_bullets_apart_from_their_items_are_no_actions(reading):
    one, two = "The force should act.", "The force should ask what worked."

    assert boxed(reading, f"Areas for improvement {one} {two} • •") == [
        ("area_for_improvement", one, None),
        ("area_for_improvement", two, None),
    ]


def test_a_pages_number_behind_an_action_is_no_part_of_it(reading):
    assert boxed(reading, "Area for improvement The force should act. 12") == [
        ("area_for_improvement", "The force should act.", None)
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We say: Outstanding Good Inadequate Seeing Asking As we said.", 1),
        ("Outstanding Good Inadequate Seeing Asking As we said.", 1),
        ("We say: Good Seeing Outstanding Asking As we said.", 6),
        ("We say: Seeing Good Asking Outstanding As we said.", 6),
    ],
)
def test_grades_that_head_lost_columns_are_nobodys(text, parts):
    assert len([*below(text, ("Seeing", "Asking"), frozenset())]) == parts


def test_signs_that_are_added_or_set_apart_are_not_in_the_shown_text():
    text = volumes.one_line(volumes.effectiveness_2017())
    box = "Recommendations The force should: answer calls; and ring back. • • It did."

    found = parted(f"{text} {box}")

    assert "+ answer calls; and\n+ ring back." in found.text
    assert sorted(found.shown.split()) == sorted(f"{text} {box}".split())
