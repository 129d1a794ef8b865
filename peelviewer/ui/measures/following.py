# SPDX-License-Identifier: MIT
"""Whether the panel goes along when another section is read.

It does as the reader reads on, and stays where the panel itself has sent the reader: who looks up
the words behind a bar, or a caveat in the annex, wants to keep the chart.
"""


class Following:
    """Remembers the place that the panel has sent the reader to."""

    def __init__(self) -> None:
        self._is_sent = False
        self._stays_for: str | None = None

    def send(self, section: str | None, listed: str | None) -> None:
        """Take note that the reader is being sent to ``section``; ``listed`` is the panel's own.

        The next place that is read is then the panel's doing, whichever it is exactly. Nothing
        follows where the reader is in that section already.
        """
        self._is_sent = section not in {None, listed, self._stays_for}

    def goes_to(self, section: str) -> bool:
        """Say whether the panel goes along to ``section``, which is now read."""
        if self._is_sent:
            self._is_sent, self._stays_for = False, section
        elif section != self._stays_for:
            self._stays_for = None
        return section != self._stays_for
