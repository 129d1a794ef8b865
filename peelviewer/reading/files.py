# SPDX-License-Identifier: MIT
"""A file's text, or one sentence that says why it has none."""

from pathlib import Path

from peelviewer.errors import ReadingError

MARKDOWN = frozenset((".md", ".markdown", ".mdown"))
PLAIN = frozenset((".txt", ".text"))
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_PDF_MAGIC = b"%PDF-"
_HEAD = 1024


def load(path: Path) -> str:
    """Return the file's text with line ends as line feeds.

    Raises:
        ReadingError: missing, a folder, unreadable, empty, not text, a PDF, or an ending that is
            neither Markdown's nor plain text's.
    """
    data = _bytes(path)
    ending = path.suffix.lower()
    if data[:_HEAD].lstrip().startswith(_PDF_MAGIC) or ending == ".pdf":
        raise ReadingError(
            f"{path} is a PDF, and PDF files cannot be read yet: give its text as Markdown (.md)."
        )
    if ending not in MARKDOWN | PLAIN:
        raise ReadingError(
            f"{path} is of a kind that cannot be read ({ending or 'no ending'}): "
            "give a Markdown (.md) or text (.txt) file."
        )
    if not data.strip():
        raise ReadingError(f"{path} is empty: there is nothing to read.")
    text = _decoded(data, path)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f\n")


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ReadingError(f"{path} is a folder: name the report's file in it.")
        return path.read_bytes()
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
