# SPDX-License-Identifier: MIT
"""Where words stand on a page, as fractions of its size."""

import json
from pathlib import Path

from PySide6.QtCore import QRectF

from peelviewer.ui.original.page_pictures import Draw, is_cancelled
from peelviewer.ui.tasks import Progress

LONGEST = 400  # characters that are looked for: a place is found by how it begins


def spots_of(
    draw: Draw, path: Path, sheet: int, words: str, progress: Progress
) -> tuple[QRectF, ...]:
    """Return the boxes of the lines that ``words`` take on a page; none where they are not there.

    Raises:
        PeelViewerError: the file cannot be read, or the search was cancelled.
    """
    arguments = (str(path), sheet, words[:LONGEST])
    data = draw("places:find_words", arguments, path, lambda: is_cancelled(progress))
    return tuple(QRectF(*box) for box in json.loads(data))
