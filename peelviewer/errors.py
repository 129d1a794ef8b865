# SPDX-License-Identifier: MIT
"""The one family of errors that are the input's or the machine's fault, not ours.

Each message is a whole sentence for the user: it names the file or folder and says what to do.
Anything else that is raised is our own bug and must stay loud.
"""

from collections.abc import Iterable


class PeelViewerError(Exception):
    """Something the user can act on; ``str(error)`` is the sentence to show.

    ``details`` are lines for who wants to know more: each faulty row of a file.
    """

    def __init__(self, sentence: str = "", details: Iterable[str] = ()) -> None:
        super().__init__(sentence)
        self.details = tuple(details)


class ReadingError(PeelViewerError):
    """A file could not be read as an inspection report."""


class InvalidReportError(PeelViewerError):
    """A report's JSON breaks the contract; the sentence names the file and the place in it."""


class LibraryError(PeelViewerError):
    """The library on disk could not be opened, read or written."""


class UnknownReportError(PeelViewerError):
    """No report of that id is in the library, and no file of that name exists."""


class ChartError(PeelViewerError):
    """A chart could not be made or saved."""


class DesktopError(PeelViewerError):
    """The menu entry could not be installed or removed."""


class ReferenceDataError(PeelViewerError):
    """A file that ships with the program (forces, measures, comparability) is damaged."""


class StatisticsError(PeelViewerError):
    """A file of national statistics could not be read; nothing of it was taken."""


class CancelledError(PeelViewerError):
    """The user stopped a task; nothing was kept."""
