import pytest

from peelviewer.ui.settings import Settings


def test_what_was_set_is_there_at_the_next_start(tmp_path):
    first = Settings(tmp_path / "window.ini")
    first.set_zoom(125)
    first.set_splitter([300, 600, 400])
    first.set_panel_shown("measures", False)
    first.set("import/folder", "/reports")
    first.set_last_place("northshire-effectiveness-2016", "block:overview.2")
    second = Settings(tmp_path / "window.ini")
    assert second.zoom() == 125
    assert second.splitter() == [300, 600, 400]
    assert not second.panel_shown("measures")
    assert second.panel_shown("contents")
    assert second.get("import/folder") == "/reports"
    assert (second.last_report(), second.last_place()) == (
        "northshire-effectiveness-2016",
        "block:overview.2",
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff\xfe garbage", b"[read]\nzoom=huge\n[window]\npanes=1/x/3\ngeometry=oops\n"],
)
def test_a_damaged_file_means_the_defaults(tmp_path, content):
    path = tmp_path / "window.ini"
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.zoom() == 100
    assert settings.splitter() is None
    assert settings.geometry() is None
    assert settings.last_report() is None


@pytest.mark.parametrize("zoom", ["0", "101", "100000", "-50"])
def test_a_zoom_that_the_window_does_not_offer_is_not_taken(tmp_path, zoom):
    path = tmp_path / "window.ini"
    path.write_text(f"[read]\nzoom={zoom}\n", encoding="utf-8")
    assert Settings(path).zoom() == 100
