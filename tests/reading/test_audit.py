import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelviewer.model.report import Block, Footnote, Mark, Report, Section
from peelviewer.reading.audit import audit
from peelviewer.reading.words import marked_up_words, plain_words
from tests import builders

WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "force",
            "of",
            "crime",
            "police",
            "and",
            "victims",
            "a",
            "in",
            "area",
            "12",
            "months",
            "risk",
            "good",
        ]
    ),
    min_size=1,
    max_size=9,
)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=8)


def report(paragraphs, notes=(), title="Introduction"):
    blocks = tuple(
        Block(id=f"one.{number}", kind="paragraph", text=text)
        for number, text in enumerate(paragraphs, 1)
    )
    return Report(
        id="northshire-effectiveness-2016",
        edition="full",
        title="PEEL",
        force=builders.NORTHSHIRE,
        pillar="effectiveness",
        year="2016",
        sections=(Section(id="one", title=title, level=1, blocks=blocks),),
        footnotes=tuple(Footnote(number=number, text=text) for number, text in notes),
    )


def checked(lines, made, furniture=()):
    return audit([(plain_words(line), None) for line in lines], made, furniture)


def test_every_word_in_its_place_leaves_nothing():
    found = checked(
        ["Introduction", "Words of", "RUNNING LINE", "a sentence1", "1 A note.", "RUNNING LINE"],
        msgspec.structs.replace(
            report(["Words of a sentence"], notes=[(1, "A note.")]),
            sections=(
                Section(
                    id="one",
                    title="Introduction",
                    level=1,
                    blocks=(
                        Block(
                            id="one.1",
                            kind="paragraph",
                            text="Words of a sentence",
                            marks=(Mark(kind="footnote", start=19, end=19, target="1"),),
                        ),
                    ),
                ),
            ),
        ),
        ["RUNNING LINE", "RUNNING LINE"],
    )

    assert (found.words, found.placed) == (13, 13)
    assert found.unplaced == found.surplus == ()
    assert [(f.text, f.times) for f in found.furniture] == [("RUNNING LINE", 2)]


@given(PARAGRAPHS, st.data())
def test_a_word_that_is_dropped_is_found(paragraphs, data):
    texts = [" ".join(words) for words in paragraphs]
    which = data.draw(st.integers(0, len(paragraphs) - 1))
    place = data.draw(st.integers(0, len(paragraphs[which]) - 1))
    short = list(paragraphs[which])
    del short[place]
    kept = [*texts[:which], " ".join(short), *texts[which + 1 :]]

    found = checked(["Introduction", *texts], report(kept))

    assert found.placed < found.words
    assert found.unplaced


@given(PARAGRAPHS, st.data())
def test_a_word_that_is_doubled_is_found(paragraphs, data):
    texts = [" ".join(words) for words in paragraphs]
    which = data.draw(st.integers(0, len(paragraphs) - 1))
    place = data.draw(st.integers(0, len(paragraphs[which]) - 1))
    long = list(paragraphs[which])
    long.insert(place, long[place])
    kept = [*texts[:which], " ".join(long), *texts[which + 1 :]]

    found = checked(["Introduction", *texts], report(kept))

    assert found.surplus


@given(PARAGRAPHS)
def test_a_faithful_report_is_never_accused(paragraphs):
    texts = [" ".join(words) for words in paragraphs]

    found = checked(["Introduction", *texts], report(texts))

    assert found.unplaced == found.surplus == ()


@given(PARAGRAPHS, st.integers(0, 7))
def test_a_sentence_whole_over_two_lines_is_placed(paragraphs, at):
    texts = [" ".join(words) for words in paragraphs]
    words = texts[0].split()
    halves = [" ".join(words[:at]), " ".join(words[at:])]

    found = checked(["Introduction", *halves, *texts[1:]], report(texts))

    assert found.unplaced == found.surplus == ()


def test_paragraphs_in_another_order_are_found():
    found = checked(
        ["Introduction", "The first one is about crime.", "The second one is about victims."],
        report(["The second one is about victims.", "The first one is about crime."]),
    )

    assert found.unplaced or found.surplus


def test_a_dropped_word_is_named_with_its_page():
    found = audit(
        [(["Introduction"], 3), (plain_words("All of the words stand here in order"), 4)],
        report(["All of the words here in order"]),
        [],
    )

    assert [(lost.text, lost.page) for lost in found.unplaced] == [("stand", 4)]
    assert found.surplus == ()


def test_a_figure_may_move_past_an_open_sentence():
    made = report([])
    blocks = (
        Block(id="one.1", kind="paragraph", text="The patrols were seen by more people."),
        Block(id="one.2", kind="caption", text="Figure 1: Patrols", figure=1),
        Block(id="one.3", kind="source", text="Source: Home Office", figure=1),
    )
    made = msgspec.structs.replace(
        made, sections=(Section(id="one", title="One", level=1, blocks=blocks),)
    )

    found = checked(
        [
            "One",
            "The patrols were seen",
            "Figure 1: Patrols",
            "Source: Home Office",
            "by more people.",
        ],
        made,
    )

    assert found.unplaced == found.surplus == ()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("**Bold** and *so* on", ["Bold", "and", "so", "on"]),
        ("khat<sup>8</sup> warning", ["khat", "8", "warning"]),
        ("[the site](http://a.uk/b)", ["the", "site"]),
        ("crimes &amp; more", ["crimes", "more"]),
        ("<b>Total</b>\t<b>1.0</b>", ["Total", "1", "0"]),
        ("attachment\\\\_data", ["attachment", "data"]),
        ("![gone](x.png) Introduction7", ["Introduction", "7"]),
    ],
)
def test_a_markdown_lines_words_are_those_that_are_read(raw, words):
    assert marked_up_words(raw) == words


def test_a_report_of_which_nothing_is_left_is_audited_in_good_time():
    lines = [f"Line {number} of a long text about many things" for number in range(20000)]

    found = checked(lines, report([]))

    assert found.placed <= 1
