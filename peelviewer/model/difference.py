# SPDX-License-Identifier: MIT
"""What differs between two readings of a report, in numbers."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple

from peelviewer.model.report import Report


class Difference(NamedTuple):
    """How many things of one sort came, went, or stayed with other contents.

    ``one`` is the sort in the singular ("section").
    """

    one: str
    new: int = 0
    gone: int = 0
    changed: int = 0


def differences(former: Report, later: Report) -> tuple[Difference, ...]:
    """Return what differs from ``former`` to ``later``, sorts without a difference left out.

    Sections are the same by their id, passages by kind and text (a passage that changed is one
    gone and one new), judgments and figures by their place or number, measures by key, period and
    section, actions by their text. Summaries in the project's own words do not count.
    """
    found = (
        _by_name("section", *(_sections(report) for report in (former, later))),
        _by_contents("passage", *(_passages(report) for report in (former, later))),
        _by_name("judgment", *(_judgments(report) for report in (former, later))),
        _by_name("figure", *(_figures(report) for report in (former, later))),
        _by_name("measure", *(_measures(report) for report in (former, later))),
        _by_contents("action", *(_actions(report) for report in (former, later))),
        _by_name("footnote", *(_footnotes(report) for report in (former, later))),
    )
    return tuple(item for item in found if item[1:] != (0, 0, 0))


def _by_name(
    one: str, former: Mapping[Hashable, object], later: Mapping[Hashable, object]
) -> Difference:
    return Difference(
        one,
        new=len(later.keys() - former.keys()),
        gone=len(former.keys() - later.keys()),
        changed=sum(former[name] != later[name] for name in former.keys() & later.keys()),
    )


def _by_contents(one: str, former: Iterable[Hashable], later: Iterable[Hashable]) -> Difference:
    before, after = Counter(former), Counter(later)
    return Difference(one, new=(after - before).total(), gone=(before - after).total())


def _sections(report: Report) -> dict[Hashable, object]:
    return {s.id: (s.title, s.level, s.parent, s.kind) for s in report.sections}


def _passages(report: Report) -> Iterable[Hashable]:
    return ((block.kind, block.text) for section in report.sections for block in section.blocks)


def _judgments(report: Report) -> dict[Hashable, object]:
    return {(item.scope, item.section, item.title): item.grade for item in report.judgments}


def _figures(report: Report) -> dict[Hashable, object]:
    return {item.number: (item.title, item.columns, item.rows) for item in report.figures}


def _measures(report: Report) -> dict[Hashable, object]:
    return {
        (item.key, item.period, item.section): (item.force, item.national, item.unit)
        for item in report.measures
    }


def _actions(report: Report) -> Iterable[Hashable]:
    return ((item.kind, item.text) for item in report.actions)


def _footnotes(report: Report) -> dict[Hashable, object]:
    return {item.number: item.text for item in report.footnotes}
