from peelviewer.reading.tables import columns_and_rows


def test_rows_are_as_wide_as_the_widest_and_nothing_is_moved():
    columns, rows = columns_and_rows("No.\tOutcome\tForce\n1\tCharged\t9.1\n\tA heading\n2\t\t3")

    assert columns == ("No.", "Outcome", "Force")
    assert rows == (("1", "Charged", "9.1"), ("", "A heading", ""), ("2", "", "3"))
