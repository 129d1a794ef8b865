"""The shipped statistics, and a report of a force that they have."""

import pytest

from peelviewer.comparing.holdings import Holdings, holdings_of
from peelviewer.library import Library
from tests.comparing.made_up import of_a_known_force


@pytest.fixture
def own_report(sample_report):
    return of_a_known_force(sample_report)


@pytest.fixture
def library():
    with Library.in_memory() as library:
        yield library


@pytest.fixture
def holdings(library) -> Holdings:
    return holdings_of(library, library.statistics.observations)
