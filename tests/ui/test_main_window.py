import threading
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QTextEdit

from peelviewer.errors import ReadingError
from peelviewer.library import Library
from peelviewer.reading.fence import Outcome
from peelviewer.ui import theme
from peelviewer.ui.actions import ActionId
from peelviewer.ui.caveats import caveats_of_section
from peelviewer.ui.drop_sign import DropSign
from peelviewer.ui.history import ShownChart
from peelviewer.ui.main_window import MainWindow
from peelviewer.ui.models.roles import SectionRole
from peelviewer.ui.review.arrivals import Arrival
from peelviewer.ui.settings import Settings
from peelviewer.ui.tasks import InlineTasks, Tasks
from peelviewer.ui.views import View
from tests.builders import sample_report


def trigger(window, name):
    window.commands.action[name].trigger()


def said(window) -> list[str]:
    return [banner.text for banner in window.messages.banners()]


def choose(window, section):
    index = window.desk.contents.filtered.mapFromSource(
        window.desk.contents.model.index_of_section(section)
    )
    window.desk.contents.tree.setCurrentIndex(index)


@pytest.fixture
def reads(monkeypatch):
    """Replace the reader: each path's name is looked up in the dict that is returned."""
    known = {}

    def read_many(paths, progress=None):
        for path in paths:
            progress(path, "Reading", 0.3)
            found = known[path.name]
            is_error = isinstance(found, Exception)
            yield Outcome(path, None if is_error else found, found if is_error else None)

    monkeypatch.setattr("peelviewer.reading.fence.read_many", read_many)
    return known


def keep_all(window):
    """Keep what the review shows, as a user would."""
    dialog = window.intake.reports.dialog
    for _ in dialog.drafts():
        dialog.keep.click()


def test_the_window_opens_the_first_report_and_names_it(window):
    assert window.windowTitle() == "Northshire Police · Effectiveness 2016 — PEEL Viewer"
    assert "Patrols know their streets." in window.read_view.text.toPlainText()
    assert "Northshire Police · Effectiveness 2016" in window.header.picker.text()


def test_an_empty_library_says_what_to_do(make_window):
    with Library.in_memory() as library:
        window = make_window(library)
        assert not window.read_view.empty.isHidden()
        assert not window.desk.contents.no_report.isHidden()
        assert window.status_line.page.text() == ""


def test_choosing_a_section_shows_it_and_its_page(window):
    choose(window, "investigating/outcomes")
    assert window.read_view.text.reading.section() == "investigating/outcomes"
    assert window.status_line.page.text() == "p. 8 of 12"


def test_reading_on_moves_the_tree(window):
    trigger(window, ActionId.NEXT_SECTION)
    assert window.desk.contents.tree.currentIndex().data(SectionRole.SECTION) == "force-in-numbers"
    trigger(window, ActionId.PREVIOUS_SECTION)
    assert window.desk.contents.tree.currentIndex().data(SectionRole.SECTION) == "introduction"


def test_back_returns_and_forward_goes_again(window):
    choose(window, "preventing")
    choose(window, "annex-a")
    trigger(window, ActionId.BACK)
    assert window.read_view.text.reading.section() == "preventing"
    trigger(window, ActionId.FORWARD)
    assert window.read_view.text.reading.section() == "annex-a"
    assert not window.header.forward.isEnabled()
    assert window.header.back.isEnabled()


def test_back_and_forward_bring_the_chart_that_stood_there(window):
    measures = window.desk.measures
    choose(window, "investigating/outcomes")
    figure = next(iter(window.navigator.report.figures_by_number))
    measures.show_figure(figure)
    chosen = measures.shown()
    assert chosen == ShownChart("figure", figure)
    choose(window, "force-in-numbers")
    measures.show_measure(0)
    assert measures.shown() == ShownChart("measure", 0)
    trigger(window, ActionId.BACK)
    assert measures.shown() == chosen
    trigger(window, ActionId.FORWARD)
    assert measures.shown() == ShownChart("measure", 0)


