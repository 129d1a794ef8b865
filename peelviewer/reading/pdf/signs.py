# SPDX-License-Identifier: MIT
"""The signs and words at a row's start that say what begins there."""

import re

BULLET = re.compile(r"([•▪●◦‣∙·■□➢✓\uf000-\uf0ff]|[-–—](?=\s)|o(?=\s))\s*")
NUMBERED = re.compile(r"(\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
# Of a row, which can be one of running text: "Figure 3 shows" has no sign behind its number.
CAPTION = re.compile(r"(?:figure|table|chart)\s+\d+\s*[:.–—-]", re.IGNORECASE)
# So do "Source of the data" and "Notes are" without one; titles (``headings``) need none.
APPARATUS = re.compile(r"(?:source\s*:|for further information|notes?\s*:|\*+\s?\w)", re.IGNORECASE)
