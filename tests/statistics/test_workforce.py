import datetime

import pytest

from peelviewer.errors import StatisticsError
from peelviewer.statistics import read_statistics
from tests.statistics import workbooks


def test_officers_are_taken_as_at_each_day(tmp_path):
    path = workbooks.write(tmp_path / "workforce.xlsx", {"Table_1": workbooks.workforce_table()})

    found = read_statistics(path)

    durham = [o for o in found.observations if o.area.id == "durham"]
    assert [(o.value, o.period.end) for o in durham] == [
        (1157.25, datetime.date(2015, 9, 30)),
        (1150.25, datetime.date(2016, 3, 31)),
    ]
    assert {(o.measure, o.unit) for o in found.observations} == {
        ("police_officers", "full_time_equivalents")
    }
    assert durham[0].note == "Some data of Durham are of a later day."
    assert found.forces == 5


def test_the_force_and_the_region_of_one_name_are_told_apart(tmp_path):
    path = workbooks.write(tmp_path / "workforce.xlsx", {"Table_1": workbooks.workforce_table()})

    found = read_statistics(path)

    latest = {o.area.id: o.value for o in found.observations if o.period.end.year == 2016}
    assert latest["west-midlands"] == 6950.0
    assert latest["west-midlands-region"] == 8900.0
    assert latest["england-and-wales"] == 12040.75


def test_a_workbook_without_a_table_by_force_is_refused(tmp_path):
    rows = [["Table 6: Police officers, police staff and traffic wardens, England and Wales"]]
    index = [["Police Workforce, England and Wales"]]
    path = workbooks.write(tmp_path / "workforce.xlsx", {"Index": index, "Table_6": rows})

    with pytest.raises(StatisticsError, match=r"workforce.xlsx holds no workforce table"):
        read_statistics(path)
