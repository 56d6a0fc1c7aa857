"""Writing the tree as the HTML that is stored, and the text that a browser reads in it.

Canonical HTML: `&`, `<`, `>` (and `"` in attributes) are references and nothing else is; every
element but void ones has its end tag; `id` and `href` come before other attributes; a newline
stands between two leaf blocks and after each `<br>` that is not in `<pre>`.
"""

from collections.abc import Mapping

from .allowlist import VOID
from .attributes import REL
from .limits import (
    MAX_STORED_DEPTH,
    MAX_WORK,
    TOO_DEEP,
    TOO_MANY_TAGS,
    WORK_PER_TOKEN,
    Refused,
)
from .tree import Inline, Node


def serialize(blocks: list[Node], places: Mapping[str, str], *, keyed: bool) -> tuple[str, str]:
    """The HTML and the text of top-level blocks; `places` says where links of the text lead.

    Raises Refused when what is written could not be read again within the limits.
    """
    writer = _Writer(places, keyed=keyed)
    writer.write_blocks(blocks, depth=1)
    return "".join(writer.html), "".join(writer.text)


class _Writer:
    def __init__(self, places: Mapping[str, str], *, keyed: bool) -> None:
        self.html: list[str] = []
        self.text: list[str] = []
        self._places = places
        self._keyed = keyed
        self._work = 0

    def write_blocks(self, blocks: list[Node], depth: int) -> None:
        follows = False
        for block in blocks:
            if follows and block.name != "colgroup":
                self._write_text("\n")
            self._open(block, depth)
            if block.is_leaf:
                self._write_inline(block.children, depth + 1, in_pre=block.name == "pre")
            else:
                self.write_blocks([b for b in block.blocks if isinstance(b, Node)], depth + 1)
            self._close(block)
            follows = follows or block.name != "colgroup"

    def _write_inline(self, children: list[Inline], depth: int, *, in_pre: bool) -> None:
        for child in children:
            if isinstance(child, str):
                self._write_text(child)
                continue
            self._open(child, depth)
            self._write_inline(child.children, depth + 1, in_pre=in_pre)
            self._close(child)
            if child.name == "br" and not in_pre:
                self._write_text("\n")

    def _open(self, node: Node, depth: int) -> None:
        self._count(node, depth)
        attributes = self._linked(node)
        if node.is_leaf and self._keyed:
            attributes = {"id": f"b{node.key}"} | attributes
        written = "".join(f' {name}="{_quoted(value)}"' for name, value in attributes.items())
        self.html.append(f"<{node.name}{written}>")

    def _linked(self, node: Node) -> dict[str, str]:
        """The attributes of `node`, with its link led to the place it names or taken away."""
        href = node.attributes.get("href")
        if href is None:
            return node.attributes
        if not href.startswith("#"):
            return node.attributes | {"rel": REL}
        place = self._places.get(href[1:]) if self._keyed else None
        if place:
            return node.attributes | {"href": f"#{place}", "rel": REL}
        return {name: value for name, value in node.attributes.items() if name != "href"}

    def _close(self, node: Node) -> None:
        if node.name not in VOID:
            self.html.append(f"</{node.name}>")

    def _write_text(self, text: str) -> None:
        self.text.append(text)
        self.html.append(_escaped(text))

    def _count(self, node: Node, depth: int) -> None:
        """Count at least what parsing this will cost: a start, an end, text and references."""
        if depth > MAX_STORED_DEPTH:
            raise Refused(TOO_DEEP)
        self._work += 4 * (WORK_PER_TOKEN + 2 * depth + 4)
        if self._work > MAX_WORK:
            raise Refused(TOO_MANY_TAGS)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    return _escaped(value).replace('"', "&quot;")
