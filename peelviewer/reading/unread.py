# SPDX-License-Identifier: MIT
"""Pages that are only pictures: the titles that the contents page names for them.

Nothing of such a page can be read. Where the guide to the headings says that a section begins
there, the section is there, empty: what follows it on later pages is then not another's.
"""

from collections import Counter
from collections.abc import Collection, Sequence

import msgspec

from peelviewer.model.report import Mark
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


def _ahead(lines: Sequence[Line], listed: Contents) -> int:
    """Return by how much the file's pages are ahead of the guide's."""
    pages = {key(line.text): line.page for line in lines[listed.start :] if line.page is not None}
    times = Counter(
        (pages[key(entry.title)] or 0) - entry.page
        for entry in listed.entries
        if entry.page is not None and key(entry.title) in pages
    )
    return times.most_common(1)[0][0] if times else 0


def _title(entry: Entry, page: int) -> Line:
    strong = Mark(kind="strong", start=0, end=len(entry.title))
    return Line(
        number=0, text=entry.title, marks=(strong,), heading=entry.level or 1, page=page, fresh=True
    )
