# SPDX-License-Identifier: MIT
"""What the operating system has to bring: Python's venv part, and the libraries Qt loads.

Both are found missing by trying them. They are installed with apt where the user may (root, or
sudo without a password); otherwise the exact line to type is printed.
"""

import ctypes
import os
import shutil
import subprocess
import sys

# What the Qt of the wheel loads but does not bring: library → Debian's package (Ubuntu's has the
# same name). Read from the NEEDED entries of Qt's libraries and of its platform plugins;
# tests/project/test_system_packages.py checks that nothing is left out.
QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
LIBRARIES = QT | X11 | WAYLAND


class SetupError(Exception):
    """The set-up cannot go on; ``str(error)`` is the sentence to show."""


def ensure(base: str | None, screen: bool) -> bool:
    """Install what the system lacks; return whether everything is there now.

    ``base`` is the Python that has to make a virtual environment, ``None`` where none is to be
    made. ``screen`` says that a window will be shown: without one, what only windows need may
    stay missing.

    Raises:
        SetupError: something that is needed is missing and could not be installed from here.
    """
    needs_venv = base is not None and not _can_make_environments(base)
    missing = missing_libraries()
    if not needs_venv and not missing:
        return True
    packages = [venv_package()] if needs_venv else []
    packages += sorted({LIBRARIES[name] for name in missing})
    parts = ["Python's venv part"] if needs_venv else []
    if missing:
        parts.append(f"libraries that Qt loads ({_enumerated(missing)})")
    reason = f"Missing from this system: {' and '.join(parts)}."
    fault = _install(packages, reason)
    if fault is None:
        missing = missing_libraries()
        needs_venv = base is not None and not _can_make_environments(base)
        if needs_venv or missing:
            fault = f"{reason} apt-get installed the packages, but they cannot be used."
    if fault is None:
        return True
    if needs_venv or any(_is_needed(name, screen) for name in missing):
        raise SetupError(f"{fault}\nThen run the same command again.")
    print(f"{fault}\nGoing on: only windows need them.", flush=True)
    return False


def _enumerated(names: list[str]) -> str:
    """Name the first few; all of them would hide the line that matters."""
    few = names[:3]
    more = len(names) - len(few)
    return ", ".join(few) + (f" and {more} more" if more else "")


def _is_needed(library: str, screen: bool) -> bool:
    if library in QT:
        return True
    wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
    return screen and library in (WAYLAND if wayland else X11)


def missing_libraries() -> list[str]:
    """Return the names of the libraries that cannot be loaded; only Linux can be without them."""
    if not sys.platform.startswith("linux"):
        return []
    return [name for name in LIBRARIES if not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _can_make_environments(python: str) -> bool:
    probe = [python, "-I", "-c", "import ensurepip, venv"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def venv_package() -> str:
    """Name the Debian package with the venv part of this Python."""
    return f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"


def _install(packages: list[str], reason: str) -> str | None:
    """Install Debian packages; return ``None``, or what to tell the user where it did not work."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        return f"{reason} There is no apt-get here: install what Debian calls {names}."
    line = f"sudo apt-get install {names}"
    rights = _rights()
    if rights is None:
        return f"{reason} To install it, type:\n\n    {line}\n"
    print(f"{reason} Installing {names} …", flush=True)
    # Through env, because sudo does not pass the environment on.
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    # A fresh machine has no package lists; on an old one they name files that are gone.
    done = _quietly(install)
    if done.returncode:
        _quietly([*apt, "update"])
        done = _quietly(install)
    if done.returncode == 0:
        return None
    print(done.stdout.strip(), file=sys.stderr)
    return f"{reason} apt-get failed (its message is above). To try it, type:\n\n    {line}\n"


def _quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def _rights() -> list[str] | None:
    """Return what to put before a command to be root: nothing, or sudo; ``None`` if not allowed."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and _quietly([sudo, "-n", "true"]).returncode == 0:
        return [sudo, "-n"]
    return None
