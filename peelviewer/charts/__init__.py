# SPDX-License-Identifier: MIT
"""A chart as a value: what it shows and says, without Qt. ``drawing`` makes pixels of it.

``spec`` is the one door to all kinds of charts.
"""
