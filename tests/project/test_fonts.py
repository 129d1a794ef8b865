"""The shipped fonts load in Qt, have the weights the style sheets ask for, and tabular figures."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from peelviewer.paths import bundled

FONTS = sorted(bundled("resources/fonts").glob("*.ttf"))
WEIGHTS = [
    ("Inter", QFont.Weight.Normal, False),
    ("Inter", QFont.Weight.Normal, True),
    ("Inter", QFont.Weight.Medium, False),
    ("Inter", QFont.Weight.DemiBold, False),
    ("Inter", QFont.Weight.Bold, False),
    ("Source Serif 4", QFont.Weight.Normal, False),
    ("Source Serif 4", QFont.Weight.Normal, True),
    ("Source Serif 4", QFont.Weight.DemiBold, False),
    ("Source Serif 4", QFont.Weight.Bold, False),
]


@pytest.fixture
def families(qapp):
    ids = [QFontDatabase.addApplicationFont(str(path)) for path in FONTS]
    assert -1 not in ids
    return {family for number in ids for family in QFontDatabase.applicationFontFamilies(number)}


def test_both_families_are_there(families):
    assert FONTS
    assert {"Inter", "Source Serif 4"} <= families


@pytest.mark.parametrize(("family", "weight", "italic"), WEIGHTS)
def test_the_weight_is_there_and_not_made_up(families, family, weight, italic):
    styles = QFontDatabase.styles(family)
    found = {(QFontDatabase.weight(family, s), QFontDatabase.italic(family, s)) for s in styles}
    assert (int(weight), italic) in found


@pytest.mark.parametrize("family", ["Inter", "Source Serif 4"])
def test_figures_can_be_set_in_one_width(families, family):
    font = QFont(family)
    font.setFeature(QFont.Tag("tnum"), 1)
    metrics = QFontMetricsF(font)
    assert len({round(metrics.horizontalAdvance(digit), 3) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("licence", ["OFL-Inter.txt", "OFL-SourceSerif4.txt"])
def test_the_licence_lies_beside_the_fonts(licence):
    text = bundled(f"resources/fonts/{licence}").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in text.upper()
