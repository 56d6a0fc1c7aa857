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
_NOT_UTF8 = _("“{name}” is not in UTF-8; save it as UTF-8 first.")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_TYPOGRAPHY = re.compile(r"[‘’“”„‚‹›«»–—…•™©®°§¡¿·\u00a0\u00ad]")
_ABOVE_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII_LETTER = re.compile(r"[A-Za-z]")


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
    text = _decoded(name, data).removeprefix("\ufeff").rstrip("\x1a")
    if not text.strip():
        raise unreadable(_EMPTY, name)
    if _CONTROLS.search(text):
        raise unreadable(_NOT_TEXT, name)
    return text


def _decoded(name: str, data: bytes) -> str:
    """Text, or something with control characters in it when the bytes are no text."""
    if encoding := _wide_encoding(data):
        return data.decode(encoding) if _decodes(data, encoding) else "\0"
    if _decodes(data, "utf-8-sig"):
        return data.decode("utf-8-sig")
    if _CONTROLS.search(data.decode("latin-1")):
        return "\0"
    if not _decodes(data, "cp1252") or not _is_western(data.decode("cp1252")):
        raise unreadable(_NOT_UTF8, name)
    return data.decode("cp1252")


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_western(text: str) -> bool:
    """Is it likely to be Windows-1252? Other old encodings give accented letters throughout."""
    high = len(_ABOVE_ASCII.findall(_TYPOGRAPHY.sub("", text)))
    return high <= len(_ASCII_LETTER.findall(text))


def _wide_encoding(data: bytes) -> str:
    """UTF-16 by its mark or by its zero bytes, which letters of Latin scripts have; else ""."""
    if data.startswith(_UTF16_MARKS):
        return "utf-16"
    half = max(1, len(data) // 2)
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if zeros.count(0) > half * 0.3:
            return encoding
    return ""
