"""Whether the panel goes along with the reader."""

from peelviewer.ui.measures.following import Following


def test_the_panel_goes_along_with_the_reader():
    following = Following()
    assert [following.goes_to(section) for section in ("a", "b", "a")] == [True, True, True]


def test_it_stays_for_as_long_as_the_reader_is_where_it_has_sent_them():
    following = Following()
    following.send("annex", "a")
    assert [following.goes_to(s) for s in ("annex", "annex", "b")] == [False, False, True]


def test_it_stays_too_where_the_place_is_told_as_the_section_above():
    following = Following()
    following.send("annex/crime", "a")
    assert not following.goes_to("annex")


def test_sending_the_reader_to_where_they_are_stops_nothing():
    following = Following()
    following.send("a", "a")
    assert following.goes_to("b")


def test_sending_the_reader_twice_to_one_place_stops_nothing_after_it():
    following = Following()
    following.send("annex", "a")
    following.goes_to("annex")
    following.send("annex", "a")
    assert following.goes_to("b")
