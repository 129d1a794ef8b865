import pytest
from PySide6.QtWidgets import QPushButton

from peelviewer.ui import theme
from peelviewer.ui.messages import Messages


@pytest.fixture
def messages(qtbot) -> Messages:
    messages = Messages(theme.LIGHT)
    qtbot.addWidget(messages)
    return messages


def said(messages) -> list[str]:
    return [banner.text for banner in messages.banners()]


def test_an_error_stays_where_notices_come_after_it(messages):
    messages.error("a.pdf is empty.")
    for name in "bcdef":
        messages.notice(f"{name}.pdf is now in the library.")
    assert said(messages) == [
        "f.pdf is now in the library.", "e.pdf is now in the library.", "a.pdf is empty.",
    ]  # fmt: skip


def test_of_many_errors_the_newest_stay(messages):
    messages.notice("The report is now in the library.")
    for name in "abcd":
        messages.error(f"{name}.pdf is empty.")
    assert said(messages) == ["d.pdf is empty.", "c.pdf is empty.", "b.pdf is empty."]


def test_the_newest_is_always_shown(messages):
    for name in "abc":
        messages.error(f"{name}.pdf is empty.")
    messages.notice("d.pdf is in the library already.")
    assert said(messages)[0] == "d.pdf is in the library already."
    assert len(said(messages)) == 3


def test_the_same_sentence_is_said_once(messages):
    messages.notice("One.")
    messages.notice("Two.")
    messages.notice("One.")
    assert said(messages) == ["One.", "Two."]


def test_an_error_can_offer_something(qtbot, messages):
    done = []
    messages.error(
        "2 of 3 files could not be read.", button="Details", action=lambda: done.append(1)
    )
    (button,) = messages.banners()[0].findChildren(QPushButton)
    button.click()
    assert done == [1]


def test_the_keyboard_comes_to_what_a_message_offers_before_its_dismissal(messages):
    messages.notice("a.pdf is in the library already.", button="Review it again", action=list)
    (banner,) = messages.banners()
    (button,) = banner.findChildren(QPushButton)
    assert button.nextInFocusChain() is banner.dismiss
