import msgspec
import pytest

from peelviewer.charts.spec import chart_of_figure, chart_of_measure, charts_of, profile_chart
from peelviewer.errors import ChartError
from peelviewer.model.report import Figure


def test_every_chart_of_a_report_comes_once(rich_report):
    ids = [chart.id for chart in charts_of(rich_report)]

    assert len(ids) == len(set(ids))
    assert ids[0] == "profile"
    assert [i for i in ids if i.startswith("fig")] == ["fig01", "fig02", "fig03", "fig04", "fig05"]


def test_every_chart_has_all_its_words(charts):
    for chart in charts.values():
        assert all((chart.headline, chart.title, chart.description, chart.stem)), chart.id
        assert chart.source.startswith("Source: ")
        assert "Open Government Licence v3.0" in chart.licence
        assert chart.stem.startswith("northshire-2016-effectiveness-")


def test_a_measure_is_two_bars_with_the_values_as_printed(rich_report):
    chart = chart_of_measure(rich_report, 0)

    assert chart.kind == "paired"
    assert chart.series == ("Northshire Police", "England and Wales")
    assert [v.printed for v in chart.rows[0].values] == ["201", "240"]
    assert chart.rows[0].block == "force-in-numbers.1"
    assert "Force in numbers, p. 4" in chart.source


def test_missing_is_a_dash_with_its_reason_and_never_zero(charts):
    chart = charts["measure-organised_crime_groups-2016-07-01"]
    ours = chart.rows[0].values[0]

    assert (ours.value, ours.printed) == (None, "–")
    assert ours.missing == "the force did not supply it"
    assert "no value for Northshire" in chart.headline
    assert any("the force did not supply it" in note for note in chart.notes)
    assert "0" not in chart.headline.replace("46", "")


def test_a_caveat_of_the_catalogue_travels_with_its_measure(charts):
    chart = charts["measure-calls_for_assistance-2016-06-30"]

    assert chart.caveats
    assert {caveat.page for caveat in chart.caveats} == {14}
    assert chart.caveats[0].text[:20] in chart.description


def test_a_caveat_has_the_page_of_the_report_that_states_it(sample_report):
    stating = msgspec.structs.replace(sample_report, id="leicestershire-effectiveness-2016")

    chart = chart_of_measure(stating, 0)

    assert any("(p. 61)" in caveat.words for caveat in chart.caveats)


def test_a_caveat_on_some_rows_says_on_which(charts):
    words = [caveat.text for caveat in charts["fig01"].caveats]

    assert any(text.startswith("Burglary in a dwelling: ") for text in words)
    assert any(text.startswith("Treat with care") for text in words)


def test_how_the_national_figure_is_made_is_said(charts):
    notes = charts["measure-calls_for_assistance-2016-06-30"].notes

    assert (
        "England and Wales: the 43 forces taken together, without the British Transport Police."
        in notes
    )


def test_rows_of_a_table_keep_their_order_and_their_groups(charts):
    rows = charts["fig04"].rows

    assert [(row.kind, row.level) for row in rows] == [
        ("values", 0),
        ("group", 0),
        ("values", 1),
        ("values", 1),
        ("heading", 0),
        ("values", 1),
        ("group", 0),
        ("values", 1),
        ("values", 1),
        ("values", 0),
        ("values", 0),
        ("total", 0),
    ]


def test_a_total_has_no_bars_and_a_note_says_what_it_is(charts):
    chart = charts["fig04"]

    assert not chart.rows[-1].is_drawn
    assert chart.scale_note.endswith(
        "Total has no bars: Northshire Police 100.0; England and Wales 100.0."
    )


def test_parts_of_a_group_are_not_counted_twice(charts):
    # Seven of their own: charged, formal, suspect identified, no support, prevented (no value
    # of the force), not yet assigned.
    assert charts["fig04"].headline.endswith("on 3 of 5 shares")


def test_a_dash_in_a_printed_table_is_missing(charts):
    row = next(row for row in charts["fig04"].rows if row.label.startswith("Prosecution"))

    assert row.label == "Prosecution prevented*"
    assert row.values[0].value is None
    assert row.values[0].missing == "a dash in the report"
    assert row.values[1].printed == "1.7"


