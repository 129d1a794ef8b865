# SPDX-License-Identifier: MIT
"""A file in, a report out: Markdown and plain text to the full report, without Qt or a database."""

from peelviewer.reading.reader import read

__all__ = ["read"]
