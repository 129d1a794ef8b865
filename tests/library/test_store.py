"""Reports go in and come out whole; the better edition is the one that is shown."""

import msgspec
import pytest

from peelviewer.errors import LibraryError, UnknownReportError
from peelviewer.library import Library
from peelviewer.model.force import Force
from tests import builders

replace = msgspec.structs.replace


def rows(library, table):
    query = f"SELECT * FROM {table} ORDER BY 1, 2"  # noqa: S608 - the tables' own names
    return library._connection.execute(query).fetchall()


def with_paragraph(report, text):
    first, *rest = report.sections
    block = replace(first.blocks[0], text=text, marks=())
    return replace(report, sections=(replace(first, blocks=(block, *first.blocks[1:])), *rest))


def with_another_isbn(report):
    return replace(report, isbn="978-0-00000-000-9")


def test_a_report_comes_back_as_it_was_given(library, sample_report):
    kept = library.keep(sample_report)
    assert kept.outcome == "added"
    assert kept.report == sample_report
    assert library.report(sample_report.id) == sample_report


def test_a_report_is_there_when_the_library_is_opened_again(tmp_path, no_digests, sample_report):
    with Library.open(tmp_path / "x", no_digests) as library:
        library.keep(sample_report)
    with Library.open(tmp_path / "x", no_digests) as library:
        assert library.report(sample_report.id) == sample_report


def test_an_unknown_report_is_said_to_be_unknown(library):
    with pytest.raises(UnknownReportError, match="no report 'nowhere'"):
        library.report("nowhere")


def test_reports_are_listed_by_force_year_and_pillar(library, sample_report):
    southshire = Force(id="southshire", name="Southshire Police", code="E23000099")
    for name, force, year, pillar in (
        ("d", southshire, "2015", "efficiency"),
        ("c", builders.NORTHSHIRE, "2017", "effectiveness"),
        ("b", builders.NORTHSHIRE, "2016", "legitimacy"),
        ("a", builders.NORTHSHIRE, "2016", "effectiveness"),
    ):
        library.keep(replace(sample_report, id=name, force=force, year=year, pillar=pillar))

    listed = library.reports()

    assert [report.id for report in listed] == ["a", "b", "c", "d"]
    assert listed[3] == (
        "d",
        "PEEL: Police effectiveness 2016",
        southshire,
        "efficiency",
        "2015",
        "full",
        12,
    )


def test_the_same_report_again_changes_nothing(library, sample_report):
    library.keep(sample_report)
    assert library.keep(sample_report).outcome == "unchanged"


def test_a_newer_reading_takes_the_place_of_an_earlier_one(library, sample_report):
    library.keep(with_another_isbn(sample_report))
    kept = library.keep(sample_report)
    assert kept.outcome == "replaced"
    assert library.report(sample_report.id) == sample_report


def test_the_full_text_takes_the_place_of_its_digest_and_keeps_its_findings(
    library, sample_report, sample_digest
):
    library.keep(with_paragraph(sample_digest, "In short: inspected in 2016."))

    kept = library.keep(sample_report)

    assert kept.outcome == "upgraded"
    assert kept.report.edition == "full"
    assert kept.report.sections[0].brief == ("In short: inspected in 2016.",)
    assert kept.report.sections[0].blocks == sample_report.sections[0].blocks
    assert [s.id for s in kept.report.sections] == [s.id for s in sample_digest.sections]
    assert [(r.id, r.edition) for r in library.reports()] == [(sample_report.id, "full")]
    assert library.digest(sample_report.id).edition == "digest"


def test_a_full_text_that_was_upgraded_is_known_again(library, sample_report, sample_digest):
    library.keep(sample_digest)
    library.keep(sample_report)
    assert library.keep(sample_report).outcome == "unchanged"


def test_a_digest_never_takes_the_place_of_the_full_text(library, sample_report, sample_digest):
    library.keep(sample_report)

    kept = library.keep(with_paragraph(sample_digest, "In short: inspected."))

    assert kept.outcome == "upgraded"
    assert kept.report.edition == "full"
    assert kept.report.sections[0].brief == ("In short: inspected.",)
    assert library.reports()[0].edition == "full"
    assert len(rows(library, "measure")) == len(sample_report.measures)


