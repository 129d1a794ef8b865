"""Digests that ship with the program go in by themselves, and never over the user's own."""

import json

import msgspec
import pytest

from peelviewer.library import Library
from peelviewer.model import codec

replace = msgspec.structs.replace
ID = "northshire-effectiveness-2016"


@pytest.fixture
def ship(no_digests, tmp_path):
    """Put a digest into the shipped folder and open the library."""

    def opened(*digests, name="northshire.json"):
        for digest in digests:
            (no_digests / name).write_bytes(codec.encode(digest))
        return Library.open(tmp_path / "library", no_digests)

    return opened


def test_the_programs_own_digests_are_there_on_the_first_start(tmp_path):
    with Library.open(tmp_path / "library") as library:
        assert library.notices == ()
        assert all(report.edition == "digest" for report in library.reports())


def test_a_shipped_digest_is_there_on_the_first_start(ship, sample_digest):
    with ship(sample_digest) as library:
        assert [(r.id, r.edition) for r in library.reports()] == [(ID, "digest")]
        assert library.report(ID) == sample_digest


def test_a_digest_of_a_newer_program_takes_the_place_of_the_earlier(ship, sample_digest):
    ship(sample_digest).close()
    with ship(replace(sample_digest, pages=99)) as library:
        assert library.report(ID).pages == 99


def test_a_digest_of_a_newer_program_leaves_the_full_text(ship, sample_digest, sample_report):
    with ship(sample_digest) as library:
        library.keep(sample_report)
    first, *rest = sample_digest.sections
    paragraph = replace(first.blocks[0], text="Reworded.", marks=())
    first = replace(first, blocks=(paragraph, *first.blocks[1:]))
    with ship(replace(sample_digest, sections=(first, *rest))) as library:
        report = library.report(ID)
    assert report.edition == "full"
    assert report.sections[0].blocks == sample_report.sections[0].blocks
    assert report.sections[0].brief == ("Reworded.",)


def test_a_digest_of_the_users_own_is_not_replaced(ship, sample_digest):
    with ship(sample_digest) as library:
        library.keep(replace(sample_digest, pages=7))
    with ship(replace(sample_digest, pages=99)) as library:
        assert library.report(ID).pages == 7


def test_a_digest_that_the_user_removed_does_not_come_back(ship, sample_digest):
    with ship(sample_digest) as library:
        library.remove(ID)
    with ship() as library:
        assert library.reports() == ()
    with ship(replace(sample_digest, pages=99)) as library:
        assert library.reports() == ()


def test_a_digest_joins_a_full_text_that_was_there_before_it(ship, sample_digest, sample_report):
    with ship() as library:
        library.keep(sample_report)
    with ship(sample_digest) as library:
        assert library.reports()[0].edition == "full"
        assert library.digest(ID) == sample_digest


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "is not valid JSON"),
        (b"{}", "is not a valid report"),
        (b"\xff\xfe", "is not valid JSON"),
        ("full", "is not a digest"),
    ],
)
def test_a_damaged_digest_is_named_and_the_rest_opens(
    ship, no_digests, sample_digest, sample_report, content, reason
):
    data = codec.encode(sample_report) if content == "full" else content
    (no_digests / "broken.json").write_bytes(data)
    with ship(sample_digest) as library:
        assert [report.id for report in library.reports()] == [ID]
        assert len(library.notices) == 1
        assert "broken.json" in library.notices[0]
        assert reason in library.notices[0]


def test_a_digest_that_was_damaged_goes_in_when_it_is_whole(ship, no_digests, sample_digest):
    (no_digests / "northshire.json").write_text(json.dumps({"schema": 1}))
    ship().close()
    with ship(sample_digest) as library:
        assert library.notices == ()
        assert library.reports()[0].id == ID
