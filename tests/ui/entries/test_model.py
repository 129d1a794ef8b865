import pytest
from PySide6.QtCore import Qt

from peelviewer.ui.entries.entry import Entry
from peelviewer.ui.entries.model import EntryModel
from peelviewer.ui.models.roles import EntryRole

ROWS = (
    Entry(text="Burglary", heading=True, key="h"),
    Entry(text="16", detail="first place", right="p. 4", level=2, key="a"),
    Entry(text="17", right="p. 9", level=2, key="b"),
)


@pytest.fixture
def model(qapp) -> EntryModel:
    model = EntryModel()
    model.show_entries(ROWS)
    return model


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)


def test_an_empty_model_keeps_qts_rules(qapp, qtmodeltester):
    qtmodeltester.check(EntryModel())


def test_headings_cannot_be_chosen(model):
    chosen = [
        bool(model.flags(model.index(row)) & Qt.ItemFlag.ItemIsSelectable) for row in range(3)
    ]
    assert chosen == [False, True, True]
    assert model.first_row() == 1


def test_a_row_is_spoken_whole(model):
    index = model.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "16, first place, Level 2, page 4"
    assert index.data(EntryRole.ENTRY) is ROWS[1]


def test_rows_that_stay_keep_their_place(model, qtbot):
    changed = (ROWS[0], Entry(text="18", key="a"), ROWS[2])
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_entries(changed)
    assert model.index(1).data() == "18"


def test_other_rows_begin_anew(model, qtbot):
    with qtbot.waitSignal(model.modelReset):
        model.show_entries(ROWS[:2])
    assert model.row_of("b") is None
