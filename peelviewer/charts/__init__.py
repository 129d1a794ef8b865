# SPDX-License-Identifier: MIT
"""A chart as a value, then as pixels.

``spec``, ``wording`` and ``table`` know no Qt; ``plot`` draws on the screen, ``save`` in files.
"""
