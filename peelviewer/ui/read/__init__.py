# SPDX-License-Identifier: MIT
"""The report's text as one continuous document, and the pane that shows it."""
