# SPDX-License-Identifier: MIT
"""A file's text, or one sentence that says why it has none."""

import re
from itertools import islice, pairwise
from pathlib import Path

from peelviewer.errors import ReadingError
from peelviewer.reading import kinds
from peelviewer.reading.decoding import decoded
from peelviewer.reading.lines import SOFT_HYPHEN

MARKDOWN = frozenset((".md", ".markdown", ".mdown"))
PLAIN = frozenset((".txt", ".text"))
PDF = ".pdf"
_MOST = 10_000_000  # letters; fifty times what a long report has
_EMBEDDED = re.compile(r"data:[\w.+-]+/[\w.+-]+;base64,[A-Za-z0-9+/=]*")
_LINE_END = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_SOFT_AT_END = re.compile(r"\u00ad[ \t]*(?=\n)")
_SOFT_INSIDE = re.compile(r"\u00ad(?!\n)")
_SOFT_MINUS = re.compile(r"(?<!\w)\u00ad(?=£?\d)")  # before a value it breaks no word
_JOINER = re.compile(r"\u2060(?![⁰¹²³⁴-⁹])")  # between raised digits it parts two call-outs
_TYPESET = {
    ord(sign): letters
    for sign, letters in zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
} | {ord("\u200b"): None, ord("\ufeff"): None, ord("\u202f"): "\u00a0"}
_TYPESET |= dict.fromkeys(map(ord, "\u2010\u2011"), "-")
# Signs of Markdown that plain text does not have by chance.
_MARKED_UP = re.compile(r"^ {0,3}#{1,6} \S|\*\*\S|^[^\S\n]*+\|?[ :]*+-{3,}[ :]*+\|", re.MULTILINE)
# Any that only Markdown has; tables are drawn in text, too.
_SIGN = re.compile(
    r"^ {0,3}#{1,6} \S|\*\*\S|__\S|^[^\S\n]*[-*+] \S|^[^\S\n]*(?:=|-){3,}[^\S\n]*$|\[\^\d|\]\("
    r"|</?[a-z]+\d?>",
    re.MULTILINE,
)
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_LONG = 50  # letters of a line that can be one of a paragraph
_SEVERAL = 12  # such lines by which paragraphs are told
_MOSTLY = 0.6
_HEADINGS = 3  # with Markdown's signs, from which on a text is none that is plain
_HEAD = 65_536  # bytes by which a file's kind is told


def is_pdf(path: Path) -> bool:
    """Whether the file is a PDF, by what it begins with and by its name.

    Raises:
        ReadingError: missing, a folder, unreadable, empty, or a name that says something else.
    """
    ending = path.suffix.lower()
    head = _bytes(path, _HEAD)
    begins = kinds.is_pdf(head)
    if ending == PDF and not begins:
        _refuse_as_pdf(path, head)
    if begins and ending in MARKDOWN | PLAIN:
        raise ReadingError(
            f"{path} is a PDF although its name ends in {ending}: rename it to .pdf."
        )
    return begins or ending == PDF


def _refuse_as_pdf(path: Path, head: bytes) -> None:
    """Say what a file is that only its name makes a PDF; one that is nothing else may be torn."""
    _refuse_foreign(path, head)
    text = decoded(head)
    if text is not None:
        _refuse_empty(path, text)
        raise ReadingError(
            f"{path} is a text file although its name ends in .pdf: "
            "rename it to .md (Markdown) or .txt."
        )


def _refuse_foreign(path: Path, data: bytes) -> None:
    if found := kinds.foreign(data):
        kind, advice = found
        named = f" although its name ends in {path.suffix}" if path.suffix else ""
        raise ReadingError(f"{path} is {kind}{named}: {advice}.")


def _refuse_empty(path: Path, text: str) -> None:
    if not text.strip("\ufeff \t\r\n\f"):
        raise ReadingError(f"{path} is empty: there is nothing to read.")


def is_plain(path: Path, text: str) -> bool:
    """Whether a text file is plain text, by its name, or without an ending by its lines.

    Some Markdown has a plain text's name: several headings with its signs tell. Some plain text
    has Markdown's, as converters write that take lines as they are printed: it has no sign but
    those of tables, and its paragraphs are broken into lines.
    """
    ending = path.suffix.lower()
    if ending in MARKDOWN:
        return _SIGN.search(text) is None and _is_broken(text)
    if ending in PLAIN:
        return sum(1 for _ in islice(_HEADING.finditer(text), _HEADINGS)) < _HEADINGS
    return not ending and _MARKED_UP.search(text) is None


def _is_broken(text: str) -> bool:
    """Whether most long lines of a text go on in the next one."""
    rows = [row.strip() for row in text.split("\n")]
    long = [below for row, below in pairwise(rows) if len(row) >= _LONG]
    return len(long) >= _SEVERAL and sum(map(bool, long)) >= _MOSTLY * len(long)


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
    _refuse_foreign(path, data)
    text = decoded(data)
    if text is None:
        raise ReadingError(
            f"{path} is not a text file, or its text is damaged: give the report as UTF-8 text."
        )
    _refuse_empty(path, text)
    text = _EMBEDDED.sub("", text) if ";base64," in text else text
    if len(text) > _MOST:
        raise ReadingError(
            f"{path} holds {len(text) / 1e6:.0f} million letters, which is more than any report "
            f"does (the most that is read is {_MOST // 1_000_000} million): give a report's file."
        )
    return _cleaned(text).replace("\f", "\n\f\n")


def _cleaned(text: str) -> str:
    """Return the text with one kind of line end and without what typesetting put into words.

    Ligatures are the letters that they stand for, and a hyphen that no line may break at is one.
    A soft hyphen shows only where it ends a line: there it is a hyphen that parts a word.
    """
    text = _LINE_END.sub("\n", text)
    if text.isascii():
        return text
    text = _SOFT_MINUS.sub("-", text.translate(_TYPESET))
    text = _SOFT_AT_END.sub(SOFT_HYPHEN, text)
    return _JOINER.sub("", _SOFT_INSIDE.sub("", text))


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
