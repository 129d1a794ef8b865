import datetime
import io

import pytest

from peelviewer.errors import StatisticsError
from peelviewer.model.measure import Period
from peelviewer.model.statistics import LICENCE, Area, Dataset, Observation
from peelviewer.statistics import read_statistics
from peelviewer.statistics.shipped import TABLES, shipped
from peelviewer.statistics.tidy_columns import COLUMNS, write_tidy

DATASET = Dataset(
    id="example-of-numbers-2016-2017-01-31",
    title="Example of numbers",
    source="Example of numbers",
    publisher="Example",
    release="2016",
    vintage="2017-01-31",
)
HEADING = ",".join(COLUMNS).encode() + b"\n"
KENT = Area(id="kent", name="Kent Police", kind="force", code="E23000032")
PERIOD = Period(kind="12 months to", end=datetime.date(2016, 3, 31))


def observation(**changes):
    values = {
        "area": KENT,
        "measure": "robbery",
        "label": "Robbery",
        "unit": "count",
        "period": PERIOD,
        "value": 12.0,
        "printed": "12",
        "dataset": DATASET.id,
    }
    return Observation(**{**values, **changes})


def text_of(*observations):
    file = io.StringIO(newline="")
    write_tidy(file, [DATASET], observations)
    return file.getvalue()


@pytest.fixture
def file(tmp_path):
    def make(text, encoding="utf-8"):
        path = tmp_path / "mine.csv"
        path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
        return path

    return make


def good_row(**changes):
    cells = {
        "force_id": "kent",
        "measure": "robbery",
        "unit": "count",
        "period_kind": "12 months to",
        "period_end": "2016-03-31",
        "value": "12",
        "source": "Example of numbers",
    }
    return cells | changes


def csv_of(*rows):
    def cell(text):
        return f'"{text}"' if "," in text else text

    lines = [",".join(cell(row.get(name, "")) for name in COLUMNS) for row in rows]
    return "\n".join([",".join(COLUMNS), *lines])


def test_what_is_written_is_read_back(file):
    written = (
        observation(),
        observation(measure="asb_incidents", value=None, printed="–", missing="not available"),
        observation(
            measure="robbery_change_1y",
            unit="percent_change",
            value=-2.5,
            printed="-2.5%",
            note="-not a formula",
            label="=Robbery",
            period=Period(kind="change", start=datetime.date(2015, 3, 31), end=PERIOD.end),
        ),
        observation(
            measure="effectiveness_overall",
            unit="grade",
            value=None,
            printed="good",
            period=Period(kind="as at", end=PERIOD.end),
        ),
    )

    found = read_statistics(file(text_of(*written)))

    assert found.observations == written
    assert found.datasets == (DATASET,)


def test_text_that_a_spreadsheet_would_run_is_quoted_and_numbers_are_not():
    text = text_of(observation(note="=1+1", value=-3.0, printed="-3"))

    assert ",'=1+1," in text
    assert ",-3,-3," in text


def test_only_the_required_columns_are_needed(file):
    text = (
        "measure,force_id,value,unit,period_kind,period_end,source,my own column\n"
        "robbery,kent,12,count,12 months to,2016-03-31,Example,anything\n"
    )

    found = read_statistics(file(text))

    (one,) = found.observations
    assert (one.area, one.label, one.printed) == (KENT, "Robbery", "12")


@pytest.mark.parametrize(
    "changes",
    [
        {"force_id": "", "force_name": "Kent7,8"},
        {"force_id": "", "force_name": "Kent [note 3]"},
        {"force_id": "", "force_code": f"{KENT.code}12"},
    ],
)
def test_marks_of_footnotes_at_a_name_or_code_do_not_hide_a_force(file, changes):
    (one,) = read_statistics(file(csv_of(good_row(**changes)))).observations

    assert one.area == KENT


