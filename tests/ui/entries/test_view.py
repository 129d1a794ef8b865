import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from peelviewer.ui import theme
from peelviewer.ui.entries.entry import Entry
from peelviewer.ui.entries.view import EntryList

ROWS = (
    Entry(text="Heading", heading=True, key="h"),
    Entry(text="A long text that must break into several lines of its own", detail="x", key="a"),
    Entry(text="B", right="p. 2", key="b", mark="good"),
)


@pytest.fixture
def rows(qtbot) -> EntryList:
    rows = EntryList("Rows", theme.LIGHT)
    qtbot.addWidget(rows)
    rows.resize(160, 300)
    rows.show_entries(ROWS)
    rows.show()
    return rows


def test_moving_tells_of_each_row_and_enter_activates_it(qtbot, rows):
    rows.choose_first()
    with qtbot.waitSignal(rows.entry_reached) as reached:
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert reached.args == [ROWS[2]]
    with qtbot.waitSignal(rows.entry_activated) as activated:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert activated.args == [ROWS[2]]


def test_a_click_activates_but_not_on_a_heading(qtbot, rows):
    def click(row):
        spot = rows.visualRect(rows.rows.index(row)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    with qtbot.assertNotEmitted(rows.entry_activated):
        click(0)
    with qtbot.waitSignal(rows.entry_activated) as activated:
        click(1)
    assert activated.args == [ROWS[1]]


def test_choosing_quietly_tells_nothing(qtbot, rows):
    with qtbot.assertNotEmitted(rows.entry_reached):
        assert rows.choose("b", quietly=True)
    assert rows.current() is ROWS[2]
    assert not rows.choose("nowhere")


def test_the_chosen_row_stays_chosen_among_others(rows):
    rows.choose("b")
    rows.show_entries((ROWS[2], ROWS[1]))
    assert rows.current() is ROWS[2]


def test_a_row_is_copied_as_text(qtbot, rows):
    rows.choose("b")
    qtbot.keyClick(rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "B\tp. 2"


def test_long_texts_are_given_their_lines(qapp, rows):
    heights = [rows.visualRect(rows.rows.index(row)).height() for row in (1, 2)]
    assert heights[0] > heights[1] * 1.8


def test_both_themes_can_be_painted(qtbot, rows):
    rows.choose("b")
    light = rows.grab().toImage()
    rows.set_theme(theme.DARK)
    assert not light.isNull()
    assert not rows.grab().isNull()


def test_a_row_that_has_no_room_for_its_words_tells_them_in_its_tip(qtbot):
    rows = EntryList("Files", theme.LIGHT, most_lines=1)
    qtbot.addWidget(rows)
    rows.resize(220, 300)
    long = "leicestershire-effectiveness-2016-second-copy.pdf"
    rows.show_entries((Entry(text="a.pdf", key="a"), Entry(text=long, detail="A force", key="b")))
    rows.show()
    option = QStyleOptionViewItem()
    rows.initViewItemOption(option)
    cut = []
    for row in range(2):
        option.rect = rows.visualRect(rows.rows.index(row))
        cut.append(rows.delegate.is_cut(option, rows.rows.index(row)))
    assert cut == [False, True]
    assert rows.rows.index(1).data(Qt.ItemDataRole.ToolTipRole) == f"{long}\nA force"


def test_the_quieter_line_wraps_once(qtbot):
    rows = EntryList("Measures", theme.LIGHT)
    qtbot.addWidget(rows)
    rows.resize(240, 300)
    detail = "Northshire Police 51.0, England and Wales 68.2 · 12 months to 30 June 2016"
    rows.show_entries((Entry(text="Crime", detail="12 months", key="a"),
                       Entry(text="Crime", detail=detail, key="b"),
                       Entry(text="Crime", detail=detail * 9, key="c")))  # fmt: skip
    rows.show()
    one, two, many = (rows.visualRect(rows.rows.index(row)).height() for row in range(3))
    assert one < two == many


def test_a_warning_is_a_sign_and_a_word_not_a_colour_alone(qtbot, rows):
    plain = Entry(text="Row", right="2", key="a")
    warned = Entry(text="Row", right="2", key="b", warning=True)
    rows.delegate.theme = msgspec.structs.replace(
        theme.LIGHT, warning=theme.LIGHT.text
    )  # no colour of its own
    rows.show_entries((plain, warned))
    rows.resize(160, 80)
    picture = rows.viewport().grab().toImage()
    first, second = (rows.visualRect(rows.rows.index(row)) for row in (0, 1))
    pictures = [picture.copy(area) for area in (first, second)]
    assert pictures[0] != pictures[1]
    assert warned.spoken() == "Row, 2, to be looked at"


HEADED = (
    Entry(text="One", heading=True, key="one"),
    Entry(text="a", key="a"),
    Entry(text="Two", heading=True, key="two"),
    Entry(text="b", key="b"),
    Entry(text="Three", heading=True, key="three"),
)


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("a", Qt.Key.Key_Down, "b"),
        ("b", Qt.Key.Key_Up, "a"),
        ("a", Qt.Key.Key_Up, "a"),
        ("b", Qt.Key.Key_Down, "b"),
        ("b", Qt.Key.Key_Home, "a"),
        ("a", Qt.Key.Key_End, "b"),
        ("a", Qt.Key.Key_PageDown, "b"),
        ("b", Qt.Key.Key_PageUp, "a"),
    ],
)
def test_the_keys_pass_over_headings(qtbot, rows, start, key, end):
    rows.show_entries(HEADED)
    rows.choose(start)
    qtbot.keyClick(rows, key)
    assert rows.current().key == end
    assert rows.selectionModel().isSelected(rows.currentIndex())


def test_a_list_of_headings_alone_has_no_row_to_go_to(qtbot, rows):
    rows.show_entries(HEADED[:1])
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.current() is None
