# SPDX-License-Identifier: MIT
"""``python -m peelviewer``: the same as the ``peelviewer`` command."""

import sys

from peelviewer.cli import main

sys.exit(main())
