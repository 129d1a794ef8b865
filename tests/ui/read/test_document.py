"""The document is a pure function: these tests need no Qt."""

import re
import subprocess
import sys

import msgspec
import pytest

from peelviewer.model.measure import Printed
from peelviewer.model.report import Block, Footnote, Mark, Section
from peelviewer.ui.read import links
from peelviewer.ui.read.document import document, glance
from peelviewer.ui.read.inline import render
from peelviewer.ui.read.links import Link, LinkKind
from peelviewer.ui.read.own_words import OwnWords
from peelviewer.ui.read.references import References, Stretch
from peelviewer.ui.read.tables import take_apart
from peelviewer.ui.read.values import value_stretches
from tests.builders import PREVENTING as QUESTION
from tests.builders import block, paragraph, sample_report, section

REPORT = sample_report()


def with_blocks(*blocks: Block, **more):
    """Return the sample report with one more section that holds ``blocks``."""
    extra = section("extra", "Extra", 1, None, "section", 11, *blocks)
    return msgspec.structs.replace(REPORT, sections=(*REPORT.sections, extra), **more)


def words(html: str) -> str:
    """Return what is left of HTML without its tags."""
    return re.sub(r"<[^>]*>", " ", html)


def hrefs(html: str) -> list[Link | None]:
    return [links.parse(address) for address in re.findall(r'href="([^"]*)"', html)]


def test_every_word_of_every_block_is_in_the_document():
    without_calls = re.sub(r"<sup.*?</sup>", "", document(REPORT))
    shown = " ".join(re.sub(r"<[^>]*>", "\n", without_calls).replace("\n", " ").split())
    shown = shown + " ".join(re.sub(r"<[^>]*>", "", without_calls).split())
    for part in REPORT.sections:
        for piece in part.blocks:
            for word in piece.text.split():
                assert word in shown


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src="file:///etc/hostname">',
        '"><a href="file:///etc/passwd">x</a>',
        "&lt;b&gt; stays as it is",
    ],
)
@pytest.mark.parametrize("kind", ["paragraph", "list_item", "quotation", "action", "caption"])
def test_text_is_never_markup(hostile, kind):
    html = document(with_blocks(block(kind, hostile)))
    assert "<script" not in html
    assert "<img" not in html
    assert 'file:///etc/passwd"' not in html


def test_titles_footnotes_briefs_and_markers_are_never_markup():
    bad = "<u>bad</u>"
    part = Section(
        id="x", title=bad, level=1, brief=(bad,),
        blocks=(Block(id="x.1", kind="list_item", text="an item", marker=bad),),
    )  # fmt: skip
    report = msgspec.structs.replace(
        REPORT, sections=(part,), footnotes=(Footnote(number=1, text=bad),),
        judgments=(), actions=(), measures=(), figures=(),
    )  # fmt: skip
    assert "<u>" not in document(report)


def test_a_link_to_a_file_leads_nowhere_but_to_our_own_scheme():
    mark = Mark(kind="link", start=0, end=4, target="file:///etc/passwd")
    html = document(with_blocks(paragraph("here it is", marks=(mark,))))
    assert all(address.startswith("peel:") for address in re.findall(r'href="([^"]*)"', html))


def test_a_digest_says_that_its_words_are_our_own_and_how_to_get_the_full_text():
    html = document(sample_report("digest"))
    assert "own words" in html
    assert Link(LinkKind.IMPORT, "file") in hrefs(html)
    assert "Digest" not in document(REPORT)


def test_a_chapter_shows_its_judgment_as_a_word_under_its_heading():
    html = document(REPORT)
    heading = html.index("at investigating crime?</p>")
    badge = html.index("Requires improvement · question judgment")
    assert heading < badge < html.index("One investigator put it so")


def test_headings_say_where_they_are():
    assert "How effective is the force at preventing crime? › page 6" in words(document(REPORT))


