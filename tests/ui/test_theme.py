import pytest

from peelviewer.ui import theme
from tests.contrast import contrast

GROUNDS = ("window", "panel", "base", "raised")
TEXTS = [
    *((text, ground) for text in ("text", "muted", "link") for ground in (*GROUNDS, "brief_fill")),
    ("selection_text", "selection"),
    ("muted", "selection"),
    ("text", "hover"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("action_text", "action_fill"),
    ("text", "action_fill"),
    ("warning", "window"),
    ("error_text", "error_fill"),
    ("text", "error_fill"),
    ("text", "notice_fill"),
    ("text", "value_fill"),
    ("text", "found"),
    ("text", "found_current"),
    ("text", "flash"),
]
MARKS = [
    (mark, ground)
    for mark in ("control_line", "focus", "value_line", "accent")
    for ground in GROUNDS
]
GRADES = (
    "outstanding", "good", "adequate", "requires improvement", "inadequate", "ungraded",
)  # fmt: skip


@pytest.fixture(params=[theme.LIGHT, theme.DARK], ids=lambda value: value.name)
def colours(request) -> theme.Theme:
    return request.param


@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_has_enough_contrast(colours, text, ground):
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_controls_and_marks_have_enough_contrast(colours, mark, ground):
    assert contrast(getattr(colours, mark), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("grade", GRADES)
def test_a_grade_can_be_seen_wherever_it_stands(colours, grade):
    badge = colours.grade(grade)
    for ground in (colours.base, colours.panel, colours.selection, badge.fill):
        assert contrast(badge.mark, ground) >= 3
    assert contrast(badge.text, badge.fill) >= 4.5


def test_the_style_sheet_has_no_placeholder_left(colours):
    assert "$" not in theme.style_sheet(colours)


def test_a_brush_of_one_colour_is_solid_and_has_it(qapp):
    brush = theme.solid("#12436d")
    assert brush.color().name() == "#12436d"
    assert brush.isOpaque()


def test_the_theme_at_the_start_follows_the_palette(qapp):
    before = qapp.palette()
    try:
        qapp.setPalette(theme.palette(theme.DARK))
        dark = theme.at_start(qapp)
        qapp.setPalette(theme.palette(theme.LIGHT))
        light = theme.at_start(qapp)
    finally:
        qapp.setPalette(before)
    assert (dark, light) == (theme.DARK, theme.LIGHT)