def test_a_byte_order_mark_and_empty_lines_do_not_matter(file):
    found = read_statistics(file("\ufeff" + csv_of(good_row()) + "\n\n", "utf-8"))

    assert len(found.observations) == 1


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("58.04", "58.0"),
        ("1234.6", "1,235"),
        ("-17.4", "−17%"),
        ("3.7", "'+3.7%"),
        ("0.5", "1"),
        ("-17.4", "17 percent fewer"),
    ],
)
def test_a_value_may_be_printed_with_fewer_decimals_or_in_words(file, value, printed):
    path = file(csv_of(good_row(unit="percent", value=value, value_as_printed=printed)))

    (one,) = read_statistics(path).observations

    assert one.value == float(value)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"unit": "furlongs"}, "the unit “furlongs” is not known"),
        ({"force_id": "narnia"}, "“narnia” is none of the 43 forces"),
        ({"force_id": "", "force_name": "Narnia Police"}, "none of the 43 forces"),
        ({"force_id": "", "force_name": "", "force_code": ""}, "it names no force"),
        ({"force_name": "Durham"}, "are not the same force"),
        ({"force_code": "E23000099"}, "none of the 43 forces"),
        ({"area": "planet"}, "“planet” in “area” is none of"),
        ({"measure": "Robbery!"}, "is no key of a measure"),
        ({"measure": ""}, "is no key of a measure"),
        ({"value": "many"}, "“many” in “value” is not a number"),
        ({"value": "-4"}, "“-4” in “value” is below zero, which “count” cannot be"),
        ({"value": "nan"}, "is not a number"),
        ({"value": "1,234"}, "is not a number"),
        ({"value": "2", "value_as_printed": "9.99"}, "“9.99” in “value_as_printed” is another"),
        ({"value": "-17.4", "unit": "percent", "value_as_printed": "17%"}, "is another value"),
        ({"value": "", "value_as_printed": "9.9"}, "but “value” is empty"),
        ({"period_end": "31/03/2016"}, "is no day"),
        ({"period_end": ""}, "is no day"),
        ({"period_kind": "year"}, "“year” in “period_kind” is none of"),
        ({"period_kind": "change"}, "stands for a change"),
        ({"period_start": "2015-03-31"}, "stands for a change"),
        ({"period_kind": "change", "period_start": "2017-03-31"}, "is not before"),
        ({"source": ""}, "“source” is empty"),
        ({"missing": "lost"}, "says why the value is missing"),
        ({"unit": "grade", "value": "", "value_as_printed": "splendid"}, "is no grade"),
    ],
)
def test_a_faulty_row_refuses_the_file_and_is_named(file, changes, fault):
    path = file(
        csv_of(
            good_row(),
            good_row(force_id="durham", **changes)
            if "force_id" not in changes and "force_name" not in changes
            else good_row(**changes),
        )
    )

    with pytest.raises(StatisticsError) as caught:
        read_statistics(path)

    assert str(caught.value).startswith("mine.csv was not taken, as 1 row cannot be read: row 3: ")
    assert fault in str(caught.value)


def similar_row(**changes):
    cells = {
        "measure": "most_similar_forces",
        "unit": "forces",
        "period_kind": "as at",
        "value": "",
        "value_as_printed": "essex; Devon & Cornwall Police",
    }
    return good_row(**(cells | changes))


def test_the_forces_most_similar_to_one_are_read(file):
    found = read_statistics(file(csv_of(similar_row())))

    (one,) = found.observations
    assert (one.area, one.value, one.missing) == (KENT, None, None)
    assert one.printed == "Essex; Devon and Cornwall"
    assert (found.taken[0].forces, found.taken[0].values) == (1, 1)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"value_as_printed": "essex; narnia"}, "“narnia” is none of the 43 forces"),
        ({"value_as_printed": "essex; kent"}, "Kent Police cannot be similar to itself"),
        ({"value_as_printed": "essex; Essex Police"}, "Essex Police cannot be there twice"),
        ({"value_as_printed": " ; "}, "apart by semicolons"),
        ({"value": "7"}, "apart by semicolons"),
        ({"force_id": "england-and-wales"}, "England and Wales is no force"),
        ({"measure": "robbery"}, "go together"),
        ({"unit": "count"}, "go together"),
    ],
)
def test_a_faulty_group_of_similar_forces_is_named(file, changes, fault):
    with pytest.raises(StatisticsError) as refused:
        read_statistics(file(csv_of(good_row(), similar_row(**changes))))

    assert "row 3: " in str(refused.value)
    assert fault in str(refused.value)