def test_tab_goes_through_the_header_from_left_to_right_and_on_to_the_contents(qtbot, window):
    window.show()
    window.complete()
    header, chain = window.header, [window.header]
    qtbot.waitUntil(lambda: header.switch is not None and header.switch.isVisible())
    while (widget := chain[-1].nextInFocusChain()) is not header:
        chain.append(widget)
    reached = [one for one in chain if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    inside = [header.isAncestorOf(one) for one in reached]
    places = [one.mapTo(header, QPoint()).x() for one in reached if header.isAncestorOf(one)]
    assert len(places) == 6
    assert inside[:6] == [True] * 6
    assert places == sorted(places)


def test_the_filter_cuts_the_tree_down_and_says_when_nothing_is_left(qtbot, window):
    window.desk.contents.filter_field.setText("annex")
    qtbot.waitUntil(lambda: window.desk.contents.filtered.rowCount() == 1)
    window.desk.contents.filter_field.setText("helicopter")
    qtbot.waitUntil(lambda: not window.desk.contents.no_hits.isHidden())
    window.desk.contents.no_hits.button.click()
    qtbot.waitUntil(lambda: window.desk.contents.filtered.rowCount() == 6)


def test_a_value_in_the_text_shows_its_measure(qtbot, window):
    with qtbot.waitSignal(window.desk.measures.panel.measure_shown) as shown:
        window.read_view.measure_activated.emit(3)
    assert shown.args == [3]


def test_a_bar_shows_the_passage_that_it_came_from(window):
    window.desk.measures.passage_requested.emit("investigating/outcomes.1", 3)
    assert window.read_view.text.reading.section() == "investigating/outcomes"
    assert window.read_view.text.extraSelections()


def test_zoom_is_kept_within_bounds_and_shown(window, settings):
    for _ in range(20):
        trigger(window, ActionId.ZOOM_IN)
    assert window.status_line.zoom.text() == "200%"
    assert settings.zoom() == 200
    trigger(window, ActionId.ZOOM_RESET)
    assert window.status_line.zoom.text() == "100%"


def test_of_quick_steps_of_the_zoom_only_the_last_size_is_laid_out(qtbot, window, monkeypatch):
    sizes = []
    monkeypatch.setattr(window.read_view, "set_look", lambda _, percent: sizes.append(percent))
    for _ in range(4):
        trigger(window, ActionId.ZOOM_IN)
    trigger(window, ActionId.ZOOM_OUT)
    qtbot.waitUntil(lambda: sizes != [])
    assert sizes == [window.text_size.percent]


def test_the_comparison_is_zoomed_too(qtbot, window):
    window.show_view("compare")
    view = window.compare.fill()
    trigger(window, ActionId.ZOOM_IN)
    percent = window.text_size.percent
    qtbot.waitUntil(lambda: view.stage.chart.zoom == percent / 100)
    assert window.status_line.zoom.isVisibleTo(window)
    assert view.stage.table.font().pointSizeF() > window.font().pointSizeF()
    trigger(window, ActionId.ZOOM_RESET)
    qtbot.waitUntil(lambda: view.stage.chart.zoom == 1.0)


class TestAnotherReport:
    @pytest.fixture
    def other(self, library):
        other = msgspec.structs.replace(sample_report(), id="zz-effectiveness-2016")
        library.keep(other)
        return other

    def test_each_report_is_found_where_it_was_left(self, window, library, other):
        here = window.navigator.report.id
        choose(window, "investigating/outcomes")
        window.header.report_chosen.emit(other.id)
        choose(window, "annex-a")
        window.header.report_chosen.emit(here)
        assert window.read_view.text.reading.section() == "investigating/outcomes"
        window.header.report_chosen.emit(other.id)
        assert window.read_view.text.reading.section() == "annex-a"

    def test_what_was_said_of_an_import_goes_when_the_user_opens_another(self, window, other):
        window.messages.error("test.md holds no report.")
        window.header.report_chosen.emit(window.navigator.report.id)
        assert said(window) == ["test.md holds no report."]
        window.header.report_chosen.emit(other.id)
        assert said(window) == []

    def test_what_is_said_of_a_file_stays_while_its_report_opens(self, window, other):
        window.intake.reports._on_read((Arrival(Path("zz.md"), known=other.id),))
        assert window.navigator.report.id == other.id
        assert said(window) == ["zz.md is in the library already."]


def test_a_web_address_is_shown_and_copied_but_not_opened(window):
    window.read_view.web_activated.emit("www.example.org/report")
    banner = window.messages.banners()[0]
    assert "www.example.org/report" in banner.text
    next(b for b in banner.findChildren(QAbstractButton) if b.text() == "Copy address").click()
    assert QApplication.clipboard().text() == "www.example.org/report"


def test_the_status_line_tells_of_inconsistencies_and_leads_to_them(qtbot, window):
    assert window.status_line.inconsistencies.text() == "≠ 1 inconsistency in this report"
    window.status_line.inconsistencies.click()
    rows = window.provenance.audit.dialog.list("inconsistencies")
    assert [rows.rows.entry(row).text for row in (1, 2)] == ["51.0", "52"]
    rows.choose("0/1")
    assert window.read_view.text.reading.place() == "block:preventing.1"
    window.provenance.audit.dialog.close()


def test_the_edition_leads_to_the_audit(window):
    window.status_line.edition.click()
    dialog = window.provenance.audit.dialog
    assert dialog.sentence.text() == "240 words in the source: all placed, 27 of them set apart."
    assert dialog.segments.choice == "unplaced"
    dialog.close()
    trigger(window, ActionId.SHOW_AUDIT)
    assert window.provenance.audit.dialog is not dialog
    window.provenance.audit.dialog.close()


@pytest.mark.parametrize("action", [ActionId.SHORTCUTS, ActionId.ABOUT])
def test_the_help_menu_opens_its_dialogs(window, action):
    trigger(window, action)
    dialog = QApplication.activeModalWidget() or next(
        w for w in QApplication.topLevelWidgets() if w.windowTitle() and w.parent() is window
    )
    assert dialog.accessibleName() == dialog.windowTitle()
    dialog.close()


def test_another_theme_reaches_everything(window, qapp):
    window.set_theme(theme.DARK)
    assert qapp.palette().window().color().name() == theme.DARK.window
    assert theme.DARK.base in qapp.styleSheet()
    window.set_theme(theme.LIGHT)


def test_every_widget_that_takes_the_keyboard_has_a_name(window):
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)
    nameless = [
        widget
        for kind in kinds
        for widget in window.findChildren(kind)
        if widget.isVisibleTo(window)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not widget.objectName().startswith(("qt_", "ScrollLeft", "ScrollRight"))
        and type(widget).__name__ not in ("QHeaderView", "QToolButton")
    ]
    assert [(type(w).__name__, w.objectName(), w.parent()) for w in nameless] == []


