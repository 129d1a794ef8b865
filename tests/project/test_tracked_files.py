"""Nothing of one machine is in the tracked files: no home folder, no package index address."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Spelled in pieces, so that this file does not find itself.
FOREIGN = re.compile(
    "|".join(
        (
            r"(?<![\w.~}])/" + r"(root|work)/",
            r"(?<![\w.~}])/" + r"(home|Users)/(?!ann\b|you\b)\w+",
            r"https?://[^\s\"'<>)]*(" + r"pypi|pythonhosted|npmjs|/simple\b)",
            r"index" + r"-url\s*=",
        )
    )
)


def tracked():
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("this is not a checkout")
    names = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, check=True
    ).stdout
    return [ROOT / name for name in names.decode().split("\0") if name]


def test_no_tracked_file_names_a_place_of_one_machine():
    found = []
    for path in tracked():
        if not path.is_file():
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in FOREIGN.finditer(text)]
    assert found == []


def test_every_python_file_says_its_licence():
    package = [path for path in tracked() if path.suffix == ".py" and path.is_file()]
    program = [
        path for path in package if path.relative_to(ROOT).parts[0] in {"peelviewer", "scripts"}
    ]
    silent = [
        str(path)
        for path in program
        if "SPDX-License-Identifier: MIT" not in path.read_text(encoding="utf-8")[:200]
    ]
    assert silent == []
