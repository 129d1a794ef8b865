# SPDX-License-Identifier: MIT
"""The contents panel: the tree of sections and its filter."""
