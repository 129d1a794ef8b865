"""In whatever order readings and digests of one report arrive, the library ends up right."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from peelviewer.library import Library
from tests import builders

replace = msgspec.structs.replace
TABLES = ("report", "measure", "judgment", "action", "passage")

arrivals = st.lists(
    st.tuples(st.sampled_from(("full", "digest")), st.sampled_from(("one", "two"))), max_size=6
)


def reading(edition, wording):
    report = builders.sample_report(edition)
    first, *rest = report.sections
    block = replace(first.blocks[0], text=f"{edition} {wording}", marks=())
    return replace(report, sections=(replace(first, blocks=(block, *first.blocks[1:])), *rest))


def rows(library, table):
    query = f"SELECT * FROM {table} ORDER BY 1, 2"  # noqa: S608 - the tables' own names
    return library._connection.execute(query).fetchall()


@settings(max_examples=40)
@given(arrivals)
def test_the_last_full_text_is_shown_with_the_last_digest_as_its_briefs(arrived):
    last = dict(arrived)
    with Library.in_memory() as library:
        for edition, wording in arrived:
            library.keep(reading(edition, wording))

        assert len(library.reports()) == bool(arrived)
        if not arrived:
            return
        identity = builders.sample_report().id
        shown = library.report(identity)
        best = "full" if "full" in last else "digest"
        assert library.reports()[0].edition == shown.edition == best
        assert shown.sections[0].blocks[0].text == f"{best} {last[best]}"
        if best == "full":
            expected = (f"digest {last['digest']}",) if "digest" in last else ()
            assert shown.sections[0].brief == expected
        before = [rows(library, table) for table in TABLES]
        library.rebuild()
        assert [rows(library, table) for table in TABLES] == before
