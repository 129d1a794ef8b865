"""Five hundred broken files in every test run; ``make fuzz`` reads twenty thousand."""

import logging

import pytest

from peelviewer.fence import outside
from peelviewer.reading import fence
from tests.reading import hostile

CASES = 500
CHUNK = 45
BEGUN = [number for number in range(CASES) if number % hostile.PDF_EVERY]


@pytest.mark.parametrize("first", range(0, len(BEGUN), CHUNK))
def test_a_broken_text_is_refused_or_read_whole(tmp_path, first):
    failed = []
    for number in BEGUN[first : first + CHUNK]:
        path = hostile.write_case(number, tmp_path)
        try:
            hostile.check(path)
        except Exception as error:
            failed.append(f"python -m tools.fuzz --case {number}: {error!r:.300}")
        path.unlink()
    assert failed == []


def test_a_broken_pdf_is_refused_or_read_whole_behind_the_fence(tmp_path, caplog):
    caplog.set_level(logging.ERROR)
    paths = [hostile.write_case(n, tmp_path) for n in range(0, CASES, hostile.PDF_EVERY)]

    outcomes = list(fence.read_many(paths, limits=outside.Limits(seconds=hostile.SECONDS * 3)))

    assert len(outcomes) == len(paths)
    for path, report, error in outcomes:
        if report is None:
            hostile.check_refusal(path, error)
            assert "within" not in str(error), error
        else:
            hostile.check_report(report)


def test_a_few_texts_behind_the_fence_are_what_they_are_before_it(tmp_path):
    paths = {hostile.write_case(number, tmp_path) for number in BEGUN[:8]}

    for path, report, error in fence.read_many(paths):
        assert report == hostile.check(path)
        assert (report is None) is (error is not None)


def test_the_untouched_seeds_are_reports(tmp_path):
    """Else most cases would be refused at the door and try nothing."""
    for number, text in enumerate(hostile.seeds()[:3]):
        path = tmp_path / f"{number}.md"
        path.write_text(text, encoding="utf-8")
        assert hostile.check(path) is not None
    path = tmp_path / "seed.pdf"
    path.write_bytes(hostile.pdf())
    assert hostile.check(path) is not None
