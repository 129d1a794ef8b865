# SPDX-License-Identifier: MIT
"""A chart as a value, then as pixels.

``spec`` is the one door to chart values and knows no Qt, as do ``wording``, ``table`` and the
modules of each kind; ``plot`` draws on the screen, ``save`` in files.
"""
