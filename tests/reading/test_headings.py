import msgspec
import pytest

from peelviewer.reading import read
from peelviewer.reading.bookmarks import chosen
from peelviewer.reading.chapters import chapter_levels
from peelviewer.reading.entries import placed, with_numbered, with_titles_apart
from peelviewer.reading.headings import headings
from peelviewer.reading.outline import Contents, Entry, contents
from peelviewer.reading.text import plain_text
from peelviewer.reading.text.markdown import lines
from tests.reading.sheets import FILLER, sheets

CONTENTS = (
    "## Contents\n\n**One ... 3**\nSummary of findings ... "
    "4\n**Two ... 5**\nSummary of findings ... 6\n\n"
)


def found(text):
    everything = lines(text)
    listed = contents(everything)
    start = listed.end if listed else 0
    return [(h.title, h.level, h.page, h.listed) for h in headings(everything, listed, start)]


@pytest.mark.parametrize("look", ["## {}", "#### **{}**", "**{}**", "{}"])
def test_entries_find_their_headings_whatever_these_look_like(look):
    body = "\n\n".join(
        f"{look.format(title)}\n\nText of {title} here."
        for title in ("One", "Summary of findings", "Two", "Summary of findings")
    )

    assert found(CONTENTS + body) == [
        ("One", 1, 3, True),
        ("Summary of findings", 2, 4, True),
        ("Two", 1, 5, True),
        ("Summary of findings", 2, 6, True),
    ]


def test_a_title_that_is_only_named_is_no_heading():
    body = (
        "## One\n\nTwo\n\n**Good**\n\n- Two\n\n## Summary of "
        "findings\n\n## Two\n\n## Summary of findings"
    )

    assert [title for title, *_ in found(CONTENTS + body)] == [
        "One",
        "Summary of findings",
        "Two",
        "Summary of findings",
    ]


def test_further_headings_stand_below_the_last_listed_one():
    body = (
        "## One\n\n### In between\n\nText.\n\n## Summary of "
        "findings\n\n**A bold one**\n\nText.\n\n## Two"
    )

    assert [(title, level) for title, level, *_ in found(CONTENTS + body)] == [
        ("One", 1),
        ("In between", 2),
        ("Summary of findings", 2),
        ("A bold one", 3),
        ("Two", 1),
    ]


def test_in_print_smaller_headings_stand_within_larger_ones():
    body = (
        "# One\n\n## Larger\n\nText.\n\n### Smaller\n\nText.\n\n**Only bold**\n\nText.\n\n"
        "## Larger again\n\n**Bold**\n\nText.\n\n# Two"
    )
    marked = lines(CONTENTS + body)
    printed = [msgspec.structs.replace(line, size=12.0) for line in marked]

    levels = [
        [heading.level for heading in headings(made, contents(made), contents(made).end)]
        for made in (marked, printed)
    ]

    assert levels == [[1, 2, 2, 2, 2, 2, 1], [1, 2, 3, 4, 2, 3, 1]]


@pytest.mark.parametrize(
    "line",
    [
        "**Good**",
        "**Figure 3: Rates**",
        "**Source: Home Office**",
        "**239**",
        "### Areas for improvement",
        "**A whole bold sentence stands here.**",
        "- **An item**",
    ],
)
def test_grades_captions_sources_values_and_sentences_are_no_headings(line):
    body = f"## One\n\n{line}\n\n## Two\n\nText."

    assert [title for title, *_ in found(CONTENTS + body)] == ["One", "Two"]


def test_a_heading_on_two_lines_is_one():
    text = (
        "## Contents\n\n**One ... 3**\n**A title that runs over ... "
        "4**\n\n## One\n\n## A title\n\n## that runs over"
    )

    assert found(text)[1][0] == "A title that runs over"


def test_a_slip_in_a_heading_is_forgiven():
    text = (
        "## Contents\n\n**One ... 3**\n**How effective are its capabilities? ... 4**\n\n## One\n\n"
        "## How effective are it's capabilites?"
    )

    assert found(text)[1][:3] == ("How effective are it's capabilites?", 1, 4)


