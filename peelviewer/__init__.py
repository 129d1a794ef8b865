# SPDX-License-Identifier: MIT
"""PEEL Viewer: read police inspection reports offline, with their measures charted."""

__version__ = "0.1.0"
