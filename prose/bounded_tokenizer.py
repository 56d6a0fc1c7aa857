"""The HTML tokenizer that bleach carries, with bounds on its work and a short way for plain tags.

Its time grows with the square of several things (attributes, long names, references in an
attribute, dashes in a comment), and so does the parser's with depth. Each is counted.
"""

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from bleach import html5lib_shim

from prose.limits import (
    MAX_ATTRIBUTE_VALUE,
    MAX_ATTRIBUTES,
    MAX_DEPTH,
    MAX_TAG_NAME,
    MAX_WORK,
    TOO_DEEP,
    TOO_LONG_TAG,
    TOO_MANY_ATTRIBUTES,
    TOO_MANY_TAGS,
    WORK_PER_CLOSED_LINK,
    WORK_PER_COPY,
    WORK_PER_ELEMENT,
    WORK_PER_STEP,
    WORK_PER_TOKEN,
    Refused,
)

Token = dict[str, Any]

_Html5lib: Any = html5lib_shim
_START = html5lib_shim.TAG_TOKEN_TYPE_START
_END = html5lib_shim.TAG_TOKEN_TYPE_END
_PARSE_ERROR = html5lib_shim.TAG_TOKEN_TYPE_PARSEERROR
_COMMENT = _Html5lib.constants.tokenTypes["Comment"]
_DOCTYPE = _Html5lib.constants.tokenTypes["Doctype"]

_ATTRIBUTE = re.compile(r' ([A-Za-z]+)="([^"&<>]*)"')
_PLAIN_TAG = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9]*)((?:{_ATTRIBUTE.pattern})*+)( ?/)?>")


class BoundedTokenizer(_Html5lib.HTMLTokenizer):
    """Raises Refused when the work of tokenizing and of building the tree becomes too much."""

    currentToken: Any  # noqa: N815

    def __iter__(self) -> Iterator[Token]:
        self.tokenQueue: deque[Token] = deque()
        self.temporaryBuffer = ""
        work = 0
        while self.state():
            work += WORK_PER_STEP
            self._check_pending()
            while self.tokenQueue:
                token = self.tokenQueue.popleft()
                if token["type"] != _PARSE_ERROR:
                    work += self._cost(token)
                    yield _of_today(token)
            if work + self.parser.tree.copies * WORK_PER_COPY > MAX_WORK:
                raise Refused(TOO_MANY_TAGS)

    def dataState(self) -> bool:  # noqa: N802
        """Read a plain tag at once; anything else goes the long way, character by character."""
        tag = _PLAIN_TAG.match(self.stream.chunk, self.stream.chunkOffset)
        if not tag:
            return bool(super().dataState())
        self.stream.chunkOffset = tag.end()
        closing, name, attributes, slash = tag[1], tag[2], tag[3], tag[6]
        found = _ATTRIBUTE.findall(attributes) if attributes else []
        self.currentToken = {
            "type": _END if closing else _START,
            "name": name,
            "data": [(name.lower(), value) for name, value in found],
            "selfClosing": bool(slash),
            "selfClosingAcknowledged": False,
        }
        self.emitCurrentToken()
        return True

    def _cost(self, token: Token) -> int:
        """What `token` may cost: the parser looks through both of its stacks."""
        tree = self.parser.tree
        depth = len(tree.openElements)
        if depth > MAX_DEPTH or len(tree.activeFormattingElements) > MAX_DEPTH:
            raise Refused(TOO_DEEP)
        own = WORK_PER_ELEMENT if token["type"] == _START else WORK_PER_TOKEN
        if token["type"] == _START and token["name"] == "a" and _has_open_link(tree):
            own += WORK_PER_CLOSED_LINK
        return own + depth + len(tree.activeFormattingElements)

    def _check_pending(self) -> None:
        """Keep short what the tokenizer lengthens by copying, a character at a time."""
        token = self.currentToken
        if token is None or self.state == self.dataState:
            return
        if token["type"] == _COMMENT:
            token["data"] = ""
        elif token["type"] == _DOCTYPE:
            _check_name(token["publicId"] or token["systemId"] or token["name"])
        elif len(self.temporaryBuffer) > MAX_TAG_NAME or len(token["name"]) > MAX_TAG_NAME:
            raise Refused(TOO_LONG_TAG)
        elif token["data"] and isinstance(token["data"], list):
            _check_attributes(token["data"])


def _has_open_link(tree: Any) -> bool:
    return bool(tree.elementInActiveFormattingElements("a"))


def _of_today(token: Token) -> Token:
    """`isindex` is nothing to today's browsers; the parser would write a form with text in it."""
    if token.get("name") == "isindex":
        token["name"] = "span"
    return token


def _check_attributes(attributes: list[list[str]]) -> None:
    if len(attributes) > MAX_ATTRIBUTES:
        raise Refused(TOO_MANY_ATTRIBUTES)
    name, value = attributes[-1]
    _check_name(name)
    if len(value) > MAX_ATTRIBUTE_VALUE:
        attributes[-1][1] = value[:MAX_ATTRIBUTE_VALUE]


def _check_name(name: str) -> None:
    if len(name) > MAX_ATTRIBUTE_VALUE:
        raise Refused(TOO_LONG_TAG)
