"""Two readings of a report are compared sort by sort."""

import msgspec
import pytest

from peelviewer.model.difference import Difference, differences
from tests.builders import sample_report

REPORT = sample_report()


def changed(**fields):
    return msgspec.structs.replace(REPORT, **fields)


def with_first(name, **fields):
    first, *rest = getattr(REPORT, name)
    return changed(**{name: (msgspec.structs.replace(first, **fields), *rest)})


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (REPORT, ()),
        (changed(title="Another"), ()),
        (with_first("sections", brief=("In our own words.",)), ()),
        (with_first("sections", title="Foreword"), (Difference("section", changed=1),)),
        (with_first("judgments", grade="inadequate"), (Difference("judgment", changed=1),)),
        (with_first("figures", title="Rates"), (Difference("figure", changed=1),)),
        (with_first("measures", force=202.0), (Difference("measure", changed=1),)),
        (with_first("actions", text="Other"), (Difference("action", new=1, gone=1),)),
        (with_first("footnotes", text="Other"), (Difference("footnote", changed=1),)),
        (changed(measures=REPORT.measures[1:]), (Difference("measure", gone=1),)),
        (
            changed(actions=(*REPORT.actions, REPORT.actions[0])),
            (Difference("action", new=1),),
        ),
    ],
)
def test_what_differs_is_counted(later, expected):
    assert differences(REPORT, later) == expected


def test_a_passage_with_other_words_is_one_new_and_one_gone():
    first, *rest = REPORT.sections
    block = msgspec.structs.replace(first.blocks[0], text="Something else.")
    later = changed(
        sections=(msgspec.structs.replace(first, blocks=(block, *first.blocks[1:])), *rest)
    )

    assert differences(REPORT, later) == (Difference("passage", new=1, gone=1),)