def test_a_page_number_run_onto_a_heading_is_set_apart():
    everything = lines("## Contents\n\n**One ... 3**\n**Two ... 4**\n\n## One3\n\n## Two4")
    listed = contents(everything)

    first, second = headings(everything, listed, listed.end)

    assert [(h.title, h.residue) for h in (first, second)] == [("One", "3"), ("Two", "4")]


def test_the_annexs_heading_on_a_figure_is_a_section_and_a_caption_is_not():
    text = (
        "## Contents\n\n**One ... 3**\n**Annex A ... 4**\n\n## "
        "One\n\n**Figure 1: Rates**\n\n## Annex A\n\n"
        "### Figures\n\n**Figure 1: Rates**\n\nWhat it counts.\n\n**Figure 2: Not above**"
    )

    assert [(title, level) for title, level, *_ in found(text)] == [
        ("One", 1),
        ("Annex A", 1),
        ("Figures", 2),
        ("Figure 1: Rates", 3),
    ]


@pytest.mark.parametrize(
    ("before", "heading", "level"),
    [
        ("### Population", "### Figure 1: Rates", 2),
        ("**Population**", "**Figure 1: Rates**", 2),
        ("### Population", "#### Figure 1: Rates", 3),
        ("### Population", "**Figure 1: Rates**", 3),
        ("### Figures throughout the report", "### Figure 1: Rates", 3),
        ("### Population\n\n#### Figure 1: Rates\n\nText.", "#### Figure 2: Shares", 3),
    ],
)
def test_the_annexs_heading_on_a_figure_is_beside_one_that_looks_alike(before, heading, level):
    text = (
        "## Contents\n\n**One ... 3**\n**Annex A ... 4**\n\n## "
        "One\n\n**Figure 1: Rates**\n\n**Figure 2: Shares**\n\n## Annex A\n\n"
        f"{before}\n\nWhat it counts.\n\n{heading}\n\nText."
    )

    *_, (title, found_level, *_) = found(text)

    assert (title, found_level) == (heading.strip("#* "), level)


def test_the_annexs_heading_on_a_figure_stands_where_the_outline_has_it():
    """A figure's own caption in the outline, and one that only the annex has, are no sections."""
    text = lines(
        "## One\n\n**Figure 1: Rates**\n\n## Two\n\nText.\n\n## Annex A\n\nText.\n\n### Figures\n\n"
        "Text.\n\n#### Figure 1: Rates\n\nWhat it counts.\n\n#### Figure 2: Not above\n\nText."
    )
    inside = [("Figures", 2), ("Figure 1: Rates", 2), ("Figure 2: Not above", 2)]
    outline = [("One", 1), ("Figure 1: Rates", 2), ("Two", 1), ("Annex A", 1), *inside]

    guide = chosen(None, [Entry(title=title, level=level) for title, level in outline], text)

    assert [(entry.title, entry.level) for entry in guide.entries] == [
        *(("One", 1), ("Two", 1), ("Annex A", 1), ("Figures", 2), ("Figure 1: Rates", 2)),
    ]
    assert [(heading.title, heading.level) for heading in headings(text, guide)][-2:] == inside[:2]


def test_an_outline_may_have_the_number_of_a_note_at_a_titles_end():
    text = lines("## One\n\n### Seen\n\nText.\n\n#### Told\n\nText.\n\n## Two\n\nText.")
    titles = ("One", "Seen", "Told", "Two")
    listed = Contents(
        entries=tuple(Entry(title=title, level=1) for title in titles), start=0, end=0
    )
    outline = [("One", 1), ("Seen2", 2), ("Told", 3), ("Two", 1)]

    guide = chosen(listed, [Entry(title=title, level=level) for title, level in outline], text)

    assert [entry.level for entry in guide.entries] == [1, 2, 3, 1]


