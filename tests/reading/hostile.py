"""Files that nobody would publish: random bytes, and reports with pieces broken, moved, repeated.

Each case is made from its number alone, so that one that failed can be made again:
``python -m tools.fuzz --case 1234``.
"""

import random
import signal
import sys
import threading
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from peelviewer.errors import ReadingError
from peelviewer.model import codec
from peelviewer.model.report import Report
from peelviewer.reading import read
from tests.reading.sheets import sheets

SECONDS = 10.0
"""What one case may take; a thousandth of it is usual."""

PDF_EVERY = 20
"""Each case whose number this divides is a PDF."""

PIECES = (
    *("**", "*", "__", "_", "`", "#", "###### ", "- ", "1. ", "(a) ", "> ", "|", "|---|", "\t"),
    *("\n", "\n\n", "\r", "\f", "---\n", "***\n", "===\n", "\\", "\\\\*", "&", "&amp;", "&#0;"),
    *(
        "<table><tr><td>",
        "</td></tr></table>\n",
        "<td colspan=999999999>",
        "+---+---+\n",
        "| a ",
        "{#",
    ),
    *(
        "  ---- ----\n",
        "-----------\n",
        "a    b    c\n",
        "\u00ad",
        "\ufb01",
        "\uf0b7\n",
        "[1] ",
        "1 A",
    ),
    *("[", "](", "[^1]", "[^999]:", "<sup>", "<sup>1,2</sup>", "</sup>", "<sup></sup>", "<b>"),
    *("<script>alert(1)</script>", "![x](file:///etc/passwd)", "[x](javascript:1)", "<!--", "-->"),
    *("¹", "²³", "⁹⁹⁹", "½", "٣", "१", "𝟙", "Ⅷ", "①", "\u200b", "\u2028", "\u00a0", "\ufeff"),
    *("\u202e", "e\u0301", "ß", "İ", "ﬁ", "\U0001f46e", "\x00", "\x0b", "\x1c", "\x85", "\ud800"),
    *("9" * 400, "0.0.0", "-–—", "1/0", "99 February 2016", "12 months to 31 June 2016", "%", "£"),
    *(
        "Figure 1: ",
        "Figure 999999999999: ",
        "Source: ",
        "Contents\n",
        "Annex A",
        "Good",
        "**Good**",
    ),
    *("**Good**", "PEEL: ", "An inspection of ", "England and Wales", "Areas for improvement"),
    *("Cause of concern", "Recommendation", " per 1,000 population", "a" * 5000, "a " * 2000),
    *("(" * 300, "*a" * 500, "[a](" * 200, "| a " * 300, "1, " * 300, "." * 1000, "... 3\n" * 50),
)
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1")
ENDINGS = (".md", ".md", ".md", ".txt", ".markdown")


def write_case(number: int, folder: Path) -> Path:
    """Make the file of that case in ``folder``."""
    chance = random.Random(f"hostile {number}")  # noqa: S311 - no secret is made of it
    if number % PDF_EVERY == 0:
        path, data = folder / f"case{number}.pdf", _pdf_case(chance)
    else:
        path = folder / f"case{number}{chance.choice(ENDINGS)}"
        data = _noise(chance) if chance.random() < 0.1 else _text_case(chance)
    path.write_bytes(data)
    return path


def check(path: Path) -> Report | None:
    """Read the file here: a report that holds together, or a refusal in one sentence.

    Raises:
        AssertionError: neither, or it took too long.
    """
    with within(SECONDS):
        try:
            report = read(path)
        except ReadingError as error:
            check_refusal(path, error)
            return None
    check_report(report)
    return report


def check_refusal(path: Path, error: Exception) -> None:
    """Assert that a refusal is one sentence that names the file."""
    sentence = str(error)
    assert sentence.startswith(str(path)), sentence
    assert sentence.endswith("."), sentence
    assert "\n" not in sentence, sentence


def check_report(report: Report) -> None:
    """Assert that the report is whole and that its audit adds up."""
    assert codec.decode(codec.encode(report), "the report") == report
    audit = report.audit
    lost = sum(len(item.text.split()) for item in audit.unplaced)
    assert 0 <= audit.placed <= audit.words, audit
    assert audit.placed + lost == audit.words, audit