def test_the_same_value_twice_names_both_rows(file):
    with pytest.raises(StatisticsError, match=r"row 3: Kent Police has this .* in row 2 already"):
        read_statistics(file(csv_of(good_row(), good_row(value="13"))))


def test_many_faulty_rows_are_counted_and_the_first_are_named(file):
    rows = [good_row(unit="furlongs") for _ in range(250)]

    with pytest.raises(StatisticsError, match=r"as 250 rows cannot be read: row 2: .* 248 more"):
        read_statistics(file(csv_of(*rows)))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "mine.csv is empty"),
        (b"\xef\xbb\xbf", "mine.csv is empty"),
        (b"force_id,measure,value\nkent,robbery,1\n", "mine.csv lacks the columns “unit”"),
        (b"town,people\nKent,3\n", "holds no statistics that are known"),
        (b"measure,value\n\xff\xfe\xfa", "is not text in UTF-8"),
        (HEADING + b"\x00\x00", "is no text"),
        (HEADING + b'"unended', "not well-formed CSV"),
        (b"%PDF-1.7 something", "holds no statistics that are known"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_sentence(file, content, sentence):
    with pytest.raises(StatisticsError, match=r"mine\.csv") as caught:
        read_statistics(file(content))

    assert sentence in str(caught.value)


def test_a_heading_without_rows_is_refused(file):
    with pytest.raises(StatisticsError, match="has a heading but no rows"):
        read_statistics(file(csv_of()))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(StatisticsError, match=r"nowhere.csv cannot be read"):
        read_statistics(tmp_path / "nowhere.csv")


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(StatisticsError, match="cannot be read"):
        read_statistics(tmp_path)


def test_a_line_without_an_end_is_refused(file):
    with pytest.raises(StatisticsError, match="a line of more than"):
        read_statistics(file(HEADING + b"a" * 1_100_000))


def test_the_time_grows_with_the_rows_only(file):
    days = [datetime.date(2016, 3, 31) - datetime.timedelta(days=n) for n in range(40)]
    rows = [
        good_row(measure=f"measure_{n}", period_end=day.isoformat())
        for day in days
        for n in range(500)
    ]

    found = read_statistics(file(csv_of(*rows)))

    assert len(found.observations) == 20_000
    assert len(found.taken) == 1
    assert len({id(o.area) for o in found.observations}) == 1


def test_a_file_has_the_licence_that_it_states_and_no_other(file):
    lines = csv_of(good_row(), good_row(measure="burglary")).split("\n")
    stated = "\n".join([f"{lines[0]},licence", *(f"{line},Free to share." for line in lines[1:])])

    assert read_statistics(file(csv_of(good_row()))).datasets[0].licence == ""
    assert read_statistics(file(stated)).datasets[0].licence == "Free to share."


def test_one_source_has_one_licence(file):
    lines = csv_of(good_row(), good_row(measure="burglary")).split("\n")
    text = "\n".join([f"{lines[0]},licence", f"{lines[1]},Free to share.", f"{lines[2]},"])

    with pytest.raises(StatisticsError, match=r"row 3.*“licence” is not that of the other rows"):
        read_statistics(file(text))


def test_what_ships_is_public_sector_information():
    licences = {one.licence for table in TABLES for one in shipped(table).datasets}

    assert licences == {LICENCE}
