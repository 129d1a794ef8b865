"""The pinned Qt binding does not lose references to None, which kills the process after a while.

PySide6 6.12.0 does on Python 3.10 and 3.11 (docs/architecture.md, "Version pins"). A child
process makes the calls, because a fault here is no exception but the end of the interpreter.
"""

import subprocess
import sys

CALLS = 20_000
PROGRAM = f"""
from PySide6.QtCore import QObject

target = QObject()
for _ in range({CALLS}):
    target.setObjectName("")
print("alive")
"""


def test_many_void_calls_leave_the_interpreter_alive():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
