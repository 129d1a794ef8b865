# SPDX-License-Identifier: MIT
"""Where things lie: the files that ship with the program, and the user's own folders."""

import os
import sys
from pathlib import Path, PurePosixPath

APP_NAME = "peelviewer"
LIBRARY_VARIABLE = "PEELVIEWER_LIBRARY"


def bundled(relative: str) -> Path:
    """Return the path of a shipped file or folder, such as ``"data/forces.csv"``.

    In a checkout these lie beside the package; in a wheel they were copied into it.

    Raises:
        ValueError: the path is absolute or leaves the bundle.
    """
    parts = PurePosixPath(relative)
    if parts.is_absolute() or ".." in parts.parts:
        raise ValueError(f"not a path inside the bundle: {relative!r}")
    package = Path(__file__).resolve().parent
    inside = package / "_bundled"
    return (inside if inside.is_dir() else package.parent) / parts


def library_folder(chosen: str | os.PathLike[str] | None = None) -> Path:
    """Return the library's folder: the one chosen, else of the environment, else the user's own."""
    named = chosen or os.environ.get(LIBRARY_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    return _user_folder("XDG_DATA_HOME", ".local/share", "user_data_path") / "library"


def settings_file() -> Path:
    """Return the file of the window's settings (geometry, last report), for this user."""
    return _user_folder("XDG_CONFIG_HOME", ".config", "user_config_path") / "window.ini"


def _user_folder(
    variable: str, fallback: str, elsewhere: str, platform: str = sys.platform
) -> Path:
    """Return the user's own folder for the program, by the rules of the system it runs on.

    On Linux these are two lines of the XDG base directory rules; importing platformdirs for them
    would be felt at the start of the window.
    """
    if platform.startswith("linux"):
        base = os.environ.get(variable, "").strip()
        return (Path(base) if base else Path.home() / fallback) / APP_NAME
    import platformdirs

    return Path(getattr(platformdirs, elsewhere)(APP_NAME, appauthor=False))
