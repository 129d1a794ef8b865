# SPDX-License-Identifier: MIT
"""A report as one HTML document for the text pane: a pure function, no Qt.

The subset is what Qt's rich text draws. Each paragraph, heading and first cell has an ``id`` that
holds its names (see ``anchors``), so that the pane can go to it and knows what it passes.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import get_args

from peelviewer.model.report import Block, Figure, Grade, Report, Section
from peelviewer.ui.markup import escape
from peelviewer.ui.models.nodes import ACTION_WORDS
from peelviewer.ui.read import anchors, tables
from peelviewer.ui.read.inline import callouts, render, without_overlaps
from peelviewer.ui.read.links import Link, LinkKind
from peelviewer.ui.read.own_words import OwnWords
from peelviewer.ui.read.references import References, Stretch
from peelviewer.ui.read.values import value_stretches

NOTES = "notes"  # the "section" of the list of footnotes, at the end of the document

_BULLETS = frozenset("-*•·–—▪◦o")
_GRADES = frozenset(get_args(Grade))
_PIECES = {"overall": "overall judgment", "question": "question judgment"}
DIGEST_NOTE = (
    "Findings are summarised in PEEL Viewer’s own words; grades, figures, headings and page "
    "numbers are the report’s. To read the report’s own text here,"
)
_FULL = 2_400  # characters: more than 1,000 pixels of height hold
_HEADING = 250  # characters that would stand where a heading does
DIGEST_LINK = "import your copy of the report"


def document(report: Report, pictures: Collection[int] = ()) -> str:
    """Return the whole report as HTML, in reading order, with the footnotes at the end.

    ``pictures`` are the numbers of the figures whose pictures the pane has.
    """
    return "".join(_Writer(report, pictures).everything())


def glance(report: Report, section_id: str) -> str:
    """Return as much of the report as a first glance at a section needs, as HTML.

    That is its chapter up to there, and what follows until a tall window is full of text: what the
    whole report then adds is out of sight, and the scroll bar is there.
    """
    first = report.sections.index(report.chapter_of(section_id))
    sections: list[Section] = []
    letters = 0  # from the section on
    for section in report.sections[first:]:
        if letters > _FULL:
            break
        sections.append(section)
        if letters or section.id == section_id:
            letters += _HEADING + sum(len(block.text) for block in section.blocks)
    writer = _Writer(report, glance=frozenset(section.id for section in sections))
    return "".join(writer.those(sections))


class _Writer:
    """Holds what every block needs to know of the report while it is written out."""

    def __init__(
        self,
        report: Report,
        pictures: Collection[int] = (),
        *,
        glance: Collection[str] | None = None,
    ) -> None:
        self._report = report
        self._is_glance = glance is not None
        self._pictures = frozenset(pictures)
        self._references = References(report)
        self._values = value_stretches(report, glance)
        self._own_words = OwnWords(report)
        self._judgments = report.judgment_of_section
        self._called: set[int] = set()
        self._figures_begun: set[int] = set()
        actions = (action for action in report.actions if action.block)
        self._actions = {action.block: action for action in actions}

    def everything(self) -> Iterator[str]:
        yield from self.those(self._report.sections)
        if self._report.footnotes:
            yield from self._notes()

    def those(self, sections: Sequence[Section]) -> Iterator[str]:
        if self._report.edition == "digest" and tuple(sections[:1]) == self._report.sections[:1]:
            yield self._digest_note()
        for number, section in enumerate(sections):
            yield from self._section(section, first=number == 0)

    def _digest_note(self) -> str:
        link = Link(LinkKind.IMPORT, "file").address()
        return (
            f'{_box("brief")}<p class="boxhead" id="{anchors.box("brief")}">Digest</p>'
            f'<p class="boxtext">{escape(DIGEST_NOTE)} <a class="ref" href="{link}">'
            f"{escape(DIGEST_LINK)}</a>.</p>{_END_OF_BOX}"
        )

    def _section(self, section: Section, *, first: bool) -> Iterator[str]:
        yield from self._heading(section, first=first)
        judgment = self._judgments.get(section.id)
        if judgment is not None and not _opens_with_judgment(section):
            text = f"{_sentence(judgment.grade)} · {_PIECES[judgment.scope]}"
            yield f'<p class="grade" id="{anchors.pill(judgment.grade)}">{escape(text)}</p>'
        if section.brief and section.title != self._report.title:  # a digest speaks of itself there
            yield f'{_box("brief")}<p class="boxhead" id="{anchors.box("brief")}">In brief</p>'
            for paragraph in section.brief:
                links = without_overlaps(
                    [
                        *self._own_words.in_text(paragraph, section.id),
                        *self._references.in_text(paragraph, section.id),
                    ]
                )
                yield f'<p class="boxtext">{render(paragraph, (), links)}</p>'
            yield _END_OF_BOX
        yield from self._blocks(section)

    def _heading(self, section: Section, *, first: bool) -> Iterator[str]:
        names = anchors.attribute(anchors.section(section.id))
        title = escape(section.title) + callouts(section.footnotes)
        if section.level <= 2:
            crumb = "first crumb" if first else f"crumb{section.level} crumb"
            yield f'<p class="{crumb}" id="{names}">{escape(self._crumb(section))}</p>'
            names = ""
        style = f"h{min(section.level, 3)}"
        identity = f' id="{names}"' if names else ""
        yield f'<p class="{style}"{identity}>{title}</p>'

    def _crumb(self, section: Section) -> str:
        if section.parent is None:
            above = f"{self._report.force.name} · {self._report.title}"
        else:
            above = self._report.chapter_of(section.id).title
        return above if section.page is None else f"{above} › page {section.page}"

    def _blocks(self, section: Section) -> Iterator[str]:
        pairs: list[tuple[Block, tuple[str, ...]]] = []
        for block in section.blocks:
            names = _areas_of_pair(block)
            if pairs and names != pairs[-1][1]:
                yield self._pairs([block for block, _ in pairs], section)
                pairs = []
            if names:
                pairs.append((block, names))
            else:
                yield self._block(block, section)
        if pairs:
            yield self._pairs([block for block, _ in pairs], section)

    def _pairs(self, blocks: list[Block], section: Section) -> str:
        return tables.pairs_as_html(
            [
                tables.Pair(
                    block.text, block.marks, tuple(self._links(block, section)), self._names(block)
                )
                for block in blocks
            ]
        )

    def _block(self, block: Block, section: Section) -> str:
        names = self._names(block)
        match block.kind:
            case "judgment":
                return self._judgment(block, section, names)
            case "action":
                return self._action(block, section, names)
            case "table" | "figure":
                return self._table_or_picture(block, section, names)
            case "list_item":
                return self._list_item(block, section, names)
            case "quotation":
                text = self._inline(block, section)
                return f'<p class="quotation" id="{names}">{text}</p>'
            case "caption" | "source":
                figure = "" if block.figure is None else " offigure"
                # Their weight is ours: prints set one in bold and the next one not.
                marks = tuple(mark for mark in block.marks if mark.kind != "strong")
                text = render(block.text, marks, self._links(block, section))
                return f'<p class="{block.kind}{figure}" id="{names}">{text}</p>'
        return f'<p class="text" id="{names}">{self._inline(block, section)}</p>'

    def _judgment(self, block: Block, section: Section, names: str) -> str:
        grade = block.text.strip().casefold()
        if grade not in _GRADES:
            return f'<p class="text" id="{names}">{self._inline(block, section)}</p>'
        names = anchors.attribute(anchors.pill(grade), names)
        return f'<p class="grade" id="{names}">{self._inline(block, section)}</p>'

    def _action(self, block: Block, section: Section, names: str) -> str:
        action = self._actions.get(block.id)
        kind = ACTION_WORDS[action.kind][0] if action else "area for improvement"
        names = anchors.attribute(anchors.box("action"), names)
        return (
            f'{_box("action")}<p class="actionhead" id="{names}">{_sentence(kind)}</p>'
            f'<p class="boxtext">{self._inline(block, section)}</p>{_END_OF_BOX}'
        )

    def _table_or_picture(self, block: Block, section: Section, names: str) -> str:
        if "\t" in block.text:
            return (
                tables.as_html(block.text, block.marks, self._links(block, section), names) + _gap()
            )
        figure = self._report.figures_by_number.get(block.figure or -1)
        if figure is None:
            return f'<p class="text" id="{names}">{self._inline(block, section)}</p>'
        if figure.form == "table" and figure.rows:
            text = "\n".join("\t".join(row) for row in (figure.columns, *figure.rows))
            return tables.as_html(text, (), (), names) + _gap()
        return self._picture(figure, names)

    def _picture(self, figure: Figure, names: str) -> str:
        names = anchors.attribute(anchors.box("picture"), names)
        link = Link(LinkKind.FIGURE, str(figure.number)).address()
        shown = ""
        if figure.number in self._pictures:
            address = Link(LinkKind.PICTURE, str(figure.number)).address()
            shown = f'<img src="{address}" alt="{escape(figure.title)}"><br>'
        if self._is_glance:  # the catalogue, which knows what is stated, is not read yet
            said = "its values are looked for in the text."
        elif _is_stated(self._report, figure):
            said = "the text states values of it."
            said += f'<br><a class="ref" href="{link}">Show the values that the text states</a>'
        else:
            said = "its values are not in the text."
        return (
            f'{_box("picture")}<p class="picture" id="{names}">{shown}'
            f"Figure {figure.number} is a picture in the report: {said}</p>{_END_OF_BOX}"
        )

    def _list_item(self, block: Block, section: Section, names: str) -> str:
        marker = (block.marker or "•").strip()
        shown = "•" if marker in _BULLETS else escape(marker)
        wide = " wide" if len(marker) > 3 else ""
        level = min(max(block.level, 1), 3)
        text = self._inline(block, section)
        return f'<p class="item item{level}{wide}" id="{names}">{shown}{_TAB}{text}</p>'

    def _inline(self, block: Block, section: Section) -> str:
        return render(block.text, block.marks, self._links(block, section))

    def _links(self, block: Block, section: Section) -> list[Stretch]:
        return without_overlaps(
            [
                *self._references.in_marks(block),
                *self._values.get(block.id, ()),
                *self._told(block, section),
                *self._references_of(block, section),
            ]
        )

    def _told(self, block: Block, section: Section) -> Iterator[Stretch]:
        """Yield the values that a digest tells in our own words."""
        if self._report.edition == "digest" and "\t" not in block.text:
            yield from self._own_words.in_text(block.text, section.id)

    def _references_of(self, block: Block, section: Section) -> Iterator[Stretch]:
        own = Link(LinkKind.FIGURE, str(block.figure)) if block.figure is not None else None
        for stretch in self._references.in_text(block.text, section.id):
            # A caption that has the same title in the annex is a caption all the same.
            is_title = block.kind == "caption" and stretch.link.kind is LinkKind.SECTION
            if stretch.link != own and not is_title:
                yield stretch

    def _names(self, block: Block) -> str:
        names = [anchors.block(block.id)]
        if block.figure is not None and block.figure not in self._figures_begun:
            self._figures_begun.add(block.figure)
            names.append(anchors.figure(block.figure))
        for number in block.footnotes:
            if number not in self._called:
                self._called.add(number)
                names.append(anchors.call(number))
        return anchors.attribute(*names)

    def _notes(self) -> Iterator[str]:
        yield f'<p class="h1 notes" id="{anchors.section(NOTES)}">Notes</p>'
        for footnote in self._report.footnotes:
            links = without_overlaps(self._references.in_text(footnote.text, NOTES))
            text = render(footnote.text, (), links)
            back = Link(LinkKind.CALL, str(footnote.number)).address()
            yield (
                f'<p class="item notebody" id="{anchors.note(footnote.number)}">'
                f"{footnote.number}{_TAB}{text} "
                f'<a class="ref" href="{back}">Back to the text</a></p>'
            )


_TAB = '<span class="tab">\t</span>'
_END_OF_BOX = "</td></tr></table>" + '<p class="gap"></p>'


def _box(kind: str) -> str:
    return f'<table class="{kind}" width="100%" cellspacing="0" cellpadding="0"><tr><td>'


def _gap() -> str:
    return '<p class="gap"></p>'


def _areas_of_pair(block: Block) -> tuple[str, ...]:
    if block.kind != "table" or block.text.count("\n") != 1:
        return ()
    table = tables.take_apart(block.text)
    return tables.areas(block.text) if tables.is_pair(table) else ()


def _is_stated(report: Report, figure: Figure) -> bool:
    from peelviewer.charts.stated import stated_values  # only reports with pictures need it

    return bool(stated_values(report, figure))


def _opens_with_judgment(section: Section) -> bool:
    return bool(section.blocks) and section.blocks[0].kind == "judgment"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
