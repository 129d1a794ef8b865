# SPDX-License-Identifier: MIT
"""What a report is: frozen values without any input, output or window."""
