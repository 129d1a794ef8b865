"""What every test may ask for; the user's own library and settings are never touched."""

import errno
import logging
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")

from pathlib import Path

import pytest
from hypothesis import settings

from peelviewer.model.report import Report
from tests import builders

REAL_REPORT = (
    Path(__file__).resolve().parents[2]
    / "shared"
    / "reports"
    / "leicestershire-effectiveness-2016.md"
)

# How long a case takes is the machine's matter: no test fails by the clock.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

FENCES = ("peelviewer.fence.outside", "peelviewer.reading.fence", "peelviewer.statistics.fence")
"""Who logs what went wrong behind the fence."""


@pytest.fixture(autouse=True)
def _nothing_of_the_users_is_touched(tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("PEELVIEWER_LIBRARY", str(home / "library"))
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture(autouse=True)
def _our_own_mistakes_are_loud(caplog):
    """Fail where the fence made a sentence of our own mistake; a test about that clears it."""
    yield
    mistakes = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.name in FENCES and record.levelno >= logging.ERROR
    ]
    assert not mistakes, "\n".join(mistakes)


def pytest_collection_modifyitems(items):
    for item in items:
        if {"qapp", "qtbot"} & set(item.fixturenames):
            item.add_marker(pytest.mark.gui)


@pytest.fixture
def closed(tmp_path, monkeypatch) -> Path:
    """A folder that cannot be looked into; an administrator could, whatever its rights."""
    folder = tmp_path / "closed"
    folder.mkdir()
    look = os.scandir

    def scandir(path):
        if Path(path) == folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return folder


@pytest.fixture
def sample_report() -> Report:
    """A full report of a fictional force."""
    return builders.sample_report()


@pytest.fixture
def sample_digest() -> Report:
    """The digest of the same report."""
    return builders.sample_report(edition="digest")


@pytest.fixture
def real_report_path() -> Path:
    """The published report as Markdown, where it is there."""
    if not REAL_REPORT.is_file():
        pytest.skip("the published report is not here")
    return REAL_REPORT


@pytest.fixture
def ended(monkeypatch):
    """Tell whether every child process that was started behind the fence has ended."""
    from peelviewer.fence.child import Child

    children = []
    start = Child.__init__

    def noted(self, words):
        start(self, words)
        children.append(self._process)

    monkeypatch.setattr(Child, "__init__", noted)
    return lambda: bool(children) and all(child.returncode is not None for child in children)
