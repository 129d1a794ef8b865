"""Random reports: what is written as Markdown and printed as PDF is read as it was made.

`make random` tries thousands of new ones; the suite the same few in each run.
"""

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, assume, given, settings

from peelviewer.reading import read
from tests.reading.pdf import random_reports
from tests.reading.pdf.comparing import assert_same
from tests.reading.pdf.press import is_unclear, typeset

NEW = int(os.environ.get("PEELVIEWER_RANDOM_REPORTS", "0"))


@settings(
    max_examples=NEW or 15,
    derandomize=not NEW,
    database=None,
    phases=[Phase.generate, Phase.shrink] if NEW else [Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(random_reports.reports, random_reports.looks)
def test_a_random_report_is_the_same_in_markdown_and_in_print(drawn, look):
    made = random_reports.Writer(drawn)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.md"
        source.write_text(made.text(), "utf-8")
        original = read(source)
        # Without any of these a PDF is no inspection report for the reader.
        assume(look["contents"] != "none" or made.grades or made.pairs)
        assume(not is_unclear(original, Path(folder) / "first.pdf", **look))
        printed = read(typeset(original, Path(folder) / "report.pdf", **look))

    assert [(s.level, s.title) for s in original.sections[1:]] == made.titles
    assert len(original.footnotes) == made.notes
    assert len(original.figures) == made.figures
    assert len(original.actions) == made.actions
    assert sum(judgment.scope == "question" for judgment in original.judgments) == made.grades
    assert sum(measure.origin == "graphic" for measure in original.measures) == made.pairs
    assert original.audit.unplaced == original.audit.surplus == ()
    assert_same(original, printed)
