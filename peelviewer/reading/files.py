# SPDX-License-Identifier: MIT
"""A file's text, or one sentence that says why it has none."""

import codecs
import re
from pathlib import Path

from peelviewer.errors import ReadingError
from peelviewer.reading.lines import SOFT_HYPHEN

MARKDOWN = frozenset((".md", ".markdown", ".mdown"))
PLAIN = frozenset((".txt", ".text"))
PDF = ".pdf"
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_MOST = 10_000_000  # letters; fifty times what a long report has
_EMBEDDED = re.compile(r"data:[\w.+-]+/[\w.+-]+;base64,[A-Za-z0-9+/=]*")
_LINE_END = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_SOFT_AT_END = re.compile(r"\u00ad[ \t]*(?=\n)")
_SOFT_INSIDE = re.compile(r"\u00ad(?!\n)")
_TYPESET = {
    ord(sign): letters
    for sign, letters in zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
} | {ord("\u200b"): None, ord("\ufeff"): None, ord("\u202f"): "\u00a0"}
# Signs of Markdown that plain text does not have by chance.
_MARKED_UP = re.compile(r"^ {0,3}#{1,6} \S|\*\*\S|^\s*\|?[ :]*-{3,}[ :]*\|", re.MULTILINE)
_PDF_MAGIC = b"%PDF-"
_HEAD = 1024
_LATIN = 0.7  # of a text's signs, at least, are Latin ones and have a null byte in UTF-16


def is_pdf(path: Path) -> bool:
    """Whether the file is a PDF, by what it begins with and by its name.

    Raises:
        ReadingError: missing, a folder, unreadable, empty, or a name that says something else.
    """
    ending = path.suffix.lower()
    head = _bytes(path, _HEAD)
    begins = _PDF_MAGIC in head
    if ending == PDF and not head.strip():
        raise ReadingError(f"{path} is empty: there is nothing to read.")
    if ending == PDF and not begins and _is_text(head):
        raise ReadingError(
            f"{path} is a text file although its name ends in .pdf: "
            "rename it to .md (Markdown) or .txt."
        )
    if begins and ending in MARKDOWN | PLAIN:
        raise ReadingError(
            f"{path} is a PDF although its name ends in {ending}: rename it to .pdf."
        )
    return begins or ending == PDF


def is_plain(path: Path, text: str) -> bool:
    """Whether a text file is plain text, by its name, or without an ending by its lines."""
    ending = path.suffix.lower()
    return ending in PLAIN or (not ending and _MARKED_UP.search(text) is None)


def load(path: Path) -> str:
    """Return the file's text with line ends as line feeds.

    Pictures that are embedded as text are left out.

    Raises:
        ReadingError: missing, a folder, unreadable, empty, too long, not text, or of an ending
            that is neither Markdown's nor plain text's.
    """
    data = _bytes(path)
    ending = path.suffix.lower()
    if ending and ending not in MARKDOWN | PLAIN:
        raise ReadingError(
            f"{path} is of a kind that cannot be read ({ending}): "
            "give a PDF, a Markdown (.md) or a text (.txt) file."
        )
    text = _decoded(data, path) if data.strip() else ""
    if not text.strip("\ufeff \t\r\n\f"):
        raise ReadingError(f"{path} is empty: there is nothing to read.")
    text = _EMBEDDED.sub("", text) if ";base64," in text else text
    if len(text) > _MOST:
        raise ReadingError(
            f"{path} holds {len(text) / 1e6:.0f} million letters, which is more than any report "
            f"does (the most that is read is {_MOST // 1_000_000} million): give a report's file."
        )
    return _cleaned(text).replace("\f", "\n\f\n")


def _cleaned(text: str) -> str:
    """Return the text with one kind of line end and without what typesetting put into words.

    Ligatures are the letters that they stand for. A soft hyphen shows only where it ends a line:
    there it is a hyphen that parts a word.
    """
    text = _LINE_END.sub("\n", text)
    if text.isascii():
        return text
    text = _SOFT_AT_END.sub(SOFT_HYPHEN, text.translate(_TYPESET))
    return _SOFT_INSIDE.sub("", text)


def _bytes(path: Path, most: int = -1) -> bytes:
    try:
        if path.is_dir():
            raise ReadingError(f"{path} is a folder: name the report's file in it.")
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise ReadingError(f"{path} does not exist: check the name.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadingError(
            f"{path} cannot be read ({reason}): check the file and its permissions."
        ) from error


def _decoded(data: bytes, path: Path) -> str:
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    if encoding is None and b"\0" in data:
        encoding = _without_bom(data)
    if encoding is None and b"\0" in data:
        raise ReadingError(f"{path} is not a text file: give the report as Markdown or text.")
    for candidate in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            text = data.decode(candidate)
        except UnicodeDecodeError:
            continue
        if "\0" in text or _is_noise(text):
            break
        return text
    raise ReadingError(
        f"{path} is not a text file, or its text is damaged: give the report as UTF-8 text."
    )


def _without_bom(data: bytes) -> str | None:
    """Return which UTF-16 the text is in, where half of nearly all its signs are null bytes."""
    head = data[:_HEAD]
    most = len(head) // 2 * _LATIN
    for name, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if head[first::2].count(0) > most and not head[1 - first :: 2].count(0):
            return name
    return None


def _is_text(head: bytes) -> bool:
    """Whether a file begins as a text in UTF-8; a letter may be cut at the end of ``head``."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return not _is_noise(text)


def _is_noise(text: str) -> bool:
    """Whether the text is a binary file that happens to decode: control characters abound."""
    control = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f")
    return control > max(8, len(text) // 200)
