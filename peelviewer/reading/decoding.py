# SPDX-License-Identifier: MIT
"""From a file's bytes to its text, in whatever encoding; ``None`` where they are no text."""

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_HEAD = 1024
_LATIN = 0.7  # of a text's signs, at least, are Latin ones and have null bytes in UTF-16 and -32
_SOUND = 3  # whole signs of UTF-8 for each byte that is none, from which on a text is in UTF-8
_BROKEN = "\ufffd"
# Dashes and quotation marks, which are nearly all that an English text has beside ASCII.
_WINDOWS = b"\x91\x92\x93\x94\x95\x96\x97"
_MAC = b"\xd0\xd1\xd2\xd3\xd4\xd5\xa5"


def decoded(data: bytes) -> str | None:
    """Return the text that ``data`` is; ``None`` if it is none, or is torn.

    Without a mark at its start it is UTF-8, where a few bytes may be broken, UTF-16 or UTF-32 if
    null bytes tell so, else an encoding of one byte a sign. Null bytes themselves are no text,
    but a text may end with them.
    """
    if data and not data.strip(b"\0"):
        return None
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    encoding = encoding or (_by_null_bytes(data[:_HEAD]) if b"\0" in data else None)
    try:
        text = data.decode(encoding) if encoding else _unmarked(data.rstrip(b"\0"))
    except UnicodeDecodeError:
        return None
    found = text.rstrip("\0")
    return None if "\0" in found or _is_noise(found) else found


def _by_null_bytes(head: bytes) -> str | None:
    """Return which UTF-32 or UTF-16 the text is in, where null bytes stand as in no other."""
    for name, width, last in (
        ("utf-32-le", 4, True),
        ("utf-32-be", 4, False),
        ("utf-16-le", 2, True),
        ("utf-16-be", 2, False),
    ):
        order = range(width - 1, -1, -1) if last else range(width)
        *zeros, low = order
        signs = len(head) // width
        if all(head[at::width].count(0) > signs * _LATIN for at in zeros) and (
            signs and not head[low::width].count(0)
        ):
            return name
    return None


def _unmarked(data: bytes) -> str:
    """Return a text in UTF-8, or in one byte a sign as Windows or a Mac wrote it.

    A byte here and there that is broken in UTF-8 is a sign for that. Dashes and quotes tell a Mac.

    Raises:
        UnicodeDecodeError: it is in none of these.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        broken = text.count(_BROKEN)
        if sum(not sign.isascii() for sign in text) - broken >= _SOUND * broken:
            return text
    return data.decode("mac_roman" if _times(_MAC, data) > _times(_WINDOWS, data) else "cp1252")


def _times(marks: bytes, data: bytes) -> int:
    return sum(data.count(mark) for mark in marks)


def _is_noise(text: str) -> bool:
    """Whether the text is a binary file that happens to decode: control characters abound."""
    control = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f")
    return control > max(8, len(text) // 200)
