"""A digest's findings become the briefs of the full report's sections."""

import msgspec
import pytest

from peelviewer.library.briefs import with_briefs
from tests import builders

replace = msgspec.structs.replace


def report(edition, texts=(), brief=()):
    blocks = tuple(builders.paragraph(text) for text in texts)
    only = builders.section("one", "One", 1, None, "section", 1, *blocks)
    return replace(
        builders.sample_report(edition),
        sections=(replace(only, brief=brief),),
        measures=(),
        figures=(),
        judgments=(),
        actions=(),
    )


@pytest.mark.parametrize(
    ("own", "digest", "former", "expected"),
    [
        ((), ("a", "b"), None, ("a", "b")),
        (("x",), (), None, ("x",)),
        (("x",), ("a",), None, ("a",)),
        (("old",), ("new",), ("old",), ("new",)),
        (("old",), (), ("old",), ()),
        (("mine",), (), ("old",), ("mine",)),
    ],
)
def test_briefs_come_from_the_digest_that_holds_now(own, digest, former, expected):
    full = report("full", ("Text.",), own)
    before = None if former is None else report("digest", former)
    assert with_briefs(full, report("digest", digest), before).sections[0].brief == expected


def test_a_question_that_leads_to_its_grade_is_no_finding():
    digest = report("digest", ("One", "What was found."))
    assert with_briefs(report("full"), digest).sections[0].brief == ("What was found.",)


def test_without_a_digest_nothing_changes():
    full = report("full", ("Text.",), ("x",))
    assert with_briefs(full, None) is full
