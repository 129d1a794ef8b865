# SPDX-License-Identifier: MIT
"""What the user keeps: reports in one SQLite file, and the files they were imported from."""

from peelviewer.library.editions import Outcome
from peelviewer.library.store import Kept, Library, ReportSummary

__all__ = ["Kept", "Library", "Outcome", "ReportSummary"]