@contextmanager
def within(seconds: float):
    """Stop what takes longer, also inside a regular expression, where the system can do that."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_):
        raise AssertionError(f"took more than {seconds:g} seconds")

    former = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


@cache
def seeds() -> tuple[str, ...]:
    made = [sheets(style=style) for style in ("hash", "bold", "both")]
    made.append(sheets(with_contents=False, running=None))
    texts = [one.text() for one in made]
    plain = texts[0].replace("#", "").replace("*", "").replace("<sup>1</sup>", "¹")
    return (*texts, plain, texts[0].replace("\n", "  "))


def _noise(chance: random.Random) -> bytes:
    data = chance.randbytes(chance.choice((1, 16, 300, 5000)))
    head = chance.choice((b"", b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"%PDF-1.7\n"))
    if chance.random() < 0.5:
        data = bytes(byte % 96 + 32 for byte in data)
    return head + data


def _text_case(chance: random.Random) -> bytes:
    text = chance.choice(seeds())
    for _ in range(chance.choice((1, 2, 3, 8, 30))):
        text = chance.choice(_CHANGES)(chance, text)
    text = text[:60_000]
    data = text.encode(chance.choice(ENCODINGS), errors="replace")
    if chance.random() < 0.15:
        data = _broken(chance, data)
    return data


def _span(chance: random.Random, text: str) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.choice((1, 5, 40, 400)))


def _inserted(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(PIECES) * chance.choice((1, 1, 1, 3)) + text[at:]


def _deleted(chance: random.Random, text: str) -> str:
    start, end = _span(chance, text)
    return text[:start] + text[end:]


def _repeated(chance: random.Random, text: str) -> str:
    start, end = _span(chance, text)
    return text[:end] + text[start:end] * chance.choice((1, 2, 20)) + text[end:]


def _moved(chance: random.Random, text: str) -> str:
    start, end = _span(chance, text)
    rest = text[:start] + text[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + text[start:end] + rest[at:]


def _cut(chance: random.Random, text: str) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _shuffled(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    part = lines[start : start + 20]
    chance.shuffle(part)
    return "\n".join(lines[:start] + part + lines[start + 20 :])


def _with_line_ends(chance: random.Random, text: str) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n", " ", "\f", "\u2028")))


def _in_other_letters(chance: random.Random, text: str) -> str:
    start, end = _span(chance, text)
    change = chance.choice((str.upper, str.swapcase, str.title, lambda part: part[::-1]))
    return text[:start] + change(text[start:end]) + text[end:]


_CHANGES = (
    *(_inserted, _inserted, _inserted, _deleted, _deleted, _repeated, _moved, _shuffled),
    *(_cut, _with_line_ends, _in_other_letters),
)


def _broken(chance: random.Random, data: bytes) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        if not broken:
            break
        at = chance.randrange(len(broken))
        way = chance.randrange(3)
        if way == 0:
            broken[at] = chance.randrange(256)
        elif way == 1:
            del broken[at : at + chance.choice((1, 10, 500))]
        else:
            broken[at:at] = broken[max(0, at - 50) : at]
    return bytes(broken)


@cache
def pdf() -> bytes:
    """Return a small report as PDF, its streams not compressed, so that changes reach them."""
    from fpdf import FPDF

    made = FPDF()
    made.set_compression(False)
    for page in sheets().text().split("NORTHSHIRE REPORT – NOT FOR RELEASE"):
        made.add_page()
        for line in page.encode("latin-1", "replace").decode("latin-1").split("\n"):
            is_heading = line.startswith(("#", "**"))
            made.set_font("Helvetica", "B" if is_heading else "", 18 if is_heading else 11)
            made.multi_cell(0, 6, line.strip("#* "), new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def _pdf_case(chance: random.Random) -> bytes:
    data = pdf()
    way = chance.random()
    if way < 0.1:
        return data[: chance.randrange(len(data))]
    if way < 0.3:  # numbers: lengths, offsets, sizes, object references
        for _ in range(chance.choice((1, 3, 10))):
            digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
            at = chance.choice(digits)
            data = data[:at] + chance.choice((b"9999999999", b"0", b"-1", b"1e9")) + data[at + 1 :]
        return data
    return _broken(chance, data)
