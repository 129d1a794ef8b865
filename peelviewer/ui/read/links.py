# SPDX-License-Identifier: MIT
"""Addresses inside the document: our own scheme, so that nothing else is ever loaded or opened."""

from enum import StrEnum
from urllib.parse import quote, unquote

import msgspec

SCHEME = "peel"


class LinkKind(StrEnum):
    """What a link leads to; its target is a number or id, for ``WEB`` the whole address.

    A ``PICTURE`` is nothing to go to: it is the address of a figure's picture in the document.
    """

    SECTION = "section"
    BLOCK = "block"
    FIGURE = "figure"
    MEASURE = "measure"
    NOTE = "note"
    CALL = "call"
    WEB = "web"
    IMPORT = "import"
    PICTURE = "picture"


_KINDS = frozenset(kind.value for kind in LinkKind)


class Link(msgspec.Struct, frozen=True):
    """A link of the document, taken apart."""

    kind: LinkKind
    target: str

    @property
    def number(self) -> int:
        """The target as a number; -1 where it is none."""
        return int(self.target) if self.target.isdecimal() else -1

    def address(self) -> str:
        """Return the address as it stands in the document."""
        return f"{SCHEME}:{self.kind.value}/{quote(self.target, safe='')}"


def parse(address: str) -> Link | None:
    """Return the link behind an address; ``None`` for any that is not ours."""
    scheme, _, rest = address.partition(":")
    kind, _, target = rest.partition("/")
    if scheme != SCHEME or kind not in _KINDS:
        return None
    return Link(LinkKind(kind), unquote(target))
