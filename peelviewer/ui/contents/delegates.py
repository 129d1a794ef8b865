# SPDX-License-Identifier: MIT
"""How the rows of the contents look: their marks, titles cut to fit, and grades."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from peelviewer.drawing.grade_shapes import paint_grade
from peelviewer.ui import icons
from peelviewer.ui.models.roles import ItemRole, SectionColumn, SectionRole
from peelviewer.ui.theme import solid

if TYPE_CHECKING:
    from peelviewer.ui.theme import Theme

ROW_HEIGHT = 30
GRADED_HEIGHT = 44
_WORD_HEIGHT = 15
_WORD_SIZE = 11  # pixels
_MARK = 16
_GAP = 3  # pixels, at both sides of a mark
_ICONS = {"figure": "figure", "actions": "flag"}

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class Palettes:
    """A view's palette in several colours of text, each made once."""

    def __init__(self) -> None:
        self._made: dict[str, QPalette] = {}

    def of(self, colour: str, view: QPalette) -> QPalette:
        """Return the view's palette with the text in ``colour``, whatever an item's state is."""
        if colour not in self._made:
            palette = copy(view)  # QPalette(…) would look at every name of Qt
            for role in (palette.ColorRole.Text, palette.ColorRole.HighlightedText):
                palette.setColor(role, QColor(colour))
            self._made[colour] = palette
        return self._made[colour]


class GradeDelegate(QStyledItemDelegate):
    """Draws a grade's word, small and quiet, in the room that its row leaves for it.

    Qt draws it, as it draws the titles: a pen of our own would load all names of ``Qt`` (see
    ``theme.at_start``).
    """

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._palettes = Palettes()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802  # Qt's name
        """Say what Qt is to draw."""
        option.text = index.data(SectionRole.GRADE).capitalize()
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        chosen = self._view.selectionModel().isSelected(index)
        colour = self._theme.selection_text if chosen else self._theme.muted
        option.palette = self._palettes.of(colour, option.palette)
        font = option.font
        font.setPixelSize(_WORD_SIZE)
        option.font = font


class SectionDelegate(QStyledItemDelegate):
    """Gives a row its mark, its title cut to fit, and its colours; Qt draws it.

    Below a graded title stands the grade's word. While the contents are filtered, the titles that
    have the words stand out from those that only lead to them.
    """

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._grade = GradeDelegate(theme, view)
        self.words: tuple[str, ...] = ()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme = theme
        self._grade.set_theme(theme)
        self._palettes = Palettes()
        self._marks: dict[tuple[str, bool], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802  # Qt's name
        """Return one height for all rows but those that say a grade too."""
        return QSize(120, GRADED_HEIGHT if index.data(SectionRole.GRADE) else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row's cell: its mark, its title or page, and below a graded title the word."""
        is_title = index.column() == SectionColumn.TITLE
        grade = index.sibling(index.row(), SectionColumn.TITLE).data(SectionRole.GRADE)
        area = option.rect.adjusted(0, 2, 0, -_WORD_HEIGHT) if grade else option.rect
        mark = grade or _ICONS.get(index.data(SectionRole.KIND)) if is_title else None
        if mark:
            chosen = self._view.selectionModel().isSelected(index)
            top = area.top() + (area.height() - _MARK) // 2
            painter.drawPixmap(area.left() + _GAP, top, self._mark(mark, chosen=chosen))
            area = area.adjusted(_MARK + 2 * _GAP, 0, 0, 0)
        if not mark and not grade:
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        cell.rect = area
        super().paint(painter, cell, index)
        if grade and is_title:
            below = QStyleOptionViewItem(option)
            below.rect = option.rect.adjusted(_MARK + 2 * _GAP, option.rect.height() - 22, 0, -2)
            self._grade.paint(painter, below, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802  # Qt's name
        """Say what Qt is to draw."""
        is_title = index.column() == SectionColumn.TITLE
        if not is_title:
            super().initStyleOption(option, index)
        kind = index.data(SectionRole.KIND)
        chosen = self._view.selectionModel().isSelected(index)
        hit = bool(self.words) and has_words(index, self.words)
        quiet = not hit if self.words else not is_title or kind != "section"
        colour = (
            self.theme.selection_text if chosen else self.theme.muted if quiet else self.theme.text
        )
        option.palette = self._palettes.of(colour, option.palette)
        if chosen or hit:
            font = option.font
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font
        if is_title:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
            option.text = index.data(SectionRole.SHORT)  # Qt cuts it at its end
            if self.words:  # a hit is cut around what was typed
                metrics, room = QFontMetrics(option.font), option.rect.width() - 8
                option.text = fitted(index, metrics, room, self.words)

    def _mark(self, name: str, *, chosen: bool) -> QPixmap:
        key = name, chosen
        if key not in self._marks:
            self._marks[key] = self._drawn(name, chosen=chosen)
        return self._marks[key]

    def _drawn(self, name: str, *, chosen: bool) -> QPixmap:
        scale = self._view.devicePixelRatioF()
        if name in _ICONS.values():
            colour = self.theme.selection_text if chosen else self.theme.muted
            return icons.pixmap(name, colour, _MARK, scale)
        drawing = QPixmap(round(_MARK * scale), round(_MARK * scale))
        drawing.setDevicePixelRatio(scale)
        drawing.fill(QColor(0, 0, 0, 0))
        painter = QPainter(drawing)
        paint_grade(
            painter, QRectF(3, 3, _MARK - 6, _MARK - 6), name, solid(self.theme.grade(name).mark)
        )
        painter.end()
        return drawing


def has_words(index: Index, words: tuple[str, ...]) -> bool:
    """Return whether the row's own title holds every word; ``words`` are case-folded."""
    title = str(index.sibling(index.row(), 0).data(ItemRole.DISPLAY)).casefold()
    return all(word in title for word in words)


def fitted(index: Index, metrics: QFontMetrics, room: int, words: tuple[str, ...] = ()) -> str:
    """Return the row's short name cut at its end; of a hit, the part with the words."""
    text = cut(str(index.data(SectionRole.SHORT)), metrics, room)
    if words and has_words(index, words) and any(word not in text.casefold() for word in words):
        return around(str(index.data(ItemRole.DISPLAY)), words, metrics, room)
    return text


def around(title: str, words: tuple[str, ...], metrics: QFontMetrics, room: int) -> str:
    """Return as much of ``title`` as fits, from the first place where the ``words`` are in it."""
    shown = cut(title, metrics, room)
    for start in (at + 1 for at, letter in enumerate(title) if letter == " "):
        if all(word in shown.casefold() for word in words):
            break
        shown = cut(f"…\N{NO-BREAK SPACE}{title[start:]}", metrics, room)
        if shown.casefold().find(words[0]) in (0, 1, 2):
            break
    return shown


def cut(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return as much of ``text`` as ``room`` pixels hold, with an ellipsis where it was cut."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(text[:middle].rstrip() + "…") <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"
