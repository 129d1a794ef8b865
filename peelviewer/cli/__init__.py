# SPDX-License-Identifier: MIT
"""The command line: results on stdout, messages on stderr, and nothing heavy before its time."""

from peelviewer.cli.program import main

__all__ = ["main"]
