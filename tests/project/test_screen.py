"""``make run`` opens the window where there is a screen, and knows where there is none."""

import socket
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for Linux")


@pytest.fixture
def task(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    for name in ("task", "environment", "system_packages"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    import task

    return task


def test_a_session_without_a_display_has_no_screen(task):
    assert not task.has_screen()


def test_a_wayland_session_has_a_screen(task, monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert task.has_screen()


def test_a_display_of_another_machine_is_tried(task, monkeypatch):
    monkeypatch.setenv("DISPLAY", "elsewhere:10.0")
    assert task.has_screen()


def test_a_display_that_nobody_answers_for_is_no_screen(task, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":59999")
    assert not task.has_screen()


def test_a_display_that_answers_is_a_screen(task, monkeypatch):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X59998")
        server.listen()
        monkeypatch.setenv("DISPLAY", ":59998.0")
        assert task.has_screen()
