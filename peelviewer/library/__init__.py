# SPDX-License-Identifier: MIT
"""What the user keeps: reports in one SQLite file, and the files they were imported from."""

from peelviewer.library.store import Kept, Library, Outcome, ReportSummary

__all__ = ["Kept", "Library", "Outcome", "ReportSummary"]
