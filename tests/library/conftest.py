"""Libraries to try things on."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from peelviewer.library import Library


@pytest.fixture
def no_digests(tmp_path) -> Path:
    """A folder of shipped digests with none in it."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    return folder


@pytest.fixture
def library(tmp_path, no_digests):
    """An empty library on disk."""
    with Library.open(tmp_path / "library", no_digests) as opened:
        yield opened


@pytest.fixture
def locked_down(no_digests):
    """A function that takes the right to write to a folder and its files from this user.

    Rights do not bind the administrator, so the test goes on as somebody else where it must.
    """
    if sys.platform == "win32":
        pytest.skip("rights of folders work otherwise there")
    home = Path(tempfile.mkdtemp(prefix="peelviewer-rights-"))
    home.chmod(0o755)
    is_administrator = os.geteuid() == 0

    def lock(folder: Path) -> Path:
        """Return a copy of ``folder`` that cannot be written."""
        copy = home / folder.name
        shutil.copytree(folder, copy)
        for path in copy.rglob("*"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        copy.chmod(0o555)
        if is_administrator:
            os.seteuid(65534)
        return copy

    yield lock
    if is_administrator:
        os.seteuid(0)
    for path in [home, *home.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(home)
