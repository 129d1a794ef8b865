from PySide6.QtWidgets import QWidget

from peelviewer.ui import theme
from peelviewer.ui.audit.opener import Audit


def test_the_audit_opens_at_the_windows_edge_so_that_the_text_stays_in_view(qtbot, sample_report):
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(50, 40, 1200, 700)
    window.show()

    audit = Audit(theme.LIGHT, window)
    audit.show(sample_report, "unplaced")

    right = window.frameGeometry().right() - audit.dialog.frameGeometry().right()
    assert 0 < right < 40
    assert audit.dialog.y() > window.y()
    audit.dialog.close()
