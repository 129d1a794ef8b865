import pytest

from peelviewer.reading.inspections import is_earlier


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("2015", "2016", True),
        ("In our 2018/19 inspection we graded:", "2021/22", True),
        ("Previous grade", "2016", True),
        ("The grades of the last inspection were:", "2016", True),
        ("2016", "2016", False),
        ("PEEL 2021–22", "2021/22", False),
        ("2021", "2021/22", False),
        ("2023", "2023/25", False),
        ("2015 and 2016", "2016", False),
        ("Since our last inspection in 2015:", "2016", False),
        ("Last inspected", "2016", False),
        ("Grade", "2016", False),
        ("12,015 crimes", "2016", False),
    ],
)
def test_an_earlier_inspection_is_known_by_its_year_or_in_words(text, year, expected):
    assert is_earlier(text, year) is expected
