# SPDX-License-Identifier: MIT
"""The door for files: told apart into statistics and reports, each brought in by its importer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from peelviewer.ui.importing import ReportImporter
from peelviewer.ui.statistics_import import StatisticsImporter, is_statistics

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from peelviewer.library import Library
    from peelviewer.ui.messages import Messages
    from peelviewer.ui.settings import Settings
    from peelviewer.ui.tasks import Tasks


class Intake(QObject):
    """Takes files from the command line, from a drag and from the menu."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        tasks: Tasks,
        messages: Messages,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.reports = ReportImporter(library, settings, tasks, messages, window)
        self.reports.dropped.connect(self.take)
        self.statistics = StatisticsImporter(library, settings, tasks, messages, window)

    def take(self, files: Sequence[Path]) -> None:
        """Import files: statistics as such, everything else as reports."""
        self.statistics.import_files([path for path in files if is_statistics(path)])
        self.reports.import_files([path for path in files if not is_statistics(path)])

    def stop(self) -> None:
        """Read no more reports, before the window goes away."""
        self.reports.stop()
