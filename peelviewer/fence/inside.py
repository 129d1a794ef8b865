# SPDX-License-Identifier: MIT
"""The inside of the fence: the child process that works on a file which nobody trusts.

``outside`` starts it; see the package for what the fence is and is not. It is told on its command
line what to do, writes frames to its standard output, and does nothing else. It ends when its
standard input is closed, which happens when its parent is gone, however that ended.
"""

import contextlib
import faulthandler
import importlib
import json
import os
import struct
import sys
import threading
import traceback
from collections.abc import Callable
from typing import IO, Any

HEADER = struct.Struct(">cQ")
"""What stands before each frame's content: its kind, and the content's length in bytes."""

PROGRESS, RESULT, REFUSED, NO_MEMORY, FAULT = b"p", b"r", b"e", b"m", b"f"
"""Kinds of frames: a stage and fraction, the result, a sentence for the user with its details,
nothing, a traceback of our own mistake."""

CALL, TELL = "call", "tell"
"""Ways to work: a function that is called with its arguments, and one that is also given what it
tells its progress."""

WORD = "--behind-the-fence"
"""In a bundle there is no interpreter to start: the program itself, told this word, is the
child."""

_GRACE_S = 5  # the parent ends a child that takes too long; these seconds later it ends itself
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
_LARGEST_FILE = 1 << 20  # bytes; only what a crash prints is ever written

_NETWORK = (
    "socket.bind",
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostby",
    "socket.getnameinfo",
    "socket.sendmsg",
    "socket.sendto",
    "ftplib.",
    "http.",
    "smtplib.",
    "urllib.",
    "webbrowser.",
)
_PROGRAMS = (
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "pty.spawn",
    "subprocess.Popen",
)
_CHANGES = (
    "os.chmod",
    "os.chown",
    "os.link",
    "os.mkdir",
    "os.putenv",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
    "os.utime",
    "shutil.",
    "sqlite3.",
    "tempfile.",
)
_REFUSED_EVENTS = _NETWORK + _PROGRAMS + _CHANGES
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main(arguments: list[str] | None = None) -> None:
    """Do what the command line says, and end the process.

    The arguments: ``CALL`` or ``TELL``, a function as ``module:name``, its arguments as a JSON
    list, seconds, bytes of memory.
    """
    way, function, packed, seconds, memory = sys.argv[1:] if arguments is None else arguments
    channel = _channel()
    _end_with_parent()
    faulthandler.enable()
    faulthandler.dump_traceback_later(float(seconds) + _GRACE_S, exit=True)
    limit(seconds=float(seconds), memory=int(memory))
    try:
        work = _function(function)
        given = json.loads(packed)
        sys.addaudithook(refuse)
        send(
            channel, RESULT, bytes(work(_teller(channel), *given) if way == TELL else work(*given))
        )
    except MemoryError:
        send(channel, NO_MEMORY)
    except Exception as error:
        from peelviewer.errors import PeelViewerError

        if isinstance(error, PeelViewerError):
            send(channel, REFUSED, json.dumps([str(error), *error.details]).encode())
        else:
            send(channel, FAULT, traceback.format_exc().encode("utf-8", "backslashreplace"))
    os._exit(0)


def send(channel: IO[bytes], kind: bytes, content: bytes = b"") -> None:
    """Write one frame."""
    channel.write(HEADER.pack(kind, len(content)))
    channel.write(content)
    channel.flush()


def limit(*, seconds: float, memory: int) -> None:
    """Have the system end or refuse this process beyond these limits, where it offers that.

    ``memory`` bounds the address space (Linux), ``seconds`` the processor's time. No core is
    dumped, and no file grows.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    for name, amount in (
        ("RLIMIT_AS", memory),
        ("RLIMIT_CPU", int(seconds) + _GRACE_S),
        ("RLIMIT_FSIZE", _LARGEST_FILE),
        ("RLIMIT_CORE", 0),
    ):
        if hasattr(resource, name):
            with contextlib.suppress(ValueError, OSError):  # macOS knows some and refuses them
                number = getattr(resource, name)
                _, hard = resource.getrlimit(number)
                most = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
                resource.setrlimit(number, (most, most))


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse the network, other programs and changes to files: an audit hook (PEP 578).

    Raises:
        PermissionError: the event is one of those.
    """
    if event == "open":
        _, mode, flags = arguments
        writes = bool(flags & _WRITING) if isinstance(flags, int) else False
        if writes or (isinstance(mode, str) and not set(mode).isdisjoint("wax+")):
            raise PermissionError(f"{event} for writing is refused while a file is read")
    elif event.startswith(_REFUSED_EVENTS):
        raise PermissionError(f"{event} is refused while a file is read")


def _channel() -> IO[bytes]:
    """Return the way to the parent; what anything else prints goes where errors go.

    Ctrl+C on a terminal reaches this process too: it is the parent that decides.
    """
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.dont_write_bytecode = True
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return channel


def _end_with_parent() -> None:
    """End this process when its parent is gone.

    The thread sees it on every system, unless native code keeps Python from running it; for that
    Linux is asked to kill the process.
    """
    if sys.platform == "linux":
        import ctypes
        import signal

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)

    def wait() -> None:
        with contextlib.suppress(OSError):
            while os.read(0, 1):
                pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _function(name: str) -> Callable[..., Any]:
    """Return the function of that name, ``module:name``."""
    module, _, attribute = name.partition(":")
    return getattr(importlib.import_module(module), attribute)  # type: ignore[no-any-return]


def _teller(channel: IO[bytes]) -> Callable[[str, float], None]:
    def tell(stage: str, fraction: float) -> None:
        send(channel, PROGRESS, json.dumps([stage, fraction]).encode())

    return tell
