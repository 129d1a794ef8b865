# SPDX-License-Identifier: MIT
"""The facts that ship with the program: forces, measures and what may be compared."""
