"""A digest has the facts of its report and our words, and is not made where they do not fit."""

import msgspec
import pytest

from peelviewer.model.report import Audit
from tools.make_digest import DigestError, Words, make_digest

OWN_WORDS = {
    "introduction": [[3, "The inspection of 2016.[^1]"]],
    "force-in-numbers": [[4, "201 calls, against 240."]],
    "overview": [[5, "Mostly good."]],
    "preventing": [[6, "Patrols are at home in their streets."]],
    "preventing/how-much-crime": [[6, "Less crime than elsewhere (figure 1)."], [7, "It falls."]],
    "preventing/summary-of-findings": [[7, "Prevention is good."]],
    "investigating": [[8, "What one investigator said."]],
    "investigating/outcomes": [
        [8, "Figures for one year follow."],
        [8, "Support was withdrawn by 10.4 percent of victims (p. 8). In all: 12.9 percent. More."],
    ],
    "investigating/summary-of-findings": [[10, "It requires improvement."]],
    "annex-a": [[11, "Rates use mid-2015 populations."]],
}


def words(**changes):
    content = {
        "report": "northshire-effectiveness-2016",
        "section": [{"id": name, "findings": found} for name, found in OWN_WORDS.items()],
        "action": [{"text": "Look again."}, {"text": "Supervise."}, {"text": "Inform."}],
        "footnotes": {"1": "How calls are\ncounted."},
        "figures": {"1": ["Households apart."], "2": []},
    }
    return msgspec.convert(content | changes, Words)


def texts(report, section):
    return [(block.kind, block.text) for block in report.sections_by_id[section].blocks]


def test_grades_tables_and_captions_stay_and_sentences_go(sample_report):
    digest = make_digest(sample_report, words())
    assert texts(digest, "preventing/summary-of-findings") == [
        ("judgment", "Good"),
        ("paragraph", "Prevention is good."),
        ("caption", "Areas for improvement"),
        ("action", "Look again."),
    ]
    kinds = [kind for kind, _ in texts(digest, "preventing/how-much-crime")]
    assert kinds == ["paragraph", "paragraph", "caption", "table", "source"]


def test_no_paragraph_note_or_action_of_the_report_is_left(sample_report):
    digest = make_digest(sample_report, words())
    sentences = {
        block.text
        for section in sample_report.sections
        for block in section.blocks
        if block.kind in ("paragraph", "list_item", "quotation", "action")
    }
    sentences |= {note.text for note in sample_report.footnotes}
    sentences |= {note for figure in sample_report.figures for note in figure.notes}
    sentences |= {m.passage for m in sample_report.measures if m.origin == "prose"}
    own = {block.text for section in digest.sections for block in section.blocks}
    own |= {note.text for note in digest.footnotes} | {m.passage for m in digest.measures}
    own |= {note for figure in digest.figures for note in figure.notes}
    assert not sentences & own


def test_structure_judgments_and_values_are_those_of_the_report(sample_report):
    digest = make_digest(sample_report, words())
    assert digest.edition == "digest"
    assert digest.audit == Audit()
    assert digest.judgments == sample_report.judgments
    assert [(s.id, s.title, s.page) for s in digest.sections] == [
        (s.id, s.title, s.page) for s in sample_report.sections
    ]
    assert [(m.key, m.force, m.national, m.as_printed) for m in digest.measures] == [
        (m.key, m.force, m.national, m.as_printed) for m in sample_report.measures
    ]


def test_a_value_from_prose_points_at_the_sentence_of_ours_that_states_it(sample_report):
    digest = make_digest(sample_report, words())
    (stated,) = [measure for measure in digest.measures if measure.origin == "prose"]
    assert stated.passage == OWN_WORDS["investigating/outcomes"][1][1]
    assert digest.blocks_by_id[stated.block].text == stated.passage


def test_a_call_out_in_the_words_becomes_a_mark(sample_report):
    digest = make_digest(sample_report, words())
    (block,) = digest.sections_by_id["introduction"].blocks
    assert block.text == "The inspection of 2016."
    assert block.footnotes == (1,)
    assert [(mark.start, mark.target) for mark in block.marks] == [(len(block.text), "1")]
    assert digest.footnotes[0].text == "How calls are counted."


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"section": []}, "no words for section introduction"),
        (
            {"section": [{"id": "cellar", "findings": []}]},
            "words for section cellar, unknown",
        ),
        ({"action": []}, "3 areas for improvement, the words have 0"),
        ({"footnotes": {}}, "no words for footnote 1"),
        ({"figures": {"1": []}}, "no words for figure 2"),
        ({"figures": {"1": [], "2": [], "3": []}}, "words for figure 3, unknown"),
        (
            {
                "section": [
                    {"id": name, "findings": [[1, "Nothing to count."]]} for name in OWN_WORDS
                ]
            },
            "do not state outcomes_victim_does_not_support",
        ),
    ],
)
def test_words_that_do_not_fit_the_report_are_refused(sample_report, changes, fault):
    with pytest.raises(DigestError, match=fault):
        make_digest(sample_report, words(**changes))
