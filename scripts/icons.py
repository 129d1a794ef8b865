# SPDX-License-Identifier: MIT
"""Draw the PNG sizes of the application's icon from its two SVG files: ``make icons``.

``resources/desktop/<id>-small.svg`` is for the sizes at which the full drawing would blur.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "desktop"
APP_ID = "org.peelviewer.PeelViewer"
SMALL = (16, 24)
LARGE = (32, 48, 64, 128, 256, 512)


def main() -> None:
    """Write one PNG a size, named ``icons/<size>.png``."""
    application = QGuiApplication([])
    for sizes, drawing in ((SMALL, f"{APP_ID}-small.svg"), (LARGE, f"{APP_ID}.svg")):
        renderer = QSvgRenderer(str(FOLDER / drawing))
        for size in sizes:
            image = QImage(size, size, QImage.Format.Format_ARGB32)
            image.fill(Qt.GlobalColor.transparent)
            painter = QPainter(image)
            renderer.render(painter)
            painter.end()
            target = FOLDER / "icons" / f"{size}.png"
            target.parent.mkdir(exist_ok=True)
            if not image.save(str(target)):
                raise SystemExit(f"{target} could not be written")
            print(target.relative_to(FOLDER.parent.parent))
    application.quit()


if __name__ == "__main__":
    main()
