# SPDX-License-Identifier: MIT
"""The best chain of titles found in a text: each after the one before, as many as can be."""


class Best:
    """The best total among the places before one (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._cells: list[tuple[int, tuple[int, int] | None]] = [(0, None)] * (size + 1)

    def before(self, place: int) -> tuple[int, tuple[int, int] | None]:
        """Return the best total that ends before ``place``, and the link of its last title."""
        best: tuple[int, tuple[int, int] | None] = (0, None)
        while place > 0:
            if self._cells[place][0] > best[0]:
                best = self._cells[place]
            place -= place & -place
        return best

    def put(self, place: int, total: int, link: tuple[int, int]) -> None:
        """Let a chain with that total and last title end at ``place``."""
        place += 1
        while place <= self._size:
            if total > self._cells[place][0]:
                self._cells[place] = (total, link)
            place += place & -place
