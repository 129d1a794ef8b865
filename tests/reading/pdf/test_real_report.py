"""The published report, printed by two programs, is the same report as its Markdown."""

import pytest

from peelviewer.reading import read
from tests.conftest import REAL_REPORT
from tests.reading.pdf.comparing import assert_same
from tests.reading.pdf.press import typeset

pytestmark = [
    pytest.mark.real_report,
    pytest.mark.skipif(not REAL_REPORT.is_file(), reason="the published report is not here"),
]


@pytest.fixture(scope="module")
def original():
    return read(REAL_REPORT)


@pytest.mark.parametrize(
    "look",
    [
        {"producer": "fpdf2"},
        {"producer": "reportlab", "outline": False, "tables": "lines", "pairs": "beside"},
    ],
    ids=lambda look: look["producer"],
)
def test_it_is_the_same_in_print(original, tmp_path, look):
    assert_same(original, read(typeset(original, tmp_path / "report.pdf", **look)))
