"""What two copies of a report must have in common, in a form that pytest shows well."""

import re


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def facts(report) -> dict[str, object]:
    """Everything but pages, markers, and the rows that a pair is printed on."""
    return {
        "identity": (report.id, report.title, report.published, report.isbn),
        "sections": [(s.id, s.level, s.kind, s.footnotes) for s in report.sections],
        "judgments": [(j.scope, j.grade, j.section) for j in report.judgments],
        "actions": [(a.kind, words(a.text), a.section) for a in report.actions],
        "measures": sorted(
            str((m.key, m.force, m.national, m.unit, m.period, m.origin, m.figure))
            for m in report.measures
        ),
        "footnotes": [(n.number, words(n.text)) for n in report.footnotes],
        "figures": [
            (f.number, f.title, f.form, f.columns, f.rows, f.source, f.section)
            for f in report.figures
        ],
        "blocks": [
            (b.kind, words(b.text), b.footnotes, b.figure)
            for s in report.sections
            for b in s.blocks
            if not (b.kind == "table" and b.figure is None)
        ],
    }


def assert_same(one, other) -> None:
    wanted, found = facts(one), facts(other)
    for name, value in wanted.items():
        assert found[name] == value, name
    assert (other.audit.placed, other.audit.surplus) == (other.audit.words, ())
    assert other.audit.unplaced == ()
