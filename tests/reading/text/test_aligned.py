import pytest

from peelviewer.reading.text.aligned import aligned


def rows(found):
    return [row for index in sorted(found) for row in found[index]]


def test_cells_that_stand_below_each_other_are_columns_also_where_some_are_blank():
    raws = [
        "Number     Outcome             Northshire     England",
        "1          Charged                    9.1        12.1",
        "           Out of court               1.1         3.2",
        "           No value",
        "*          Caution - adults           0.9         2.3",
    ]

    assert rows(aligned(raws)) == [
        ("Number", "Outcome", "Northshire", "England"),
        ("1", "Charged", "9.1", "12.1"),
        ("", "Out of court", "1.1", "3.2"),
        ("", "No value", "", ""),
        ("*", "Caution - adults", "0.9", "2.3"),
    ]


@pytest.mark.parametrize(
    "raws",
    [
        ["One line alone    with a gap"],
        ["aaaa     bbbb", "cc    dd     ee    ff", "a longer line of text that lies across all"],
        ["•    an item    wide", "•    another    one"],
        ["| a     | b    |", "| c     | d    |"],
    ],
    ids=["one", "no columns", "items", "pipes"],
)
def test_lines_that_show_no_columns_are_no_table(raws):
    assert aligned(raws) == {}


def test_blank_lines_between_rows_end_no_table():
    raws = [
        "Rates per 1,000 population     Northshire Police     England and Wales",
        "",
        "Recorded crime                 51.0                  68.2",
        "",
        "Sexual offences                 1.4                   1.9",
        "Source: Home Office data",
    ]

    assert rows(aligned(raws)) == [
        ("Rates per 1,000 population", "Northshire Police", "England and Wales"),
        ("Recorded crime", "51.0", "68.2"),
        ("Sexual offences", "1.4", "1.9"),
    ]


def test_a_table_ends_where_text_or_a_page_does():
    row = "Recorded crime                 51.0                  68.2"

    for between in ("A sentence that is set over the whole of the page's width.", "\f", "A label"):
        assert aligned([row, row, "", between, "", row]).keys() == {0, 1}


def test_cells_on_several_lines_make_one_row():
    raws = [
        "                                 Northshire",
        "Rates per 1,000                                   England and Wales",
        "population                       Police",
        "Recorded crime (excluding        51.0             68.2",
        "fraud)",
        "Suspect identified, who",
        "                                 9.9              8.3",
        "was not charged",
        "Other outcomes",
        "Cautioned                        1.4              1.9",
        "at once",
    ]

    assert rows(aligned(raws)) == [
        ("Rates per 1,000 population", "Northshire Police", "England and Wales"),
        ("Recorded crime (excluding fraud)", "51.0", "68.2"),
        ("Suspect identified, who was not charged", "9.9", "8.3"),
        ("Other outcomes", "", ""),
        ("Cautioned at once", "1.4", "1.9"),
    ]


def test_cells_without_values_are_not_put_together():
    raws = ["Good                Adequate", "Investigating       Responding", "Listening"]
    raws += ["                    Planning", "Patrols             Desks"]

    assert rows(aligned(raws)) == [
        ("Good", "Adequate"),
        ("Investigating", "Responding"),
        ("Listening", ""),
        ("", "Planning"),
        ("Patrols", "Desks"),
    ]


def test_words_in_columns_keep_to_them_though_no_line_has_all():
    raws = ["Outstanding                          Requires", "               Good", "Disrupting"]
    raws += ["organised      Preventing", "crime                                Investigating"]
    raws += ["               Responding           crime", "Patrols        Listening"]

    assert [row for row in rows(aligned(raws)) if sum(map(bool, row)) > 1] == [
        ("Outstanding", "", "Requires"),
        ("organised", "Preventing", ""),
        ("crime", "", "Investigating"),
        ("", "Responding", "crime"),
        ("Patrols", "Listening", ""),
    ]
