"""The list of the statistics that there are, and how imported ones are removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from peelviewer.library import Library
from peelviewer.statistics.tidy import read_tidy
from peelviewer.ui.statistics_held import IMPORT_AGAIN, StatisticsDialog, shipped_publications

HEAD = "force_id,measure,unit,period_kind,period_end,value,source,release,vintage\n"
GROUPS = "organised_crime_groups,per_million_population,as at"
ROWS = f"""kent,{GROUPS},2016-07-01,20,NAME,first,2017-02-01
essex,{GROUPS},2015-07-01,30,NAME,first,2017-02-01
"""


@pytest.fixture
def library(tmp_path):
    with Library.in_memory() as library:
        for name in ("Made-up counts", "Other counts"):
            path = tmp_path / f"{name}.csv"
            path.write_text(HEAD + ROWS.replace("NAME", name), encoding="utf-8")
            found = read_tidy(path)
            library.statistics.keep(found.datasets, found.observations, path.name)
        yield library


@pytest.fixture
def dialog(qtbot, library):
    dialog = StatisticsDialog(library)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def words(dialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def remove_buttons(dialog) -> list[QPushButton]:
    buttons = dialog.findChildren(QPushButton)
    return [one for one in buttons if one.accessibleName().startswith("Remove ")]


def test_each_imported_publication_says_what_it_is(dialog):
    shown = words(dialog)

    assert "Made-up counts, first" in shown
    assert "As of 2017-02-01" in shown
    assert "1 measure, 2 forces, 2 values, periods that end 1 July 2015 to 1 July 2016" in shown
    assert "Imported from Other counts.csv" in shown


def test_what_an_earlier_version_imported_is_said_to_want_its_file_again(qtbot, library, dialog):
    assert IMPORT_AGAIN not in words(dialog)
    library._connection.execute("UPDATE dataset SET reader = 0 WHERE title LIKE 'Made-up%'")

    later = StatisticsDialog(library)
    qtbot.addWidget(later)

    assert words(later).count(IMPORT_AGAIN) == 1


def test_what_ships_is_listed_once_each_and_cannot_be_removed(dialog):
    shipped = shipped_publications()

    assert len({one.dataset.id for one in shipped}) == len(shipped) > 3
    assert words(dialog).count("Comes with the program") == len(shipped)
    assert [one.accessibleName() for one in remove_buttons(dialog)] == [
        "Remove Made-up counts, first",
        "Remove Other counts, first",
    ]


def test_the_tab_key_comes_to_each_publication_and_then_to_close(qtbot, dialog):
    dialog._scroll.setFocus()
    seen = []
    for _ in range(3):
        dialog.focusNextPrevChild(True)
        seen.append(dialog.focusWidget())

    assert seen == [*remove_buttons(dialog), dialog.close_button]


def test_removing_asks_first_and_then_takes_the_publication_out(
    qtbot, dialog, library, monkeypatch
):
    asked = []
    monkeypatch.setattr(dialog, "_ask", lambda question: asked.append(question) or True)

    with qtbot.waitSignal(dialog.changed):
        qtbot.keyClick(remove_buttons(dialog)[0], Qt.Key.Key_Space)

    assert asked == ["Remove Made-up counts, first from the library, with its 2 values?"]
    assert [one.dataset.title for one in library.statistics.datasets()] == ["Other counts"]
    qtbot.waitUntil(lambda: len(remove_buttons(dialog)) == 1)
    assert "Made-up counts" not in words(dialog)
    qtbot.waitUntil(remove_buttons(dialog)[0].isVisible)
    assert dialog.focusWidget() is remove_buttons(dialog)[0]  # there is a next one


def test_nothing_goes_where_the_answer_is_no(dialog, library, monkeypatch):
    monkeypatch.setattr(dialog, "_ask", lambda question: False)

    remove_buttons(dialog)[0].click()

    assert len(library.statistics.datasets()) == 2
    assert len(remove_buttons(dialog)) == 2


def test_without_imports_it_says_how_to_import(qtbot):
    with Library.in_memory() as empty:
        dialog = StatisticsDialog(empty)
        qtbot.addWidget(dialog)

        assert "Nothing is imported yet" in words(dialog)
        assert remove_buttons(dialog) == []
