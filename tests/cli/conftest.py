"""The command line called in this process, with what it wrote."""

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from peelviewer.cli import main
from peelviewer.library import Library
from peelviewer.model import codec


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys):
    """Run a command and return its exit code, stdout and stderr."""

    def ran(*words) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Ran(code, *capsys.readouterr())

    return ran


@pytest.fixture
def library_folder() -> Path:
    """The library that commands use without being told of another."""
    return Path(os.environ["PEELVIEWER_LIBRARY"])


@pytest.fixture
def kept(library_folder, sample_report):
    """The sample report, kept in that library."""
    with Library.open(library_folder) as library:
        library.keep(sample_report)
    return sample_report


@pytest.fixture
def file(tmp_path, sample_report) -> Path:
    """The sample report as a JSON file."""
    path = tmp_path / "northshire.json"
    path.write_bytes(codec.encode(sample_report))
    return path
