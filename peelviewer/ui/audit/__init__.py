# SPDX-License-Identifier: MIT
"""What became of every word of the source, and where the report contradicts itself."""
