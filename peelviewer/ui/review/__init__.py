# SPDX-License-Identifier: MIT
"""The review before anything is kept: what was recognised, beside the source, and corrections."""
