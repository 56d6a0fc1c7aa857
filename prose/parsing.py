"""HTML to a stream of allowed tags and text, through bleach.

The tree is made by the HTML parser that bleach carries, as a browser would make it, and what
comes out of it passes bleach's own filter. Ours are the removal of elements with what they hold
(bleach leaves the contents of script and style as text) and the break that an unwrapped block
leaves behind.
"""

from collections.abc import Iterator
from typing import Any

from bleach.sanitizer import BleachSanitizerFilter

from prose.allowlist import (
    ATTRIBUTES,
    ATTRIBUTES_OF_ALL,
    BLOCKS,
    REMOVED,
    UNWRAPPED_BLOCKS,
    VOID,
    Allowlist,
)
from prose.bounded_parser import parse
from prose.bounded_tokenizer import Token

#: Stands in text where a block was unwrapped. Input cannot hold it: see `storable`.
BREAK = "\0"


def tokens(html: str, allowlist: Allowlist) -> Iterator[Token]:
    """StartTag, EndTag, EmptyTag and Characters tokens, properly nested.

    Attribute names are allowed ones, `id` and `name`; values are bleach's, still to be checked.
    Raises Refused.
    """
    source: Any = _walk(parse(html), allowlist.elements)
    return iter(
        _Gate(
            source=source,
            allowed_tags=allowlist.elements,
            attributes=_allows,
            allowed_protocols={"http", "https", "mailto"},
            strip_disallowed_tags=True,
        )
    )


def _allows(element: str, name: str, value: str) -> bool:
    """`id` and `name` are read as the targets of links, and never written."""
    return (
        name in ATTRIBUTES_OF_ALL or name in ATTRIBUTES.get(element, ()) or name in ("id", "name")
    )


class _Gate(BleachSanitizerFilter):
    def sanitize_characters(self, token: Token) -> Token:
        """Leave text alone: our parser has resolved the references that bleach looks for."""
        return token


def _walk(root: Any, allowed: frozenset[str]) -> Iterator[Token]:
    """The tokens of an element tree, in time linear in its size."""
    if root.text:
        yield _characters(root.text)
    path = [(root, iter(root))]
    while path:
        parent, children = path[-1]
        child = next(children, None)
        if child is not None:
            if _is_kept(child):
                yield from _opening(child, allowed)
                path.append((child, iter(child)))
            elif child.tail:
                yield _characters(child.tail)
        else:
            path.pop()
            if path:
                yield from _closing(parent, allowed)


def _is_kept(element: Any) -> bool:
    """Neither a comment, nor of SVG or MathML, nor one to remove with what it holds."""
    tag = element.tag
    return isinstance(tag, str) and not tag.startswith("{") and tag not in REMOVED


def _opening(element: Any, allowed: frozenset[str]) -> Iterator[Token]:
    yield from _break(element.tag, allowed)
    attributes = {(None, name): value for name, value in element.items() if isinstance(name, str)}
    kind = "EmptyTag" if element.tag in VOID else "StartTag"
    yield {"type": kind, "name": element.tag, "namespace": None, "data": attributes}
    if element.text:
        yield _characters(element.text)


def _closing(element: Any, allowed: frozenset[str]) -> Iterator[Token]:
    if element.tag not in VOID:
        yield {"type": "EndTag", "name": element.tag, "namespace": None, "data": {}}
    yield from _break(element.tag, allowed)
    if element.tail:
        yield _characters(element.tail)


def _break(tag: str, allowed: frozenset[str]) -> Iterator[Token]:
    if tag not in allowed and (tag in BLOCKS or tag in UNWRAPPED_BLOCKS):
        yield _characters(BREAK)


def _characters(text: str) -> Token:
    return {"type": "Characters", "data": text}
