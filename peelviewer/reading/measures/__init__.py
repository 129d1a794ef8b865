# SPDX-License-Identifier: MIT
"""Measures of a report: from pairs of values, from tables, and from sentences."""

from peelviewer.reading.measures.finding import measures

__all__ = ["measures"]
