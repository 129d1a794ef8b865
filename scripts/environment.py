# SPDX-License-Identifier: MIT
"""The project's virtual environment, ``.venv``: made once, and again only when something changed.

What was installed is remembered in a stamp inside it: a digest of everything that the
installation depends on. While the stamp fits, nothing is looked at again.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import system_packages
from system_packages import SetupError

__all__ = ["DEVELOP", "RUN", "SetupError", "ensure", "python", "tool"]

FOLDER = ".venv"
UNFINISHED = "peelviewer-unfinished"
SYSTEM = "system"


@dataclass(frozen=True)
class Kind:
    """What an environment is for; ``covers`` are the kinds whose needs it meets as well."""

    name: str
    lock: str
    covers: tuple[str, ...]


RUN = Kind("run", "requirements.lock", ("run",))
DEVELOP = Kind("develop", "requirements-dev.lock", ("run", "develop"))


def python(root: Path) -> Path:
    """Return the environment's Python, whether it is there or not."""
    return _programs(root) / ("python.exe" if sys.platform == "win32" else "python")


def tool(root: Path, name: str) -> str:
    """Return the path of a program that the environment holds, such as ``"ruff"``."""
    return str(_programs(root) / (f"{name}.exe" if sys.platform == "win32" else name))


def ensure(root: Path, kind: Kind, *, screen: bool = False) -> None:
    """Make sure that what ``kind`` needs is installed; return at once where it is.

    ``screen`` says that a window will be shown, which needs more of the system.

    Raises:
        SetupError: something could not be installed; the sentence says what to do.
    """
    fits = _has_stamp(root, kind.name, _digest(root, kind))
    if fits and _has_stamp(root, SYSTEM, SYSTEM):
        return
    usable = fits or _is_usable(root)
    complete = system_packages.ensure(None if usable else _base_python(), screen)
    if not usable:
        _create(root)
    if not fits:
        unfinished = root / FOLDER / UNFINISHED
        unfinished.touch()
        _install(root, kind)
        unfinished.unlink()
        # Written last: whatever interrupts the work above, the next run does it again.
        for covered in (RUN, DEVELOP):
            if covered.name in kind.covers:
                _stamp(root, covered.name).write_text(_digest(root, covered))
    if complete:
        _stamp(root, SYSTEM).write_text(SYSTEM)


def _programs(root: Path) -> Path:
    return root / FOLDER / ("Scripts" if sys.platform == "win32" else "bin")


def _stamp(root: Path, name: str) -> Path:
    return root / FOLDER / f"peelviewer-{name}"


def _has_stamp(root: Path, name: str, content: str) -> bool:
    stamp = _stamp(root, name)
    return stamp.is_file() and stamp.read_text() == content


def _digest(root: Path, kind: Kind) -> str:
    """Digest what an installation depends on, the place (paths are written into it) included."""
    digest = hashlib.sha256(f"{root}\n{sys.version_info[:2]}\n".encode())
    for name in (kind.lock, "pyproject.toml", "scripts/environment.py", "scripts/task"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def _is_usable(root: Path) -> bool:
    """Say whether there is a whole environment of this Python's version, at this place."""
    folder = root / FOLDER
    if (folder / UNFINISHED).exists() or not python(root).exists():
        return False
    probe = "import sys, pip; print(*sys.version_info[:2], sys.prefix, sep='\\n')"
    answer = subprocess.run(
        [python(root), "-I", "-c", probe], capture_output=True, text=True, check=False
    )
    here = f"{sys.version_info[0]}\n{sys.version_info[1]}\n{folder}"
    return answer.returncode == 0 and answer.stdout.strip() == here


def _create(root: Path) -> None:
    """Make an empty environment in place of whatever is there."""
    folder = root / FOLDER
    _say(f"Setting up in {FOLDER}/ (once; this downloads about 150 MB).")
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()
    (folder / UNFINISHED).touch()
    made = subprocess.run(
        [_base_python(), "-I", "-m", "venv", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise SetupError(f"The virtual environment could not be made: {_last_line(made)}")


def _base_python() -> str:
    """Return the Python that environments are made from, also when this one is inside one."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _install(root: Path, kind: Kind) -> None:
    _say(f"Installing the packages of {kind.lock} …")
    locked = ("--require-hashes", "--only-binary", ":all:", "--requirement", kind.lock)
    _pip(root, *locked)
    # The project itself: its build back end is in the lock, so this needs no network.
    _pip(root, "--no-deps", "--no-build-isolation", "--no-index", "--editable", ".")
    # Also where Python is told not to write bytecode: compiling takes a third of the start.
    subprocess.run(
        [python(root), "-I", "-m", "compileall", "-q", "peelviewer"], check=False, cwd=root
    )


NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Failed to resolve|Network is unreachable"
    r"|name resolution|ConnectTimeout|Connection refused|Max retries"
)


def _pip(root: Path, *arguments: str) -> None:
    command = [str(python(root)), "-I", "-m", "pip", "install", "--quiet"]
    command += ["--disable-pip-version-check", "--no-input", "--retries", "2", *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "PIP_USER"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, cwd=root
    )
    if done.returncode == 0:
        return
    if NO_NETWORK.search(done.stderr):
        raise SetupError(
            "The packages could not be downloaded: the package index cannot be reached. "
            "Check the network (or pip's proxy and index settings) and run the same command again."
        )
    if "No matching distribution found" in done.stderr:
        print(done.stderr.strip(), file=sys.stderr)
        version = ".".join(map(str, sys.version_info[:2]))
        raise SetupError(
            f"A package above has no ready-made build for Python {version} on this machine: "
            "Python 3.11 to 3.13 on Linux (glibc 2.34 or later), macOS or Windows have them all."
        )
    print(done.stderr.strip(), file=sys.stderr)
    raise SetupError("The packages could not be installed: pip's message is above.")


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = (done.stderr + done.stdout).strip().splitlines()
    return lines[-1] if lines else f"exit status {done.returncode}"


def _say(sentence: str) -> None:
    print(sentence, flush=True)
