import pytest

from peelviewer.reading.text.dialects import as_markdown, with_plain_front
from peelviewer.reading.text.markdown import lines
from peelviewer.reading.words import marked_up_words


@pytest.mark.parametrize(
    ("raw", "markdown"),
    [
        ("<h2 class='x'>Next steps</h2>", "## Next steps "),
        ("  <li>An item</li>", "  - An item "),
        ('<span id="page-3-0"></span>', ""),
        ("<!-- image -->", ""),
        ("## Next steps {#next-steps .unnumbered}", "## Next steps"),
        ("[Introduction [4](#intro)](#intro)", "[Introduction 4](#intro)"),
        ("word<sup>[7](#page-7-0)</sup>", "word<sup>7</sup>"),
        ("word[<sup>7</sup>](#page-7-0)", "word<sup>7</sup>"),
        ('![](media/image1.png){width="6in" height="3in"}', "![](media/image1.png)"),
        ('![](media/image1.png){width="6in"', "![](media/image1.png)"),
        ('height="3in"}', ""),
        ("[image1]: <>", ""),
        ("a set {1, 2} of text", "a set {1, 2} of text"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_what_is_no_markdown_becomes_it_or_goes(raw, markdown):
    assert as_markdown([raw]) == [markdown]


@pytest.mark.parametrize(
    "raw",
    [
        "## Next steps {#next-steps .unnumbered}",
        '<span id="page-3-0"></span><sup>7</sup> The note',
        "[Introduction [4](#intro)](#intro)",
        '![](media/image1.png){width="6in"',
        'height="3in"}',
        "A ![][image1] word",
        "[image1]: <>",
        "<h3>Next <b>steps</b></h3>",
    ],
)
def test_the_audit_counts_the_words_that_are_read(raw):
    read = [word for line in lines(raw) for word in (*line.callouts, *line.text.split())]

    assert marked_up_words(raw) == [str(word) for word in read]


@pytest.mark.parametrize(
    ("front", "lines"),
    [
        ('title: "PEEL: Police legitimacy 2017"', ["# PEEL: Police legitimacy 2017"]),
        ("title: 'PEEL'\ndate: May 2017\nlang: en-GB", ["# PEEL", "May 2017", "lang: en-GB"]),
        ('title: "PEEL: Police\n  legitimacy 2017"', ["# PEEL: Police", "# legitimacy 2017"]),
        ("title: |\n  PEEL 2017\nauthor:\n- HMIC", ["", "# PEEL 2017", "author:", "- HMIC"]),
    ],
)
def test_the_front_of_a_file_gives_its_title_and_keeps_its_lines(front, lines):
    assert with_plain_front(f"---\n{front}\n---\n\nText.").split("\n") == [
        "", *lines, "", "", "Text.",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Text.\n\n---\n\nMore.\n\n---\n", "---\n\nText."])
def test_drawn_lines_are_no_front(text):
    assert with_plain_front(text) == text


@pytest.mark.parametrize(
    "between",
    [
        '<img src="a.png"/>',
        '<img src="a.png" alt="A map of the county">',
        '<span id="page-12-1"></span>',
        '<a name="p12"></a> <a id="p13"></a>',
    ],
)
def test_a_tag_between_two_words_leaves_one_space_and_no_cells(between):
    (raw,) = as_markdown([f"Patrols walk {between} through the town."])
    (line,) = lines(raw)
    assert (line.text, line.cells) == ("Patrols walk through the town.", None)
