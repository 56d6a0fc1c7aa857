"""Sanitizing: the one way by which HTML from outside becomes stored text.

`html` is canonical: sanitizing it again changes nothing. `text` is exactly what a browser gives
as the `textContent` of a `<div>` that holds `html`; all offsets count its code points.
"""

from dataclasses import dataclass

from prose.allowlist import CHAPTER, COMMENT, NOTE, Allowlist
from prose.building import build
from prose.characters import resolve_letters, storable
from prose.keys import give_keys
from prose.limits import (
    CHAPTER_LIMIT,
    COMMENT_LIMIT,
    NOTE_LIMIT,
    Refused,
    check_length,
    check_tags,
    too_long,
)
from prose.parsing import tokens
from prose.serializing import serialize

__all__ = ["SANITIZER_VERSION", "Prose", "Refused", "sanitize", "sanitize_comment", "sanitize_note"]

#: Raised with every change of what comes out, so that stored text can be sanitized again.
SANITIZER_VERSION = 1


@dataclass(frozen=True)
class Prose:
    """Sanitized HTML and the plain text of it."""

    html: str
    text: str


def sanitize(html: str, *, limit: int = CHAPTER_LIMIT) -> Prose:
    """A chapter's text of at most `limit` code points, its blocks keyed. Raises Refused."""
    return _sanitize(html, CHAPTER, limit)


def sanitize_note(html: str, *, limit: int = NOTE_LIMIT) -> Prose:
    """An author's note: no headings, tables, images or keys. Raises Refused."""
    return _sanitize(html, NOTE, limit)


def sanitize_comment(html: str, *, limit: int = COMMENT_LIMIT) -> Prose:
    """A comment: paragraphs, quotations, lists, code and inline elements. Raises Refused."""
    return _sanitize(html, COMMENT, limit)


def _sanitize(html: str, allowlist: Allowlist, limit: int) -> Prose:
    check_length(html, limit)
    source = resolve_letters(storable(html.removeprefix("\ufeff")))
    check_tags(source)
    blocks = build(tokens(source, allowlist))
    prose = Prose(*serialize(blocks, give_keys(blocks), keyed=allowlist.keyed))
    if len(prose.text) > limit:
        raise too_long(limit)
    check_length(prose.html, limit)
    check_tags(prose.html)
    return prose
