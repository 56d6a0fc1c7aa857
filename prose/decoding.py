"""The bytes of an uploaded text file as text, or a sentence that says why they are none."""

import re

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 20_000_000

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_OTHER_FORMATS = {
    b"%PDF": _("“{name}” is a PDF file; save it as plain text or Markdown first."),
    b"PK\x03\x04": _("“{name}” is a Word, OpenDocument or ZIP file; save it as plain text first."),
    b"\xd0\xcf\x11\xe0": _("“{name}” is an old Word file; save it as plain text first."),
    b"{\\rtf": _("“{name}” is a rich text (RTF) file; save it as plain text first."),
}
_TOO_LARGE = _("“{name}” is too large: a text file may have at most {limit} megabytes.")
_EMPTY = _("“{name}” is empty.")
_NOT_TEXT = _("“{name}” is not a text file.")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")


class Unreadable(Exception):  # noqa: N818 - a decision, not an error
    """The file cannot be read; `reason` is a sentence that names the file."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(reason)
        self.reason = reason


def unreadable(sentence: str | Promise, name: str, **values: object) -> Unreadable:
    return Unreadable(format_lazy(str(sentence), name=name, **values))


def text_of_file(name: str, data: bytes) -> str:
    """The text in UTF-8 or UTF-16, with or without a mark, else in Windows-1252."""
    if len(data) > MOST_BYTES:
        raise unreadable(_TOO_LARGE, name, limit=MOST_BYTES // 1_000_000)
    for start, sentence in _OTHER_FORMATS.items():
        if data.startswith(start):
            raise unreadable(sentence, name)
    text = _decoded(data).removeprefix("\ufeff").rstrip("\x1a")
    if not text.strip():
        raise unreadable(_EMPTY, name)
    if _CONTROLS.search(text):
        raise unreadable(_NOT_TEXT, name)
    return text


def _decoded(data: bytes) -> str:
    """Text, or something with control characters in it when the bytes are no text."""
    for encoding in _likely_encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue  # the next encoding is the answer to that
    return "\0"


def _likely_encodings(data: bytes) -> list[str]:
    if data.startswith(_UTF16_MARKS):
        return ["utf-16"]
    half = max(1, len(data) // 2)
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if zeros.count(0) > half * 0.3:  # letters of Latin scripts have a zero byte there
            return [encoding]
    return ["utf-8-sig", "cp1252"]
