"""The characters that stored text may hold, and the form they are kept in."""

import html
import unicodedata

import regex

from prose.limits import MAX_COMBINING_RUN, TOO_MANY_MARKS, Refused

ASCII_SPACE = " \t\n\f\r"
REPLACEMENT = "\ufffd"

_LINE_END = regex.compile(r"\r\n?")
_SPACE_LIKE = regex.compile(r"[\x0b\f]")
_UNSTORABLE = regex.compile(r"[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ODD = regex.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = regex.compile(r"[ \t\n\f\r]+")
_MARKS = regex.compile(rf"\p{{M}}{{{MAX_COMBINING_RUN + 1}}}")
_REFERENCE = regex.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def storable(text: str) -> str:
    """`text` without what a database, a browser or an e-book reader would alter or refuse."""
    if not _ODD.search(text):
        return text
    text = _LINE_END.sub("\n", text)
    text = _SPACE_LIKE.sub(" ", text)
    return _UNSTORABLE.sub(REPLACEMENT, text)


def collapse(text: str) -> str:
    """`text` with each run of ASCII white space as one space."""
    return _SPACES.sub(" ", text)


def compose(text: str) -> str:
    """`text` in NFC. Normalizing takes quadratic time in runs of marks: long ones are refused."""
    if text.isascii():
        return text
    if _MARKS.search(text):
        raise Refused(TOO_MANY_MARKS)
    return unicodedata.normalize("NFC", text)


def resolve_letters(source: str) -> str:
    """HTML with the character references that stand for non-ASCII characters resolved.

    The parser takes its time over each reference, and whole chapters come written in them. Those
    that could be markup, and so all that hold ASCII, are left to it.
    """
    return _REFERENCE.sub(_letter, source) if "&" in source else source


def _letter(match: "regex.Match[str]") -> str:
    letter = html.unescape(match[0])
    return letter if letter and min(letter) > "\x7f" else match[0]
