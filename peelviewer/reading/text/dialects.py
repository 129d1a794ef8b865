# SPDX-License-Identifier: MIT
"""What else stands in Markdown files, as plain Markdown: HTML's tags, attributes, underlines.

Nothing is drawn as HTML: headings and items become Markdown's, all other tags are dropped, and
the text between them stays.
"""

import re
from collections.abc import Sequence

from peelviewer.reading.grades import shown
from peelviewer.reading.lines import ITEM

_ODD = re.compile(r"[<{}]|\]\(")
_PIPED_RULE = re.compile(r"\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+$")
_ESCAPED_ITEM = re.compile(r"(\s*(?:\d{1,2}|(?=\\-\s)))\\([.)-])(?=\s)")
_UNDERLINE = re.compile(r"(?:={2,}|-{3,})\s*$")
_LIST_ITEM = re.compile(rf"{ITEM}\s")
_WIDE_GAP = re.compile(r"\t|\s{3,}")
_LONGEST_TITLE = 200
_TAG = re.compile(
    r"<!--.*?-->|</?(?:div|p|center|br|hr|img|a|span|font|small|section|article|figure|figcaption"
    r"|blockquote|ul|ol|table|thead|tbody|tfoot|tr|td|th|caption)\b[^>]*>|</(?:li|h[1-6])\s*>",
    re.IGNORECASE,
)
# Tags that take no room, behind a space: with the spaces around them they are no gap of a table.
_ROOMLESS = re.compile(r"(?<= )(?:</?(?:img|a|span|font|small)\b[^>]*> ?)+", re.IGNORECASE)
IMAGE = re.compile(r"""<img\b[^<>]*?\balt=["']([^"'<>]*)["'][^<>]*>""", re.IGNORECASE)
"""A picture in HTML, with the words in place of it."""
_HEADING = re.compile(r"\s*<h([1-6])\b[^>]*>", re.IGNORECASE)
_ITEM = re.compile(r"(\s*)<li\b[^>]*>", re.IGNORECASE)
_NESTED_LINK = re.compile(r"\[([^\[\]\n]*)\[([^\[\]\n]*)\]\([^()\s]*\)\](?=\([^()\s]*\))")
_RAISED_LINK = re.compile(
    r"<sup>\s*\[(\d{1,3})\]\([^()\s]*\)\s*</sup>|\[<sup>(\d{1,3})</sup>\]\([^()\s]*\)",
    re.IGNORECASE,
)
_PICTURE_NAMED = re.compile(r"\s*\[image\d+\]:\s*<[^<>]*>\s*$")  # where a picture lies
_HEADING_ATTRIBUTES = re.compile(r"(#{1,6}\s.*\S)\s*\{[#.][^{}]*\}\s*$")
_PICTURE_ATTRIBUTES = re.compile(r"(!\[[^\]]*\]\([^)]*\))\{[^{}]*(?:\}|$)")
_FRONT = re.compile(r"---[ \t]*\n(?P<body>(?:(?!---|\.\.\.).*\n){1,60})(?:---|\.\.\.)[ \t]*\n")
_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?:\s+(?P<value>.*\S))?\s*$")
_SHOWN = {"title": "# ", "subtitle": "", "author": "", "date": ""}
_BLOCKS = ("|", ">", "|-", ">-")  # the value stands on the lines below
_MORE_ATTRIBUTES = re.compile(r"\s*(?:[\w-]+=\"[^\"]*\"\s*)+\}\s*$")


def without_comments(text: str) -> str:
    """Return a file's text without comments, which nobody sees; all lines keep their numbers."""
    pieces: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + 3
    return "".join((*pieces, text[at:]))


def with_plain_front(text: str) -> str:
    """Return a file's text with the title, author and date of its YAML front as lines of text.

    The title is a heading. All lines keep their numbers, and what else the front says stays.
    """
    front = _FRONT.match(text)
    if front is None:
        return text
    made = [""]
    sign = None  # what stands before the value of the key that is read; none for others
    for row in front["body"].split("\n")[:-1]:
        found = _KEY.match(row)
        if found:
            sign = _SHOWN.get(found["key"].lower())
        value = found["value"] if found else row.strip()
        if sign is None or not value or (not found and row[:1] not in (" ", "-")):
            made.append(row)
        elif value in _BLOCKS:
            made.append("")
        else:
            made.append(sign + _unquoted(value))
    return "\n".join((*made, "", text[front.end() :]))


def _unquoted(value: str) -> str:
    """Return a YAML text without its quotes, of which one may stand on another line."""
    return value.strip("\"'").replace('\\"', '"').replace("''", "'")


def as_markdown(raws: Sequence[str]) -> list[str]:
    """Return a file's lines without what is no Markdown in them; a line of nothing else is blank.

    An underlined heading gets its signs in front, as others have them.
    """
    made = [_without(raw) if _ODD.search(raw) else raw for raw in raws]
    for index, raw in enumerate(made):
        if "|" in raw and _PIPED_RULE.match(raw):
            _with_edges(made, index)
        elif "\\" in raw and (item := _ESCAPED_ITEM.match(raw)):
            made[index] = f"{item[1]}{item[2]}{raw[item.end() :]}"
    for index in range(1, len(made)):
        if made[index][:1] in ("=", "-") and is_underline(made, index):
            sign = "#" if made[index][0] == "=" else "##"
            made[index - 1 : index + 1] = [f"{sign} {made[index - 1].strip()}", ""]
    return made


def _with_edges(raws: list[str], rule: int) -> None:
    """Give the rows of a piped table their outer pipes, which Markdown may leave out."""
    at = rule - 1
    while 0 <= at < len(raws) and "|" in raws[at] and not raws[at].lstrip().startswith("|"):
        raws[at] = f"| {raws[at].strip()} |"
        at = rule + 1 if at < rule else at + 1
    raws[rule] = f"|{raws[rule].strip()}|"


def is_underline(raws: Sequence[str], index: int) -> bool:
    """Whether a line underlines the one above, which stands by itself and so is a heading."""
    title = raws[index - 1].strip()
    above = raws[index - 2] if index > 1 else ""
    return (
        bool(_UNDERLINE.match(raws[index]))
        and not above.strip()
        and 0 < len(title) <= _LONGEST_TITLE
        and any(map(str.isalnum, title))
        and not title.startswith(("#", ">", "|", "[^", "<"))
        and not title.endswith((".", ";", ",", ":"))
        and not _LIST_ITEM.match(title)
        and not _WIDE_GAP.search(title)
    )


def _without(raw: str) -> str:
    if "<" in raw:
        raw = "" if _PICTURE_NAMED.match(raw) else raw
        raw = _RAISED_LINK.sub(lambda found: f"<sup>{found[1] or found[2]}</sup>", raw)
        raw = _HEADING.sub(lambda found: "#" * int(found[1]) + " ", raw)
        raw = _ROOMLESS.sub("", IMAGE.sub(lambda found: shown(found[1]) or "<img>", raw))
        begins = raw.startswith("<")  # what an anchor stands before begins the line
        raw = _TAG.sub(" ", _ITEM.sub(r"\1- ", raw))
        raw = raw.lstrip() if begins else raw
        raw = raw if raw.strip() else ""
    if "{" in raw:
        raw = _PICTURE_ATTRIBUTES.sub(r"\1", _HEADING_ATTRIBUTES.sub(r"\1", raw))
    if "](" in raw:
        raw = _NESTED_LINK.sub(r"[\1\2]", raw)
    if raw.endswith("}") and _MORE_ATTRIBUTES.match(raw):  # of a picture on the line above
        return ""
    return raw
