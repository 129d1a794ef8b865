# SPDX-License-Identifier: MIT
"""Qt item models, one a file."""
