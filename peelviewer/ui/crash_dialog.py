# SPDX-License-Identifier: MIT
"""What is shown of an uncaught error: that it happened, with the details to copy."""

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)


class CrashDialog(QDialog):
    """One unexpected error and its details."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("An error in PEEL Viewer")
        self.setAccessibleName("An error in PEEL Viewer")
        self.details = QPlainTextEdit(details, readOnly=True)
        self.details.setAccessibleName("Details of the error")
        text = QLabel(
            "Something went wrong that is not your fault. Your library is safe, and you can go "
            "on. If you report the error, these details help.",
            wordWrap=True,
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton("Copy details", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setAccessibleName("Copy details")
        self.copy_button.clicked.connect(lambda: QApplication.clipboard().setText(details))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        for widget in (text, self.details, buttons):
            layout.addWidget(widget)
        self.resize(620, 400)
