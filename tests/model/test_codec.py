"""Reports survive the trip through JSON, and broken ones are refused with the place."""

import json

import pytest

from peelviewer.errors import InvalidReportError
from peelviewer.model import codec


def broken(report, change):
    data = json.loads(codec.encode(report))
    change(data)
    return json.dumps(data).encode()


def test_a_report_comes_back_equal(sample_report):
    assert codec.decode(codec.encode(sample_report, indent=2), "x.json") == sample_report


def test_every_field_of_the_contract_is_written(sample_report):
    data = json.loads(codec.encode(sample_report))
    assert data["schema"] == 1
    assert data["sections"][0]["parent"] is None
    assert data["measures"][0]["period"] == {
        "kind": "12 months to",
        "start": None,
        "end": "2016-06-30",
    }
    assert set(data["measures"][0]) >= {"missing", "figure", "as_printed", "passage", "origin"}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda d: d.update(pillar="bravery"), "$.pillar"),
        (lambda d: d["sections"][1].update(level="two"), "$.sections[1].level"),
        (lambda d: d["sections"][1].update(parent="nowhere"), "$.sections[1]"),
        (lambda d: d["sections"][1].update(id="introduction"), "$.sections"),
        (lambda d: d["measures"][2].update(section="nowhere"), "$.measures[2].section"),
        (lambda d: d["measures"][2].update(block="nowhere"), "$.measures[2].block"),
        (lambda d: d["figures"][0]["rows"][1].pop(), "$.figures[0].rows[1]"),
        (lambda d: d["sections"][1].update(level=99), "$.sections[1]"),
        (
            lambda d: d["sections"][0]["blocks"][0].update(
                marks=[{"kind": "footnote", "start": 0, "end": 0, "target": "9" * 5_000}]
            ),
            "$.sections[0].blocks[0]",
        ),
        (lambda d: d.pop("force"), "force"),
        (lambda d: d.update(pages=10**30), "$.pages"),
        (lambda d: d["footnotes"][0].update(number=10**30), "$.footnotes[0].number"),
        (lambda d: d["sections"][0]["blocks"][0].update(page=-1), "$.sections[0].blocks[0].page"),
        (lambda d: d.update(id="../elsewhere"), "$.id"),
        (lambda d: d["sections"][0].update(id='a"><b'), "$.sections[0].id"),
        (lambda d: d["sections"][0]["blocks"][0].update(id="a|b"), "$.sections[0].blocks[0].id"),
        (
            lambda d: d["sections"][0]["blocks"][0]["marks"][0].update(end=9999),
            "$.sections[0].blocks[0]",
        ),
    ],
)
def test_a_broken_report_is_refused_with_the_place(sample_report, change, place):
    with pytest.raises(InvalidReportError) as refused:
        codec.decode(broken(sample_report, change), "digest.json")
    assert str(refused.value).startswith("digest.json is not a valid report")
    assert place in str(refused.value)


def test_text_that_is_not_json_is_refused_with_line_and_column():
    with pytest.raises(InvalidReportError, match=r"x\.json is not valid JSON.*line 2 column"):
        codec.decode(b'{"schema": 1,\n!', "x.json")


def test_bytes_that_are_not_text_are_refused():
    with pytest.raises(InvalidReportError, match=r"x\.json is not valid JSON"):
        codec.decode(b'{"title": "\xff\xfe"}', "x.json")


def test_json_without_end_is_refused_and_does_not_exhaust_the_stack():
    with pytest.raises(InvalidReportError, match=r"x\.json is not a valid report.*too deeply"):
        codec.decode(b'{"a":' * 100_000, "x.json")


def test_a_report_of_a_newer_program_is_refused_politely(sample_report):
    data = broken(sample_report, lambda d: d.update(schema=99))
    with pytest.raises(InvalidReportError, match="newer version of PEEL Viewer"):
        codec.decode(data, "x.json")
