# SPDX-License-Identifier: MIT
"""How a chart was last saved, so that the next dialog begins there."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

Format = Literal["png", "svg", "pdf", "xlsx"]

FORMATS: tuple[Format, ...] = ("png", "svg", "pdf", "xlsx")
LEAST_WIDTH, MOST_WIDTH, USUAL_WIDTH = 320, 2400, 720
SCALES = (1, 2, 3)


class Settings(Protocol):
    """What the panel needs of the window's settings: texts by key."""

    def get(self, key: str, default: str = "") -> str:
        """Return what is kept under ``key``, or ``default``."""
        ...

    def set(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``."""
        ...


class ForgetfulSettings:
    """Settings for as long as the panel lives, where none are passed in."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def get(self, key: str, default: str = "") -> str:
        """Return what is kept under ``key``, or ``default``."""
        return self._texts.get(key, default)

    def set(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``."""
        self._texts[key] = value


@dataclass(frozen=True)
class SaveChoices:
    """Format, width in logical pixels, scale (for PNG), data beside it, and the folder.

    ``dpi`` is what a PNG states of its size on paper, 0 for what follows from the scale.
    """

    format: Format = "png"
    width: int = USUAL_WIDTH
    scale: int = 2
    with_data: bool = False
    folder: str = ""
    dpi: int = 0


def remembered(settings: Settings) -> SaveChoices:
    """Return the last choices; anything unusable in the settings falls back to the usual."""
    usual = SaveChoices()
    kept = settings.get("save/format", usual.format)
    folder = settings.get("save/folder", "")
    return SaveChoices(
        format=next((known for known in FORMATS if known == kept), usual.format),
        width=_number(settings.get("save/width"), range(LEAST_WIDTH, MOST_WIDTH + 1), usual.width),
        scale=_number(settings.get("save/scale"), SCALES, usual.scale),
        with_data=settings.get("save/with_data") == "yes",
        dpi=_number(settings.get("save/dpi"), range(1201), usual.dpi),
        folder=folder if folder and Path(folder).is_dir() else "",
    )


def remember(settings: Settings, choices: SaveChoices) -> None:
    """Keep the choices for the next time."""
    settings.set("save/format", choices.format)
    settings.set("save/width", str(choices.width))
    settings.set("save/scale", str(choices.scale))
    settings.set("save/with_data", "yes" if choices.with_data else "no")
    settings.set("save/dpi", str(choices.dpi))
    settings.set("save/folder", choices.folder)


def _number(text: str, allowed: range | tuple[int, ...], usual: int) -> int:
    return int(text) if text.isdecimal() and int(text) in allowed else usual
