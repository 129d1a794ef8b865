from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelviewer.reading.chain import Place, best_chain


@pytest.mark.parametrize(
    ("titles", "chosen"),
    [
        ([], {}),
        ([[Place(3, 4, 1)], [Place(1, 2, 1), Place(6, 7, 1)]], {0: (3, 4), 1: (6, 7)}),
        ([[Place(3, 4, 1)], [Place(1, 2, 5)]], {1: (1, 2)}),
        ([[Place(3, 6, 1)], [Place(5, 7, 1)], [Place(6, 7, 1)]], {0: (3, 6), 2: (6, 7)}),
        ([[], [Place(0, 1, 1)]], {1: (0, 1)}),
    ],
)
def test_titles_stand_one_after_the_other(titles, chosen):
    assert {n: place[:2] for n, place in best_chain(titles, 10).items()} == chosen


PLACES = st.builds(
    lambda first, length, worth: Place(first, min(first + length, 12), worth),
    st.integers(0, 11),
    st.integers(1, 3),
    st.integers(1, 4),
)


@given(st.lists(st.lists(PLACES, max_size=3, unique_by=lambda place: place.first), max_size=5))
def test_no_other_choice_of_places_is_worth_more(titles):
    chosen = best_chain(titles, 12)

    def worth(places):
        taken = [place for place in places if place is not None]
        is_chain = all(a.end <= b.first for a, b in pairwise(taken))
        return sum(place.worth for place in taken) if is_chain else 0

    assert list(chosen) == sorted(chosen)
    assert worth(chosen.values()) == max(map(worth, product(*([*t, None] for t in titles))))