def test_a_group_of_the_numbers_chapter_may_have_the_title_of_another_section():
    text = (
        "## Contents\n\n**Force in numbers ... 3**\n**Annex A ... 4**\nStop and search ... 4\n\n"
        "## Force in numbers\n\n**Stop and search**\n\nStops 2016/17\n\n"
        "## Annex A\n\n### Stop and search\n\nText."
    )

    assert [(title, level) for title, level, *_ in found(text)] == [
        *(("Force in numbers", 1), ("Stop and search", 2)),
        *(("Annex A", 1), ("Stop and search", 2)),
    ]


def test_without_a_contents_page_depth_and_titles_tell_the_levels():
    text = (
        "# PEEL\n\n## Introduction\n\n## How safe is it?\n\n### Is "
        "it seen?\n\n## Summary of findings\n\n"
        "## How fair is it?\n\n## Is it kind?\n\n## Summary of findings\n\n## Annex A"
    )

    assert [(title, level) for title, level, *_ in found(text)] == [
        ("Introduction", 1),
        ("How safe is it?", 1),
        ("Is it seen?", 2),
        ("Summary of findings", 2),
        ("How fair is it?", 1),
        ("Is it kind?", 2),
        ("Summary of findings", 2),
        ("Annex A", 1),
    ]


QUESTIONS = "1. How safe is it?\n2. How fair is it?"


def test_without_a_contents_page_true_depths_are_levels():
    text = (
        f"## Introduction\n\n### What is asked\n\n{QUESTIONS}\n\n## Overview\n\nText.\n\n"
        "## How safe is it?\n\n### Is it seen?\n\n#### At night\n\n**By day**\n\n"
        "### Summary of findings\n\n## Annex A\n\n### Force in numbers\n\nText."
    )

    assert [(title, level) for title, level, *_ in found(text)] == [
        ("Introduction", 1),
        ("What is asked", 2),
        ("Overview", 1),
        ("How safe is it?", 1),
        ("Is it seen?", 2),
        ("At night", 3),
        ("By day", 4),
        ("Summary of findings", 2),
        ("Annex A", 1),
        ("Force in numbers", 2),
    ]


MARKED = [("# Preventing crime", 1), ("## Main findings", 2), ("### The force listens", 3)]
MARKED += [("# Managing offenders", 1), ("## Main findings", 2), ("### It is late", 3)]


def test_without_a_contents_page_depths_are_levels_where_titles_recur_below_the_top():
    text = "\n\n".join(f"{line}\n\nText of it." for line, _ in MARKED)

    assert [level for _, level, *_ in found(f"# PEEL 2021/22\n\n{text}")] == [
        level for _, level in MARKED
    ]


@pytest.mark.parametrize(
    "last", ["## Managing offenders\n\nText.\n\n### Main findings", "#### At night"]
)
def test_depths_are_none_where_titles_recur_at_several_or_steps_are_left_out(last):
    text = "\n\n".join(f"{line}\n\nText of it." for line, _ in MARKED[:5])
    levels_told = [level for _, level, *_ in found(f"# PEEL 2021/22\n\n{text}\n\n{last}\n\nIt.")]

    assert 3 not in levels_told


@pytest.mark.parametrize("look", ["## {}", "**{}**"])
def test_without_contents_page_and_depths_the_questions_that_are_listed_are_chapters(look):
    titles = ["Introduction", "What is asked", "Force in numbers", "Calls", "How safe is it?"]
    titles += ["Is it seen?", "How fair is it?", "Is it kind?", "Annex A", "Force in numbers"]
    body = [f"{look.format(title)}\n\nText of it." for title in titles]
    body.insert(1, QUESTIONS)

    assert [(title, level) for title, level, *_ in found("\n\n".join(body))] == [
        ("Introduction", 1),
        ("What is asked", 2),
        ("Force in numbers", 1),
        ("Calls", 2),
        ("How safe is it?", 1),
        ("Is it seen?", 2),
        ("How fair is it?", 1),
        ("Is it kind?", 2),
        ("Annex A", 1),
        ("Force in numbers", 2),
    ]


