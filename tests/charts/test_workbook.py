import io
import re
import zipfile

import msgspec
import pytest
from python_calamine import CalamineWorkbook

from peelviewer.charts.native import row_height
from peelviewer.charts.sheets import sheet_of
from peelviewer.charts.spec import (
    all_charts_of,
    chart_of_figure,
    judgments_chart,
    ranges_chart,
    ranked_chart,
    slope_chart,
    tile_chart,
    trend_chart,
)
from peelviewer.charts.workbook import NOTES, save_workbook, sheet_names, to_xlsx
from peelviewer.errors import ChartError
from tests.charts.many import OWN, all_forces, data, of_all, over_years, year_to


def book(charts, title=""):
    return CalamineWorkbook.from_filelike(io.BytesIO(to_xlsx(charts, title)))


def table(charts, place=1):
    """Return heading and rows of one sheet, the table only."""
    lines = book(charts).get_sheet_by_index(place).to_python()
    head = lines[3]
    rows = list(until_blank(lines[4:]))
    return head, rows


def until_blank(lines):
    for line in lines:
        if not any(cell != "" for cell in line):
            return
        yield line


def parts(charts):
    with zipfile.ZipFile(io.BytesIO(to_xlsx(charts))) as file:
        return {name: file.read(name).decode("utf-8", "replace") for name in file.namelist()}


def years():
    values = all_forces()
    return over_years({2015: values | {"kent": None}, 2016: values}, national={2015: 3.0, 2016: 4})


def kinds(report):
    two = (year_to(2015), year_to(2016))
    return [
        ranked_chart(years(), two[1], own=OWN),
        tile_chart(years(), two[1], own=OWN),
        trend_chart(years(), own=OWN, others=("kent",)),
        slope_chart(years(), *two, own=OWN),
        ranges_chart([(years(), two[1])], own=OWN),
        judgments_chart(report),
        *all_charts_of(report),
    ]


def test_a_workbook_has_the_notes_and_a_sheet_for_each_chart(sample_report):
    charts = kinds(sample_report)

    names = book(charts).sheet_names

    assert names[0] == NOTES
    assert tuple(names[1:]) == sheet_names(charts)


def test_numbers_are_numbers_in_full_and_missing_ones_blank():
    chart = ranked_chart(data(all_forces() | {"kent": None}, national=4.25), year_to(2016), own=OWN)

    head, rows = table([chart])

    value, reason = head.index("Per 1,000 population"), head.index("Why there is no value")
    by_force = {row[0]: row for row in rows}
    assert by_force["Leicestershire Police"][value] == all_forces()[OWN]
    assert by_force["England and Wales"][value] == 4.25
    assert by_force["Kent Police"][value] == ""
    assert by_force["Kent Police"][reason] == "not collected"
    assert by_force["Leicestershire Police"][head.index("Rank")].endswith(" of 41")


def test_a_profile_has_the_quartiles():
    head, rows = table([ranges_chart([(years(), year_to(2016))], own=OWN)])

    spread = {name: rows[0][head.index(name)] for name in head if "quartile" in name}
    assert len(spread) == 2
    assert spread["Lower quartile"] < rows[0][head.index("Median")] < spread["Upper quartile"]


def test_what_looks_like_a_formula_stays_text():
    chart = ranked_chart(data({OWN: 1.0, "kent": 2.0}), year_to(2016), own=OWN)
    hostile = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "http://example.org", "{=A1}"]
    rows = tuple(msgspec.structs.replace(chart.rows[0], label=text, force=text) for text in hostile)
    chart = msgspec.structs.replace(chart, rows=rows, headline="=1+1", title="@x", notes=("=2",))

    _, found = table([chart])

    assert [row[0] for row in found] == hostile
    sheets = [text for name, text in parts([chart]).items() if "worksheets/sheet" in name]
    assert not any("<f>" in text for text in sheets)
    assert not any("example.org" in text for text in sheets)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A/B [c]: what? * \\ x", "Ranked a b c what x"),
        ("'quoted'", "Ranked 'quoted"),
        ("x" * 60, "Ranked " + "x" * 23 + "…"),
        ("\x00\x1f", "Ranked"),
        ("Change in recorded crime over one year", "Ranked change in recorded…"),
    ],
)
def test_names_of_sheets_are_legal(title, expected):
    chart = ranked_chart(data({OWN: 1.0, "kent": 2.0}), year_to(2016))
    chart = msgspec.structs.replace(chart, title=title)

    assert re.sub(r"\s+", " ", sheet_names([chart])[0]) == expected
    assert book([chart]).sheet_names[1] == sheet_names([chart])[0]


