# SPDX-License-Identifier: MIT
"""The least that a reading window can be: a list of sections beside a text. No style, no data.

``first_paint.py`` compares the program's start with this one.
"""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextBrowser, QTreeWidget
from PySide6.QtWidgets import QTreeWidgetItem as Item

SECTIONS = 60
PARAGRAPHS = 400
WORDS = "A paragraph of a report, long enough to be broken over two or three lines of a pane. "


def main() -> int:
    """Show the window until it is closed."""
    application = QApplication(sys.argv)
    tree = QTreeWidget()
    tree.addTopLevelItems([Item([f"Section {number}"]) for number in range(SECTIONS)])
    panes = QSplitter()
    panes.addWidget(tree)
    text = QTextBrowser()
    text.setPlainText("\n\n".join([WORDS * 3] * PARAGRAPHS))
    panes.addWidget(text)
    window = QMainWindow()
    window.setCentralWidget(panes)
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
