# SPDX-License-Identifier: MIT
"""Build hook: a wheel carries ``data/`` and ``resources/`` inside the package.

Not an editable installation: there the program reads both beside the package, and a copy would
only grow old.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHook(BuildHookInterface[Any]):
    """Adds the shipped files to a standard wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the folders to copy and where they go (``peelviewer.paths.bundled``)."""
        if version == "standard":
            for folder in ("data", "resources"):
                build_data["force_include"][folder] = f"peelviewer/_bundled/{folder}"
