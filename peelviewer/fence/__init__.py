# SPDX-License-Identifier: MIT
"""A fence: a file that nobody trusts is read in a child process of its own.

**What the fence is.** The child has a limit of memory (its address space; Linux) and of time.
Whatever becomes of it, a crash of the PDF library, an endless loop, no memory left, this process
goes on and has one sentence to show. To cancel is to kill the child: it takes effect at once,
whatever the child is doing. A child never outlives its parent: it ends when its standard input is
closed, and in any case shortly after its time is over. What comes back are bytes, which whoever
asked for them checks field by field; nothing is unpickled. An audit hook in the child refuses
Python code the network, other programs, and changes to files.

**What it is not.** It is no sandbox. The audit hook sees what Python code does, not what native
code does by itself: whoever takes over a library (PDF, workbooks) by a fault in it has the user's
rights.
The limit of memory is one of Linux; the limit of time holds on every system.

The child is a plain interpreter (``-I -S``: no settings, no site packages but those that this
process has found) that imports what its work needs only. It starts somewhat faster than
``multiprocessing``'s "spawn", which imports the main program anew, and needs nothing of it: a
script without ``if __name__ == "__main__"`` can read too. ``benchmarks/fence.py`` measures it.

``outside`` is what callers use, ``inside`` what runs in the child, ``child`` the process seen from
its parent. The fence knows neither reports nor statistics: a function is given to it by name.
"""
