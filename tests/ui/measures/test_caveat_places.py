"""Where a caveat of the catalogue stands in the report."""

import pytest

from peelviewer.charts.spec import Caveat
from peelviewer.ui.measures.caveat_places import link_of_caveat
from tests import builders

REPORT = builders.sample_report()


@pytest.mark.parametrize(
    ("text", "page", "place"),
    [
        ("Rates rest on population estimates.", 11, "block:annex-a.1"),
        ("Nothing in common.", 9, "block:investigating/outcomes.2"),
        ("More than a tenth withdrew their support.", 9, "block:investigating/outcomes.1"),
        ("A page without a block.", 12, "section:annex-a"),
        ("A page before the first section.", 1, ""),
        ("No page.", None, ""),
    ],
)
def test_a_caveat_leads_to_what_its_page_says_of_it(text, page, place):
    assert link_of_caveat(REPORT, Caveat(text=text, page=page), "") == place


def test_of_the_blocks_on_a_page_the_one_that_shares_words_is_meant():
    caveat = Caveat(text="Police-recorded crime rates need care in Northshire.", page=6)
    assert link_of_caveat(REPORT, caveat, "") == "block:preventing/how-much-crime.1"


def test_what_the_caveat_is_about_decides_where_its_own_words_do_not():
    caveat = Caveat(text="Handle with care.", page=6)
    topic = "Recorded crime (excluding fraud), sexual offences"
    assert link_of_caveat(REPORT, caveat, topic) == "block:preventing/how-much-crime.2"
