import gzip

import pytest

from peelviewer.errors import CancelledError, StatisticsError
from peelviewer.statistics import read_statistics
from tests.statistics import workbooks

HEADING = (
    "financial_year,financial_quarter,force_name,offence_description,offence_group,"
    "offence_subgroup,offence_code,offence_code_expired,outcome_description,outcome_group,"
    "outcome_type,offences,force_outcomes_recorded_in_quarter"
)


def row(force, outcome, crimes, quarter=1, year="2017/18", group="Robbery"):
    return f"{year},{quarter},{force},Something,{group},Some,1,NA,Words,Words,{outcome},{crimes},0"


def year_of(force, *shares):
    """Four quarters of a force: pairs of outcome type and crimes a quarter."""
    return [row(force, outcome, n, quarter) for quarter in (1, 2, 3, 4) for outcome, n in shares]


@pytest.fixture
def file(tmp_path):
    def make(rows, name="outcomes.csv", heading=HEADING):
        path = tmp_path / name
        data = "\n".join([heading, *rows, ",".join(["NA"] * 13)]).encode()
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return path

    return make


def shares(found, area):
    return {o.measure: o.value for o in found.observations if o.area.id == area}


@pytest.mark.parametrize("name", ["outcomes.csv", "outcomes.csv.gz"])
def test_shares_are_of_the_crimes_of_the_year(file, name):
    found = read_statistics(file(year_of("Kent", (1, 10), (16, 30), (0, 60)), name))

    kent = shares(found, "kent")
    assert kent["outcome_charged"] == 10.0
    assert kent["outcome_suspect_identified_victim_does_not_support"] == 30.0
    assert kent["outcome_not_yet_assigned"] == 60.0
    assert kent["outcome_total_assigned"] == 40.0
    assert found.problem_count == 0


def test_groups_add_their_outcomes_up(file):
    found = read_statistics(file(year_of("Kent", (2, 1), (3, 2), (6, 3), (7, 4), (8, 5), (1, 85))))

    kent = shares(found, "kent")
    assert kent["outcome_out_of_court_formal"] == 6.0
    assert kent["outcome_out_of_court_informal"] == 9.0
    assert "outcome_offender_died" not in kent


def test_england_and_wales_is_the_sum_of_the_forces_without_the_transport_police(file):
    rows = [
        *year_of("Kent", (1, 10), (0, 90)),
        *year_of("Durham", (1, 100), (0, 200)),
        *year_of("British Transport Police", (1, 999)),
    ]

    found = read_statistics(file(rows))

    assert shares(found, "england-and-wales")["outcome_charged"] == pytest.approx(27.5)
    assert found.set_apart == ("British Transport Police",)
    assert found.forces == 2


def test_negative_corrections_count_and_fraud_does_not(file):
    rows = [*year_of("Kent", (1, 15), (0, 90)), row("Kent", 1, -20)]

    found = read_statistics(file([*rows, row("Kent", 1, 5000, group="Fraud offences")]))

    assert shares(found, "kent")["outcome_charged"] == pytest.approx(10.0)
    assert "Rows of fraud offences are left out." in found.datasets[0].notes


def test_a_year_with_a_quarter_missing_is_left_out(file):
    rows = [*year_of("Kent", (1, 10)), row("Kent", 1, 5, year="2018/19")]

    found = read_statistics(file(rows))

    assert [d.release for d in found.datasets] == ["2017/18"]
    assert [left.what for left in found.left_out] == ["2018/19"]


def test_an_unknown_force_is_listed_and_in_no_sum(file):
    found = read_statistics(file([*year_of("Kent", (1, 1), (0, 9)), *year_of("Narnia", (1, 1))]))

    assert found.unmatched == ("Narnia",)
    assert shares(found, "england-and-wales")["outcome_charged"] == 10.0


def test_faulty_rows_are_reported_with_their_numbers(file):
    rows = [
        *year_of("Kent", (1, 10)),
        row("Kent", 1, "many"),
        row("Kent", "?", 1),
        row("Kent", 1, 1, year="last year"),
        "2017/18,1,Kent",
    ]

    found = read_statistics(file(rows))

    assert sorted(p.where.split(" and")[0] for p in found.problems) == [
        "row 6",
        "row 7",
        "row 8",
        "row 9",
    ]
    assert found.problem_count == 4
    # The crime with the outcome "?" is a crime all the same.
    assert shares(found, "kent")["outcome_charged"] == pytest.approx(40 / 41 * 100)


def test_a_type_that_is_not_known_counts_among_all_crimes(file):
    found = read_statistics(file(year_of("Kent", (1, 10), (99, 90))))

    assert shares(found, "kent")["outcome_charged"] == 10.0
    assert "is no outcome that is known: 90 crimes count" in found.problems[0].what


def test_rows_of_an_alternate_offence_are_not_counted_twice(file):
    found = read_statistics(file(year_of("Kent", (1, 10), ("1A", 7), ("2a", 1), (0, 90))))

    assert shares(found, "kent")["outcome_charged"] == 10.0
    assert [(left.what, left.reason) for left in found.left_out] == [
        (
            "outcome types 1A, 2A",
            "these crimes are among those of the types without the letter",
        )
    ]