def test_a_row_of_another_unit_is_flagged(charts):
    burglary = charts["fig01"].rows[-1]

    assert burglary.own_unit
    assert burglary.unit == "per 1,000 households"
    assert "Burglary in a dwelling is per 1,000 households" in charts["fig01"].scale_note


def test_rows_are_linked_with_their_measures(rich_report, charts):
    for row in charts["fig04"].rows:
        if row.kind != "heading":
            assert row.label.rstrip("*") == rich_report.measures[row.measure].label


def test_a_picture_shows_the_values_that_the_text_states_and_says_so(charts):
    chart = charts["fig03"]

    assert chart.kind == "paired"
    assert [v.printed for v in chart.rows[0].values] == ["39.0%", "51.4%"]
    assert chart.notes[0].startswith("The figure is a picture in the report")
    assert "figure 3, p. 9; values from the text on p. 8" in chart.source


def test_a_picture_without_values_is_a_statement(charts):
    chart = charts["fig05"]

    assert chart.kind == "statement"
    assert not chart.rows
    assert "picture" in chart.statement


def _with_table(report, title, columns, rows):
    figure = Figure(
        number=9, title=title, section="overview", form="table", columns=columns, rows=rows
    )
    return msgspec.structs.replace(report, figures=(figure,), measures=())


def test_a_table_of_words_is_a_statement_too(sample_report):
    report = _with_table(sample_report, "", ("Who", "What"), (("We", "walk"),))

    chart = chart_of_figure(report, 9)

    assert (chart.kind, chart.title) == ("statement", "Figure 9")
    assert "no column of numbers" in chart.statement


def test_a_table_of_years_has_a_series_for_each_and_no_national_one(sample_report):
    rows = (("Thefts", "1,204", "998"), ("Frauds", "-", "12"))
    report = _with_table(sample_report, "Crimes", ("Kind", "2015", "2016"), rows)

    chart = chart_of_figure(report, 9)

    assert chart.series == ("2015", "2016")
    assert [[v.value for v in row.values] for row in chart.rows] == [[1204, 998], [None, 12]]
    assert "England and Wales" not in chart.title
    assert chart.headline == "Figure 9 has values for 2015 and 2016"
    assert "England and Wales" not in chart.description
    assert "difference" not in chart.description


def test_the_profile_has_every_pair_of_the_graphic(rich_report):
    chart = profile_chart(rich_report)

    assert [row.measure for row in chart.rows] == [0, 4, 5]
    assert not chart.shared_scale
    assert "own scale" in chart.scale_note


def test_a_report_without_the_graphic_has_no_profile(sample_report):
    assert profile_chart(msgspec.structs.replace(sample_report, measures=())) is None


def test_what_is_not_there_is_said(sample_report):
    with pytest.raises(ChartError, match="no figure 99"):
        chart_of_figure(sample_report, 99)
    with pytest.raises(ChartError, match="there is no number -1"):
        chart_of_measure(sample_report, -1)


def test_pointers_to_the_annex_are_no_notes_of_a_chart(charts):
    assert charts["fig04"].notes[-1] == "* Includes cases out of time."


@pytest.mark.real_report
def test_the_published_report_has_all_its_charts(real_report_path):
    from peelviewer.reading import read

    charts = {chart.id: chart for chart in charts_of(read(real_report_path))}

    assert len(charts["profile"].rows) == 14
    assert [len(charts[name].rows) for name in ("fig02", "fig04", "fig08")] == [5, 21, 6]
    assert [charts[f"fig{n:02d}"].kind for n in (3, 5, 6, 7, 9)] == ["paired"] * 5
    assert [charts[f"fig{n:02d}"].kind for n in (1, 10)] == ["statement"] * 2
    assert charts["fig02"].stem == "leicestershire-2016-effectiveness-fig02-crime-rates"
    assert [v.printed for v in charts["fig02"].rows[0].values] == ["58.0", "68.2"]