def named(label, period="12 months to 31 March 2016"):
    chart = ranked_chart(data({OWN: 1.0, "kent": 2.0}), year_to(2016))
    row = msgspec.structs.replace(chart.rows[0], label=label, period=period)
    return msgspec.structs.replace(chart, kind="paired", rows=(row,))


def test_names_of_sheets_tell_charts_apart_by_their_last_words_and_periods():
    charts = [
        named("Change in recorded crime over one year"),
        named("Change in recorded crime over five years"),
        named("Robbery (personal)"),
        named("Robbery (personal)", "12 months to 30 June 2015"),
        named("Robbery (personal)", "12 months to 30 June 2015"),
        named("Victims satisfied with the whole of what was done"),
    ]

    assert sheet_names(charts) == (
        "Change in… over one year",
        "Change in recorded… five years",
        "Robbery, Mar 2016",
        "Robbery, Jun 2015",
        "Robbery, Jun 2015 2",
        "Victims satisfied with the…",
    )


def test_a_rebuilt_figure_and_its_map_are_told_from_the_figure_of_the_report():
    made = (ranked_chart(years(), year_to(2016)), tile_chart(years(), year_to(2016)))
    charts = [msgspec.structs.replace(chart, figure=3) for chart in made]

    assert sheet_names(charts) == ("Figure 3 rebuilt", "Figure 3 rebuilt, map")


def test_no_name_stands_twice_and_none_is_that_of_the_notes():
    chart = ranked_chart(data({OWN: 1.0, "kent": 2.0}), year_to(2016))
    paired = msgspec.structs.replace(
        chart, kind="paired", rows=(msgspec.structs.replace(chart.rows[0], label="NOTES"),)
    )

    names = sheet_names([chart] * 12 + [paired, paired])

    assert len({name.casefold() for name in (NOTES, *names)}) == 15
    assert all(len(name) <= 31 for name in names)


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda: ranked_chart(years(), year_to(2016), own=OWN), "barChart"),
        (lambda: tile_chart(years(), year_to(2016), own=OWN), "barChart"),
        (lambda: trend_chart(years(), own=OWN), "lineChart"),
        (lambda: slope_chart(years(), year_to(2015), year_to(2016), own=OWN), "lineChart"),
        (lambda: ranges_chart([(years(), year_to(2016))], own=OWN), None),
    ],
)
def test_a_native_chart_stands_where_one_scale_serves(make, kind):
    found = [text for name, text in parts([make()]).items() if name.startswith("xl/charts/chart")]

    assert len(found) == (0 if kind is None else 1)
    if kind:
        assert kind in found[0]
        # Left out, it means a gap; a missing value must never be drawn as zero.
        assert "dispBlanksAs" not in found[0]


def test_the_native_chart_says_its_alternative_text():
    chart = ranked_chart(years(), year_to(2016), own=OWN)

    drawing = next(text for name, text in parts([chart]).items() if "drawings/drawing" in name)
    assert chart.headline in drawing


def test_sources_notes_caveats_and_licence_travel_with_the_data(sample_report):
    charts = kinds(sample_report)

    notes = " ".join(str(row) for row in book(charts, "Mine").get_sheet_by_name(NOTES).to_python())

    for chart in charts:
        for words in (chart.source, chart.licence, *(caveat.words for caveat in chart.caveats)):
            assert repr(words)[1:-1] in notes or words in notes
    assert "Mine" in notes


