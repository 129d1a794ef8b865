# SPDX-License-Identifier: MIT
"""The "About" page as a read-only document with links that the keyboard reaches."""

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QWidget

from peelviewer.ui import theme
from peelviewer.ui.fonts import scaled
from peelviewer.ui.measures.about import Topic, as_html

_STYLE = """
p {{ margin: 0 0 6px 0; line-height: 135%; }}
p.term {{ color: {muted}; font-weight: 600; margin: 12px 0 3px 0; }}
p.caveat {{ color: {warning}; }}
p.quotation {{ font-family: "{serif}"; margin: 0 0 2px 10px; }}
p.go {{ margin: 0 0 8px 10px; }}
a {{ color: {link}; text-decoration: underline; }}
"""


class AboutView(QTextBrowser):
    """Shows topics; a link is said by signal and never followed."""

    section_link = Signal(str)
    block_link = Signal(str)
    passage_link = Signal(int)
    original_link = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("measureAbout")
        self.setAccessibleName("About this measure")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(4)
        self.document().setDefaultFont(self.font())
        self.anchorClicked.connect(self._on_link)
        self._topics: tuple[Topic, ...] = ()
        self._theme = theme.LIGHT

    def show_topics(self, topics: tuple[Topic, ...]) -> None:
        """Show the topics from their beginning."""
        self._topics = topics
        self._render()
        self.verticalScrollBar().setValue(0)

    def set_zoom(self, factor: float) -> None:
        """Write ``factor`` times as large as the program's own type."""
        self.document().setDefaultFont(scaled(QApplication.font(), factor))
        self.updateGeometry()

    def set_dark(self, dark: bool) -> None:
        """Take the colours of the dark or the light theme."""
        self._theme = theme.DARK if dark else theme.LIGHT
        self._render()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002, N802 - Qt's name
        """Load nothing: a document must not read files (Qt would)."""
        return None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of the whole document in the present width."""
        return QSize(280, round(self.document().size().height()) + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few lines."""
        return QSize(160, 96)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say the new height when the lines break anew."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _render(self) -> None:
        colours = self._theme.tokens()
        self.document().setDefaultStyleSheet(_STYLE.format(serif=theme.SERIF, **colours))
        self.setHtml(as_html(self._topics))
        self.updateGeometry()

    def _on_link(self, url: QUrl) -> None:
        kind, _, target = url.toString().partition(":")
        if kind == "section":
            self.section_link.emit(target)
        elif kind == "block":
            self.block_link.emit(target)
        elif kind == "passage":
            self.passage_link.emit(int(target))
        elif kind == "original":
            self.original_link.emit(int(target))
