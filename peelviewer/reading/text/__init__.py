# SPDX-License-Identifier: MIT
"""Markdown and plain text to styled lines."""
