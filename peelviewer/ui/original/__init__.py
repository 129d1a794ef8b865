# SPDX-License-Identifier: MIT
"""The source as it was published, beside what was read from it: pages of a PDF, lines of a text."""
