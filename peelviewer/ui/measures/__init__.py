# SPDX-License-Identifier: MIT
"""The measures of the section being read: a list, and each as chart, table and explanation."""
