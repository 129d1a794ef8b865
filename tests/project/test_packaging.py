"""What is installed is exactly what is locked, and the locks work with any package index."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import peelviewer

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def normalised(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(lock):
    """Name and version of every package in a lock file, with how many hashes it has."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        name, version = re.match(r"([\w.-]+)==([\w.]+)", line).groups()
        yield normalised(name), version, line.count("--hash=sha256:")


def names_wanted(requirements):
    return {normalised(re.match(r"[\w.-]+", entry)[0]) for entry in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_hashes(lock):
    assert [name for name, _, hashes in locked(lock) if not hashes] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_run_time_dependency_is_locked(lock):
    wanted = names_wanted(PROJECT["project"]["dependencies"])
    assert wanted - {name for name, _, _ in locked(lock)} == set()


def test_every_development_dependency_is_locked():
    groups = PROJECT["dependency-groups"]
    entries = [entry for entry in groups["dev"] + groups["build"] if isinstance(entry, str)]
    assert names_wanted(entries) - {name for name, _, _ in locked("requirements-dev.lock")} == set()


def test_the_development_lock_holds_the_versions_of_the_other():
    run, develop = ({entry[:2] for entry in locked(lock)} for lock in LOCKS)
    assert run <= develop


def test_the_locked_qt_is_none_of_the_known_bad_ones():
    versions = {version for name, version, _ in locked(LOCKS[0]) if name == "pyside6-essentials"}
    assert len(versions) == 1
    assert not versions & {"6.11.0", "6.11.1"}
    assert not any(version.startswith("6.12.") for version in versions)


def test_the_version_is_the_installed_one():
    try:
        installed = metadata.version("peelviewer")
    except metadata.PackageNotFoundError:
        pytest.skip("run from the source alone, nothing is installed")
    assert installed == peelviewer.__version__


def test_the_architecture_says_why_each_dependency_is_there():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").lower()
    chosen = text.partition("## chosen parts")[2].partition("\n## ")[0]
    wanted = names_wanted(PROJECT["project"]["dependencies"])
    assert {name for name in wanted if name not in chosen} == set()


def test_the_changelog_has_the_version_on_top():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## \[([^\]]+)\]", text, re.MULTILINE)[1]
    assert first in {"Unreleased", peelviewer.__version__}
