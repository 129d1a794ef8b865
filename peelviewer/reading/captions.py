# SPDX-License-Identifier: MIT
"""What captions begin with, and what stands below figures and tables: their apparatus.

Two rules each: what has a heading's sign, or stands where a title does, is no running text, so
that no further sign is needed. A printed row can be one of a sentence: "Figure 3 shows", "Source
of the data", "Notes are".
"""

import re

CAPTION = re.compile(r"(?:figure|table|chart)\s+(\d{1,3})\s*[:.–—-]?\s+(?=\S)", re.IGNORECASE)
"""Of a title; its group is the figure's number."""
APPARATUS = re.compile(r"(?:source|note|notes|for further information)\b", re.IGNORECASE)
"""Of a title."""
ROW_CAPTION = re.compile(r"(?:figure|table|chart)\s+\d+\s*[:.–—-]", re.IGNORECASE)
"""Of a printed row."""
ROW_APPARATUS = re.compile(
    r"(?:source\s*:|for further information|notes?\s*:|\*+\s?\w)", re.IGNORECASE
)
"""Of a printed row."""
