# SPDX-License-Identifier: MIT
"""The Compare view: one measure across forces and years, or one force across measures."""
