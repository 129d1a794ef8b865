"""National statistics into the library from the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from peelviewer.library import Library
from peelviewer.ui import theme
from peelviewer.ui.lists import ListDialog
from peelviewer.ui.messages import Messages
from peelviewer.ui.settings import Settings
from peelviewer.ui.statistics_import import StatisticsImporter, is_statistics
from peelviewer.ui.statistics_taking import TakingDialog
from peelviewer.ui.tasks import InlineTasks

ROWS = """force_id,measure,unit,period_kind,period_end,value,source
kent,organised_crime_groups,per_million_population,as at,2016-07-01,20,Made-up counts
essex,organised_crime_groups,per_million_population,as at,2016-07-01,30,Made-up counts
england-and-wales,organised_crime_groups,per_million_population,as at,2016-07-01,46,Made-up counts
"""


@pytest.fixture(params=["in memory", "in a folder"])
def library(request, tmp_path):
    if request.param == "in memory":
        with Library.in_memory() as library:
            yield library
    else:
        with Library.open(tmp_path / "library") as library:
            yield library


@pytest.fixture
def importer(qtbot, library, tmp_path):
    messages = Messages(theme.LIGHT)
    qtbot.addWidget(messages)
    settings = Settings(tmp_path / "window.ini")
    return StatisticsImporter(library, settings, InlineTasks(), messages, messages)


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "counts.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def said(importer) -> list[str]:
    return [banner.text for banner in importer._messages.banners()]


def test_a_file_is_kept_and_it_is_said_what_was_taken(qtbot, importer, library, file):
    with qtbot.waitSignal(importer.imported):
        importer.import_files([file])
    assert len(library.statistics.observations("organised_crime_groups")) == 3
    assert said(importer) == [
        "counts.csv: 1 table, 1 measure, 1 period, 2 forces. It is now in the library."
    ]


def test_importing_it_again_says_that_it_was_there(importer, file):
    importer.import_files([file, file])
    assert said(importer)[0].endswith("It was in the library already.")


def test_what_a_later_file_does_not_hold_stays_and_is_said(importer, library, file, tmp_path):
    part = tmp_path / "part.csv"
    part.write_text("\n".join(ROWS.splitlines()[:2]).replace(",20,", ",21,"), encoding="utf-8")
    importer.import_files([file, part])
    assert said(importer)[0].endswith(
        "It joined the earlier copy. 2 values that the file does not hold stayed."
    )
    assert [o.value for o in library.statistics.observations()] == [21.0, 30.0, 46.0]


def test_a_faulty_file_is_refused_in_a_sentence_and_the_next_one_is_taken(
    importer, library, file, tmp_path
):
    bad = tmp_path / "bad.csv"
    bad.write_text(ROWS.replace("kent", "narnia"), encoding="utf-8")
    importer.import_files([bad, tmp_path / "none.xlsx", file])
    errors = [b.text for b in importer._messages.banners() if b.kind == "error"]
    assert any("bad.csv" in text and "narnia" in text for text in errors)
    assert any("none.xlsx" in text for text in errors)
    assert len(library.statistics.datasets()) == 1


def test_the_details_of_a_refused_file_have_every_faulty_row(
    qtbot, importer, tmp_path, monkeypatch
):
    opened = []
    monkeypatch.setattr(ListDialog, "open", lambda dialog: opened.append(dialog))  # noqa: PLW0108
    bad = tmp_path / "bad.csv"
    bad.write_text(ROWS.replace(",2016-07-01,", ",soon,"), encoding="utf-8")
    importer.import_files([bad])
    (banner,) = importer._messages.banners()
    assert "3 rows cannot be read" in banner.text
    banner.findChild(QPushButton).click()
    qtbot.addWidget(opened[0])
    shown = [label.text() for label in opened[0].findChildren(QLabel)]
    (rows,) = (text.splitlines() for text in shown if text.startswith("row "))
    assert [row[:6] for row in rows] == ["row 2:", "row 3:", "row 4:"]


def test_the_details_say_each_table_and_what_was_not_taken(qtbot, importer, file, monkeypatch):
    opened = []

    def opens(dialog):
        opened.append(dialog)

    monkeypatch.setattr(TakingDialog, "open", opens)
    importer.import_files([file])
    banner = importer._messages.banners()[0]
    banner.findChild(QPushButton).click()
    qtbot.addWidget(opened[0])
    assert opened[0].windowTitle() == "Imported statistics"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tables.XLSX", True),
        ("open-data.csv.gz", True),
        ("workforce.ods", True),
        ("report.md", False),
        ("report.pdf", False),
        ("report.json", False),
    ],
)
def test_statistics_are_known_by_their_ending(name, expected):
    assert is_statistics(Path(name)) is expected
