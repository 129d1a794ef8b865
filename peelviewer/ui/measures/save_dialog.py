# SPDX-License-Identifier: MIT
"""Saving a chart: preview, format, size, name and folder; or all charts of the report at once."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from peelviewer.charts.spec import Chart
from peelviewer.charts.wording import listed
from peelviewer.errors import PeelViewerError
from peelviewer.model.report import Report
from peelviewer.ui.asking import ask
from peelviewer.ui.measures.preview import Preview
from peelviewer.ui.measures.save_choices import SaveChoices, Settings, remember, remembered
from peelviewer.ui.measures.save_footer import SaveFooter
from peelviewer.ui.measures.save_form import SaveForm
from peelviewer.ui.measures.save_place import SavePlace
from peelviewer.ui.measures.saving import (
    Everything,
    SavingAll,
    data_file,
    planned_files,
    save_chart,
    save_workbook,
)
from peelviewer.ui.wording import counted

REDRAW_AFTER_MS = 120


class SaveDialog(QDialog):
    """Asks how to save; keeps the choices; says what went wrong in a sentence and stays open."""

    saved = Signal(str)

    def __init__(
        self,
        chart: Chart,
        report: Report | None,
        everything: Everything,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about ``chart``, which is of ``report`` or beside it, or about ``everything``."""
        super().__init__(parent)
        self._everything = everything
        self._left_out: Sequence[str] = ()
        self._chart = chart
        self._report = report
        self._settings = settings
        self._all: SavingAll | None = None
        self.setObjectName("saveDialog")
        self.setWindowTitle("Save chart")
        self.preview = Preview(self)
        self.form = SaveForm(remembered(settings), self)
        self.place = SavePlace(chart.stem, self)
        self.footer = SaveFooter(self, everything.of)
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(REDRAW_AFTER_MS)
        self._lay_out()
        self._connect()
        self.place.show_folder(self._first_folder())
        self.place.show_format(self.form.choices.format)
        self.footer.save_button.setFocus()
        self._redraw.start(0)

    # -- building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(20)
        upper.addWidget(self.preview, 1)
        upper.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(upper, 1)
        layout.addWidget(self.place)
        layout.addSpacing(6)
        layout.addWidget(self.footer)
        self.resize(880, 640)

    def _connect(self) -> None:
        self._redraw.timeout.connect(self._draw_preview)
        self.form.changed.connect(self._on_changed)
        self.place.changed.connect(self._on_changed)
        self.place.folder_wanted.connect(self._on_folder_wanted)
        self.footer.save_wanted.connect(self._on_save)
        self.footer.all_wanted.connect(self._on_save_all)
        self.footer.cancel_wanted.connect(self._on_cancel)

    def _first_folder(self) -> Path:
        kept = remembered(self._settings).folder
        pictures = QStandardPaths.StandardLocation.PicturesLocation
        for folder in (kept, QStandardPaths.writableLocation(pictures)):
            if folder and Path(folder).is_dir():
                return Path(folder)
        return Path.home()

    # -- what the user sees ---------------------------------------------------------------------

    @property
    def choices(self) -> SaveChoices:
        """What is chosen now."""
        return replace(self.form.choices, folder=str(self.place.folder))

    @property
    def target(self) -> Path:
        """The file that "Save" writes."""
        return self.place.file

    def _on_changed(self) -> None:
        self.footer.say("")
        self.place.show_format(self.form.choices.format)
        self.footer.allow_saving(bool(self.place.stem))
        self._redraw.start()

    def _draw_preview(self) -> None:
        from peelviewer.drawing import save

        choices = self.form.choices
        try:
            options = save.Options(width=choices.width)
            chart = save.fitted(self._chart, msgspec.structs.replace(options, scale=choices.scale))
            image = save.to_image(chart, options)
        except PeelViewerError as error:
            self.footer.complain(str(error))
            return
        self.form.show_size(image.width(), image.height(), is_shortened=chart is not self._chart)
        sharp = save.to_image(chart, msgspec.structs.replace(options, scale=2))
        sharp.setDevicePixelRatio(2)
        self.preview.show_image(sharp, chart.description)

    # -- one chart ------------------------------------------------------------------------------

    def _on_save(self) -> None:
        target, choices = self.target, self.choices
        is_picture_with_data = choices.with_data and choices.format != "xlsx"
        files = [target, data_file(target)] if is_picture_with_data else [target]
        if not self._may_replace([file for file in files if file.exists()]):
            return
        try:
            save_chart(self._chart, self._report, target, choices)
        except PeelViewerError as error:
            self.footer.complain(str(error))
            return
        remember(self._settings, choices)
        self.saved.emit(f"Saved {' and '.join(file.name for file in files)} in {target.parent}.")
        self.accept()

    # -- all charts -----------------------------------------------------------------------------

    def _on_save_all(self) -> None:
        folder = self._ask_folder(f"Folder for all charts of {self._everything.of}")
        if folder is None:
            return
        self.place.show_folder(folder)
        choices = self.choices
        charts, self._left_out = self._everything.make()
        if choices.format == "xlsx":
            self._save_all_in_one(charts, folder / f"{self._everything.stem}.xlsx")
            return
        if not self._may_replace([f for f in planned_files(charts, folder, choices) if f.exists()]):
            return
        remember(self._settings, choices)
        self._allow_choices(False)
        self._all = SavingAll(charts, self._report, folder, choices, self)
        self._all.progressed.connect(self.footer.show_progress)
        self._all.finished.connect(self._on_all_finished)
        self._all.failed.connect(self._on_all_failed)
        self._all.start()

    def _save_all_in_one(self, charts: Sequence[Chart], path: Path) -> None:
        """Write all charts as sheets of one workbook."""
        if path.exists() and not self._may_replace([path]):
            return
        try:
            save_workbook(charts, path)
        except PeelViewerError as error:
            self.footer.complain(str(error))
            return
        remember(self._settings, self.choices)
        sentence = self._with_left_out(
            f"Saved {counted(len(charts), 'chart')} as sheets of {path.name} in {path.parent}."
        )
        self.footer.say(sentence)
        self.saved.emit(sentence)

    def _on_all_finished(self, count: int) -> None:
        wanted = count if self._all is None else self._all.wanted
        too_high = () if self._all is None else self._all.too_high
        self._leave_progress()
        charts = counted(wanted, "chart")
        if count < wanted:
            sentence = f"Stopped: saved {count} of {charts} in {self.place.folder}."
        else:
            sentence = self._with_left_out(f"Saved {charts} in {self.place.folder}.")
        if too_high:
            sentence = f"{sentence} Higher than a slide: {listed(too_high)}."
        self.footer.say(sentence)
        self.saved.emit(sentence)

    def _with_left_out(self, sentence: str) -> str:
        """Return a sentence with the charts that could not be made, and why."""
        missing = "; ".join(self._left_out)
        return f"{sentence} Left out: {missing}." if missing else sentence

    def _on_all_failed(self, sentence: str) -> None:
        self._leave_progress()
        self.footer.complain(sentence)

    def _leave_progress(self) -> None:
        self._all = None
        self._allow_choices(True)
        self.footer.end_progress()

    def _allow_choices(self, allowed: bool) -> None:
        self.form.setEnabled(allowed)
        self.place.setEnabled(allowed)

    def _on_cancel(self) -> None:
        if self._all is not None:
            self._all.cancel()
        else:
            self.reject()

    def reject(self) -> None:
        """Close; stop saving first if it is under way."""
        if self._all is not None:
            self._all.cancel()
        super().reject()

    # -- questions to the user: one method each, so that tests can answer ------------------------

    def _on_folder_wanted(self) -> None:
        folder = self._ask_folder("Folder to save in")
        if folder is not None:
            self.place.show_folder(folder)

    def _ask_folder(self, title: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, title, str(self.place.folder))
        return Path(chosen) if chosen else None

    def _may_replace(self, existing: list[Path]) -> bool:
        """Ask before anything is overwritten; true where nothing is in the way."""
        if not existing:
            return True
        if len(existing) == 1:
            question = f"{existing[0].name} is already in {existing[0].parent}. Replace it?"
        else:
            question = f"{len(existing)} files are already in {existing[0].parent}. Replace them?"
        return self._ask(question)

    def _ask(self, question: str) -> bool:
        return ask(self, "Replace?", question, "Replace")