def test_the_columns_are_only_those_with_something_in_them():
    sheet = sheet_of(ranked_chart(data({OWN: 1.0, "kent": 2.0}), year_to(2016)))

    headings = [column.heading for column in sheet.columns]
    assert headings == ["Force", "Per 1,000 population", "Rank", "Position"]


def test_what_is_alike_in_every_row_is_said_once_below_the_table():
    chart = ranked_chart(data({OWN: 1.0, "kent": 2.0}), year_to(2016))
    assert sheet_of(chart).shared == (
        ("Unit", "per 1,000 population"),
        ("Period", "12 months to 31 March 2016"),
    )
    lines = book((chart,)).get_sheet_by_index(1).to_python()
    cells = [str(cell) for line in lines for cell in line]
    assert "Unit: per 1,000 population" in cells
    assert "Period: 12 months to 31 March 2016" in cells


def test_sheets_are_printed_across_one_page_with_notes_that_wrap(sample_report):
    found = parts(all_charts_of(sample_report))
    sheets = [text for name, text in found.items() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) > 2
    for text in sheets:
        assert 'fitToHeight="0"' in text
        assert 'orientation="landscape"' in text


def test_a_workbook_is_written_whole_or_not_at_all(tmp_path):
    chart = ranked_chart(data({OWN: 1.0, "kent": 2.0}), year_to(2016))
    save_workbook([chart], tmp_path / "a.xlsx")

    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
    with pytest.raises(ChartError, match="workbook could not be saved"):
        save_workbook([chart], tmp_path / "missing" / "a.xlsx")
    with pytest.raises(ChartError, match="no chart"):
        save_workbook([], tmp_path / "b.xlsx")


@pytest.mark.parametrize(
    ("values", "limit"),
    [
        ({OWN: 74.0, "kent": 86.0}, '<c:min val="0"/>'),
        ({OWN: -74.0, "kent": -86.0}, '<c:max val="0"/>'),
        ({OWN: -74.0, "kent": 86.0}, ""),
    ],
)
def test_the_bars_of_the_native_chart_begin_at_zero(values, limit):
    found = parts((ranked_chart(data(values), year_to(2016)),))

    text = next(text for name, text in found.items() if name.startswith("xl/charts/chart"))
    limits = re.findall(r'<c:(?:min|max) val="[^"]*"/>', text)
    assert limits == ([limit] if limit else [])


def test_the_native_chart_has_the_colours_of_the_others_and_says_its_values(sample_report):
    chart = chart_of_figure(sample_report, 1)

    text = next(text for name, text in parts([chart]).items() if name.startswith("xl/charts/chart"))

    fills = re.findall(r'<c:spPr><a:solidFill><a:srgbClr val="(\w+)"/>', text)
    assert fills == ["12436D", "BFBFBF"]
    assert text.count('<c:showVal val="1"/>') == 2


def test_no_bar_or_line_of_the_nation_is_orange():
    made = [
        ranked_chart(data(all_forces(), national=4.0), year_to(2016), own=OWN),
        slope_chart(years(), year_to(2015), year_to(2016), own=OWN),
    ]
    for text in (text for name, text in parts(made).items() if name.startswith("xl/charts/chart")):
        assert "F46A25" not in text


def test_level_bars_are_named_at_the_axis_and_in_no_legend(sample_report):
    """LibreOffice turns a legend of level bars round, and Excel does not."""
    chart = chart_of_figure(sample_report, 1)

    text = next(text for name, text in parts([chart]).items() if name.startswith("xl/charts/chart"))

    names = f"{chart.series[0]} (dark blue), England and Wales (grey)"
    assert f"Bars from the top: {names}" in text
    assert "<c:legend>" not in text


