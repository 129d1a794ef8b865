"""The set-up knows every system library that Qt's own files ask for, and says what to type."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
# In every glibc system, or brought by the wheel itself.
ALWAYS = ("libc.", "libm.", "libdl.", "libpthread.", "librt.", "ld-linux", "libstdc++", "libgcc_s")
BROUGHT = ("libQt6", "libicu", "libpyside6", "libshiboken6")
# What the window loads; other plugins (GTK theme, CUPS, VNC …) may stay without theirs.
LOADED = [
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtSvg.abi3.so",
    "QtPrintSupport.abi3.so",
    *(f"Qt/lib/libQt6{name}.so.6" for name in ("Core", "DBus", "Gui", "Widgets", "Svg")),
    *(f"Qt/lib/libQt6{name}.so.6" for name in ("PrintSupport", "XcbQpa", "WaylandClient")),
    *(f"Qt/plugins/platforms/libq{name}.so" for name in ("offscreen", "xcb", "wayland")),
    "Qt/plugins/imageformats/libqsvg.so",
    "Qt/plugins/iconengines/libqsvgicon.so",
    "Qt/plugins/xcbglintegrations/libqxcb-egl-integration.so",
]

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for Linux")


@pytest.fixture
def system_packages(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    monkeypatch.delitem(sys.modules, "system_packages", raising=False)
    import system_packages

    return system_packages


@pytest.mark.skipif(not shutil.which("readelf"), reason="readelf is not here")
@pytest.mark.parametrize("relative", LOADED)
def test_every_library_that_qt_needs_is_known(system_packages, relative):
    path = Path(PySide6.__file__).parent / relative
    listing = subprocess.run(["readelf", "-d", path], capture_output=True, text=True, check=True)
    needed = {
        line.split("[")[1].rstrip("]") for line in listing.stdout.splitlines() if "(NEEDED)" in line
    }
    foreign = {name for name in needed if not name.startswith(ALWAYS + BROUGHT)}
    assert foreign <= set(system_packages.LIBRARIES)


def test_a_user_without_rights_is_told_the_line_to_type(system_packages, monkeypatch):
    monkeypatch.setattr(system_packages, "missing_libraries", lambda: ["libEGL.so.1"])
    monkeypatch.setattr(system_packages, "_rights", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(system_packages.SetupError, match="sudo apt-get install libegl1"):
        system_packages.ensure(None, screen=False)


def test_a_system_without_apt_is_told_the_names(system_packages, monkeypatch):
    monkeypatch.setattr(system_packages, "missing_libraries", lambda: ["libEGL.so.1"])
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(system_packages.SetupError, match=r"no apt-get here.*libegl1"):
        system_packages.ensure(None, screen=False)


@pytest.mark.parametrize(("screen", "stops"), [(False, False), (True, True)])
def test_what_only_windows_need_stops_only_windows(system_packages, monkeypatch, screen, stops):
    monkeypatch.setattr(system_packages, "missing_libraries", lambda: ["libxcb-cursor.so.0"])
    monkeypatch.setattr(system_packages, "_rights", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "environ", {"DISPLAY": ":7"})
    if stops:
        with pytest.raises(system_packages.SetupError, match="libxcb-cursor0"):
            system_packages.ensure(None, screen=screen)
    else:
        assert system_packages.ensure(None, screen=screen) is False
