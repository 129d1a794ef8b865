"""The folder of the library and the menu entry."""

import sys
import types
from pathlib import Path

import pytest


def test_the_librarys_folder_is_told_without_making_it(run, library_folder):
    assert run("library", "where") == (0, f"{library_folder}\n", "")
    assert not library_folder.exists()


@pytest.mark.parametrize(
    ("action", "paths", "message"),
    [
        ("install", [Path("a.desktop")], "PEEL Viewer is in the menu now.\n"),
        ("remove", [Path("a.desktop")], "The menu entry is gone.\n"),
        ("remove", [], "There was no menu entry.\n"),
    ],
)
def test_the_menu_entry_is_made_and_removed(run, monkeypatch, action, paths, message):
    desktop = types.ModuleType("peelviewer.desktop")
    desktop.install = desktop.remove = lambda: paths
    monkeypatch.setitem(sys.modules, "peelviewer.desktop", desktop)
    assert run("desktop", action) == (0, "".join(f"{path}\n" for path in paths), message)
