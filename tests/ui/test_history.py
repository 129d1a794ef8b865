from peelviewer.ui.history import History, Place, ShownChart

A, B, C = (Place("report", name) for name in "abc")


def visited(*places) -> History:
    history = History()
    for place in places:
        history.visit(place)
    return history


def test_back_and_forward_step_over_the_places_visited():
    history = visited(A, B, C)
    assert [history.back(), history.back(), history.back()] == [B, A, None]
    assert [history.forward(), history.forward(), history.forward()] == [B, C, None]


def test_a_new_place_forgets_what_lay_ahead():
    history = visited(A, B)
    history.back()
    history.visit(C)
    assert not history.can_go_forward()
    assert history.back() == A


def test_the_same_place_twice_counts_once():
    assert not visited(A, A).can_go_back()


def test_back_returns_to_where_the_reader_had_scrolled_to():
    history = visited(A)
    history.stay(B)
    history.visit(C)
    assert history.back() == B


def test_back_returns_to_the_chart_that_stood_beside_the_place():
    chart = ShownChart("figure", 4)
    history = visited(A)
    history.stay(Place(A.report, A.anchor, chart))
    history.visit(A)
    history.visit(C)
    assert history.back() == Place(A.report, A.anchor, chart)


def test_a_report_that_is_gone_is_gone_from_the_history():
    other = Place("other", "a")
    history = visited(A, other)
    history.forget("other")
    assert not history.can_go_back()
    assert not history.can_go_forward()
