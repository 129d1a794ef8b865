"""Files that are no statistics, or not as they should be: one plain sentence, nothing taken."""

import gzip
import shutil

import pytest

from peelviewer.errors import StatisticsError
from peelviewer.statistics import read_statistics
from tests.statistics import release_2024, workbooks

TIDY = "force_id,measure,unit,period_kind,period_end,value,source\n"


def refusal(path):
    with pytest.raises(StatisticsError) as caught:
        read_statistics(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert "\n" not in sentence
    assert sentence.endswith((".", ")."))
    return sentence


@pytest.fixture
def book(tmp_path):
    return workbooks.write(tmp_path / "tables.xlsx", {"Table P1": release_2024.numbers()})


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.xlsx", b"", "is empty: choose the file"),
        ("tables.xls", b"<html><table><tr><td>Area Code</td></tr></table>", "is a web page"),
        ("tables.csv", b"<!DOCTYPE html><title>404</title>", "is a web page"),
        ("tables.csv", TIDY.replace(",", ";").encode(), "has semicolons between its columns"),
        ("tables.csv", TIDY.replace(",", "\t").encode(), "has tabs between its columns"),
        ("tables.csv", b"\r\n\r\nWords\r\n", "its first row is empty"),
        ("tables.csv", b"one,two\n1,2\n", "its first row: one, two"),
        ("tables.csv", TIDY.encode("utf-16"), "is not text in UTF-8"),
        ("tables.csv", TIDY.encode(), "has a heading but no rows"),
        ("tables.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "is damaged"),
        ("tables.xlsx", b"PK\x03\x04" + bytes(2000), "is damaged or cut short"),
        ("zeros.csv.gz", gzip.compress(b"0" * 3_000_000, mtime=0), "a line of more than 1,000,000"),
        ("cut.csv.gz", gzip.compress(TIDY.encode() * 9, mtime=0)[:-12], "is damaged or cut short"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_one_sentence(tmp_path, name, content, said):
    path = tmp_path / name
    path.write_bytes(content)

    assert said in refusal(path)


@pytest.mark.parametrize("name", ["tables.xls", "tables.ods", "tables.csv", "tables"])
def test_a_workbook_under_another_ending_is_read_as_what_it_is(book, tmp_path, name):
    path = shutil.copy(book, tmp_path / name)

    assert read_statistics(path) == read_statistics(book)


@pytest.mark.parametrize("name", ["tables.xlsx", "tables.xls"])
def test_a_workbook_with_a_password_is_said_to_have_one(tmp_path, name):
    # Excel keeps a protected workbook in an old container, as a part of this name.
    path = tmp_path / name
    part = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + part + bytes(1000))

    assert "is protected with a password: save it without one" in refusal(path)


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "tables.xlsx").mkdir()

    assert "cannot be read" in refusal(tmp_path / "tables.xlsx")


def test_two_columns_with_one_heading_are_left_out_and_the_others_taken(tmp_path):
    table = release_2024.numbers()
    table[7][3] = table[7][2]

    found = read_statistics(workbooks.write(tmp_path / "tables.xlsx", {"Table P1": table}))

    assert [(left.what, left.reason) for left in found.left_out] == [
        (
            "Table P1, columns C, D",
            "they say the same of themselves: Recorded crime (excluding fraud)",
        )
    ]
    assert "recorded_crime" not in found.measures
    assert found.problem_count == 0


def test_headings_on_another_row_are_not_guessed(tmp_path):
    table = release_2024.numbers()
    table[7], table[20] = table[20], table[7]

    path = workbooks.write(tmp_path / "tables.xlsx", {"Table P1": table})

    assert "its row of headings, with “Area Name”, was not found" in refusal(path)


def test_a_column_of_words_is_reported_cell_by_cell_and_the_rest_taken(tmp_path):
    table = release_2024.numbers()
    for row in table[8:]:
        row[2] = f"about {row[2]}"

    found = read_statistics(workbooks.write(tmp_path / "tables.xlsx", {"Table P1": table}))

    assert found.problem_count == len(release_2024.places())
    assert found.problems[0].words == (
        "Table P1, cell C9: “about 1000” is not a number: England and Wales is left without a "
        "value for Recorded crime (excluding fraud)."
    )
    assert found.taken[0].values > 250


@pytest.mark.parametrize("kept", [("Cover_sheet", "Notes"), ("Cover_sheet", "Table C4")])
def test_a_release_without_its_force_tables_is_refused(tmp_path, kept):
    sheets = {name: rows for name, rows in release_2024.sheets().items() if name in kept}

    path = workbooks.write(tmp_path / "tables.xlsx", sheets)

    assert "holds no table by police force area that can be taken" in refusal(path)


def moved(table, by, row):
    """Return a table whose row of headings stands so many columns further right, or left."""
    cells = table[row]
    shifted = [*cells[:2], *[None] * by, *cells[2:]] if by > 0 else [cells[1], *cells[2:]]
    return [*table[:row], shifted, *table[row + 1 :]]


@pytest.mark.parametrize(
    "table",
    [
        moved(release_2024.numbers(), 1, 7),
        moved(release_2024.numbers(), -1, 7),
        moved(workbooks.crime_table(), 1, 4),
    ],
)
def test_a_table_whose_headings_are_out_of_step_with_its_values_is_refused(tmp_path, table):
    path = workbooks.write(tmp_path / "tables.xlsx", {"Table P1": table})

    assert "its headings do not stand over its values: column" in refusal(path)
