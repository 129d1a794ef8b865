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
from pathlib import Path

# What the Qt in the wheel loads but does not bring: library → Debian's package (the same names
# in Ubuntu). Found with ldd on QtGui, QtWidgets and the xcb, Wayland and offscreen plugins;
# tests/project/test_system_packages.py checks that nothing is left out.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
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
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}


class SetupError(Exception):
    """The set-up cannot go on; ``str(error)`` is the sentence to show."""


def ensure_venv(python: str) -> None:
    """Make sure that ``python`` can make virtual environments.

    Raises:
        SetupError: it cannot, and the part may not be installed from here.
    """
    if _can_make_environments(python):
        return
    package = _venv_package()
    _install([package], f"Python's venv part is missing ({package})")
    if not _can_make_environments(python):
        raise SetupError(f"{python} cannot make virtual environments: its ensurepip is missing.")


def ensure_libraries() -> None:
    """Make sure that the libraries Qt needs can be loaded; only Linux can be without them.

    Raises:
        SetupError: some are missing and may not be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries()
    if missing:
        packages = sorted({LIBRARIES[name] for name in missing})
        _install(packages, f"Qt needs libraries that are missing ({', '.join(missing)})")
        if still := missing_libraries():
            raise SetupError(f"Qt still cannot load {', '.join(still)}.")


def missing_libraries() -> list[str]:
    """Return the names of the libraries that cannot be loaded."""
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


def _venv_package() -> str:
    """Name Debian's package for this Python; the plain one exists for the default Python only."""
    return f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"


def _install(packages: list[str], reason: str) -> None:
    """Install Debian packages, or say how to.

    Raises:
        SetupError: there is no apt, it may not be used, or it failed.
    """
    if shutil.which("apt-get") is None:
        raise SetupError(
            f"{reason}. This system has no apt-get: install what Debian calls "
            f"{' '.join(packages)}, then run the same command again."
        )
    line = f"sudo apt-get install {' '.join(packages)}"
    rights = _rights()
    if rights is None:
        raise SetupError(f"{reason}. Type this, then run the same command again:\n\n    {line}\n")
    print(f"{reason}: installing {' '.join(packages)}", flush=True)
    # Through env, because sudo does not pass the environment on.
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    # A fresh machine has no package lists; an old one has lists whose files are gone.
    for command in (install, [*apt, "update"], install):
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if done.returncode == 0 and command is install:
            return
    print((done.stdout + done.stderr).strip(), file=sys.stderr)
    raise SetupError(f"{reason}, and apt-get failed (above). Type this to try it: {line}")


def _rights() -> list[str] | None:
    """Return what to put before a command to be root: nothing, or sudo; ``None`` if not allowed."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and Path(sudo).exists():
        allowed = subprocess.run(
            [sudo, "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        if allowed.returncode == 0:
            return [sudo, "-n"]
    return None
