import pytest

from peelviewer.reading.text.framed import drawn, framed


def rows(found):
    return [row for index in sorted(found) for row in found[index]]


def test_an_html_table_has_rows_on_the_lines_where_they_begin():
    raws = [
        "Before.",
        '<table class="x">',
        "<thead><tr><th>Rate</th><th>Northshire<br/>Police</th></tr></thead>",
        "<tr>",
        "  <td>Crime<sup>3</sup></td><td><b>51.0</b></td>",
        "</tr><tr><td>Fraud</td><td>2 &lt; 3</td></tr>",
        "</table>",
    ]

    found = framed(raws)

    assert {index: found[index] for index in found if found[index]} == {
        2: (("Rate", "Northshire Police"),),
        3: (("Crime<sup>3</sup>", "<b>51.0</b>"),),
        5: (("Fraud", "2 < 3"),),
    }
    assert set(found) == {1, 2, 3, 4, 5, 6}


def test_cells_that_span_leave_blank_ones_in_html():
    html = (
        "<table><tr><td rowspan=2>Crime</td><td colspan=2>all</td></tr>"
        "<tr><td>1</td><td>2</td></tr></table>"
    )

    assert rows(framed([html])) == [("Crime", "all", ""), ("", "1", "2")]


def test_a_tables_caption_in_html_is_kept_as_a_row():
    assert rows(framed(["<table><caption>Rates</caption><tr><td>a</td></tr></table>"])) == [
        ("Rates",),
        ("a",),
    ]


@pytest.mark.parametrize(
    "html", ["<table><tr><td>never closed", "<table><td>x</td></table> and more text"]
)
def test_html_that_is_no_whole_table_is_left_alone(html):
    assert framed([html, "", "text"]) == {}


def test_a_grid_that_nothing_closes_stays_text_and_is_looked_at_once():
    assert drawn(["+---+", "| a |"] * 8_000) == {}
    assert drawn(["+---+", "| a |", "+---+", "| b |"]) == {}


def test_a_drawn_grid_has_rows_of_several_lines():
    raws = [
        "+----------+-------+",
        "| Rate per | 2016  |",
        "| head     |       |",
        "+==========+=======+",
        "| Crime    | 51.0  |",
        "+----------+-------+",
    ]

    assert rows(framed(raws)) == [("Rate per head", "2016"), ("Crime", "51.0")]


def test_rows_between_two_lines_of_dashes_are_a_table_with_or_without_blank_lines():
    rule = "  ---------------- ------------ ---------"
    lines = [
        "  Rates            Northshire   England",
        "  Recorded crime   51.0         68.2",
        "  Fraud            --           3.2",
    ]
    expected = [("Rates", "Northshire", "England"), ("Recorded crime", "51.0", "68.2"),
                ("Fraud", "--", "3.2")]  # fmt: skip

    assert rows(framed(["", rule, *lines, rule, "", "Text."])) == expected
    apart = [
        "  Rates            Northshire   England",
        "",
        "  Recorded         51.0         68.2",
        "  crime                         ",
        "",
        "  Fraud            --           3.2",
    ]
    assert rows(framed(["", rule, *apart, rule, "", "Text."])) == expected


def test_lines_of_dashes_with_sentences_between_them_are_no_table():
    rule = "---------- ----------"

    found = framed([rule, "", "Sentences that go on and on.", "", rule])

    assert rows(found) == []


def test_a_line_of_dashes_shows_columns():
    raws = [
        "  Rates           Northshire   England",
        "  --------------- ------------ ---------",
        "  Recorded crime  51.0         68.2",
        "                  1.1          3.2",
        "",
        "Text.",
    ]

    assert rows(framed(raws)) == [
        ("Rates", "Northshire", "England"),
        ("Recorded crime", "51.0", "68.2"),
        ("", "1.1", "3.2"),
    ]


def test_between_whole_rules_rows_run_over_lines():
    raws = [
        "  -----------------------",
        "  Rates        Northshire",
        "               Police",
        "  ------------ ----------",
        "  Recorded     51.0",
        "  crime",
        "",
        "  Fraud        2.0",
        "  -----------------------",
        "",
        "Text.",
    ]

    assert rows(framed(raws)) == [
        ("Rates", "Northshire Police"),
        ("Recorded crime", "51.0"),
        ("Fraud", "2.0"),
    ]
