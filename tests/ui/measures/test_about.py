"""What "About" says."""

import msgspec

from peelviewer.charts.spec import Caveat, chart_of_figure, chart_of_measure, profile_chart
from peelviewer.ui.measures.about import about, as_html
from peelviewer.ui.measures.about_view import AboutView
from tests import builders

REPORT = builders.with_annex(builders.sample_report())


def terms(report, chart):
    return {topic.term: topic.parts for topic in about(report, chart)}


def test_a_known_measure_is_defined_with_unit_period_and_national_figure():
    topics = terms(REPORT, chart_of_measure(REPORT, 0))
    assert topics["What it measures"][0].text
    assert [part.text for part in topics["Unit"]] == ["per 1,000 population"]
    assert [part.text for part in topics["Period"]] == ["12 months to 30 June 2016"]
    assert topics["England and Wales figure"]


def test_how_the_national_figure_is_made_is_not_said_twice():
    topics = terms(REPORT, chart_of_measure(REPORT, 0))
    assert "Notes" not in topics


def test_an_unknown_measure_says_that_only_the_report_knows_it():
    strange = msgspec.structs.replace(REPORT.measures[0], key="strange", label="Strange things")
    report = msgspec.structs.replace(REPORT, measures=(strange,))
    topics = terms(report, chart_of_measure(report, 0))
    assert "Strange things" in topics["What it measures"][0].text
    assert "no definition" in topics["What it measures"][0].text


def test_a_caveat_shows_its_page_as_a_link():
    chart = msgspec.structs.replace(
        chart_of_measure(REPORT, 0), caveats=(Caveat(text="Count with care.", page=11),)
    )
    (part,) = terms(REPORT, chart)["Read with care"]
    assert (part.text, part.link_text) == ("Count with care.", "p. 11")


def test_a_full_report_is_quoted_once_per_passage_with_a_way_into_the_text():
    parts = terms(REPORT, chart_of_measure(REPORT, 3))["In the report's words"]
    assert [part.text for part in parts] == [REPORT.measures[3].passage, ""]
    assert parts[1].link == "original:0"
    assert parts[0].link == "passage:0"


def test_a_digest_is_not_called_the_reports_words():
    digest = builders.sample_report(edition="digest")
    assert "In the digest's words" in terms(digest, chart_of_measure(digest, 3))


def test_all_rows_of_a_figure_are_defined():
    topics = terms(REPORT, chart_of_figure(REPORT, 1))
    assert len(topics["What it measures"]) == 2


def test_the_limits_of_a_long_table_come_before_its_many_definitions():
    rows = tuple(
        msgspec.structs.replace(REPORT.measures[1], key=key, label=key, passage=key)
        for key in ("recorded_crime", "victim_based_crime", "sexual_offences", "asb_incidents")
    )
    report = msgspec.structs.replace(REPORT, measures=rows)
    chart = profile_chart(with_graphic_origin(report))
    order = [topic.term for topic in about(report, chart)]
    assert order.index("Read with care") < order.index("What each row measures")


def with_graphic_origin(report):
    measures = tuple(msgspec.structs.replace(m, origin="graphic") for m in report.measures)
    return msgspec.structs.replace(report, measures=measures)


def test_what_a_report_says_cannot_become_markup():
    hostile = msgspec.structs.replace(REPORT.measures[3], passage="<img src='file:///x'> & more")
    report = msgspec.structs.replace(REPORT, measures=(*REPORT.measures[:3], hostile))
    html = as_html(about(report, chart_of_measure(report, 3)))
    assert "<img" not in html
    assert "&lt;img" in html


def test_the_view_says_links_instead_of_following_them(qtbot):
    view = AboutView()
    qtbot.addWidget(view)
    view.show_topics(about(REPORT, chart_of_measure(REPORT, 3)))
    said = []
    view.section_link.connect(said.append)
    view.passage_link.connect(said.append)
    view.block_link.connect(said.append)
    for address in (
        "section:preventing/how-much-crime",
        "passage:0",
        "block:annex-a.1",
        "file:///x",
    ):
        view.anchorClicked.emit(address)
    assert said == ["preventing/how-much-crime", 0, "annex-a.1"]


def test_the_view_loads_no_file(qtbot):
    view = AboutView()
    qtbot.addWidget(view)
    assert view.loadResource(1, "file:///etc/hostname") is None
