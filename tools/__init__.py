# SPDX-License-Identifier: MIT
"""What is used to make the project's files; nothing here ships with the program."""