def test_a_chapter_tells_of_the_caveats_of_its_sections_too(window):
    report = window.navigator.report
    below = {caveat.text for caveat in caveats_of_section(report, "investigating/outcomes")}
    assert below <= {caveat.text for caveat in caveats_of_section(report, "investigating")}


def test_a_chart_that_is_hidden_is_not_saved(qtbot, window):
    window.show_panel("measures", False)
    with qtbot.waitSignal(window.desk.measures.notice) as said:
        trigger(window, ActionId.SAVE_CHART)
    assert said.args == ["The measures are hidden: F10 shows them and their charts."]


class TestImport:
    def test_a_file_is_kept_shown_and_described(self, make_window, reads, tmp_path):
        reads["report.md"] = sample_report()
        with Library.in_memory() as library:
            window = make_window(library)
            window.intake.reports.import_files([tmp_path / "report.md"])
            assert library.reports() == ()
            keep_all(window)
            assert [r.id for r in library.reports()] == ["northshire-effectiveness-2016"]
            assert window.navigator.report.edition == "full"
            assert said(window)[0].startswith(
                "Northshire Police · Effectiveness 2016: 10 sections, 3 judgments, 2 figures, "
                "4 measures, 3 actions, 1 footnote."
            )

    def test_a_report_that_was_kept_is_shown_to_be_read(self, make_window, reads, tmp_path):
        reads["report.md"] = sample_report()
        with Library.in_memory() as library:
            window = make_window(library)
            window.show_view(View.COMPARE)
            window.intake.reports.import_files([tmp_path / "report.md"])
            keep_all(window)
            assert window.views.current is View.READ

    def test_the_full_text_takes_the_place_of_the_digest_where_we_were(
        self, make_window, reads, tmp_path, sample_digest
    ):
        reads["report.md"] = sample_report()
        with Library.in_memory() as library:
            library.keep(sample_digest)
            window = make_window(library)
            assert "Digest" in window.status_line.edition.text()
            choose(window, "investigating/outcomes")
            window.intake.reports.import_files([tmp_path / "report.md"])
            keep_all(window)
            assert window.status_line.edition.text() == "Full text · every word placed"
            assert window.read_view.text.reading.section() == "investigating/outcomes"

    def test_an_error_is_a_sentence_and_the_others_go_on(
        self, make_window, library, reads, tmp_path
    ):
        other = msgspec.structs.replace(sample_report(), id="northshire-legitimacy-2016")
        reads["bad.md"] = ReadingError("bad.md is empty: choose another file.")
        reads["good.md"] = other
        window = make_window(library)
        window.intake.reports.import_files([tmp_path / "bad.md", tmp_path / "good.md"])
        keep_all(window)
        assert "bad.md is empty: choose another file." in said(window)
        assert len(library.reports()) == 2
        assert {b.kind for b in window.messages.banners()} == {"error", "notice"}

    def test_a_message_can_be_dismissed(self, qtbot, window):
        window.messages.error("Something to read.")
        window.messages.banners()[0].dismiss.click()
        qtbot.waitUntil(lambda: said(window) == [] and window.messages.isHidden())

    def test_files_can_be_dropped_and_nothing_else(self, make_window, library, reads, tmp_path):
        window = make_window(library)
        dropped = []
        window.intake.reports.import_files = dropped.extend
        files, address = QMimeData(), QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(tmp_path / "report.md"))])
        address.setUrls([QUrl("https://www.example.org/report.md")])
        for data, accepted in ((files, True), (address, False)):
            enter = QDragEnterEvent(
                QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            enter.ignore()
            QApplication.sendEvent(window, enter)
            assert enter.isAccepted() is accepted
        drop = QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(window, drop)
        assert dropped == [tmp_path / "report.md"]

    def test_a_sign_says_what_letting_go_does_while_files_hover(self, window):
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile("/somewhere/report.md")])

        def entered():
            enter = QDragEnterEvent(
                QPoint(5, 5), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            QApplication.sendEvent(window, enter)
            return window.findChild(DropSign)

        sign = entered()
        assert not sign.isHidden()
        assert sign.text() == "Let go to import report.md"
        QApplication.sendEvent(window, QDragLeaveEvent())
        assert sign.isHidden()
        assert entered() is sign
        window.intake.reports.import_files = lambda paths: None
        drop = QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(window, drop)
        assert sign.isHidden()

    def test_what_was_said_of_an_import_goes_when_the_next_one_is_shown_and_errors_stay(
        self, make_window, library, reads, tmp_path
    ):
        for pillar in ("efficiency", "legitimacy"):
            name = f"northshire-{pillar}-2016"
            reads[f"{pillar}.md"] = msgspec.structs.replace(sample_report(), id=name, pillar=pillar)
        window = make_window(library)
        window.messages.error("Something else is wrong.")

        for pillar in ("efficiency", "legitimacy"):
            window.intake.reports.import_files([tmp_path / f"{pillar}.md"])
            keep_all(window)

        kept, error = said(window)
        assert "Legitimacy" in kept
        assert error == "Something else is wrong."

    def test_cancelling_keeps_nothing_and_says_so(self, qtbot, make_window, monkeypatch, tmp_path):
        begun, go_on = threading.Event(), threading.Event()

        def read_many(paths, progress=None):
            (path,) = paths
            begun.set()
            go_on.wait(5)
            progress(path, "Reading", 0.5)
            yield Outcome(path, sample_report(), None)

        monkeypatch.setattr("peelviewer.reading.fence.read_many", read_many)
        with Library.open(tmp_path / "library", digests=tmp_path / "none") as library:
            window = make_window(library, tasks=Tasks())
            window.intake.reports.import_files([tmp_path / "report.md"])
            assert begun.wait(5)
            assert not window.status_line.progress.isHidden()
            window.status_line.progress.cancel.click()
            go_on.set()
            qtbot.waitUntil(
                lambda: said(window) == ["The import of report.md was cancelled. Nothing was kept."]
            )
            kept = [report.id for report in library.reports()]
            assert "northshire-effectiveness-2016" not in kept
            qtbot.waitUntil(window.status_line.progress.isHidden)
            window.close()

    def test_a_file_is_read_and_kept_on_the_worker(self, qtbot, make_window, reads, tmp_path):
        reads["report.md"] = sample_report()
        (tmp_path / "report.md").write_text("# a report", encoding="utf-8")
        with Library.open(tmp_path / "library", digests=tmp_path / "none") as library:
            window = make_window(library, tasks=Tasks())
            window.intake.reports.import_files([tmp_path / "report.md"])
            qtbot.waitUntil(lambda: window.intake.reports.dialog is not None)
            keep_all(window)
            qtbot.waitUntil(lambda: window.navigator.report is not None)
            assert window.navigator.report.id == "northshire-effectiveness-2016"
            window.close()

    def test_our_own_bug_is_not_made_into_a_message(self, qtbot, make_window, library, reads):
        window = make_window(library)
        with pytest.raises(ZeroDivisionError):
            window.intake.reports._on_failure(ZeroDivisionError())


class TestNextStart:
    def test_a_place_inside_a_chapter_comes_back_and_stays_as_nobody_touched_it(
        self, qtbot, library, settings
    ):
        place = "block:investigating/outcomes.3"
        settings.set_last_place("northshire-effectiveness-2016", place)
        for _ in range(2):
            window = MainWindow(library, settings, InlineTasks(), theme.LIGHT)
            qtbot.addWidget(window)
            window.start()
            window.show()
            qtbot.waitUntil(lambda window=window: window.commands is not None)
            assert window.read_view.text.reading.place() == place
            window.close()
            assert settings.last_place() == place

    def test_report_place_zoom_and_panes_come_back(self, make_window, library, tmp_path, qapp):
        other = msgspec.structs.replace(sample_report(), id="zz-effectiveness-2016")
        library.keep(other)
        settings = Settings(tmp_path / "kept.ini")
        first = make_window(library, settings=settings)
        first.show()
        first.open_report(other.id)
        choose(first, "investigating/outcomes")
        trigger(first, ActionId.ZOOM_IN)
        trigger(first, ActionId.SHOW_CONTENTS)
        first.close()
        second = make_window(library, settings=Settings(tmp_path / "kept.ini"))
        assert second.navigator.report.id == other.id
        assert second.read_view.text.reading.section() == "investigating/outcomes"
        assert second.status_line.zoom.text() == "110%"
        assert second.desk.contents.isHidden()

    def test_the_place_is_saved_while_reading_so_that_a_kill_loses_nothing(
        self, qtbot, window, tmp_path
    ):
        choose(window, "investigating/outcomes")
        qtbot.waitUntil(
            lambda: (
                Settings(tmp_path / "window.ini").last_place() == "section:investigating/outcomes"
            ),
            timeout=3000,
        )

    def test_a_last_report_that_is_gone_gives_way_to_the_first(
        self, make_window, library, settings
    ):
        settings.set_last_place("gone-effectiveness-2016", "block:x.1")
        assert make_window(library).navigator.report.id == "northshire-effectiveness-2016"

    def test_a_last_place_that_is_gone_means_the_beginning(self, make_window, library, settings):
        settings.set_last_place("northshire-effectiveness-2016", "block:gone.1")
        window = make_window(library)
        assert window.read_view.text.reading.section() == "introduction"


def test_completing_twice_makes_nothing_twice(window):
    commands = window.commands

    window.complete()

    assert window.commands is commands
