"""What was reviewed and could not be kept comes back to the reader, whoever is at fault."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget

from peelviewer.errors import LibraryError
from peelviewer.ui.importing import ReportImporter


@pytest.fixture
def importer(qtbot, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    told = []
    messages = SimpleNamespace(error=told.append)
    importer = ReportImporter(None, None, None, messages, window)
    importer.told, importer.reviewed = told, []
    monkeypatch.setattr(importer, "review", importer.reviewed.append)
    return importer


def test_a_library_at_fault_is_named_and_the_draft_comes_back(importer):
    draft = object()

    importer._on_not_kept(draft, LibraryError("The disk is full."))

    assert importer.told == ["The disk is full."]
    assert importer.reviewed == [[draft]]


def test_a_mistake_of_ours_stays_loud_and_the_draft_comes_back(importer):
    draft = object()

    with pytest.raises(ZeroDivisionError):
        importer._on_not_kept(draft, ZeroDivisionError())

    assert importer.reviewed == [[draft]]
