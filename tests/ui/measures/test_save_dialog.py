"""Saving charts from the window."""

import msgspec
import pytest

from peelviewer.charts.presets import preset
from peelviewer.charts.spec import all_charts_of, chart_of_figure
from peelviewer.errors import ChartError
from peelviewer.ui.measures import saving
from peelviewer.ui.measures.save_choices import SaveChoices, remember, remembered
from peelviewer.ui.measures.save_dialog import SaveDialog
from peelviewer.ui.settings import Settings as WindowSettings


@pytest.fixture
def dialog(qtbot, sample_report, settings, tmp_path, monkeypatch):
    remember(settings, SaveChoices(folder=str(tmp_path)))
    everything = saving.everything_in(sample_report)
    dialog = SaveDialog(chart_of_figure(sample_report, 1), sample_report, everything, settings)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(dialog, "_ask", pytest.fail)
    return dialog


def test_the_name_proposed_is_the_charts(dialog, tmp_path):
    assert dialog.target == tmp_path / "northshire-2016-effectiveness-fig01-crime-rates.png"


def test_saving_writes_the_file_closes_and_says_so(qtbot, dialog, tmp_path):
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.footer.save_button.click()
    assert dialog.target.read_bytes().startswith(b"\x89PNG")
    assert saved.args == [f"Saved {dialog.target.name} in {tmp_path}."]
    assert dialog.result() == SaveDialog.DialogCode.Accepted