def test_without_all_signs_the_question_after_a_summary_is_the_next_chapter():
    """Also one that reports have had, wherever it stands; other questions are sections."""
    known = "How effective is the force at tackling serious and organised crime?"
    titles = ["PEEL: Police effectiveness 2016", "Introduction", known, "Is it seen?"]
    titles += ["Summary of findings", "How fair is it?", "Is it kind?", "Summary of findings"]

    text = "\n\n".join(f"**{title}**\n\nText of it." for title in titles)

    assert [(title, level) for title, level, *_ in found(text)] == [
        ("Introduction", 1),
        (known, 1),
        ("Is it seen?", 2),
        ("Summary of findings", 2),
        ("How fair is it?", 1),
        ("Is it kind?", 2),
        ("Summary of findings", 2),
    ]


def test_a_question_with_its_grade_in_an_overview_is_not_its_chapters_heading():
    listed = "## Overview\n\n**How safe is it?**\n\nGood\n\n**How fair is it?**\n\nGood"
    text = f"{listed}\n\n## How safe is it?\n\nGood\n\nText.\n\n## How fair is it?\n\nGood"

    assert [(title, level) for title, level, *_ in found(text)] == [
        ("Overview", 1),
        ("How safe is it?", 1),
        ("How fair is it?", 1),
    ]


def test_a_contents_page_of_thousands_is_matched_in_good_time():
    count = 3000
    rows = "\n".join(f"Summary of findings ... {n // 10}" for n in range(count))
    body = "\n\n".join("## Summary of findings" for _ in range(count))

    assert len(found(f"## Contents\n\n{rows}\n\n{body}")) == count


def test_a_contents_page_that_indents_without_end_makes_no_endless_levels():
    titles = [f"Title number {'i' * depth}" for depth in range(1, 40)]
    listed = "\n".join(
        f"{'  ' * depth}- {title} ... {depth + 3}" for depth, title in enumerate(titles)
    )
    body = "\n\n".join(f"## {title}\n\nSome text." for title in titles)

    assert max(level for _, level, *_ in found(f"## Contents\n\n{listed}\n\n{body}")) == 6


FLAT = "Introduction ... 3\nHow is it run? ... 4\nHow well does it plan? ... 4\nAnnex A ... 6"


def levels(*looks):
    titles = ("Introduction", "How is it run?", "How well does it plan?", "Annex A")
    body = "\n\n".join(
        f"{look} {title}\n\nText." for look, title in zip(looks, titles, strict=True)
    )
    text = lines(f"## Contents\n\n{FLAT}\n\n{body}")
    listed = contents(text)
    return [heading.level for heading in headings(text, listed, listed.end)]


def test_depth_tells_the_levels_that_a_contents_page_does_not_show():
    assert levels("##", "##", "###", "##") == [1, 1, 2, 1]


def test_what_is_no_question_can_be_a_section_of_the_introduction_where_others_are_chapters():
    entries = "Introduction ... 3\n{} ... 3\nHow safe is it? ... 4\nNext steps ... 9"
    body = "# Introduction\n\nText.\n\n## {}\n\nText.\n\n# How safe is it?\n\nText.\n\n"
    body += "# Next steps\n\nText."
    told = {
        title: [
            level for _, level, *_ in found(f"Contents\n\n{entries}\n\n{body}".format(title, title))
        ]
        for title in ("Methods", "Is it seen?")
    }

    assert told == {"Methods": [1, 2, 1, 1], "Is it seen?": [1, 1, 1, 1]}


@pytest.mark.parametrize(
    "looks",
    [
        ("##", "##", "##", "##"),
        ("#", "##", "##", "#"),
        ("##", "##", "###", "###"),
        ("###", "##", "###", "##"),
    ],
)
def test_depth_that_would_put_sections_where_none_are_tells_nothing(looks):
    assert levels(*looks) == [1, 1, 1, 1]


@pytest.mark.parametrize("line", ["Outstanding Good", "Good / Requires improvement", "Adequate"])
def test_grades_alone_are_no_heading(line):
    text = (
        f"## Introduction\n\nText.\n\n**{line}**\n\n## Good leaders\n\nText.\n\n## Annex A\n\nText."
    )

    assert [title for title, *_ in found(text)] == ["Introduction", "Good leaders", "Annex A"]


