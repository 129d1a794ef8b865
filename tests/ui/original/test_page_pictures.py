from pathlib import Path

import pytest

from peelviewer.ui.original.page_pictures import MOST_KEPT, PagePictures, stepped
from peelviewer.ui.tasks import InlineTasks, Tasks

FILE = Path("report.pdf")


@pytest.fixture
def pictures(qapp, drawer) -> PagePictures:
    return PagePictures(InlineTasks(), drawer)


@pytest.mark.parametrize(("width", "drawn"), [(10, 400), (601, 800), (800, 800), (9_000, 3_000)])
def test_pages_are_drawn_in_steps_of_width(width, drawn):
    assert stepped(width) == drawn


def test_a_page_is_drawn_once(pictures, drawer):
    first = pictures.picture(FILE, 3, 790)
    assert pictures.picture(FILE, 3, 800) is first
    assert drawer.asked == [("pictures:render_page", 3, 800)]


def test_old_pages_are_forgotten(pictures, drawer):
    for sheet in range(1, MOST_KEPT + 2):
        pictures.picture(FILE, sheet, 400)
    pictures.picture(FILE, 1, 400)
    assert len(drawer.asked) == MOST_KEPT + 2


def test_a_page_that_cannot_be_drawn_is_a_sentence(qtbot, pictures, drawer):
    drawer.broken = True
    with qtbot.waitSignal(pictures.failed) as failed:
        assert pictures.picture(FILE, 1, 400) is None
    assert failed.args[1] == "report.pdf cannot be drawn."


def test_our_own_bug_is_not_made_into_a_sentence(qapp):
    def draw(*_):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        PagePictures(InlineTasks(), draw)._on_failed(None, ZeroDivisionError())


def test_only_the_latest_wish_is_drawn(qtbot, drawer):
    tasks = Tasks()
    pictures = PagePictures(tasks, drawer)
    seen = []
    pictures.drawn.connect(lambda wish, _: seen.append(wish.sheet))
    for sheet in range(1, 30):
        pictures.picture(FILE, sheet, 400)
    qtbot.waitUntil(lambda: not tasks.running())
    assert seen[-1] == 29
    assert len(drawer.asked) < 29


def test_another_width_is_shown_until_the_right_one_is_there(qtbot, drawer):
    tasks = Tasks()
    pictures = PagePictures(tasks, drawer)
    with qtbot.waitSignal(pictures.drawn):
        assert pictures.picture(FILE, 1, 400) is None
    assert pictures.picture(FILE, 1, 800).width() == 40
    qtbot.waitUntil(lambda: not tasks.running())
