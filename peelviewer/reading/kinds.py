# SPDX-License-Identifier: MIT
"""What kind of file one is by its first bytes, whatever its name says."""

import re

_HEAD = 1024
_PDF = b"%PDF-"
_SAVE = "save it as a PDF and give that"
_UNPACK = "unpack it and give the report in it"
_GIVE = "give the report as a PDF, Markdown or text"
_OFFICE = ("a Word or other Office document", _SAVE)
_PACKED = b"PK\x03\x04"
_KINDS = (
    (_PACKED, ("a ZIP archive", _UNPACK)),
    (b"PK\x05\x06", ("a ZIP archive", _UNPACK)),
    (b"\xd0\xcf\x11\xe0", _OFFICE),
    (b"\x1f\x8b", ("a packed file", _UNPACK)),
    (b"7z\xbc\xaf", ("a packed file", _UNPACK)),
    (b"{\\rtf", ("an RTF document", _SAVE)),
    (b"\x89PNG", ("a picture", _GIVE)),
    (b"\xff\xd8\xff", ("a picture", _GIVE)),
    (b"GIF8", ("a picture", _GIVE)),
    (b"II*\0", ("a picture", _GIVE)),
    (b"MM\0*", ("a picture", _GIVE)),
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_pdf(data: bytes) -> bool:
    """Whether ``data`` begins as a PDF does; other bytes may stand before."""
    return _PDF in data[:_HEAD]


def foreign(data: bytes) -> tuple[str, str] | None:
    """Return which kind of file ``data`` is, and what to do, if no report is read from such."""
    if data.startswith(_PACKED):  # its first entries tell what is packed
        head = data[:_HEAD]
        if b"opendocument" in head:
            return "an OpenDocument file", _SAVE
        if b"[Content_Types].xml" in head or b"word/" in head:
            return _OFFICE
    for start, kind in _KINDS:
        if data.startswith(start):
            return kind
    return ("a web page (HTML)", _SAVE) if _HTML.match(data[:_HEAD]) else None
