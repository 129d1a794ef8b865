"""Files that are no report, each told in one sentence."""

import pytest
from fpdf import FPDF
from reportlab.pdfgen.canvas import Canvas

from peelviewer.errors import CancelledError, ReadingError
from peelviewer.reading import read
from tests.reading.pdf.press import typeset
from tests.reading.sheets import sheets


def said(path):
    with pytest.raises(ReadingError) as caught:
        read(path)
    sentence = str(caught.value)
    assert sentence.startswith(str(path))
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    (folder / "report.md").write_text(sheets().text(), "utf-8")
    return typeset(read(folder / "report.md"), folder / "report.pdf")


def test_a_protected_pdf_is_refused_in_a_sentence(tmp_path):
    pdf = FPDF()
    pdf.set_encryption(owner_password="owner", user_password="user")  # noqa: S106 - not a secret
    pdf.add_page()
    path = tmp_path / "closed.pdf"
    pdf.output(str(path))

    assert "is protected by a password" in said(path)


def test_a_scan_without_a_text_layer(tmp_path):
    path = tmp_path / "scan.pdf"
    pdf = Canvas(str(path))
    for _ in range(3):
        pdf.rect(50, 50, 400, 600, fill=1)
        pdf.showPage()
    pdf.save()

    assert "needs a text layer" in said(path)


def test_a_scan_with_page_numbers_only(tmp_path):
    path = tmp_path / "scan.pdf"
    pdf = Canvas(str(path))
    for page in range(3):
        pdf.drawString(300, 30, f"Page {page}")
        pdf.showPage()
    pdf.save()

    assert "hardly any text" in said(path)


def test_a_pdf_of_too_many_pages_is_refused_in_a_sentence(tmp_path):
    path = tmp_path / "long.pdf"
    pdf = Canvas(str(path))
    for _ in range(2000):
        pdf.showPage()
    pdf.save()

    assert "2,000 pages" in said(path)


def test_another_kind_of_document(tmp_path):
    path = tmp_path / "story.pdf"
    pdf = Canvas(str(path))
    for row in range(30):
        pdf.drawString(50, 800 - 20 * row, "Once upon a time there was a road in the hills.")
    pdf.save()

    assert "names a PEEL report" in said(path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_pdf_is_refused_or_read_as_far_as_it_goes(report, tmp_path, share):
    data = report.read_bytes()
    path = tmp_path / "torn.pdf"
    path.write_bytes(data[: int(len(data) * share)])

    assert "is not a PDF that can be read" in said(path)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("empty.pdf", b"", "is empty"),
        ("garbage.pdf", bytes(range(256)) * 40, "is not a PDF that can be read"),
        ("head.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40, "is not a PDF that can be read"),
        ("words.pdf", b"# PEEL: Police effectiveness 2016\n", "is a text file although"),
    ],
)
def test_what_is_no_report_is_refused_in_a_sentence(tmp_path, name, data, expected):
    path = tmp_path / name
    path.write_bytes(data)

    assert expected in said(path)


@pytest.mark.parametrize("name", ["report.md", "report.txt"])
def test_a_pdf_with_another_ending_is_named_as_such(report, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(report.read_bytes())

    assert "is a PDF although its name ends in" in said(path)


def test_a_pdf_without_an_ending_is_read(report, tmp_path):
    path = tmp_path / "report"
    path.write_bytes(report.read_bytes())

    assert read(path).force.name == "Northshire Police"


def test_reading_stops_at_the_page_where_it_is_cancelled(report):
    def cancel(stage, fraction):
        if stage.startswith("Reading page 3"):
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        read(report, cancel)


def test_damaged_bytes_never_crash(report, tmp_path):
    data = bytearray(report.read_bytes())
    path = tmp_path / "damaged.pdf"
    for step in range(40):
        damaged = bytearray(data)
        for at in range(step * 37, len(damaged), len(damaged) // 7):
            damaged[at] = (damaged[at] * 7 + step) % 256
        path.write_bytes(damaged)
        try:
            read(path)
        except ReadingError as error:
            assert str(error).startswith(str(path))
