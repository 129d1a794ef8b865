# SPDX-License-Identifier: MIT
"""PDF to styled lines: words with their places and sizes, rows, tables, footnotes, paragraphs."""

from peelviewer.reading.pdf.accounts import accounts
from peelviewer.reading.pdf.source import Source, load

__all__ = ["Source", "accounts", "load"]
