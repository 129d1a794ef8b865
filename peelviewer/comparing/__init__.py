# SPDX-License-Identifier: MIT
"""Forces compared on national statistics: what is chosen, what can be answered, and its charts.

The window's Compare view and the command line both ask here.
"""
