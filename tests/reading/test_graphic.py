import pytest

from peelviewer.model.force import Force
from peelviewer.reading.drafts import Draft
from peelviewer.reading.graphic import pairs
from peelviewer.reading.text.markdown import lines
from tests.builders import NORTHSHIRE

LABEL = "Calls for assistance per 1,000 population 12 months to 30 June 2016"


def made(text):
    found = list(pairs(lines(text), NORTHSHIRE))
    return [
        (b.pair.label, b.pair.force, b.pair.national) for b in found if isinstance(b, Draft)
    ], found


@pytest.mark.parametrize(
    "body",
    [
        "Northshire Police\n\nEngland and Wales\n\n**201**\n\n**240**",
        "Northshire Police \u00a0 \u00a0 \u00a0 England and Wales\n\n**201**\n\n**240**",
        "Northshire Police\n\n**201**\n\nEngland and Wales\n\n**240**",
        "**201**\n\nNorthshire Police\n\n**240**\n\nEngland and Wales",
        "**201**\n\n**240**\n\nNorthshire Police\n\nEngland and Wales",
        "England and Wales\n\nNorthshire Police\n\n**240**\n\n**201**",
        "Northshire Police\tEngland and Wales\n201\t240",
        "| Northshire Police | England and Wales |\n|---|---|\n| 201 | 240 |",
        "Northshire Police 201 England and Wales 240",
        "Northshire Police**201**\n\nEngland and Wales**240**",
        "Northshire Police: 201\n\nEngland & Wales: 240",
        "Northshire: 201\n\nEngland and Wales: 240",
        "England and Wales: 240\n\nNorthshire: 201",
        "Northshire\n\nEngland and Wales\n\n201\n\n240",
        "Northshire Police England and Wales\n\n201 240",
        "Northshire Police England & Wales\n\n**201** **240**",
    ],
)
def test_names_and_values_are_paired_in_whatever_order_they_stand(body):
    found, _ = made(f"{LABEL}\n\n{body}")

    assert found == [(LABEL, "201", "240")]


@pytest.mark.parametrize(
    "body",
    [
        "Northshire Police\n\nSimilar forces\n\nEngland and Wales\n\n**201**\n\n**220**\n\n**240**",
        "Northshire\n\n**201**\n\nMost similar group\n\n**220**\n\nEngland and Wales\n\n**240**",
        "MSG average\n\nNorthshire\n\nEngland and Wales\n\n**220**\n\n**201**\n\n**240**",
        "Northshire Police: 201\n\nMost similar forces: 220\n\nEngland & Wales: 240",
        "Northshire Police Similar forces England and Wales\n201\t220\t240",
        "| Northshire | Similar forces | England and Wales |\n|---|---|---|\n| 201 | 220 | 240 |",
    ],
)
def test_the_value_of_the_most_similar_forces_is_nobody_elses(body):
    found, everything = made(f"{LABEL}\n\n{body}")

    assert found == [(LABEL, "201", "240")]
    assert "\t220" in everything[0].text


@pytest.mark.parametrize(
    "value",
    [
        "9.1%",
        "+3.7%",
        "-11.1%",
        "−3",
        "1,234",
        "£143",
        "39.0 percent",
        "84.1% ±1.2%",
        "–",
        "-",
        "n/a",
        "n.a.",
        "not supplied",
        "Not available",
        "..",
        "‑3.5%",
        "55p",
        "£8.3m",
        "12 percent",
    ],
)
def test_values_are_taken_as_printed(value):
    found, _ = made(f"A label\n\nNorthshire Police\n\nEngland and Wales\n\n**{value}**\n\n**5**")

    assert found == [("A label", value, "5")]


def test_a_label_on_several_lines_is_one():
    found, _ = made(
        "Calls for assistance\n\nper 1,000 population\n\n12 months to 30 June 2016\n\n"
        "Northshire Police\n\nEngland and Wales\n\n1\n\n2"
    )

    assert found[0][0] == LABEL