def test_the_brief_of_a_section_stands_under_its_heading():
    sections = (
        msgspec.structs.replace(REPORT.sections[0], brief=("In short.", "And more.")),
        *REPORT.sections[1:],
    )
    html = document(msgspec.structs.replace(REPORT, sections=sections))
    assert "In brief" in html
    assert html.index(">Introduction<") < html.index("In short.") < html.index("And more.")


def test_a_picture_whose_values_the_text_states_leads_to_them():
    measure = msgspec.structs.replace(REPORT.measures[0], figure=2)
    html = document(msgspec.structs.replace(REPORT, measures=(measure,)))
    assert "Figure 2 is a picture in the report: the text states values of it." in words(html)
    assert Link(LinkKind.FIGURE, "2") in hrefs(html)


def test_a_picture_without_stated_values_promises_nothing():
    html = document(msgspec.structs.replace(REPORT, measures=()))
    assert "Figure 2 is a picture in the report: its values are not in the text." in words(html)
    assert "Show the values" not in html


def test_a_brief_has_links_and_marks():
    brief = "Victims withdrew in 10.4 percent of cases, against 12.9 percent; see annex A."
    sections = tuple(
        msgspec.structs.replace(part, brief=(brief,))
        if part.id == "investigating/outcomes"
        else part
        for part in REPORT.sections
    )
    html = document(msgspec.structs.replace(REPORT, sections=sections))
    box = html[html.index("In brief") : html.index("</table>", html.index("In brief"))]
    index = next(i for i, m in enumerate(REPORT.measures) if m.section == "investigating/outcomes")
    assert hrefs(box) == [
        Link(LinkKind.MEASURE, str(index)),
        Link(LinkKind.MEASURE, str(index)),
        Link(LinkKind.SECTION, "annex-a"),
    ]


def told(text: str, *printed: tuple[str | None, str | None]) -> list[tuple[str, int]]:
    measures = tuple(
        msgspec.structs.replace(
            REPORT.measures[0],
            section="introduction",
            unit="rate",
            as_printed=Printed(force=force, national=national),
        )
        for force, national in printed
    )
    own = OwnWords(msgspec.structs.replace(REPORT, measures=measures))
    return [
        (text[found.start : found.end], found.link.number)
        for found in own.in_text(text, "introduction")
    ]


@pytest.mark.parametrize(
    ("text", "printed", "marks"),
    [
        ("It fell by 5.9 percent.", [("decreased by 5.9 percent", None)], [("5.9 percent", 0)]),
        ("It fell by 5.9%.", [("down 5.9 percent", None)], [("5.9%", 0)]),
        ("17 incidents, 17 percent fewer", [("17 incidents per head", None), ("17%", None)],
         [("17", 0), ("17 percent", 1)]),
        ("Both had 11 percent; 11 percent.", [("11%", "11%")], [("11 percent", 0)] * 2),
        ("Once 11 percent, once 11 percent.", [("11%", "12%")], []),  # one is another
        ("It was 4.1 percent.", [("4.1%", None), ("4.1%", None)], []),  # which one?
        ("Of 17 forces, one.", [("17 incidents", None)], []),
        ("58 per 1,000 people", [("58 crimes per 1,000 population", None)], [("58", 0)]),
        ("To 31 March 2016, 31 per head", [("31 calls", None)], [("31", 0)]),
        ("In 2014/15 and 2.5-fold", [("2014", "15"), ("2.5", None)], []),
    ],
)  # fmt: skip
def test_in_our_own_words_a_value_is_marked_where_only_one_can_be_meant(text, printed, marks):
    assert told(text, *printed) == marks


def test_pairs_of_values_share_one_header():
    pair = "{}\tNorthshire Police\tEngland and Wales\n\t{}\t{}"
    html = document(
        with_blocks(
            block("table", pair.format("Calls", "1", "2")),
            block("table", pair.format("Crimes", "3", "4")),
        )
    )
    part = html[html.index(">Extra<") :]
    assert part.count("Northshire Police</td>") == 1
    assert part.index("Calls") < part.index("Crimes") < part.index(">4<")


