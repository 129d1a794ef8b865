"""The shipped digest: complete, true to the report, and in our own words."""

import datetime
import re

import pytest

from peelviewer.model import codec
from peelviewer.paths import bundled
from peelviewer.reading import read
from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.comparability import comparability
from peelviewer.reference.forces import forces
from tests.data import expected
from tools.make_digest import WORDS, load_words, make_digest, numbers

NAME = "leicestershire-effectiveness-2016"
FILE = bundled(f"data/reports/{NAME}.json")
PAGE_REFERENCE = re.compile(r"\(pp?\. (\d+)(?:–\d+)?\)")
FORCE_IN_NUMBERS = 5
LONGEST_SHARED_RUN = 7


@pytest.fixture(scope="module")
def digest():
    return codec.decode(FILE.read_bytes(), FILE.name)


def findings(report):
    return [
        (section, block)
        for section in report.sections
        for block in section.blocks
        if ".finding-" in block.id
    ]


def test_it_says_what_it_is(digest):
    assert (digest.id, digest.edition, digest.year) == (NAME, "digest", "2016")
    assert (digest.published, digest.isbn) == ("2017-03", "978-1-78655-358-4")
    assert (digest.force.name, digest.force.code) == ("Leicestershire Police", "E23000021")
    assert digest.audit.words == 0
    assert digest.audit.furniture == ()


def test_every_section_has_findings_in_our_words(digest):
    assert {section.id for section in digest.sections} == {s.id for s, _ in findings(digest)}
    assert all(section.brief == () for section in digest.sections)


def test_all_judgments_are_there(digest):
    assert [(j.scope, j.grade, j.page) for j in digest.judgments] == expected.JUDGMENTS


def test_all_figures_are_there_with_page_and_form(digest):
    assert [(f.number, f.page, f.form) for f in digest.figures] == expected.FIGURES
    assert all(figure.source and figure.notes for figure in digest.figures)


def test_areas_for_improvement_stand_where_the_report_has_them(digest):
    assert [action.page for action in digest.actions] == expected.ACTION_PAGES
    for action in digest.actions:
        assert digest.blocks_by_id[action.block].text == action.text


def test_every_footnote_has_a_topic_and_a_call_out(digest):
    called = {number for section in digest.sections for number in section.footnotes}
    called |= {n for s in digest.sections for block in s.blocks for n in block.footnotes}
    called |= {number for figure in digest.figures for number in figure.footnotes}
    assert [note.number for note in digest.footnotes] == list(range(1, 49))
    assert called == set(range(1, 49))


@pytest.mark.parametrize("known", expected.MEASURES, ids=lambda known: known.name)
def test_each_value_of_the_report_is_there(digest, known):
    assert (known.force, known.national) in [
        (measure.force, measure.national)
        for measure in digest.measures
        if measure.key == known.key
        and measure.period.end == datetime.date.fromisoformat(known.end)
        and measure.origin == known.origin
        and known.figure in (None, measure.figure)
        and measure.page == known.page
    ]


def test_force_in_numbers_has_fourteen_pairs(digest):
    assert len([m for m in digest.measures if m.origin == "graphic"]) == 14


def test_every_measure_is_in_the_catalogue_with_its_unit(digest):
    for measure in digest.measures:
        definition = catalogue().definition(measure.key)
        assert definition is not None, measure.key
        assert definition.unit == measure.unit, measure.key


def test_a_measure_leads_to_a_block_that_states_its_values(digest):
    for measure in digest.measures:
        block = digest.blocks_by_id[measure.block]
        printed = numbers(f"{measure.as_printed.force} {measure.as_printed.national}")
        assert set(printed) <= set(numbers(block.text)), measure.key
        assert set(printed) <= set(numbers(measure.passage)), measure.key
        assert digest.section_of_block[block.id].id == measure.section


def test_the_two_inconsistencies_are_kept(digest):
    assert [
        (found.key, found.area, sorted(value.value for value in found.values))
        for found in digest.inconsistencies
    ] == expected.INCONSISTENCIES
    for found in digest.inconsistencies:
        for value in found.values:
            assert f"{value.value:g}" in numbers(digest.blocks_by_id[value.block].text)


# ---------------------------------------------------------------- against the report itself