@pytest.mark.parametrize(
    "line", ["n/a", "not supplied", "55p", "England and Wales", "Northshire Police"]
)
def test_a_bold_value_or_name_of_the_numbers_graphic_is_no_heading(line):
    text = f"## Force in numbers\n\nHorses 2016/17\n\n**{line}**\n\n**Hay and straw**\n\nText."

    assert [title for title, *_ in found(text)] == ["Force in numbers", "Hay and straw"]


def test_an_overall_summary_within_an_overview_is_its_section():
    text = (
        "## Contents\n\nOverview .... 5\nHow is crime prevented? .... 6\nNext steps .... 9\n\n"
        "## Overview\n\n## Overall judgment\n\nWords.\n\n## Overall summary\n\nWords.\n\n"
        "## How is crime prevented?\n\nWords.\n\n## Next steps\n\nWords."
    )
    given = lines(text)
    listed = contents(given)

    assert [(h.level, h.title) for h in headings(given, listed, listed.end)] == [
        (1, "Overview"),
        (2, "Overall judgment"),
        (2, "Overall summary"),
        (1, "How is crime prevented?"),
        (1, "Next steps"),
    ]


def test_the_cover_says_whose_inspection_it_is_in_no_heading():
    text = "## An inspection of Northshire Police\n\n## Introduction\n\nText.\n\n## Overview\n\nA."

    assert [title for title, *_ in found(text)] == ["Introduction", "Overview"]


def test_numbers_that_only_the_text_sets_before_titles_are_no_part_of_them():
    text = (
        "Contents\nIntroduction ... 3\nHow safe is it? ... 4\nHow fair is it? ... 5\n\n"
        "1. Introduction\n\nWe asked:\n\n1. How safe is it,\nby day?\n\n2. How fair is it?\n\n"
        "We read.\n\n2. How safe is it?\n\nText.\n\n3. How fair is it?\n\nText."
    )
    given = plain_text.lines(text)
    listed = contents(given)
    found = headings(with_numbered(given[listed.end :], listed), listed)

    assert [(heading.title, heading.residue) for heading in found] == [
        ("Introduction", "1."),
        ("How safe is it?", "2."),
        ("How fair is it?", "3."),
    ]


def test_depths_tell_the_levels_that_a_flat_contents_page_does_not_show():
    text = (
        "Contents\n\nIntroduction 3\n\nOverview 4\n\nOverall judgment 4\n\nHow safe is it? 5\n\n"
        "Summary of findings 5\n\nHow fair is it? 6\n\nSummary of findings 6\n\n"
        "Annex A 7\n\nMethod 7\n\n"
        "# Introduction\n\n# Overview\n\n## Overall judgment\n\n# How safe is it?\n\n"
        "## Summary of findings\n\n# How fair is it?\n\n## Summary of findings\n\n"
        "# Annex A\n\n## Method\n\n"
    )

    assert [level for _, level, *_ in found(text)] == [1, 1, 2, 1, 2, 1, 2, 1, 2]
    shuffled = text.replace("# Introduction", "### Introduction")
    told = found(shuffled)
    assert [level for _, level, *_ in told] == chapter_levels([title for title, *_ in told])


def test_numbered_headings_are_those_of_numbered_entries():
    entries = "1. How safe is it? ... 3\n2. How fair is it? ... 5"
    listed = "How safe is it?\n\n**Good**\n\nHow fair is it?\n\n**Good**"
    text = f"## Contents\n\nOverview ... 2\n{entries}\n\n## Overview\n\n{listed}\n\n"
    text += "## 1. How safe is it?\n\nText.\n\n## 2. How fair is it?\n\nText."

    assert [(title, level) for title, level, *_ in found(text)] == [
        ("Overview", 1),
        ("1. How safe is it?", 1),
        ("2. How fair is it?", 1),
    ]


