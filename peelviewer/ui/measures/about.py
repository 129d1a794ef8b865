# SPDX-License-Identifier: MIT
"""What "About" says of a chart: definition, unit, period, national figure, caveats, words.

``about`` gathers it as values; ``as_html`` sets it. Links are ``section:ID``, ``block:ID``,
``passage:ROW`` and ``original:ROW``.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from peelviewer.charts.spec import Chart, Row
from peelviewer.charts.wording import ENGLAND_AND_WALES
from peelviewer.model.report import Report
from peelviewer.reference.catalogue import Definition, catalogue
from peelviewer.reference.forces import forces
from peelviewer.ui.measures.caveat_places import link_of_caveat

# With more definitions than this, limits and source come before them.
FEW = 3

PartKind = Literal["text", "caveat", "quotation"]


@dataclass(frozen=True)
class Part:
    """One statement, where the report makes it, and a link with its text."""

    text: str
    kind: PartKind = "text"
    link: str = ""
    link_text: str = ""


@dataclass(frozen=True)
class Topic:
    """A term and what is said of it."""

    term: str
    parts: tuple[Part, ...]


def about(report: Report, chart: Chart) -> tuple[Topic, ...]:
    """Return all that is known of the chart's numbers, in the order a reader asks for it."""
    definitions = tuple(_definitions(report, chart))
    is_long = len(definitions) > FEW
    topics = (
        Topic("What it measures", () if is_long else definitions),
        Topic("Unit", _texts(_distinct(row.unit for row in _stated(chart)), chart.unit)),
        Topic("Period", _texts(_distinct(row.period for row in _stated(chart)))),
        Topic(f"{ENGLAND_AND_WALES} figure", tuple(_national(report, chart))),
        Topic("Read with care", tuple(_caveats(report, chart))),
        Topic("Notes", tuple(_notes(chart))),
        Topic("Source", tuple(_source(chart))),
        Topic("What each row measures", definitions if is_long else ()),
        Topic(_words_title(report), tuple(_words(report, chart))),
    )
    return tuple(topic for topic in topics if topic.parts)


def _stated(chart: Chart) -> Iterator[Row]:
    return (row for row in chart.rows if row.values)


def _distinct(texts: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _texts(texts: tuple[str, ...], otherwise: str = "") -> tuple[Part, ...]:
    return tuple(Part(text) for text in texts or ((otherwise,) if otherwise else ()))


def _known(report: Report, chart: Chart) -> dict[str, Definition | None]:
    """Return the catalogue's definition for each measure that the chart shows, by its key."""
    keys = [report.measures[row.measure].key for row in chart.rows if row.measure is not None]
    return {key: catalogue().definition(key) for key in dict.fromkeys(keys)}


def _definitions(report: Report, chart: Chart) -> Iterator[Part]:
    known = _known(report, chart)
    if not known:
        yield Part(_ended(chart.title))
    if chart.statement:
        yield Part(chart.statement)
    for key, definition in known.items():
        if definition is None:
            if len(known) == 1:
                yield Part(
                    f"“{_label(report, key)}” is a measure that this report alone prints; "
                    "the program has no definition of it beyond the report's words."
                )
        elif len(known) == 1:
            yield Part(definition.definition)
        else:
            yield Part(f"{definition.label}: {_lower_first(definition.definition)}")


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _label(report: Report, key: str) -> str:
    return next(measure.label for measure in report.measures if measure.key == key)


def _lower_first(sentence: str) -> str:
    """Return the sentence to stand after a colon, unless it begins with an abbreviation."""
    first = sentence.split(" ", 1)[0]
    is_word = first[:1].isupper() and first[1:].islower()
    return sentence[0].lower() + sentence[1:] if is_word or first == "A" else sentence


def _national(report: Report, chart: Chart) -> Iterator[Part]:
    keys = [key for key, definition in _known(report, chart).items() if definition]
    for text in _distinct(catalogue().national(key, report) for key in keys):
        yield Part(text)
    names = {force.id: force.name for force in forces()}
    excluded = _distinct(
        names.get(force, force) for key in keys for force in catalogue().excluded(key, report)
    )
    if excluded:
        yield Part(f"Left out: {_and(excluded)}.")


def _and(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _caveats(report: Report, chart: Chart) -> Iterator[Part]:
    for caveat in chart.caveats:
        page = f"p. {caveat.page}" if caveat.page is not None else ""
        yield Part(caveat.text, "caveat", link_of_caveat(report, caveat, chart.title), page)


def _notes(chart: Chart) -> Iterator[Part]:
    """Yield the chart's notes; how the national figure is made has a topic of its own."""
    for note in chart.notes:
        if not re.match(rf"{ENGLAND_AND_WALES}(:| \()", note):
            yield Part(note)


def _source(chart: Chart) -> Iterator[Part]:
    yield Part(chart.source)
    if chart.section and chart.page is not None:
        yield Part("", "text", f"section:{chart.section}", f"Go to page {chart.page}")


def _words_title(report: Report) -> str:
    return "In the report's words" if report.edition == "full" else "In the digest's words"


def _words(report: Report, chart: Chart) -> Iterator[Part]:
    """Yield each passage once, with links to the first row that stands in it."""
    seen: set[str] = set()
    for number, row in enumerate(chart.rows):
        if row.passage and row.block and row.passage not in seen:
            seen.add(row.passage)
            yield Part(
                row.passage.replace("\t", "  ·  "), "quotation", f"passage:{number}", "Show in text"
            )
            if report.edition == "full":
                yield Part("", "text", f"original:{number}", "Show in original")


def as_html(topics: tuple[Topic, ...]) -> str:
    """Return the topics as a document; classes are coloured by the view's style sheet."""
    return "".join(
        f'<p class="term">{html.escape(topic.term)}</p>'
        + "".join(_part_html(part) for part in topic.parts)
        for topic in topics
    )


def _part_html(part: Part) -> str:
    text = html.escape(part.text).replace("\n", "<br>")
    link = ""
    if part.link:
        target = html.escape(part.link, quote=True)
        link = f'<a href="{target}">{html.escape(part.link_text)}</a>'
    if part.kind == "caveat":
        return f'<p class="caveat">⚠ {text} {link}</p>'
    if part.kind == "quotation":
        return f'<p class="quotation">“{text}”</p><p class="go">{link}</p>'
    if part.link.startswith("original:"):
        return f'<p class="go">{link}</p>'
    return f"<p>{text} {link}</p>"