def test_rows_are_as_high_as_their_words_need():
    long = "The offender could not be found and the victim does not support what the police propose"
    chart = ranked_chart(years(), year_to(2016), own=OWN)
    rows = tuple(
        msgspec.structs.replace(row, force=words)
        for row, words in zip(chart.rows, ("i" * 60, long), strict=False)
    )

    found = parts((msgspec.structs.replace(chart, rows=rows),))

    heights = dict(
        re.findall(r'<row r="(\d+)"[^>]* ht="([\d.]+)"', found["xl/worksheets/sheet2.xml"])
    )
    assert heights.get("5", "15") == "15"
    assert float(heights["6"]) == 45


def test_a_total_between_other_rows_has_no_bar_in_the_native_chart_and_does_not_stretch_it(
    sample_report,
):
    chart = chart_of_figure(sample_report, 1)
    row = chart.rows[0]
    part, total, other = (
        msgspec.structs.replace(
            row,
            kind=kind,
            label=kind + str(value),
            values=tuple(
                msgspec.structs.replace(one, value=value, printed=str(value)) for one in row.values
            ),
        )
        for kind, value in (("values", 34.0), ("total", 95.0), ("values", 5.0))
    )

    found = parts((msgspec.structs.replace(chart, rows=(part, total, other)),))

    text = next(text for name, text in found.items() if name.startswith("xl/charts/chart"))
    points = re.findall(r"<c:dPt>.*?</c:dPt>", text)
    assert ['<c:idx val="1"/>' in one and "<a:noFill/>" in one for one in points] == [True, True]
    assert text.count('<c:dLbl><c:idx val="1"/><c:delete val="1"/></c:dLbl>') == 2
    assert re.findall(r'<c:max val="([^"]*)"/>', text) == ["40.0"]


def test_rows_of_changes_are_one_line_high_as_their_columns_hold_their_words():
    changes = data(
        {force: value - 4 for force, value in all_forces().items()}, unit="percent_change"
    )
    sheet = sheet_of(ranked_chart(changes, year_to(2016), own=OWN))

    widths = {column.heading: column.width for column in sheet.columns}
    assert all(len(row.rank) < widths["Rank"] for row in sheet.sources)
    assert all(len(row.position) < widths["Position"] for row in sheet.sources)


def test_the_lines_of_a_change_reach_from_zero_over_the_whole_plot():
    chart = slope_chart(years(), year_to(2015), year_to(2016), own=OWN)

    (xml,) = [text for name, text in parts([chart]).items() if "charts/chart" in name]
    assert '<c:crossBetween val="midCat"/>' in xml
    assert '<c:min val="0"/>' in xml


def test_the_chart_of_a_wide_table_stands_below_it_and_notes_are_as_wide_as_one_reads():
    chart = trend_chart(of_all(), own=OWN, background=tuple(all_forces()))
    chart = msgspec.structs.replace(chart, notes=("A note. " * 40,))

    files = parts([chart])
    (drawing,) = [text for name, text in files.items() if "drawings/drawing" in name]
    assert "<xdr:col>0</xdr:col>" in drawing
    merged = re.findall(r'mergeCell ref="A\d+:([A-Z]+)\d+"', files["xl/worksheets/sheet2.xml"])
    assert merged
    assert all(len(column) == 1 for column in merged)


def test_every_bar_of_a_native_chart_has_its_name():
    chart = ranked_chart(data(all_forces()), year_to(2016), own=OWN)

    (xml,) = [text for name, text in parts([chart]).items() if "charts/chart" in name]
    assert '<c:tickLblSkip val="1"/>' in xml


def test_a_native_chart_with_few_bars_is_high_enough_for_their_long_names():
    def height(label, count):
        chart = ranked_chart(data(all_forces()), year_to(2016))
        rows = tuple(msgspec.structs.replace(row, force=label) for row in chart.rows[:count])
        return row_height(sheet_of(msgspec.structs.replace(chart, rows=rows)))

    long = "Evidential difficulties that prevent any further action; victim supports it"
    assert height("Northamptonshire Police", 3) == height("Northamptonshire Police", 43) == 18
    assert height(long, 3) >= 4 * 13
    assert height(long, 43) == 18  # beside many bars names are on one line
