# SPDX-License-Identifier: MIT
"""The markup inside a line: bold, italic, call-outs, links, escapes, HTML entities."""

import html
import re
from typing import TypeAlias

from peelviewer.model.report import Mark, MarkKind
from peelviewer.reading.grades import shown
from peelviewer.reading.lines import is_power

_TOKEN = re.compile(
    r"(?P<escape>\\+[!-/:-@\[-`{-~])"
    r"|(?P<sup><sup>(?P<called>.*?)</sup>)"
    r"|\[\^(?P<noted>\d{1,3})\](?P<colon>:?)"
    r"|\$\s?\^\{?(?P<tex>\d{1,3}(?:,\s?\d{1,3})*)\}?\s?\$|\^(?P<carets>\d{1,3}(?:,\s?\d{1,3})*)\^"
    r"|(?P<raised>[⁰¹²³⁴-⁹]+)"
    r"|(?P<image>!\[(?P<shows>[^\]\n]*)\](?:\([^)\s]*\)|\[[^\]\n]*\]))"
    r"|\[(?P<label>[^\[\]\n]+)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
    r"|(?P<tag></?(?P<name>b|strong|i|em|u|mark)(?:\s[^<>]*)?>)"
    r"|(?P<stars>\*\*|__)"
    r"|(?P<star>[*_])"
    r"|(?P<space>[ \t\u00a0\u2002\u2003\u2009\ufeff]+)",
    re.IGNORECASE,
)
# Dashes as Pandoc and others write them: "2015--16", "Overview -- How good is it?", "so---not".
_EN_DASH = re.compile(r"(?<=\d)--(?=\d)|(?:(?<=\s)|^)--(?=\s|$)")
_EM_DASH = re.compile(r"(?:(?<=[^\W\d_])|(?<=\s))---(?=[^\W\d_]|\s)")
_HARD_BREAK = re.compile(r"(?<!\\)\\\s*$")
_RAISED_COMMA = re.compile(r"(?<=\])(?:\^,\s?\^|<sup>,\s?</sup>)(?=\[)")  # between two call-outs
_NUMBERS = re.compile(r"\d{1,3}(?:\s*[,;]\s*\d{1,3})*$")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SPECIAL = frozenset("\\<[*_&!^\t\u00a0\u2002\u2003\u2009\ufeff⁰¹²³⁴⁵⁶⁷⁸⁹")
_CALLING = ("sup", "noted", "tex", "carets", "raised")  # how a call-out's number can be written
_STRONG_TAGS = frozenset(("b", "strong"))

# What is marked: kind, first piece, the piece after the last, a link's address.
_Span: TypeAlias = tuple[MarkKind, int, int, str | None]


def inline(raw: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the plain text of ``raw`` and its marks, by offsets into that text.

    A delimiter that is never closed is no markup and stays in the text. A raised number is a
    call-out; raised letters ("1st") stay text. Spaces are single. Two hyphens for a dash are one, a
    backslash at the end only breaks the line.
    """
    if "--" in raw:
        raw = _EM_DASH.sub("—", _EN_DASH.sub("–", raw))
    if "  " not in raw and _SPECIAL.isdisjoint(raw):
        return raw.strip(), ()
    raw = _RAISED_COMMA.sub("", _HARD_BREAK.sub("", raw))
    pieces, spans, points = _tokens(html.unescape(raw) if "&" in raw else raw)
    return _assembled(pieces, spans, points)


def _assembled(
    pieces: list[str], spans: list[_Span], points: list[tuple[int, str]]
) -> tuple[str, tuple[Mark, ...]]:
    """Join the pieces with single spaces and turn piece numbers into offsets."""
    starts, kept, length, spaced = [], [], 0, True
    for piece in pieces:
        fresh = piece.lstrip(" ") if spaced else piece
        starts.append(length)
        if fresh:
            kept.append(fresh)
            length += len(fresh)
            spaced = fresh.endswith(" ")
    starts.append(length)
    text = "".join(kept).rstrip()
    full = len(text)
    marks = [
        Mark(kind="footnote", start=min(starts[at], full), end=min(starts[at], full), target=number)
        for at, number in points
    ]
    for kind, first, last, target in spans:
        start, end = min(starts[first], full), min(starts[last], full)
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start < end:
            marks.append(Mark(kind=kind, start=start, end=end, target=target))
    marks.sort(key=lambda mark: (mark.start, mark.end))
    return text, tuple(marks)


def _tokens(raw: str) -> tuple[list[str], list[_Span], list[tuple[int, str]]]:
    """Split ``raw`` into text pieces, spans between piece numbers, and call-outs at them."""
    pieces: list[str] = []
    spans: list[_Span] = []
    points: list[tuple[int, str]] = []
    waiting: dict[str, list[int]] = {}
    at = 0
    for token in _TOKEN.finditer(raw):
        if token.start() > at:
            pieces.append(raw[at : token.start()])
        at = token.end()
        if token["escape"] or token["space"]:
            pieces.append(_plain(token))
        elif any(token[name] for name in _CALLING):
            _call_out(token, pieces, points)
        elif token["label"]:
            spans.append(("link", len(pieces), len(pieces) + 1, _unescaped(token["target"])))
            pieces.append(inline(token["label"])[0])
        elif token["image"]:
            pieces.append(shown(token["shows"]))
        else:
            _delimit(raw, token, pieces, spans, waiting)
    if at < len(raw):
        pieces.append(raw[at:])
    for sign in ("**", "__"):  # a lone one is a slip of the conversion; a lone star is printed
        for piece in waiting.get(sign, ()):
            pieces[piece] = ""
    return pieces, spans, points


def _plain(token: re.Match[str]) -> str:
    """Return a space as one, an escaped sign without its backslash."""
    return " " if token["space"] else token["escape"].lstrip("\\") or "\\"


def _call_out(token: re.Match[str], pieces: list[str], points: list[tuple[int, str]]) -> None:
    if token["raised"] and is_power("".join(pieces[-4:]), token["raised"]):
        pieces.append(token["raised"])
        return
    called = next((token[name] for name in ("called", *_CALLING[1:]) if token[name]), "")
    called = called.translate(_RAISED)
    called = called.strip(" *[]()")
    if _NUMBERS.match(called):
        points.extend((len(pieces), number.strip()) for number in re.split("[,;]", called))
    else:
        pieces.append(inline(called)[0])


def _delimit(
    raw: str,
    token: re.Match[str],
    pieces: list[str],
    spans: list[_Span],
    waiting: dict[str, list[int]],
) -> None:
    """Open or close bold or italic; what opens is text until it is closed."""
    sign = token[0].lower()
    if token["tag"]:
        opens, closes = not sign.startswith("</"), sign.startswith("</")
        sign = token["name"].lower()
        kind: MarkKind = "strong" if sign in _STRONG_TAGS else "emphasis"
    else:
        kind = "strong" if token["stars"] else "emphasis"
        before = raw[token.start() - 1 : token.start()]
        after = raw[token.end() : token.end() + 1]
        opens, closes = bool(after.strip()), bool(before.strip())
        if "_" in sign:
            opens = opens and not before.isalnum()
            closes = closes and not after.isalnum()
    if closes and waiting.get(sign):
        mate = waiting[sign].pop()
        pieces[mate] = ""
        spans.append((kind, mate, len(pieces), None))
        return
    if opens:
        waiting.setdefault(sign, []).append(len(pieces))
    pieces.append("" if token["tag"] or (token["stars"] and not opens) else sign)


def _unescaped(target: str) -> str:
    return re.sub(r"\\+([!-/:-@\[-`{-~])", r"\1", target)
