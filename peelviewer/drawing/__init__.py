# SPDX-License-Identifier: MIT
"""A chart's value as pixels: laid out for a width, painted, on the screen and in files."""