@pytest.mark.parametrize(
    "box",
    [
        "- The force should act.\n- It should listen.",
        "**The force should listen to each caller**\n\nText of it.",
    ],
)
def test_a_finding_after_a_box_heads_a_section_though_it_says_what_should_be(tmp_path, box):
    made = sheets()
    made.page().heading("How well does the force plan?", 1).add(FILLER, "### Areas for improvement")
    made.add(box, "#### The force should do more for its victims", FILLER)
    path = tmp_path / "report.md"
    path.write_text(made.text(), "utf-8")

    titles = [section.title for section in read(path).sections]

    assert "The force should do more for its victims" in titles


AREAS = (
    "## Contents\n\nOverall summary ... 3\n    Our judgments ... 3\nKeeping watch ... 5\n"
    "    Main findings ... 5\nAsking people ... 7\n    Main findings ... 7\n"
    "About the data ... 9\n\n"
)
CHAPTERS = ("Overall summary", "Keeping watch", "Asking people", "About the data")


def test_an_entry_at_an_indent_of_its_own_is_a_chapter_if_it_looks_like_one():
    titles = ("Overall summary", "Our judgments", "Keeping watch", "Main findings", "Asking people",
              "Main findings")  # fmt: skip
    given = lines("\n\n".join(
        f"{'##' if title in CHAPTERS else '###'} {title}\n\nText." for title in titles
    ))  # fmt: skip
    levels = (1, 3, 2, 3, 1, 3)
    entries = tuple(
        Entry(title=title, level=level) for title, level in zip(titles, levels, strict=True)
    )

    made = placed(given, Contents(entries=entries, start=0, end=0), 0)

    assert [one.level for one in made] == [1, 3, 1, 3, 1, 3]


def test_a_title_that_looks_as_all_chapters_and_no_section_do_is_a_chapter():
    text = AREAS + (
        "## Overall summary\n\n### Our judgments\n\nText.\n\n## Keeping watch\n\n"
        "### Main findings\n\nText.\n\n## Mending roads\n\nText.\n\n## Asking people\n\n"
        "### Main findings\n\nText.\n\n## About the data\n\nText."
    )

    assert ("Mending roads", 1, None, False) in found(text)


def test_a_title_that_several_entries_name_may_come_once_more():
    text = AREAS + (
        "## Overall summary\n\nText.\n\n## Keeping watch\n\n### Main findings\n\nText.\n\n"
        "## Asking people\n\n### Main findings\n\nText.\n\n## Mending roads\n\n"
        "### Main findings\n\nText.\n\n## About the data\n\nText."
    )

    assert [title for title, *_ in found(text)].count("Main findings") == 3


PRACTICE = "{mark} Promising practice\n\n### Young people help to train officers\n\nText.\n\n"


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("##", [("Promising practice", 1), ("Young people help to train officers", 2)]),
        ("###", []),
    ],
)
def test_promising_practice_is_a_chapter_where_it_is_as_high_as_one(mark, expected):
    text = (
        "# PEEL 2023–25\n\n## Overall summary\n\nText.\n\n" + PRACTICE.format(mark=mark)
        + "## Keeping watch\n\nText.\n\n### The force walks\n\nText.\n\n## About the data\n\nText."
    )  # fmt: skip

    made = [(title, level) for title, level, *_ in found(text)]

    assert [one for one in made if one[0] not in (*CHAPTERS, "The force walks")] == expected


def test_a_heading_that_is_two_entries_is_two():
    entries = "Overview – How safe is it? ... 3\nOverall judgment ... 3\nNext steps ... 9"
    text = f"Contents\n{entries}\n\n## Overview – How safe is it? **Overall judgment**\n\nText.\n\n"
    given = lines(f"{text}## Overall judgment Next\n\nMore.\n\n## Next steps\n\nText.")
    listed = contents(given)

    apart = [line.text for line in with_titles_apart(given[listed.end :], listed) if line.heading]

    assert apart[:2] == ["Overview – How safe is it?", "Overall judgment"]
    assert apart[2:] == ["Overall judgment Next", "Next steps"]