def test_numbers_stand_to_the_right_and_group_rows_span_the_table():
    text = "Outcome\tForce\tAll\nAction taken\t\t\nCharged\t9.1\t12.1\nNot yet\t–\t8.7"
    html = document(with_blocks(block("table", text)))
    assert '<td class="group" colspan="3">Action taken</td>' in html
    assert '<td class="cell right number">12.1</td>' in html
    assert '<td class="cell">Charged</td>' in html


def test_lists_keep_their_printed_markers():
    html = document(with_blocks(block("list_item", "first", marker="(a)")))
    assert re.search(r">\(a\)<span[^>]*>\t</span>first<", html)


def test_footnotes_stand_at_the_end_with_a_way_back():
    html = document(REPORT)
    notes = html[html.index(">Notes<") :]
    assert "Northshire counts calls on two lines together." in notes
    assert Link(LinkKind.CALL, "1") in hrefs(notes)


def test_an_address_survives_the_way_there_and_back():
    target = "a/b c|d?é&\"'<>"
    link = Link(LinkKind.WEB, target)
    assert links.parse(link.address()) == link
    assert '"' not in link.address()


@pytest.mark.parametrize("address", ["", "http://x", "file:///etc", "peel:", "peel:nothing/1"])
def test_foreign_addresses_are_no_links(address):
    assert links.parse(address) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see figure 1.", {"figure 1": Link(LinkKind.FIGURE, "1")}),
        (
            "Figures 1 and 2 show",
            {"Figures 1": Link(LinkKind.FIGURE, "1"), "2": Link(LinkKind.FIGURE, "2")},
        ),
        ("figure 7 is not there", {}),
        (f"figure {'1' * 5_000}", {}),
        ("see annex A", {"annex A": Link(LinkKind.SECTION, "annex-a")}),
        ("see annex Z", {}),
        ("at www.x.org/a-b.", {"www.x.org/a-b": Link(LinkKind.WEB, "www.x.org/a-b")}),
        (
            QUESTION.lower(),
            {QUESTION.lower(): Link(LinkKind.SECTION, "preventing")},
        ),
        ("the introduction and the overview", {}),
    ],
)  # fmt: skip
def test_references_in_running_text_are_found(text, found):
    stretches = References(REPORT).in_text(text, here="elsewhere")
    assert {text[s.start : s.end]: s.link for s in stretches} == found


def test_printed_values_are_found_in_prose_and_in_cells():
    marked = {
        REPORT.blocks_by_id[name].text[s.start : s.end]: s.link.number
        for name, stretches in value_stretches(REPORT).items()
        for s in stretches
    }
    assert marked == {
        "201": 0, "240": 0, "51.0": 1, "68.2": 1, "1.4": 2, "1.9": 2,
        "10.4 percent": 3, "12.9 percent": 3,
    }  # fmt: skip


def test_a_value_is_not_found_inside_a_longer_number():
    assert ">68.2<" in document(REPORT)
    report = with_blocks(paragraph("It was 19.1 and 9.15, then 9.1 at last."))
    printed = Printed(force="9.1")
    measure = msgspec.structs.replace(
        REPORT.measures[3], block="extra.1", passage="", as_printed=printed
    )
    stretches = value_stretches(msgspec.structs.replace(report, measures=(measure,)))
    assert [s.start for s in stretches["extra.1"]] == [27]


def test_emphasis_and_links_may_overlap():
    html = render(
        "abcdef",
        (Mark(kind="emphasis", start=1, end=4),),
        (Stretch(2, 6, Link(LinkKind.FIGURE, "1")),),
    )
    assert words(html).replace(" ", "") == "abcdef"
    assert html.startswith("a<i>b</i><a ")


def test_call_outs_stand_where_the_report_has_them():
    text = "One.Two."
    marks = tuple(Mark(kind="footnote", start=4, end=4, target=n) for n in ("9", "10"))
    assert words(render(text, marks, ())).split() == ["One.", "9", ",", "10", "Two."]


