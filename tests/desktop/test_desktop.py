"""The menu entry appears and disappears for the current user, and starts this installation."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from peelviewer import desktop
from peelviewer.errors import DesktopError, PeelViewerError
from peelviewer.paths import bundled

ENTRY = f"applications/{desktop.APP_ID}.desktop"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for Linux desktops")


@pytest.fixture
def data_home(tmp_path, monkeypatch):
    home = tmp_path / "data home"
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    return home


@pytest.fixture
def command(tmp_path, monkeypatch):
    """A ``peelviewer`` in a folder whose name needs every kind of quoting."""
    folder = tmp_path / 'it\'s "100 %" $HOME `x` \\here'
    folder.mkdir()
    program = folder / "peelviewer"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setattr(desktop.sysconfig, "get_path", lambda name: str(folder))
    return program


def entry_of(data_home):
    lines = (data_home / ENTRY).read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def unescaped(value):
    return value.replace("\\\\", "\\")


def words_of(command_line):
    """Split as a shell does: the specification's quoting is a subset of the shell's."""
    done = subprocess.run(
        ["sh", "-c", f"printf '%s\\0' {command_line}"], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\0")[:-1]


def test_every_file_is_put_where_the_desktop_looks(data_home, command):
    written = desktop.install()
    names = {str(path.relative_to(data_home)) for path in written}
    assert all(path.is_file() for path in written)
    assert names >= {
        ENTRY,
        f"icons/hicolor/scalable/apps/{desktop.APP_ID}.svg",
        f"icons/hicolor/16x16/apps/{desktop.APP_ID}.png",
        f"icons/hicolor/512x512/apps/{desktop.APP_ID}.png",
        f"metainfo/{desktop.APP_ID}.metainfo.xml",
    }


def test_the_entry_starts_this_installation_whatever_its_folder_is_called(data_home, command):
    desktop.install()
    entry = entry_of(data_home)
    program, field = words_of(unescaped(entry["Exec"]))
    assert (program.replace("%%", "%"), field) == (str(command), "%F")
    assert unescaped(entry["TryExec"]) == str(command)


def test_installing_again_changes_nothing(data_home, command):
    first = {path: path.read_bytes() for path in desktop.install()}
    assert {path: path.read_bytes() for path in desktop.install()} == first


def test_removing_takes_out_exactly_what_was_installed(data_home, command):
    written = desktop.install()
    strangers = [path.with_name(f"other{path.suffix}") for path in written]
    for stranger in strangers:
        stranger.write_text("not ours")
    assert sorted(desktop.remove()) == sorted(written)
    assert not any(path.exists() for path in written)
    assert all(stranger.read_text() == "not ours" for stranger in strangers)


def test_removing_leaves_neither_folders_nor_a_cache_of_nothing(data_home, command):
    desktop.install()
    desktop.remove()
    assert list(data_home.rglob("*")) == []


def test_removing_leaves_a_cache_of_others_alone(data_home, command, monkeypatch):
    monkeypatch.setattr(desktop.shutil, "which", lambda name: None)
    desktop.install()
    cache = (data_home / ENTRY).with_name("mimeinfo.cache")
    cache.write_text("[MIME Cache]\ntext/plain=other.desktop;\n", encoding="utf-8")
    desktop.remove()
    assert "other.desktop" in cache.read_text(encoding="utf-8")


def test_removing_what_is_not_there_removes_nothing(data_home):
    assert desktop.remove() == []


def test_a_relative_data_home_is_ignored_as_the_specification_says(tmp_path, monkeypatch, command):
    monkeypatch.setenv("XDG_DATA_HOME", "somewhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert tmp_path / ".local" / "share" / ENTRY in desktop.install()


def test_a_folder_that_cannot_be_written_is_one_sentence(data_home, command):
    data_home.mkdir()
    (data_home / "applications").write_text("a file where a folder should be")
    with pytest.raises(DesktopError, match=r"applications.* could not be written: \w+"):
        desktop.install()


def test_without_an_installed_command_the_sentence_says_so(data_home, tmp_path, monkeypatch):
    monkeypatch.setattr(desktop.sysconfig, "get_path", lambda name: str(tmp_path / "nowhere"))
    with pytest.raises(DesktopError, match="install PEEL Viewer first"):
        desktop.install()
    assert not data_home.exists()


@pytest.mark.parametrize("system", ["win32", "darwin"])
@pytest.mark.parametrize("act", [desktop.install, desktop.remove])
def test_other_systems_are_told_that_it_is_for_linux(monkeypatch, system, act):
    monkeypatch.setattr(sys, "platform", system)
    with pytest.raises(PeelViewerError, match="for Linux desktops"):
        act()


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="validator is not here")
def test_the_entry_is_valid_as_shipped_and_as_installed(data_home, command):
    desktop.install()
    for path in (bundled(f"resources/desktop/{desktop.APP_ID}.desktop"), data_home / ENTRY):
        done = subprocess.run(
            ["desktop-file-validate", path], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="validator is not here")
def test_the_metainfo_is_valid_without_a_network():
    path = bundled(f"resources/desktop/{desktop.APP_ID}.metainfo.xml")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_icon_has_every_size_it_says(qapp):
    from PySide6.QtGui import QImage

    for path in sorted(Path(bundled("resources/desktop/icons")).glob("*.png")):
        image = QImage(str(path))
        assert (image.width(), image.height()) == (int(path.stem), int(path.stem))
        assert image.pixelColor(0, 0).alpha() == 0