@pytest.mark.parametrize(
    "body",
    [
        "Northshire Police\n\nEngland and Wales\n\n**201**",
        "Northshire Police\n\n**201**\n\n**240**",
        "**201**\n\n**240**",
        "Northshire Police\n\nEngland and Wales\n\n**201**\n\n**220**\n\n**240**",
        "Northshire Police\n\nSimilar forces\n\nEngland and Wales\n\n**201**\n\n**240**",
        "Northshire Police\n\nSimilar forces\n\n**201**\n\n**240**",
    ],
)
def test_an_incomplete_pair_stays_text(body):
    found, everything = made(f"{LABEL}\n\n{body}")

    assert found == []
    assert len(everything) == len(lines(f"{LABEL}\n\n{body}"))


def test_pairs_follow_each_other_and_the_table_keeps_the_sources_order():
    text = (
        f"One label\n\n{'Northshire Police'}\n\nEngland and "
        f"Wales\n\n1\n\n2\n\nOther label\n\nNorthshire Police\n\nEngland and Wales\n\n3\n\n4"
    )

    found, everything = made(text)

    assert [label for label, *_ in found] == ["One label", "Other label"]
    assert everything[0].text == "One label\tNorthshire Police\tEngland and Wales\n\t1\t2"


def test_a_dash_for_a_value_that_is_not_there_is_no_bullet():
    found, _ = made(f"{LABEL}\n\nNorthshire Police England and Wales\n\n– 11.1%")

    assert found == [(LABEL, "–", "11.1%")]
    assert made(f"{LABEL}\n\nSouthshire Police England and Wales\n\n– 11.1%")[0] == []


def test_two_values_on_one_line_are_two_unless_they_can_be_one():
    names = "A label\n\nNorthshire Police\n\nEngland and Wales"

    assert made(f"{names}\n\n-2% -1%")[0] == [("A label", "-2%", "-1%")]
    assert made(f"{names}\n\n201 240")[0] == []


def test_the_year_of_a_label_that_was_cut_is_no_value():
    found, _ = made(
        "Calls per 1,000 population 12 months to 30 June\n\nEngland and Wales\n\n2017\n\n"
        "Northshire Police\n\n264"
    )

    assert found == []


@pytest.mark.parametrize(
    "body",
    [
        "Westshire Police\n\nEngland and Wales\n\n**201**\n\n**240**",
        "Westshire: 201\n\nEngland and Wales: 240",
        "Total: 201\n\nEngland and Wales: 240",
        "Kent: 201\n\nEngland and Wales: 240",
        "Northshire Police: 201\n\nWestshire Police: 240",
    ],
)
def test_another_forces_values_are_never_this_ones(body):
    assert made(f"{LABEL}\n\n{body}")[0] == []


def test_a_force_is_known_by_its_area_and_other_spellings():
    force = Force(id="devon-and-cornwall", name="Devon & Cornwall Police")
    text = f"{LABEL}\n\nDevon and Cornwall: 92\n\nEngland and Wales: 80"

    (table,) = pairs(lines(text), force)

    assert (table.pair.force, table.pair.national) == ("92", "80")


def test_a_blank_cell_below_a_name_is_a_value_that_is_not_there():
    found, _ = made(f"{LABEL}\n\n| Northshire Police | England and Wales |\n|---|---|\n|  | 240 |")

    assert found == [(LABEL, "", "240")]


def test_a_year_that_ends_a_wrapped_label_is_no_value():
    wrapped = LABEL.replace(" 2016", "\n2016")

    found, _ = made(f"{wrapped}\n\nNorthshire Police\n\nEngland and Wales\n\n201\n\n240")

    assert found == [(LABEL, "201", "240")]


@pytest.mark.parametrize("row", ["| {} | {} | {} |", "{}\t{}\t{}"])
def test_a_table_headed_by_label_and_names_is_a_pair(row):
    rule = "\n|---|---|---|" if row.startswith("|") else ""
    header = row.format(LABEL, "Northshire Police", "England and Wales")

    found, drafts = made(f"{header}{rule}\n{row.format('', '201', '240')}")

    assert found == [(LABEL, "201", "240")]
    assert drafts[0].text == f"{LABEL}\tNorthshire Police\tEngland and Wales\n\t201\t240"


def test_a_table_headed_by_another_forces_name_is_no_pair():
    found, _ = made(f"{LABEL}\tKent Police\tEngland and Wales\n\t201\t240")

    assert found == []


