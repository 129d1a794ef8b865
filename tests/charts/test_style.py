import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from peelviewer.charts.style import DARK, FALLBACKS, FAMILY, LIGHT
from peelviewer.drawing.fonts import load_fonts
from tests.contrast import contrast

LOOKS = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#bfbfbf", "#ffffff", 1.84),
        ("#12436d", "#1e1e1e", 1.63),
        ("#6bace6", "#1e1e1e", 6.88),
        ("#f46a25", "#1e1e1e", 5.51),
    ],
)
def test_contrast_is_that_of_wcag(one, other, expected):
    assert contrast(one, other) == pytest.approx(expected, abs=0.02)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("look", LOOKS)
def test_text_has_4_5_to_1(look):
    for background in (look.background, look.surface):
        for colour in (look.text, look.muted, look.caveat, look.ink("force")):
            assert contrast(colour, background) >= 4.5, (colour, background)


@pytest.mark.parametrize("look", LOOKS)
def test_every_bar_or_its_outline_has_3_to_1(look):
    for fill, outline in zip(look.fills, look.outlines, strict=True):
        best = max(contrast(fill, look.background), contrast(outline, look.background))
        assert best >= 3.0, fill


@pytest.mark.parametrize("look", LOOKS)
def test_the_focus_and_the_line_at_zero_have_3_to_1(look):
    assert contrast(look.focus, look.background) >= 3.0
    assert contrast(look.axis, look.background) >= 3.0


@pytest.mark.parametrize("look", LOOKS)
def test_force_and_national_are_told_apart_without_colour(look):
    force_is_outlined = look.fill(0) != look.outline(0)
    national_is_outlined = look.fill(1) != look.outline(1)

    assert (force_is_outlined, national_is_outlined) == (False, True)


def test_the_published_palette_is_used():
    assert LIGHT.fills[:6] == ("#12436d", "#bfbfbf", "#f46a25", "#28a197", "#801650", "#a285d1")
    assert LIGHT.outline(1) == "#3d3d3d"


def test_no_font_that_a_file_names_after_ours_is_wider(qapp):
    text = "Further investigation to support formal action, 12.1, −31.8%, Leicestershire Police"
    installed = [name for name in FALLBACKS if name in QFontDatabase.families()]

    def width(family):
        font = QFont(family)
        font.setPixelSize(100)
        return QFontMetricsF(font).horizontalAdvance(text)

    load_fonts()
    for family in installed:
        assert width(family) <= width(FAMILY), family
    assert FALLBACKS[-1] == "sans-serif"
