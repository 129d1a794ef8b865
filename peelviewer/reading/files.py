# SPDX-License-Identifier: MIT
"""A file's text, or one sentence that says why it has none."""

from pathlib import Path

from peelviewer.errors import ReadingError

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
_PDF_MAGIC = b"%PDF-"
_HEAD = 1024


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
    if ending == PDF and not begins and head.isascii() and not _is_noise(head.decode("ascii")):
        raise ReadingError(
            f"{path} is a text file although its name ends in .pdf: "
            "rename it to .md (Markdown) or .txt."
        )
    if begins and ending in MARKDOWN | PLAIN:
        raise ReadingError(
            f"{path} is a PDF although its name ends in {ending}: rename it to .pdf."
        )
    return begins or ending == PDF


def load(path: Path) -> str:
    """Return the file's text with line ends as line feeds.

    Raises:
        ReadingError: missing, a folder, unreadable, empty, not text, or an ending that is neither
            Markdown's nor plain text's.
    """
    data = _bytes(path)
    ending = path.suffix.lower()
    if ending not in MARKDOWN | PLAIN:
        raise ReadingError(
            f"{path} is of a kind that cannot be read ({ending or 'no ending'}): "
            "give a PDF, a Markdown (.md) or a text (.txt) file."
        )
    text = _decoded(data, path) if data.strip() else ""
    if not text.strip("\ufeff \t\r\n\f"):
        raise ReadingError(f"{path} is empty: there is nothing to read.")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f\n")


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


def _is_noise(text: str) -> bool:
    """Whether the text is a binary file that happens to decode: control characters abound."""
    control = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f")
    return control > max(8, len(text) // 200)
