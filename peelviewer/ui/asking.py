# SPDX-License-Identifier: MIT
"""The one way to ask before something is replaced, removed or lost."""

from PySide6.QtWidgets import QMessageBox, QWidget


def ask(parent: QWidget, title: str, question: str, answer: str, what: str = "") -> bool:
    """Ask ``question`` about ``what``; return whether ``answer`` was the button that was pressed.

    Enter and Escape mean Cancel: nothing is lost by accident.
    """
    box = QMessageBox(QMessageBox.Icon.Question, title, question, parent=parent)
    box.setInformativeText(what)
    yes = box.addButton(answer, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is yes