def test_years_without_crimes_that_have_no_outcome_are_left_out(file):
    rows = [row("Kent", 1, 9, q, year="2012/13") for q in (1, 2, 3, 4)]

    found = read_statistics(file([*year_of("Kent", (1, 10)), *rows]))

    assert [d.release for d in found.datasets] == ["2017/18"]
    assert [left.what for left in found.left_out] == ["2012/13"]


TITLED = (
    "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,"
    "Offence Subgroup,Offence Code,Outcome Description,Outcome Group,{outcome}"
    "Force outcomes for offences recorded in quarter,Force outcomes recorded in quarter"
)
WORDINGS = {
    "Charged/Summonsed": "outcome_charged",
    "Charge/Summons": "outcome_charged",
    "Caution – youths": "outcome_caution_youths",
    "Caution - Adults": "outcome_caution_adults",
    "Taken into Consideration": "outcome_taken_into_consideration",
    "Cannabis Warning": "outcome_cannabis_warning",
    "Penalty Notices for Disorder": "outcome_penalty_notices",
    "Not in public interest (CPS)": "outcome_not_in_public_interest_cps",
    "Prosecution prevented: victim/key witness dead/too ill": "outcome_victim_dead_or_too_ill",
    "Evidential difficulties: suspect identified; victim supports action": (
        "outcome_suspect_identified_victim_supports"
    ),
    "Evidential difficulties: suspect identified; victim does not support further action": (
        "outcome_suspect_identified_victim_does_not_support"
    ),
    "Investigation complete – no suspect identified": "outcome_no_suspect",
    "Not yet assigned an outcome": "outcome_not_yet_assigned",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("has_types", [True, False])
def test_the_headings_years_quarters_and_wordings_of_other_years_are_known(
    tmp_path, encoding, has_types
):
    lines = [TITLED.format(outcome="Outcome Type," if has_types else "")]
    for quarter in ("Q1", "2", "Quarter 3", "4.0"):
        for wording in WORDINGS:
            number = "," if has_types else ""  # a type that is missing is told by its wording
            lines.append(
                f"2019-20,{quarter},Hampshire & Isle of Wight,Theft,Theft offences,Theft,49,"
                f'"{wording}",Group,{number}"1,000",0'
            )
    path = tmp_path / "outcomes.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))

    found = read_statistics(path)

    assert (found.unmatched, found.problem_count, found.forces) == ((), 0, 1)
    counted = dict.fromkeys(WORDINGS.values(), 0)
    for measure in WORDINGS.values():
        counted[measure] += 1 / len(WORDINGS) * 100
    hampshire = shares(found, "hampshire")
    assert {key: hampshire[key] for key in counted} == pytest.approx(counted)
    assert found.periods[0].end.isoformat() == "2020-03-31"


def test_a_workbook_of_outcomes_is_read_sheet_by_sheet(tmp_path):
    def sheet(quarters):
        rows = [["Outcomes open data, year ending March 2018"], []]
        rows.append(HEADING.split(","))
        for quarter in quarters:
            rows += [row("Kent", outcome, n, quarter).split(",") for outcome, n in ((1, 3), (0, 9))]
        return [[int(cell) if cell.isdecimal() else cell for cell in cells] for cells in rows]

    path = workbooks.write(
        tmp_path / "outcomes.xlsx",
        {"Cover": [["Police recorded crime"]], "Q1": sheet([1, 2]), "Q3": sheet([3, 4])},
    )

    found = read_statistics(path)

    assert shares(found, "kent")["outcome_charged"] == 25.0
    assert found.datasets[0].id == "home-office-outcomes-2017-18"


def test_a_file_without_a_whole_year_is_refused(file):
    with pytest.raises(StatisticsError, match=r"outcomes.csv holds no whole year"):
        read_statistics(file([row("Kent", 1, 5)]))


@pytest.mark.parametrize("crimes", [0, -3])
def test_a_file_without_any_crimes_is_refused(file, crimes):
    with pytest.raises(StatisticsError, match="holds no whole year with crimes of any force"):
        read_statistics(file(year_of("Kent", (1, crimes), (0, crimes))))


def test_a_file_without_the_number_of_crimes_is_refused(file):
    path = file([], heading=HEADING.replace(",offences,", ",things,"))

    with pytest.raises(StatisticsError, match="has no column “offences”"):
        read_statistics(path)


def test_a_truncated_gzip_is_refused(file):
    path = file(year_of("Kent", (1, 10)), "outcomes.csv.gz")
    path.write_bytes(path.read_bytes()[:-12])

    with pytest.raises(StatisticsError, match=r"outcomes.csv.gz is damaged or cut short"):
        read_statistics(path)


def test_reading_can_be_stopped(file):
    def stop(stage, fraction):
        raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        read_statistics(file(year_of("Kent", (1, 10))), stop)
