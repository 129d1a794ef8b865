# SPDX-License-Identifier: MIT
"""The signs at a row's start that say what begins there."""

import re

BULLET = re.compile(r"([•▪●◦‣∙·■□➢✓\uf000-\uf0ff]|[-–—](?=\s)|o(?=\s))\s*")
NUMBERED = re.compile(r"(\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
