# SPDX-License-Identifier: MIT
"""What the window remembers from one start to the next; a damaged file means the defaults."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

ZOOMS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200)
PLAIN_ZOOM = 100


class Settings:
    """Typed values over one INI file; each setter is written out by Qt soon after, or by sync."""

    def __init__(self, path: Path) -> None:
        self._values = QSettings(str(path), QSettings.Format.IniFormat)

    def geometry(self) -> QByteArray | None:
        """Return the window's size and place as Qt packed them."""
        value = self._values.value("window/geometry")
        return value if isinstance(value, QByteArray) else None

    def set_geometry(self, geometry: QByteArray) -> None:
        """Remember the window's size and place."""
        self._values.setValue("window/geometry", geometry)

    def splitter(self) -> list[int] | None:
        """Return the three panes' widths in pixels."""
        stored = self._text("window/panes").split("/")
        try:
            sizes = [int(part) for part in stored]
        except ValueError:
            return None
        fits = len(sizes) == 3 and all(0 <= size <= 20_000 for size in sizes) and sizes[1] > 0
        return sizes if fits else None

    def set_splitter(self, sizes: list[int]) -> None:
        """Remember the three panes' widths in pixels."""
        self._values.setValue("window/panes", "/".join(str(size) for size in sizes))

    def panel_shown(self, name: str) -> bool:
        """Return whether the side panel ``name`` is open."""
        return self._text(f"panels/{name}") != "hidden"

    def set_panel_shown(self, name: str, shown: bool) -> None:
        """Remember whether the side panel ``name`` is open."""
        self._values.setValue(f"panels/{name}", "shown" if shown else "hidden")

    def zoom(self) -> int:
        """Return the text's size in percent, one of ``ZOOMS``."""
        try:
            stored = int(self._text("read/zoom"))
        except ValueError:
            return PLAIN_ZOOM
        return stored if stored in ZOOMS else PLAIN_ZOOM

    def set_zoom(self, percent: int) -> None:
        """Remember the text's size in percent."""
        self._values.setValue("read/zoom", str(percent))

    def last_report(self) -> str | None:
        """Return the id of the report that was open last."""
        return self._text("read/report") or None

    def last_place(self) -> str | None:
        """Return the anchor of the place that was read last in the last report."""
        return self._text("read/place") or None

    def set_last_place(self, report_id: str, anchor: str) -> None:
        """Remember the open report and the place in it, at once: a killed program comes back."""
        self._values.setValue("read/report", report_id)
        self._values.setValue("read/place", anchor)
        self._values.sync()

    def get(self, key: str, default: str = "") -> str:
        """Return the text that a part of the window keeps under ``key`` ("save/format")."""
        return self._text(key) or default

    def set(self, key: str, value: str) -> None:
        """Keep a text under ``key``, which names the part and the value."""
        self._values.setValue(key, value)

    def sync(self) -> None:
        """Write everything out now."""
        self._values.sync()

    def _text(self, key: str) -> str:
        value = self._values.value(key, "")
        return value if isinstance(value, str) else ""
