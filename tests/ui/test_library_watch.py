"""A report that the command line changes while the window is open."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from peelviewer.library import Library

ACTIVE, INACTIVE = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def library(folder, sample_digest):
    with Library.open(folder) as library:
        library.keep(sample_digest)
        yield library


@pytest.fixture
def window(make_window, library, sample_digest):
    window = make_window(library)
    window.open_report(sample_digest.id)
    return window


def come_back(window) -> None:
    window.show()
    QGuiApplication.instance().applicationStateChanged.emit(INACTIVE)
    QGuiApplication.instance().applicationStateChanged.emit(ACTIVE)


def test_a_report_upgraded_elsewhere_is_shown_whole_when_the_window_is_come_back_to(
    window, folder, sample_report
):
    assert window.navigator.report.edition == "digest"

    with Library.open(folder) as other:
        other.keep(sample_report)
    come_back(window)

    assert window.navigator.report.edition == "full"


def test_the_report_is_not_laid_out_again_where_it_is_the_same(window, folder, sample_report):
    opened = []
    window.navigator.report_opened.connect(lambda *_: opened.append(1))

    with Library.open(folder) as other:
        other.keep(msgspec.structs.replace(sample_report, id="another-report"))
    come_back(window)
    come_back(window)

    assert opened == []


def test_a_report_that_is_removed_elsewhere_stays_to_be_read(window, folder, sample_digest):
    with Library.open(folder) as other:
        other.remove(sample_digest.id)
    come_back(window)

    assert window.navigator.report == sample_digest


def test_a_window_that_was_closed_looks_no_more(window, library, sample_report):
    window.show()
    window.close()
    library.close()

    QGuiApplication.instance().applicationStateChanged.emit(ACTIVE)  # and nothing is raised
