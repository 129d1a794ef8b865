import csv
import io

import msgspec
import pytest

from peelviewer.charts import table
from peelviewer.charts.spec import ranges_chart, ranked_chart, slope_chart, tile_chart
from peelviewer.charts.values import Caveat
from tests.charts.many import OWN, all_forces, data, over_years, year_to


def lines(charts, report):
    text = table.rows_as_csv(charts, report)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_columns_are_those_of_the_contract(charts, rich_report):
    text = table.rows_as_csv([charts["fig01"]], rich_report)

    assert text.splitlines()[0] == (
        "force,year,pillar,figure,measure,unit,period,series,value,value_as_printed,missing,note,"
        "source,page,rank"
    )
    assert text.endswith("\r\n")


def test_each_value_is_a_line(charts, rich_report):
    found = lines([charts["fig01"]], rich_report)

    assert len(found) == 6
    assert found[0]["value"] == "51.0"
    assert found[1]["series"] == "England and Wales"
    assert found[-1]["unit"] == "per 1,000 households"
    assert {line["page"] for line in found} == {"6"}


def test_a_missing_value_is_empty_with_its_reason(charts, rich_report):
    ours = lines([charts["measure-organised_crime_groups-2016-07-01"]], rich_report)[0]

    assert (ours["value"], ours["value_as_printed"]) == ("", "")
    assert ours["missing"] == "the force did not supply it"


def test_numbers_stay_numbers_and_printed_signs_are_made_safe(charts, rich_report):
    ours = lines([charts["measure-recorded_crime_change_1y-2016-06-30"]], rich_report)[0]

    assert ours["value"] == "-11.1"
    assert ours["value_as_printed"] == "−11.1%"


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\tx", "\rx"])
def test_no_text_runs_as_a_formula(text):
    assert table.safe(text) == f"'{text}"


def test_the_table_beside_a_chart_has_totals_and_headings_too(charts):
    twin = table.twin(charts["fig04"])

    assert len(twin) == 12
    assert twin[-1].values == ("100.0", "100.0")
    assert twin[4].values == ("", "")
    assert twin[9].values == ("– (a dash in the report)", "1.7")


# ---------------------------------------------------------------- of many forces


def changes():
    values = {known: 10.0 + place for place, known in enumerate(all_forces())}
    return over_years(
        {2015: values, 2016: {force: value * 1.5 for force, value in values.items()}},
        national={2015: 20.0, 2016: 30.0},
    )


def test_a_row_names_the_measure_and_each_value_has_its_own_unit():
    chart = slope_chart(changes(), year_to(2015), year_to(2016), own=OWN)

    found = lines([chart], None)

    assert {line["measure"] for line in found} == {"Robbery"}
    own = [line["unit"] for line in found if line["force"] == "Leicestershire Police"]
    assert own == ["per 1,000 population", "per 1,000 population", "percent change"]


def test_notes_on_the_whole_chart_stand_once_and_caveats_at_the_values_they_are_on():
    chart = ranked_chart(changes(), year_to(2016), own=OWN)
    caveats = (
        Caveat(text="Counts were revised."),
        Caveat(text="Kent: counted otherwise.", areas=("kent",)),
    )

    found = lines([msgspec.structs.replace(chart, caveats=caveats)], None)

    by_force = {line["force"]: line["note"] for line in found}
    assert sum("Without City of London" in note for note in by_force.values()) == 1
    assert all("Counts were revised." in note for note in by_force.values())
    assert [force for force, note in by_force.items() if "otherwise" in note] == ["Kent Police"]


def test_the_sources_note_on_a_force_stands_in_its_own_row():
    found = data({"essex": 9.0, "kent": 5.0, OWN: 1.0}, national=5.0)
    observations = tuple(
        msgspec.structs.replace(one, note="Kent was late.") if one.area.id == "kent" else one
        for one in found.observations
    )
    chart = ranked_chart(msgspec.structs.replace(found, observations=observations), year_to(2016))

    rows = lines([chart], None)

    assert "Kent was late." in chart.notes
    assert {row["force"] for row in rows if "Kent was late." in row["note"]} == {"Kent Police"}
    assert [row["rank"] for row in rows] == ["1st of 3", "2nd of 3", "3rd of 3", ""]


def test_a_plain_number_has_a_unit_and_is_not_judged():
    chart = ranked_chart(data(all_forces(), unit="count"), year_to(2016), own=OWN)

    assert {row["unit"] for row in lines([chart], None)} == {"number"}
    assert not any(row.position for row in chart.rows)
    assert chart.remarks[0].endswith("of 43 forces by number, which follows the size of the force.")
    profile = ranges_chart([(data(all_forces(), unit="count"), year_to(2016))], own=OWN)
    assert profile.rows[0].note.endswith("by number, which follows the size of the force")
    assert "broadly" not in profile.headline


def test_a_share_that_cannot_be_has_a_caveat():
    found = data({"kent": -0.06, "essex": 100.06, OWN: 50.0}, unit="percent")

    chart = tile_chart(found, year_to(2016))

    assert chart.caveats[0].text.startswith("Essex and Kent: no share can be")
    assert chart.caveats[0].areas == ("essex", "kent")
