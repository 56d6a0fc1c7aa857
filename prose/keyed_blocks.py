"""The leaf blocks of canonical HTML, each with its place in the text."""

import re
from dataclasses import dataclass

from prose.allowlist import VOID

_TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|([^<]+)")
_KEY = re.compile(r' id="(b[1-9][0-9]*)"')
_ID = re.compile(r'(<[a-z0-9]+ id=")(?=b[1-9])')
_LINK = re.compile(r'(<a href="#)(?=b[1-9])')
_START = re.compile(r' start="(-?[0-9]+)"')


@dataclass(frozen=True)
class Block:
    """A leaf block: its text is `[start, end)` of the whole; `html` can be printed by itself."""

    key: str
    start: int
    end: int
    text: str
    html: str


def blocks(html: str) -> list[Block]:
    """The leaf blocks of a sanitized chapter, in order; `html` of each within its ancestors.

    Offsets are code points of the chapter's text.
    """
    reader = _Reader()
    for match in _TOKEN.finditer(html):
        reader.take(match)
    return reader.blocks


def prefix_keys(html: str, prefix: str) -> str:
    """Sanitized HTML with `prefix` before each block key, in ids and in the links to them.

    Only tags can match: the text and the attributes of canonical HTML hold no raw `<`.
    """
    return _LINK.sub(rf"\g<1>{prefix}", _ID.sub(rf"\g<1>{prefix}", html))


@dataclass
class _Open:
    name: str
    tag: str
    items: int = 0


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._path: list[_Open] = []
        self._offset = 0
        self._leaf: tuple[str, int, int] | None = None
        self._html: list[str] = []
        self._text: list[str] = []

    def take(self, match: "re.Match[str]") -> None:
        closing, name, attributes, text = match.groups()
        if self._leaf:
            self._html.append(match[0])
        if text is not None:
            self._take_text(text)
        elif closing:
            self._take_end()
        else:
            self._take_start(name, attributes, match[0])

    def _take_text(self, escaped: str) -> None:
        text = _unescaped(escaped)
        self._offset += len(text)
        if self._leaf:
            self._text.append(text)

    def _take_start(self, name: str, attributes: str, tag: str) -> None:
        key = None if self._leaf else _KEY.match(attributes)
        if name == "li" and self._path:
            self._path[-1].items += 1
        if name not in VOID:
            self._path.append(_Open(name, tag))
        if key:
            self._leaf = (key[1], self._offset, len(self._path))
            self._html, self._text = [tag], []
            if name in VOID:
                self._finish(len(self._path))

    def _take_end(self) -> None:
        self._path.pop()
        if self._leaf and len(self._path) < self._leaf[2]:
            self._finish(len(self._path))

    def _finish(self, depth: int) -> None:
        assert self._leaf
        key, start, _ = self._leaf
        self._leaf = None
        around = self._path[:depth]
        opening = "".join(map(_alone, around))
        closing = "".join(f"</{element.name}>" for element in reversed(around))
        html = opening + "".join(self._html) + closing
        self.blocks.append(Block(key, start, self._offset, "".join(self._text), html))


def _alone(element: _Open) -> str:
    """The start tag of an ancestor of a block alone: a list counts on, details are open."""
    if element.name == "ol" and element.items > 1:
        given = _START.search(element.tag)
        first = int(given[1]) if given else 1
        return _START.sub("", element.tag)[:-1] + f' start="{first + element.items - 1}">'
    if element.name == "details" and ' open=""' not in element.tag:
        return element.tag[:-1] + ' open="">'
    return element.tag


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
