"""Review, audit and progress with the keyboard alone, and as a screen reader hears them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from peelviewer.ui import theme
from peelviewer.ui.audit.dialog import AuditDialog
from peelviewer.ui.review.dialog import ReviewDialog
from peelviewer.ui.review.draft import Draft, with_year
from peelviewer.ui.tasks import InlineTasks, Task
from tests.builders import sample_report

REPORT = sample_report()
ROLES = QAccessible.Role
OPERABLE = {
    ROLES.Button, ROLES.CheckBox, ROLES.ComboBox, ROLES.EditableText, ROLES.List, ROLES.ListItem,
    ROLES.ProgressBar, ROLES.StaticText,
}  # fmt: skip


def nothing(function, arguments, path, cancelled) -> bytes:
    return b"[]"


@pytest.fixture
def dialog(qtbot, monkeypatch) -> ReviewDialog:
    monkeypatch.setattr(ReviewDialog, "confirmed", lambda *_, **__: True)
    drafts = [
        with_year(Draft(path=Path("a.pdf"), as_read=REPORT), "2017"),
        Draft(path=Path("b.pdf"), as_read=REPORT),
    ]
    dialog = ReviewDialog(drafts, lambda _: None, theme.LIGHT, InlineTasks, draw=nothing)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    return dialog


def below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield all that a screen reader can reach in a widget and is on the screen."""
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield child
            yield from below(child)


def spoken(widget: QWidget) -> list[tuple[QAccessible.Role, str]]:
    """Return role and name of each thing in a widget that says or does something."""
    root = QAccessible.queryAccessibleInterface(widget)
    found = [(one.role(), one.text(QAccessible.Text.Name)) for one in below(root)]
    return [(role, name) for role, name in found if role in OPERABLE]


def test_everything_in_the_review_has_a_role_and_a_name(dialog):
    dialog.reading.follow(Task("Reading 3 files", lambda _: None))
    dialog.reading.progress.show()
    found = spoken(dialog)
    assert all(name for _, name in found)
    names = [name for _, name in found]
    for expected in (
        "Files", "Title", "Force", "Year", "What was recognised", "Sections",
        "Blocks of the section", "One level lower", "Next page", "Page as published", "Discard",
        "Undo 1 correction", "Keep all 2", "Keep", "Cancel reading", "Reading 3 files",
    ):  # fmt: skip
        assert expected in (*names, dialog.view.original.pages.accessibleName())


def test_a_field_to_choose_from_is_named_by_its_label(dialog):
    for combo in dialog.findChildren(QComboBox):
        relations = QAccessible.queryAccessibleInterface(combo).relations()
        labels = [
            other.text(QAccessible.Text.Name)
            for other, relation in relations
            if relation & QAccessible.RelationFlag.Label
        ]
        assert labels in (["Force"], ["Pillar"], ["Kind of this block"])


def test_a_row_tells_its_kind_level_and_page(dialog):
    names = [name for role, name in spoken(dialog) if role == ROLES.ListItem]
    assert any(name.endswith("Level 2, page 6") for name in names)
    assert "a.pdf, Northshire Police · Effectiveness 2017" in names


def test_tab_goes_through_the_review_as_it_is_read(qtbot, dialog):
    form, page, view = dialog.view.form, dialog.view.sections, dialog.view
    order = [dialog.files, form.title, form.force, form.pillar, form.year, view.topics,
             page.outline, page.deeper, page.blocks, page.kind]  # fmt: skip
    dialog.files.setFocus()
    reached = []
    for _ in order:
        here = QApplication.focusWidget()
        reached.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert reached == order
    last = [view.undo, dialog.keep_all, dialog.keep]
    dialog.discard.setFocus()
    for expected in last:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected


def test_enter_in_a_field_or_list_keeps_nothing(qtbot, dialog):
    form, page = dialog.view.form, dialog.view.sections
    with qtbot.assertNotEmitted(dialog.keep_wished):
        for part in (form.title, form.force.lineEdit(), form.year, page.outline, page.blocks):
            part.setFocus()
            qtbot.keyClick(part, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_escape_leaves_the_review(qtbot, dialog):
    qtbot.keyClick(dialog.view.sections.outline, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_wheel_over_a_field_corrects_nothing(dialog):
    form, page = dialog.view.form, dialog.view.sections
    for combo in (form.force, form.pillar, page.kind):
        combo.setFocus()
        wheel = QWheelEvent(
            QPointF(5, 5), QPointF(combo.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
            False,  # not inverted
        )  # fmt: skip
        QApplication.sendEvent(combo, wheel)
    assert dialog.drafts()[0].count == 1


def test_everything_in_the_audit_has_a_role_and_a_name(qtbot):
    audit = AuditDialog(REPORT, theme.LIGHT)
    audit.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(audit)
    audit.show()
    for name in ("unplaced", "furniture", "inconsistencies"):
        audit.show_list(name)
        assert all(spoken_name for _, spoken_name in spoken(audit))
    assert (ROLES.CheckBox, "Disagreeing, 1") in spoken(audit)
    assert audit.focusWidget() is audit.list("inconsistencies")
    qtbot.keyClick(audit, Qt.Key.Key_Escape)
    assert not audit.isVisible()
