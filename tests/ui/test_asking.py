"""A question before something is lost: what it does is on its button, and Enter cancels."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from peelviewer.ui.asking import ask


@pytest.mark.parametrize(("button", "answer"), [("&Replace", True), ("Cancel", False)])
def test_a_question_names_what_it_does_and_cancel_is_what_enter_means(qtbot, button, answer):
    window = QWidget()
    qtbot.addWidget(window)

    def press():
        box = window.findChild(QMessageBox)
        assert box.defaultButton().text().replace("&", "") == "Cancel"
        (wanted,) = [one for one in box.buttons() if one.text().endswith(button)]
        assert box.informativeText() == "a.pdf"
        wanted.click()

    QTimer.singleShot(0, press)
    assert ask(window, "Keep all", "Replace it?", "&Replace", "a.pdf") is answer