@pytest.mark.parametrize(
    ("own", "national"),
    [
        ("Local force", "England and Wales"),
        ("The force", "National average"),
        ("Northshire Police", "England and Wales average"),
        ("Northshire", "National"),
    ],
)
def test_force_and_nation_have_other_names_too(own, national):
    found, _ = made(f"{LABEL}\n\n{own}\n\n{national}\n\n**201**\n\n**240**")

    assert found == [(LABEL, "201", "240")]


def test_notes_called_out_in_values_and_names_stay_called_out():
    _, (table,) = made(
        f"{LABEL}\n\nNorthshire Police\n\nEngland and Wales³\n\n**43%**\n\n**43%¹²**"
    )

    called = [(mark.target, table.text[: mark.start].rpartition("\n")[2]) for mark in table.marks]
    assert [(n, words.rpartition("\t")[2]) for n, words in called] == [
        ("3", "England and Wales"),
        ("12", "43%"),
    ]
    assert table.marks[1].start == len(table.text)


def test_notes_in_a_row_below_its_label_stay_called_out():
    text = f"| {LABEL} | Northshire Police | England and Wales |\n|---|---|---|\n| | 43%¹ | 43% |"
    _, (table,) = made(text)

    (mark,) = table.marks
    assert table.text[: mark.start].endswith("\n\t43%")
    assert table.pair.force == "43%"


@pytest.mark.parametrize(
    "label",
    [
        LABEL.replace(" 30 June", "\n\n30 June"),
        LABEL.replace(" June", "\n\nJune"),
        LABEL.replace(" 2016", "\n\n2016"),
        LABEL.replace(" months", "\n\nmonths"),
        LABEL.replace(" 1,000", "\n\n1,000"),
    ],
)
def test_a_label_that_cannot_end_goes_on_though_space_stands_between(label):
    assert made(f"{label}\n\nNorthshire Police\n\nEngland and Wales\n\n201\n\n240")[0] == [
        (LABEL, "201", "240")
    ]


def test_names_that_stand_on_several_lines_are_names():
    assert made(f"{LABEL}\n\nNorthshire\n\nPolice\n\n201\n\nEngland\n\nand Wales\n\n240")[0] == [
        (LABEL, "201", "240")
    ]
    assert (
        made(f"{LABEL}\n\nSouth Northshire\n\nPolice\n\n201\n\nEngland and Wales\n\n240")[0] == []
    )


def test_a_line_can_have_all_of_a_pair():
    found, drafts = made(f"{LABEL} Northshire Police England and Wales **201 240**\n\nMore words.")

    assert found == [(LABEL, "201", "240")]
    assert drafts[0].text == f"{LABEL}\tNorthshire Police\tEngland and Wales\n\t201\t240"


@pytest.mark.parametrize(
    "line",
    [
        f"{LABEL} South Northshire England and Wales 201 240",
        f"{LABEL} Westshire Police England and Wales 201 240",
        f"{LABEL} Northshire Police England and Wales 201",
        f"{LABEL} Northshire Police England and Wales 201 240 in all",
        f"Shares of\n{LABEL} Northshire Police England and Wales 201 240",
        f"Shares of all\n\n{LABEL} Northshire Police England and Wales 201 240",
        f"share of {LABEL} Northshire Police England and Wales 201 240",
        f"Demand {LABEL} Northshire Police England and Wales 201 240",
    ],
)
def test_a_line_with_less_or_more_than_a_pair_is_text(line):
    assert made(line)[0] == []


def test_pairs_below_each_other_have_no_labels_that_stand_together_above():
    pair = "Northshire Police\n\nEngland and Wales\n\n**{}**\n\n**{}**"
    both = f"{pair.format(201, 240)}\n\n{pair.format(73, 88)}"
    stacked = f"{LABEL}\n\n{both}\n\n{both}"

    assert made(f"Recorded crime per 1,000 population\n\n{stacked}")[0] == []
    assert made(f"{LABEL}\n\n{pair.format(201, 240)}\n\nCrime\n\n{pair.format(73, 88)}")[0] == [
        (LABEL, "201", "240"),
        ("Crime", "73", "88"),
    ]
