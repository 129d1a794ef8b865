# SPDX-License-Identifier: MIT
"""What names a report: title, force, pillar and year, each to be set right."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLabel, QLineEdit, QWidget

from peelviewer.model.force import Force
from peelviewer.model.report import Pillar
from peelviewer.reference.forces import force_named, forces
from peelviewer.ui.review.choice import Choice
from peelviewer.ui.review.draft import (
    PILLARS,
    Draft,
    is_year,
    with_force,
    with_pillar,
    with_title,
    with_year,
)

NOT_A_YEAR = "A year is given as 2016, or as 2018/19."
NO_FORCE = "Name the force that was inspected."


class IdentityForm(QWidget):
    """Edits the four of one draft; ``changed`` hands the draft on with what is valid in it."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What names the report")
        self._draft: Draft | None = None
        self.title = QLineEdit()
        self.force = Choice(editable=True)
        self.force.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.force.addItems([force.name for force in forces()])
        completer = QCompleter([force.name for force in forces()], self.force)
        self.force.setCompleter(completer)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered = completer.popup()
        if offered is not None:
            offered.setObjectName("suggestions")  # else it takes the field's colours: none
            offered.setAccessibleName("Forces of this name")
        self.pillar = Choice()
        for pillar in PILLARS:
            self.pillar.addItem(pillar.capitalize(), pillar)
        self.year = QLineEdit(maxLength=7)
        self.year.setFixedWidth(96)
        self.complaint = QLabel(wordWrap=True)
        self.complaint.setProperty("complaint", True)
        self._lay_out()
        self._connect()

    def show_draft(self, draft: Draft, *, anew: bool = False) -> None:
        """Show what names a report.

        What is being typed, and what was typed and cannot be kept yet, is overwritten only by
        another draft and where ``anew``.
        """
        another = anew or self._draft is None or self._draft.path != draft.path
        self._draft = draft
        report, faults = draft.report, self._faults()
        if another or not self.title.hasFocus():
            self.title.setText(report.title)
        if another or not (self.year.hasFocus() or NOT_A_YEAR in faults):
            self.year.setText(report.year)
        line = self.force.lineEdit()
        if another or line is None or not (line.hasFocus() or NO_FORCE in faults):
            self.force.setEditText(report.force.name)
            if line is not None:
                line.setCursorPosition(0)
        self.pillar.setCurrentIndex(self.pillar.findData(report.pillar))
        if another:
            self.title.setCursorPosition(0)
        self._validate()

    def is_valid(self) -> bool:
        """Return whether all that is typed can be kept."""
        return not self._faults()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        fields = (("&Title", self.title), ("&Force", self.force),
                  ("&Pillar", self.pillar), ("&Year", self.year))  # fmt: skip
        for column, (text, field) in enumerate(fields):
            label = QLabel(text)
            label.setObjectName("quiet")
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            if isinstance(field, QComboBox) and (line := field.lineEdit()) is not None:
                line.setAccessibleName(field.accessibleName())
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        grid.addWidget(self.complaint, 2, 0, 1, 4)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self._on_title_done)
        self.title.textEdited.connect(lambda _: self._on_title())
        self.force.editTextChanged.connect(lambda _: self._on_force())
        self.pillar.activated.connect(lambda _: self._on_pillar())
        self.year.textEdited.connect(lambda _: self._on_year())

    def _on_title(self) -> None:
        if self._draft is not None:
            self._take(with_title(self._draft, self.title.text()))

    def _on_title_done(self) -> None:
        """Take the title; where it was emptied, show the one that stays."""
        self._on_title()
        if self._draft is not None and not self.title.text().strip():
            self.title.setText(self._draft.report.title)

    def _on_force(self) -> None:
        name = " ".join(self.force.currentText().split())
        if self._draft is None:
            return
        if name and name != self._draft.report.force.name:
            self._take(with_force(self._draft, _force(name)))
        else:
            self._take(self._draft)

    def _on_pillar(self) -> None:
        if self._draft is not None:
            self._take(with_pillar(self._draft, cast("Pillar", self.pillar.currentData())))

    def _on_year(self) -> None:
        if self._draft is not None:
            self._take(with_year(self._draft, self.year.text().strip()))

    def _take(self, draft: Draft) -> None:
        self._validate()
        self._draft = draft
        self.changed.emit(draft)

    def _faults(self) -> tuple[str, ...]:
        year = () if is_year(self.year.text().strip()) else (NOT_A_YEAR,)
        force = () if self.force.currentText().strip() else (NO_FORCE,)
        return (*force, *year)

    def _validate(self) -> None:
        faults = self._faults()
        self.complaint.setText(" ".join(faults))
        self.complaint.setVisible(bool(faults))
        for field, fault in ((self.year, NOT_A_YEAR), (self.force, NO_FORCE)):
            field.setProperty("invalid", fault in faults)
            field.style().polish(field)


def _force(name: str) -> Force:
    """Return the known force of that name, else one with an id made of it."""
    known = force_named(name)
    if known is not None:
        return Force(id=known.id, name=known.name, code=known.code)
    from peelviewer.reading.slugs import slug

    return Force(id=slug(name), name=name)
