# SPDX-License-Identifier: MIT
"""Pages that are only pictures: the titles that the contents page names for them.

Nothing of such a page can be read. Where the guide to the headings says that a section begins
there, the section is there, empty: what follows it on later pages is then not another's. A guide
without pages says so where the text has the titles before and behind, and such pages between them.
"""

from collections import Counter
from collections.abc import Collection, Sequence

import msgspec

from peelviewer.model.report import Mark
from peelviewer.reading.entries import placed
from peelviewer.reading.lines import Line, key
from peelviewer.reading.outline import Contents, Entry


class Restored(msgspec.Struct, frozen=True):
    """The lines, with the titles that stand on pages which could not be read among them."""

    lines: tuple[Line, ...]
    titles: tuple[str, ...] = ()


def with_titles_of(
    unread: Collection[int], lines: Sequence[Line], listed: Contents | None
) -> Restored:
    """Return ``lines`` with the titles that ``listed`` has for the pages ``unread``.

    A title that stands as one beside such a page is none of them. The guide's pages may be ahead of
    the file's by the distance that most of its titles show.
    """
    if not unread or listed is None:
        return Restored(tuple(lines))
    if all(entry.page is None for entry in listed.entries):
        return _in_order(unread, lines, listed)
    ahead = _ahead(lines, listed)
    seen = {(key(line.text), line.page) for line in lines if line.heading or line.strong}
    named = [(entry, entry.page + ahead) for entry in listed.entries if entry.page is not None]
    made = list(lines)
    titles: list[str] = []
    for entry, page in reversed(named):
        if page not in unread or any((key(entry.title), page + by) in seen for by in (-1, 0, 1)):
            continue
        at = next(
            (
                index
                for index, line in enumerate(made)
                if index >= listed.start and line.page is not None and line.page >= page
            ),
            len(made),
        )
        made.insert(at, _title(entry, page))
        titles.insert(0, entry.title)
    return Restored(tuple(made), tuple(titles))


def _in_order(unread: Collection[int], lines: Sequence[Line], listed: Contents) -> Restored:
    """Return the lines with the titles that can only stand on pages ``unread``, by their order.

    A title has no page where it can stand on several. It is none of them where the text has
    another that looks like the guide's: that can be the title in other words.
    """
    found = placed(lines, listed, listed.start)
    looks = {lines[one.first].look for one in found}
    places = {id(one.entry): one for one in found}
    made: list[Line] = []
    titles: list[Entry] = []
    missing: list[Entry] = []
    start, at = listed.start, 0  # where the last title found ends, and what is made up to there
    for entry in (*listed.entries, None):
        one = places.get(id(entry))
        if entry is not None and one is None:
            missing.append(entry)
            continue
        end = one.first if one is not None else len(lines)
        pages = _between(unread, lines, start, end)
        if missing and pages and not any(line.look in looks for line in lines[start:end]):
            behind = (n for n in range(start, end) if (lines[n].page or 0) > pages[-1])
            place = next(behind, end)
            page = pages[0] if len(pages) == 1 else None
            made += [*lines[at:place], *(_title(lost, page) for lost in missing)]
            titles += missing
            at = place
        missing = []
        start = one.end if one is not None else end
    return Restored((*made, *lines[at:]), tuple(title.title for title in titles))


def _between(unread: Collection[int], lines: Sequence[Line], start: int, end: int) -> Sequence[int]:
    """Return the pages ``unread`` between two titles, if they follow one another.

    The one ends at the line ``start``, the other one begins at ``end``.
    """
    first = (lines[start - 1].page or 0) if start else 0
    last = lines[end].page if end < len(lines) else None
    pages = [n for n in sorted(unread) if n > first and (last is None or n < last)]
    return pages if pages and pages[-1] - pages[0] == len(pages) - 1 else ()


def _ahead(lines: Sequence[Line], listed: Contents) -> int:
    """Return by how much the file's pages are ahead of the guide's."""
    pages = {key(line.text): line.page for line in lines[listed.start :] if line.page is not None}
    times = Counter(
        (pages[key(entry.title)] or 0) - entry.page
        for entry in listed.entries
        if entry.page is not None and key(entry.title) in pages
    )
    return times.most_common(1)[0][0] if times else 0


def _title(entry: Entry, page: int | None) -> Line:
    strong = Mark(kind="strong", start=0, end=len(entry.title))
    return Line(
        number=0, text=entry.title, marks=(strong,), heading=entry.level or 1, page=page, fresh=True
    )
