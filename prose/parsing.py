"""HTML to a stream of allowed tags and text, through bleach and within bounds.

The tree is made by the HTML parser that bleach carries, as a browser would make it, and what
comes out of it passes bleach's own filter. Ours are the bounds on the work, the removal of
elements with what they hold (bleach leaves the contents of script and style as text), and the
break that an unwrapped block leaves behind.
"""

from collections import deque
from collections.abc import Iterator
from typing import Any

from bleach import html5lib_shim
from bleach.html5lib_shim import HTMLParser, HTMLTokenizer
from bleach.sanitizer import BleachSanitizerFilter

from .allowlist import (
    ATTRIBUTES,
    ATTRIBUTES_OF_ALL,
    BLOCKS,
    REMOVED,
    UNWRAPPED_BLOCKS,
    VOID,
    Allowlist,
)
from .limits import (
    MAX_ATTRIBUTE_VALUE,
    MAX_ATTRIBUTES,
    MAX_DEPTH,
    MAX_TAG_NAME,
    MAX_WORK,
    TOO_DEEP,
    TOO_LONG_TAG,
    TOO_MANY_ATTRIBUTES,
    TOO_MANY_TAGS,
    WORK_PER_TOKEN,
    Refused,
)

#: Stands in text where a block was unwrapped. Input cannot hold it: see `storable`.
BREAK = "\0"

Token = dict[str, Any]

_PARSE_ERROR = html5lib_shim.TAG_TOKEN_TYPE_PARSEERROR
_START = html5lib_shim.TAG_TOKEN_TYPE_START
_COMMENT = html5lib_shim.constants.tokenTypes["Comment"]
_DOCTYPE = html5lib_shim.constants.tokenTypes["Doctype"]


def tokens(html: str, allowlist: Allowlist) -> Iterator[Token]:
    """StartTag, EndTag, EmptyTag and Characters tokens, properly nested.

    Attribute names are allowed ones, `id` and `name`; values are bleach's, still to be checked.
    Raises Refused.
    """
    fragment = _BoundedParser(namespaceHTMLElements=False).parseFragment(html)
    return iter(
        _Gate(
            source=_walk(fragment, allowlist.elements),
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


class _BoundedTokenizer(HTMLTokenizer):
    """Counts the work of tokenizing and of building the tree, and refuses when it is too much."""

    def __iter__(self) -> Iterator[Token]:
        self.tokenQueue: deque[Token] = deque()
        self.temporaryBuffer = ""
        work = 0
        while self.state():
            self.stream.errors.clear()
            self._check_pending()
            while self.tokenQueue:
                token = self.tokenQueue.popleft()
                if token["type"] != _PARSE_ERROR:
                    work += self._cost()
                    if work > MAX_WORK:
                        raise Refused(TOO_MANY_TAGS)
                    yield token

    def _cost(self) -> int:
        """What the next token may cost: the parser looks through both of its stacks."""
        tree = self.parser.tree
        depth = len(tree.openElements)
        if depth > MAX_DEPTH or len(tree.activeFormattingElements) > MAX_DEPTH:
            raise Refused(TOO_DEEP)
        return WORK_PER_TOKEN + depth + len(tree.activeFormattingElements)

    def _check_pending(self) -> None:
        """Keep short what the parser lengthens by copying, a character at a time."""
        token = self.currentToken
        if token is None:
            return
        if token["type"] == _COMMENT:
            token["data"] = ""
        elif token["type"] == _DOCTYPE:
            self._check_name(token["publicId"] or token["systemId"] or token["name"])
        elif len(self.temporaryBuffer) > MAX_TAG_NAME or len(token["name"]) > MAX_TAG_NAME:
            raise Refused(TOO_LONG_TAG)
        elif token["type"] == _START and isinstance(token["data"], list) and token["data"]:
            self._check_attributes(token["data"])

    def _check_attributes(self, attributes: list[list[str]]) -> None:
        if len(attributes) > MAX_ATTRIBUTES:
            raise Refused(TOO_MANY_ATTRIBUTES)
        name, value = attributes[-1]
        self._check_name(name)
        if len(value) > MAX_ATTRIBUTE_VALUE:
            attributes[-1][1] = value[:MAX_ATTRIBUTE_VALUE]

    @staticmethod
    def _check_name(name: str) -> None:
        if len(name) > MAX_ATTRIBUTE_VALUE:
            raise Refused(TOO_LONG_TAG)


class _BoundedParser(HTMLParser):
    def _parse(self, stream: str, innerHTML: bool = False, container: str = "div") -> None:  # noqa: N803
        """Parse as innerHTML of a page with scripting would be."""
        self.innerHTMLMode = innerHTML
        self.container = container
        self.scripting = True
        self.tokenizer = _BoundedTokenizer(stream, parser=self)
        self.reset()
        self.mainLoop()


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