def test_no_qt_is_needed():
    code = (
        "import sys\nfrom peelviewer.ui.read.document import document\n"
        "from tests.builders import sample_report\ndocument(sample_report())\n"
        "sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_label_alone_in_its_row_heads_a_group_in_whatever_column_it_stands():
    rows = take_apart("No.\tOutcome\tForce\n\tEvidential difficulties\t\n15\tSuspect\t9.8").rows
    assert [row.kind for row in rows] == ["header", "group", "values"]


def marked(report, identity: str) -> list[str]:
    text = report.blocks_by_id[identity].text
    found = sorted(value_stretches(report)[identity], key=lambda stretch: stretch.start)
    # The place is told by what stands before it.
    return [text[max(stretch.start - 6, 0) : stretch.end] for stretch in found]


def with_one_measure(text: str, force: str | None, national: str | None, kind="table"):
    measure = msgspec.structs.replace(
        REPORT.measures[0],
        block="extra.1",
        passage=text,
        as_printed=Printed(force=force, national=national),
    )
    return with_blocks(block(kind, text), measures=(measure,))


@pytest.mark.parametrize(
    ("force", "national"), [("16", "31"), ("31", "16"), ("31", "31"), ("12", "2016")]
)
def test_in_a_table_the_cells_are_marked_and_never_a_date(force, national):
    text = (
        "Incidents per 1,000 population 12 months to 31 March 2016\tNorthshire Police\t"
        f"England and Wales\n\t{force}\t{national}"
    )
    report = with_one_measure(text, force, national)

    spans = value_stretches(report)["extra.1"]
    start = text.index("\n\t") + 2
    middle = start + len(force) + 1
    assert {(span.start, span.end) for span in spans} == {
        (start, start + len(force)),
        (middle, middle + len(national)),
    }


def test_in_a_table_each_value_is_marked_below_its_own_area():
    text = "Rates\tEngland and Wales\tNorthshire Police\nThefts\t7.1\t7.1*\nFrauds\t7.1\t7.1"
    report = with_one_measure(text, "7.1", None)
    report = msgspec.structs.replace(
        report,
        measures=(msgspec.structs.replace(report.measures[0], passage="Thefts\t7.1\t7.1*"),),
    )
    assert [stretch[-4:] for stretch in marked(report, "extra.1")] == ["7.1*"]


@pytest.mark.parametrize(
    ("text", "force", "before"),
    [
        ("In the year to 31 March 2016 there were 31 arrests.", "31", "were 31"),
        ("In figure 9, by 2014/15, it was 9 a year.", "9", "was 9"),
        ("Of 12 months, on March 2016, 12 were named.", "12", ", 12"),
    ],
)
def test_in_words_a_value_is_no_part_of_a_date_or_reference(text, force, before):
    report = with_one_measure(text, force, None, kind="paragraph")
    assert marked(report, "extra.1")[0].endswith(before)


def sections_in(html: str) -> list[str]:
    return re.findall(r"section:([^\"|]+)", html)


def test_a_glance_goes_on_into_the_next_chapters_until_a_tall_window_is_full():
    whole = sections_in(document(REPORT))
    seen = sections_in(glance(REPORT, REPORT.sections[0].id))
    assert seen == whole[: len(seen)]
    assert len(seen) > 5


def test_a_glance_at_much_text_ends_after_the_section():
    long = msgspec.structs.replace(
        REPORT,
        sections=tuple(
            msgspec.structs.replace(one, blocks=(*one.blocks, paragraph("Words. " * 500)))
            for one in REPORT.sections
        ),
    )
    seen = sections_in(glance(long, "investigating/outcomes"))
    assert (seen[0], seen[-1]) == ("investigating", "investigating/outcomes")


def test_all_captions_and_sources_are_of_one_weight_and_no_links_to_their_own_titles():
    strong = (Mark(kind="strong", start=0, end=6),)
    caption = block("caption", "How does the force find out?", figure=2, marks=strong)
    source = block("source", "Source: made up", figure=2, marks=strong)
    title = section("how", "How does the force find out?", 1, None, "annex", 12)
    report = with_blocks(caption, source)
    html = document(msgspec.structs.replace(report, sections=(*report.sections, title)))
    for text in (caption.text, source.text):
        assert f">{text}</p>" in html
