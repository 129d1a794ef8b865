from pathlib import Path

import msgspec
import pytest

from peelviewer.errors import CancelledError, LibraryError
from peelviewer.library import Kept, Library
from peelviewer.ui.review.draft import Draft
from peelviewer.ui.review.keeping import keep
from tests.builders import sample_report


def quiet(stage, fraction):
    pass


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library") as library:
        yield library


@pytest.fixture
def drafts(tmp_path) -> tuple[Draft, ...]:
    """Three files, each of the report of another year."""
    found = []
    for year in ("2015", "2016", "2017"):
        path = tmp_path / f"{year}.pdf"
        path.write_text(year, encoding="utf-8")
        report = msgspec.structs.replace(
            sample_report(), id=f"northshire-effectiveness-{year}", year=year
        )
        found.append(Draft(path=path, as_read=report))
    return tuple(found)


def kept_years(library) -> list[str]:
    return sorted(report.year for report in library.reports() if report.edition == "full")


def test_all_are_kept_in_their_order(library, drafts):
    told = []
    found = keep(drafts, library, lambda *news: told.append(news))
    assert [one.report.year for one in found.kept] == ["2015", "2016", "2017"]
    assert (found.left, found.errors) == ((), ())
    assert told[1] == ("2016.pdf", pytest.approx(0.5))


def test_one_that_cannot_be_kept_does_not_stop_the_others(library, drafts, monkeypatch):
    keep_one = Library.keep

    def refuse(self, report, path: Path, corrections) -> Kept:
        if report.year == "2016":
            raise LibraryError("2016.pdf is gone.")
        return keep_one(self, report, path, corrections)

    monkeypatch.setattr(Library, "keep", refuse)
    found = keep(drafts, library, quiet)
    assert [one.report.year for one in found.kept] == ["2015", "2017"]
    assert found.left == (drafts[1],)
    assert [str(error) for error in found.errors] == ["2016.pdf is gone."]


def test_cancelling_leaves_the_rest_and_keeps_what_is_kept(library, drafts):
    def cancel(stage, fraction):
        if stage == "2016.pdf":
            raise CancelledError("Cancelled")

    found = keep(drafts, library, cancel)
    assert [one.report.year for one in found.kept] == ["2015"]
    assert found.left == drafts[1:]
    assert kept_years(library) == ["2015"]
