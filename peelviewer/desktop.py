# SPDX-License-Identifier: MIT
"""The program in the desktop's menu: entry, icons and metainfo for the current user.

Written to where the freedesktop.org specifications say (Base Directory, Desktop Entry, Icon
Theme); the sources lie in ``resources/desktop/``. No other user is touched and nothing is run as
root.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

from peelviewer.errors import DesktopError
from peelviewer.paths import bundled

APP_ID = "org.peelviewer.PeelViewer"
COMMAND = "peelviewer"
UPDATE_SECONDS = 20


def install() -> list[Path]:
    """Put the menu entry, icons and metainfo in place; return the files, as written.

    The entry starts the installation that this runs from. Doing it again replaces the files.

    Raises:
        DesktopError: not a Linux desktop, no ``peelviewer`` command beside this Python, or a
            file could not be written.
    """
    contents = {target: source.read_bytes() for source, target in _files(_data_home())}
    entry = _entry(_data_home())
    contents[entry] = _with_command(contents[entry].decode(), _command()).encode()
    for target, content in contents.items():
        try:
            _write(target, content)
        except OSError as error:
            raise DesktopError(f"{target} could not be written: {_reason(error)}.") from error
    _tell_the_desktop(_data_home())
    return list(contents)


def remove() -> list[Path]:
    """Take out what ``install`` puts in place, and only that; return the files removed.

    Raises:
        DesktopError: not a Linux desktop, or a file could not be removed.
    """
    removed = []
    for _, target in _files(_data_home()):
        try:
            target.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise DesktopError(f"{target} could not be removed: {_reason(error)}.") from error
        removed.append(target)
    if removed:
        _tell_the_desktop(_data_home())
        _clear_up(_data_home(), removed)
    return removed


def _data_home() -> Path:
    if not sys.platform.startswith("linux"):
        raise DesktopError(
            "The menu entry is for Linux desktops. On Windows and macOS, make a shortcut to the "
            f"command {COMMAND}-window instead."
        )
    named = os.environ.get("XDG_DATA_HOME", "")
    # The specification: a relative path is invalid and to be ignored.
    return Path(named) if named.startswith("/") else Path.home() / ".local" / "share"


def _entry(data_home: Path) -> Path:
    return data_home / "applications" / f"{APP_ID}.desktop"


def _files(data_home: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each shipped file with the place it is installed to."""
    shipped = bundled("resources/desktop")
    icons = data_home / "icons" / "hicolor"
    yield shipped / f"{APP_ID}.desktop", _entry(data_home)
    yield shipped / f"{APP_ID}.svg", icons / "scalable" / "apps" / f"{APP_ID}.svg"
    for drawn in sorted(shipped.glob("icons/*.png"), key=lambda path: int(path.stem)):
        size = f"{drawn.stem}x{drawn.stem}"
        yield drawn, icons / size / "apps" / f"{APP_ID}.png"
    metainfo = f"{APP_ID}.metainfo.xml"
    yield shipped / metainfo, data_home / "metainfo" / metainfo


def _command() -> Path:
    """Return the program that the entry starts: this installation's own."""
    command = Path(sysconfig.get_path("scripts")) / COMMAND
    if not command.is_file():
        raise DesktopError(
            f"There is no {command} for the menu entry to start: install PEEL Viewer first "
            "(make run does)."
        )
    return command


def _with_command(entry: str, command: Path) -> str:
    """Return the desktop entry with ``command`` in place of the bare program name."""
    changed = {
        "Exec": f"{_escaped(_quoted(str(command)))} %F",
        "TryExec": _escaped(str(command)),
    }
    lines = []
    for line in entry.splitlines():
        key = line.partition("=")[0]
        lines.append(f"{key}={changed[key]}" if key in changed else line)
    return "\n".join(lines) + "\n"


def _quoted(argument: str) -> str:
    """Quote one argument after the Desktop Entry Specification, "The Exec key"."""
    for character in ("\\", '"', "`", "$"):
        argument = argument.replace(character, f"\\{character}")
    return '"' + argument.replace("%", "%%") + '"'


def _escaped(value: str) -> str:
    """Escape a value of the type string; the specification applies this after the quoting."""
    for character, escape in (("\\", r"\\"), ("\n", r"\n"), ("\t", r"\t"), ("\r", r"\r")):
        value = value.replace(character, escape)
    return value


def _write(target: Path, content: bytes) -> None:
    """Write a file whole or not at all, readable for all as menu entries are."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        unfinished.chmod(0o644)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _tell_the_desktop(data_home: Path) -> None:
    """Make running desktops look again; where that fails they do so at the next login."""
    icons = data_home / "icons" / "hicolor"
    if icons.is_dir():
        os.utime(icons)
    updater = shutil.which("update-desktop-database")
    if updater:
        try:
            subprocess.run(  # noqa: S603 - a fixed program and a folder, no shell
                [updater, str(data_home / "applications")],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=UPDATE_SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired):
            return


def _clear_up(data_home: Path, removed: list[Path]) -> None:
    """Take out the cache that lists no file type any more, and folders that are empty now."""
    cache = _entry(data_home).with_name("mimeinfo.cache")
    with contextlib.suppress(OSError):  # what is left behind harms nobody
        if cache.read_text(encoding="utf-8").strip() in ("", "[MIME Cache]"):
            cache.unlink()
    for target in removed:
        for folder in target.parents:
            if folder == data_home or data_home not in folder.parents:
                break
            try:
                folder.rmdir()  # only where it is empty
            except OSError:
                break


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
