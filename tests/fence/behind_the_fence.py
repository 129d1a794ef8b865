"""What tests have the child process do: work, crash, hang, and try what is refused."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path


def echo(*arguments) -> bytes:
    os.write(1, b"what a library prints is no frame\n")
    return repr(arguments).encode()


def crash() -> bytes:
    os.kill(os.getpid(), signal.SIGSEGV)
    time.sleep(60)
    return b""


def leave() -> bytes:
    os._exit(3)


def loop() -> bytes:
    while True:
        pass


def loop_in_c() -> bytes:
    """Loop without ever letting another thread of Python run."""
    re.match(r"(a+)+$", "a" * 60 + "b")
    return b""


def loop_whatever_it_is_given(_tell, _name: str) -> bytes:
    return loop()


def loop_unless_told_otherwise(_tell, name: str) -> bytes:
    return b"no report" if Path(name).stem == "quick" else loop()


def tell_twice(tell, name: str) -> bytes:
    tell("Half", 0.5)
    tell("Done", 1.0)
    return name.encode()


def eat() -> bytes:
    eaten = []
    while True:
        eaten.append(bytearray(64 << 20))


def fail() -> bytes:
    return bytes(1 // 0)


def connect() -> bytes:
    socket.create_connection(("127.0.0.1", 9))
    return b""


def look_up() -> bytes:
    socket.getaddrinfo("localhost", 80)
    return b""


def start_program() -> bytes:
    subprocess.run([sys.executable, "-c", ""], check=True)
    return b""


def start_shell() -> bytes:
    os.system("true")  # noqa: S605 - what the test is about
    return b""


def write(name: str) -> bytes:
    Path(name).write_text("something")
    return b""


def append(name: str) -> bytes:
    os.close(os.open(name, os.O_WRONLY | os.O_APPEND))
    return b""


def remove(name: str) -> bytes:
    Path(name).unlink()
    return b""