@pytest.mark.parametrize(("file_format", "begins"), [("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_the_format_decides_the_ending_and_the_content(dialog, file_format, begins):
    dialog.form.format.choose(file_format)
    dialog.footer.save_button.click()
    assert dialog.target.suffix == f".{file_format}"
    assert dialog.target.read_bytes().lstrip().startswith((begins, b"<svg"))


def test_the_data_is_saved_beside_the_picture_where_that_is_chosen(dialog):
    dialog.form.with_data.setChecked(True)
    dialog.footer.save_button.click()
    data = dialog.target.with_suffix(".csv")
    assert "Sexual offences" in data.read_text(encoding="utf-8")
    assert data.stat().st_mode == dialog.target.stat().st_mode


def test_the_last_choices_are_remembered(dialog, settings, tmp_path):
    dialog.form.format.choose("svg")
    dialog.form.width_box.setValue(900)
    dialog.footer.save_button.click()
    kept = SaveChoices(format="svg", width=900, scale=2, with_data=False, folder=str(tmp_path))
    assert remembered(settings) == kept


def test_unusable_settings_mean_the_usual_choices(settings):
    for key, text in (("format", "bmp"), ("width", "-3"), ("scale", "9"), ("folder", "/no/such")):
        settings.set(f"save/{key}", text)
    assert remembered(settings) == SaveChoices()


@pytest.mark.parametrize(("answer", "content"), [(True, b"\x89PNG"), (False, b"keep")])
def test_a_file_that_is_there_is_replaced_only_after_asking(dialog, monkeypatch, answer, content):
    dialog.target.write_bytes(b"keep me")
    asked = []
    monkeypatch.setattr(dialog, "_ask", lambda question: asked.append(question) or answer)
    dialog.footer.save_button.click()
    assert dialog.target.read_bytes().startswith(content)
    assert asked == [f"{dialog.target.name} is already in {dialog.target.parent}. Replace it?"]


def test_what_goes_wrong_is_said_and_the_dialog_stays(dialog, monkeypatch):
    def fail(*_args):
        raise ChartError("There is no room left on the disk.")

    monkeypatch.setattr("peelviewer.ui.measures.save_dialog.save_chart", fail)
    dialog.footer.save_button.click()
    assert dialog.footer.sentence.text() == "There is no room left on the disk."
    assert dialog.footer.sentence.property("error") is True
    assert dialog.result() != SaveDialog.DialogCode.Accepted


def test_a_folder_that_vanished_is_a_sentence(dialog, tmp_path):
    dialog.place.show_folder(tmp_path / "gone")
    dialog.form.with_data.setChecked(True)
    dialog.footer.save_button.click()
    assert str(tmp_path / "gone") in dialog.footer.sentence.text()


@pytest.mark.parametrize(
    ("typed", "stem"),
    [("crime.png", "crime"), (" a/b:c ", "a-b-c"), ("...", ""), ("über uns", "über uns")],
)
def test_a_typed_name_becomes_one_that_files_may_have(dialog, typed, stem):
    dialog.place.name.setText(typed)
    assert dialog.place.stem == stem


def test_without_a_name_nothing_can_be_saved(dialog):
    dialog.place.name.setText("  ")
    assert not dialog.footer.save_button.isEnabled()


def test_only_a_picture_of_pixels_has_a_resolution(dialog):
    dialog.form.format.choose("pdf")
    assert dialog.form.scale.isHidden()


def test_a_page_says_its_size_on_paper(qtbot, dialog):
    dialog.form.format.choose("pdf")
    dialog.form.show_size(720, 480)
    assert dialog.form._pixels.text() == "190 × 127 mm on the page"


def test_another_folder_is_asked_for_and_shown(dialog, monkeypatch, tmp_path):
    (tmp_path / "charts").mkdir()
    monkeypatch.setattr(dialog, "_ask_folder", lambda title: tmp_path / "charts")
    dialog.place.folder_button.click()
    assert dialog.target.parent == tmp_path / "charts"


def test_the_preview_follows_the_width(qtbot, dialog):
    dialog.form.width_box.setValue(500)
    qtbot.waitUntil(lambda: dialog.form._pixels.text().startswith("1,000 ×"))


def test_all_charts_of_the_report_are_saved_into_a_folder(
    qtbot, dialog, sample_report, monkeypatch, tmp_path
):
    folder = tmp_path / "all"
    folder.mkdir()
    monkeypatch.setattr(dialog, "_ask_folder", lambda title: folder)
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.footer.all_button.click()
    charts = all_charts_of(sample_report)
    assert sorted(file.stem for file in folder.iterdir()) == sorted(c.stem for c in charts)
    assert saved.args == [f"Saved {len(charts)} charts in {folder}."]


def test_which_of_all_charts_are_higher_than_a_slide_is_said_at_the_end(
    qtbot, sample_report, settings, monkeypatch, tmp_path
):
    chart = all_charts_of(sample_report)[0]
    rows = tuple(msgspec.structs.replace(row, label=f"{row.label} {n}")
                 for n in range(40) for row in chart.rows)  # fmt: skip
    high = msgspec.structs.replace(chart, rows=rows)
    everything = saving.Everything("this report", "all", lambda: ((high,), ()))
    dialog = SaveDialog(chart, sample_report, everything, settings)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(dialog, "_ask_folder", lambda title: tmp_path)
    slide = preset("slide")
    dialog.form.width_box.setValue(slide.width)
    dialog.form.scale.choose(str(slide.scale))

    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.footer.all_button.click()

    name = f"{chart.stem}.png"
    assert saved.args == [f"Saved 1 chart in {tmp_path}. Higher than a slide: {name}."]


def test_saving_all_can_be_stopped(qtbot, dialog, monkeypatch, tmp_path, sample_report):
    monkeypatch.setattr(dialog, "_ask_folder", lambda title: tmp_path)
    dialog.footer.all_button.click()
    with qtbot.waitSignal(dialog.saved):
        dialog.footer.cancel_button.click()
    assert list(tmp_path.iterdir()) == []
    meant = len(all_charts_of(sample_report))
    assert dialog.footer.sentence.text() == (f"Stopped: saved 0 of {meant} charts in {tmp_path}.")


def test_saving_all_stops_at_the_first_fault_and_says_it(qtbot, dialog, monkeypatch, tmp_path):
    def fail(*_args):
        raise ChartError("There is no room left on the disk.")

    monkeypatch.setattr(dialog, "_ask_folder", lambda title: tmp_path)
    monkeypatch.setattr(saving, "save_chart", fail)
    dialog.footer.all_button.click()
    qtbot.waitUntil(lambda: dialog.footer.sentence.property("error") is True)
    assert dialog.form.isEnabled()


def test_all_that_would_be_replaced_is_asked_about_once(
    qtbot, dialog, sample_report, monkeypatch, tmp_path
):
    for chart in all_charts_of(sample_report)[:2]:
        (tmp_path / f"{chart.stem}.png").write_bytes(b"keep me")
    asked = []
    monkeypatch.setattr(dialog, "_ask_folder", lambda title: tmp_path)
    monkeypatch.setattr(dialog, "_ask", lambda question: asked.append(question) or False)
    dialog.footer.all_button.click()
    assert asked == [f"2 files are already in {tmp_path}. Replace them?"]
    assert len(list(tmp_path.iterdir())) == 2


def test_the_preview_and_every_control_have_a_name(dialog):
    form, place, footer = dialog.form, dialog.place, dialog.footer
    named = [dialog.preview, form.width_box, form.format, form.scale, place.name]
    named += [place.folder_button, footer.progress]
    assert all(widget.accessibleName() for widget in named)


def test_the_windows_settings_can_keep_the_choices(qapp, tmp_path):
    choices = SaveChoices(format="pdf", width=640, scale=3, with_data=True, folder=str(tmp_path))
    kept = WindowSettings(tmp_path / "window.ini")
    remember(kept, choices)
    kept.sync()
    assert remembered(WindowSettings(tmp_path / "window.ini")) == choices


def test_the_width_of_a_page_is_asked_in_millimetres(qtbot, dialog):
    form = dialog.form
    assert form.width_box.isVisibleTo(form)
    assert not form.paper_width_box.isVisibleTo(form)
    form.width_box.setValue(605)
    form.format.choose("pdf")
    form.format.chosen.emit("pdf")
    assert form.paper_width_box.isVisibleTo(form)
    assert not form.width_box.isVisibleTo(form)
    assert form.paper_width_box.value() == 160
    assert form.choices.width == 605  # looking at another format changes nothing
    form.paper_width_box.setValue(100)
    assert form.choices.width == 378
    form.format.choose("png")
    form.format.chosen.emit("png")
    assert form.width_box.value() == 378


def test_a_preset_sets_width_scale_and_dpi_and_another_width_is_an_own_size(dialog):
    form = dialog.form
    form.preset.setCurrentIndex(form.preset.findData("print"))
    form.preset.activated.emit(form.preset.currentIndex())
    assert (form.choices.width, form.choices.scale, form.choices.dpi) == (669, 3, 300)
    form.width_box.setValue(700)
    assert form.preset.currentText() == "Own size"
    assert form.choices.dpi == 0


def test_the_preset_is_remembered(dialog, settings, tmp_path):
    dialog.place.show_folder(tmp_path)
    dialog.form.preset.setCurrentIndex(dialog.form.preset.findData("print"))
    dialog.form.preset.activated.emit(1)
    dialog.footer.save_button.click()
    assert remembered(settings).dpi == 300


def test_a_workbook_has_no_size_and_no_data_beside_it(dialog, tmp_path):
    dialog.show()
    dialog.form.with_data.setChecked(True)
    dialog.form.format.choose("xlsx")
    assert not dialog.form.width_box.isVisible()
    dialog.place.show_folder(tmp_path)
    dialog.footer.save_button.click()
    assert [file.suffix for file in tmp_path.iterdir()] == [".xlsx"]


def test_all_charts_as_excel_are_sheets_of_one_workbook(dialog, tmp_path, monkeypatch):
    dialog.form.format.choose("xlsx")
    monkeypatch.setattr(dialog, "_ask_folder", lambda _title: tmp_path)
    dialog.footer.all_button.click()
    files = list(tmp_path.iterdir())
    assert [file.suffix for file in files] == [".xlsx"]
    assert "sheets of" in dialog.footer.sentence.text()


def test_a_chart_higher_than_a_slide_is_said_to_be(dialog):
    form = dialog.form
    form.preset.setCurrentIndex(form.preset.findData("slide"))
    form.preset.activated.emit(form.preset.currentIndex())

    form.show_size(1280, 720)
    assert form._pixels.text() == "2,560 × 1,440 pixels"

    form.show_size(1280, 868)
    assert form._pixels.text().startswith("2,560 × 1,736 pixels: higher than a slide.")

    form.show_size(1280, 700, is_shortened=True)
    assert form._pixels.text().startswith("2,560 × 1,400 pixels: shortened to fit a slide")


def test_charts_that_cannot_be_made_are_named_after_all_are_saved(
    qtbot, sample_report, settings, tmp_path, monkeypatch
):
    chart = chart_of_figure(sample_report, 1)
    everything = saving.Everything(
        "this comparison", "all", lambda: ((chart,), ("Trend (too many forces)",))
    )
    dialog = SaveDialog(chart, sample_report, everything, settings)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(dialog, "_ask_folder", lambda _title: tmp_path)

    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.footer.all_button.click()

    (sentence,) = saved.args
    assert sentence.endswith(f"in {tmp_path}. Left out: Trend (too many forces).")


def test_a_page_higher_than_a4_is_said_to_be(dialog):
    dialog.form.format.choose("pdf")

    dialog.form.show_size(605, 1100)
    assert dialog.form._pixels.text() == "160 × 291 mm on the page"

    dialog.form.show_size(605, 1880)
    assert "higher than A4" in dialog.form._pixels.text()


def test_what_a_format_is_for_is_read_whole(dialog):
    dialog.form.format.choose("xlsx")

    label = dialog.form._meant_for
    assert label.wordWrap()
    assert label.text().endswith("a sheet of notes.")
