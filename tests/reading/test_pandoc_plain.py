"""What Pandoc writes as plain text is the same report as its Markdown."""

import pytest

from peelviewer.reading import read
from tests.reading.pdf.comparing import facts
from tests.reading.plainly import pandoc_plain
from tests.reading.sheets import sheets
from tests.reading.vintages import rounds, volumes

REPORTS = {
    "2016": lambda: sheets().text(),
    "2016 legitimacy": lambda: volumes.legitimacy_2016().markdown(),
    "2017 effectiveness": lambda: volumes.effectiveness_2017().markdown(),
    "2017 efficiency": lambda: volumes.efficiency_2017().markdown(),
    "2018/19": lambda: rounds.integrated_2018().markdown(),
    "2023–25": lambda: rounds.areas_2023().markdown(),
    "City of London": lambda: rounds.city_of_london().markdown(),
}


@pytest.mark.parametrize("made", REPORTS)
def test_a_report_is_the_same_in_pandocs_plain_text(tmp_path, made):
    markdown = REPORTS[made]()
    marked, plain = tmp_path / "report.md", tmp_path / "report.txt"
    marked.write_text(markdown, "utf-8")
    plain.write_text(pandoc_plain(markdown), "utf-8")

    found = read(plain)

    assert facts(found) == facts(read(marked))
    assert found.audit.unplaced == found.audit.surplus == ()


def test_areas_their_actions_and_levels_are_found_without_any_marks(tmp_path):
    markdown = rounds.areas_2021().markdown()
    marked, plain = tmp_path / "report.md", tmp_path / "report.txt"
    marked.write_text(markdown, "utf-8")
    plain.write_text(pandoc_plain(markdown), "utf-8")

    one, other = facts(read(marked)), facts(read(plain))

    for name in ("identity", "judgments", "actions", "measures", "footnotes"):
        assert other[name] == one[name], name
    assert {s for s in other["sections"] if s[1] == 1} == {s for s in one["sections"] if s[1] == 1}