def test_a_changed_digest_changes_the_briefs_of_the_full_text(
    library, sample_report, sample_digest
):
    library.keep(with_paragraph(sample_digest, "First wording."))
    library.keep(sample_report)

    kept = library.keep(with_paragraph(sample_digest, "Second wording."))

    assert kept.outcome == "replaced"
    assert kept.report.sections[0].brief == ("Second wording.",)


def test_flat_tables_say_what_the_report_says(library, sample_report):
    library.keep(sample_report)
    measures = rows(library, "measure")
    assert [row[2] for row in measures] == [measure.key for measure in sample_report.measures]
    assert measures[0][5:9] == ("12 months to", None, "2016-06-30", 201.0)
    assert [row[5] for row in rows(library, "judgment")] == [
        "good",
        "good",
        "requires improvement",
    ]
    assert [row[3] for row in rows(library, "action")] == [a.text for a in sample_report.actions]
    texts = {row[7] for row in rows(library, "passage")}
    for section in sample_report.sections:
        assert section.title in texts
        assert {block.text for block in section.blocks if block.text} <= texts
    footnotes = [row for row in rows(library, "passage") if row[5] == "footnote"]
    assert [(row[2], row[4]) for row in footnotes] == [("introduction", 1)]


def test_what_is_made_of_the_reports_can_be_made_again(library, sample_report):
    library.keep(sample_report)
    before = {t: rows(library, t) for t in ("report", "measure", "judgment", "action", "passage")}
    for table in ("measure", "judgment", "action", "passage"):
        library._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - as above
    library._connection.execute("UPDATE report SET title = 'x', pages = 0")

    assert library.rebuild() == 1

    assert {table: rows(library, table) for table in before} == before


def test_a_removed_report_leaves_nothing(library, tmp_path, sample_report):
    file = tmp_path / "report.md"
    file.write_text("words")
    library.keep(sample_report, file)

    library.remove(sample_report.id)

    assert library.reports() == ()
    for table in ("edition", "measure", "judgment", "action", "passage", "original", "imported"):
        assert rows(library, table) == [], table
    assert list((library.folder / "originals").iterdir()) == []


def test_removing_what_is_not_there_is_refused(library):
    with pytest.raises(UnknownReportError):
        library.remove("nowhere")


def test_nothing_is_kept_when_something_goes_wrong_half_way(
    library, tmp_path, sample_report, monkeypatch
):
    file = tmp_path / "report.md"
    file.write_text("words")

    def fails(*_):
        raise RuntimeError("half way")

    monkeypatch.setattr("peelviewer.library.derived.write", fails)
    with pytest.raises(RuntimeError):
        library.keep(sample_report, file)

    assert library.reports() == ()
    assert rows(library, "edition") == []
    assert list((library.folder / "originals").iterdir()) == []


def test_a_stored_report_that_is_damaged_is_named(library, sample_report):
    library.keep(sample_report)
    library._connection.execute("UPDATE edition SET json = ?", (b'{"schema": 1}',))
    with pytest.raises(LibraryError, match="damaged, import it again: The stored report north"):
        library.report(sample_report.id)


def test_a_damaged_report_can_be_imported_again(library, sample_report, sample_digest):
    library.keep(sample_digest)
    library.keep(sample_report)
    library._connection.execute("UPDATE edition SET json = ?", (b"{",))
    assert library.keep(sample_report).outcome == "replaced"
    assert library.report(sample_report.id) == sample_report


def test_text_is_bound_and_never_becomes_sql(library, sample_report):
    hostile = replace(sample_report, title="x'); DROP TABLE report; --")
    library.keep(hostile)
    with pytest.raises(UnknownReportError):
        library.remove("' OR '1' = '1")
    assert library.report(hostile.id) == hostile


def test_a_library_in_memory_needs_no_folder(sample_report, sample_digest, tmp_path):
    file = tmp_path / "report.md"
    file.write_text("words")
    with Library.in_memory([sample_digest]) as library:
        assert library.folder is None
        assert library.keep(sample_report, file).outcome == "upgraded"
        assert library.find(file) == sample_report.id
        assert library.original(sample_report.id) is None