@pytest.mark.real_report
class TestAgainstTheReport:
    @pytest.fixture
    def full(self, real_report_path):
        return read(real_report_path)

    @pytest.fixture
    def source(self, real_report_path):
        return real_report_path.read_text(encoding="utf-8")

    def test_it_is_what_the_tool_makes(self, full):
        made = make_digest(full, load_words(WORDS / f"{NAME}.toml"))
        assert FILE.read_bytes() == codec.encode(made, indent=2) + b"\n"

    def test_every_number_in_our_words_stands_in_that_part_of_the_report(
        self, full, source, digest
    ):
        pages = pages_of(source)
        wrong = []
        for section, block in findings(digest):
            known = set(numbers(text_of(full, section.id)))
            for page in PAGE_REFERENCE.findall(block.text):
                known |= set(numbers(pages[int(page) - 1] + pages[int(page)]))
            own = numbers(PAGE_REFERENCE.sub("", block.text))
            wrong += [(section.id, number) for number in own if number not in known]
        assert wrong == []

    def test_every_number_of_an_action_or_a_topic_is_the_reports(self, full, digest):
        for own, theirs in zip(digest.actions, full.actions, strict=True):
            assert set(numbers(own.text)) <= set(numbers(theirs.text))
        for own, theirs in zip(digest.footnotes, full.footnotes, strict=True):
            said = re.sub(r"\b(?:in|a) footnote \d+", "", own.text)
            assert set(numbers(said)) <= set(numbers(theirs.text)), own.number

    def test_every_value_stands_on_its_page(self, source, digest):
        pages = pages_of(source)
        for measure in digest.measures:
            page = measure.page or FORCE_IN_NUMBERS
            # A heading at the top of a page hides its running header, and a paragraph runs on.
            near = set(numbers("".join(pages[at] for at in (page - 1, page, page + 1))))
            printed = numbers(f"{measure.as_printed.force} {measure.as_printed.national}")
            assert set(printed) <= near, measure.key

    def test_every_row_of_a_figure_is_printed_so(self, source, digest):
        lines = {re.sub(r"</?b>", "", line) for line in source.splitlines()}
        rows = [row for figure in digest.figures for row in figure.rows]
        assert len(rows) == 5 + 21 + 6
        for row in rows:
            assert "\t".join(row).rstrip("\t") in {line.rstrip("\t") for line in lines}

    def test_a_finding_stands_on_a_page_of_its_section(self, full, digest):
        for section, block in findings(digest):
            original = full.sections_by_id[section.id]
            assert block.page in {original.page, *(other.page for other in original.blocks)}

    def test_no_sentence_of_the_report_is_copied(self, full, source, digest):
        theirs = runs(plain_words(source), LONGEST_SHARED_RUN + 1)
        names = names_in(full)
        copied = [
            " ".join(run)
            for text in our_prose(digest)
            for part in without_names(text, names)
            for run in sorted(runs(part, LONGEST_SHARED_RUN + 1) & theirs)
        ]
        assert copied == []


def text_of(report, section_id):
    """Everything in a section, the sections below it, and the footnotes they call."""
    inside = [
        section
        for section in report.sections
        if section.id == section_id or section.id.startswith(f"{section_id}/")
    ]
    if not any(section.blocks for section in inside):
        inside = [section for section in report.sections if section.kind == inside[0].kind]
    called = {
        n for s in inside for n in (*s.footnotes, *(n for b in s.blocks for n in b.footnotes))
    }
    cover = [report.isbn or "", report.year]
    return "\n".join(
        [
            *cover,
            *(section.title for section in inside),
            *(block.text for section in inside for block in section.blocks),
            *(note.text for note in report.footnotes if note.number in called),
        ]
    )


def pages_of(source):
    """The text of each page: contents-page entries and running headers turn the page."""
    contents = source[source.index("## Contents") : source.index("## Introduction")]
    entries = re.findall(
        r"^(?:<b>)?(\w[^\n]*?)[\s.]*(?:</?b>|\s)*(\d+)(?:</b>)?$", contents, re.MULTILINE
    )
    to_come = [(squeezed(title), int(page)) for title, page in entries]
    pages = dict.fromkeys(range(100), "")
    page = 1
    for line in source.splitlines():
        if "UNDER EMBARGO" in line and line.startswith("*"):
            page += 1
        if to_come and squeezed(line.strip("#* ")) == to_come[0][0]:
            page = to_come.pop(0)[1]
        pages[page] += line + "\n"
    assert to_come == []
    return pages


def squeezed(text):
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def plain_words(text):
    text = re.sub(r"<sup>.*?</sup>|[’']", "", text.casefold())
    return re.findall(r"[a-z0-9]+(?:[.,][0-9]+)*", text)


def runs(words, length):
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def names_in(report):
    """Titles, labels and names of forces: what may be as it is in the report."""
    names = [section.title for section in report.sections]
    names += [figure.title for figure in report.figures]
    names += [row[0] for figure in report.figures for row in figure.rows]
    names += [name for m in catalogue().measures for name in (m.label, *m.names)]
    names += [name for force in forces() for name in (force.area, force.name)]
    words = [" ".join(plain_words(name)) for name in names]
    return sorted({name for name in words if name}, key=len, reverse=True)


def without_names(text, names):
    """The words of a text in parts, cut where a name stood."""
    joined = f" {' '.join(plain_words(text))} "
    for name in names:
        joined = joined.replace(f" {name} ", " | ")
    return [part.split() for part in joined.split("|")]


def our_prose(digest):
    """Everything in ``data/`` that is written rather than named or counted."""
    for _, block in findings(digest):
        yield block.text
    yield from (block.text for s in digest.sections for block in s.blocks if block.kind == "action")
    yield from (note.text for note in digest.footnotes)
    yield from (note for figure in digest.figures for note in figure.notes)
    for measure in digest.measures:
        yield measure.missing or ""
        yield measure.passage if measure.origin == "prose" else ""
    for definition in catalogue().measures:
        yield from (definition.definition, definition.national)
        yield from (caveat.text for caveat in definition.caveats)
    yield from (one.rule.reason for one in comparability().all)
