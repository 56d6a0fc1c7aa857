"""Writing the tree as the HTML that is stored, and the text that a browser reads in it.

Canonical HTML: `&`, `<`, `>` (and `"` in attributes) are references and nothing else is; every
element but void ones has its end tag; `id` and `href` come before other attributes; a newline
stands between two leaf blocks and after each `<br>` that is not in `<pre>`.
"""

from collections.abc import Mapping

from prose.allowlist import INLINE, VOID
from prose.attributes import REL
from prose.limits import (
    MAX_STORED_DEPTH,
    MAX_WORK,
    TOO_DEEP,
    TOO_MANY_TAGS,
    WORK_PER_ELEMENT,
    WORK_PER_STEP,
    WORK_PER_TOKEN,
    Refused,
)
from prose.tree import Inline, Node


def serialize(blocks: list[Node], places: Mapping[str, str], *, keyed: bool) -> tuple[str, str]:
    """The HTML and the text of top-level blocks; `places` says where links of the text lead.

    Raises Refused when what is written could not be read again within the limits.
    """
    writer = _Writer(places, keyed=keyed)
    writer.write_blocks(blocks)
    return "".join(writer.html), "".join(writer.text)


class _Writer:
    def __init__(self, places: Mapping[str, str], *, keyed: bool) -> None:
        self.html: list[str] = []
        self.text: list[str] = []
        self._places = places
        self._keyed = keyed
        self._work = _Work()

    def write_blocks(self, blocks: list[Node]) -> None:
        follows = False
        for block in blocks:
            holds_leaves = block.name not in ("colgroup", "col")
            if follows and holds_leaves:
                self._write_text("\n")
            self._open(block)
            if block.is_leaf:
                self._write_inline(block.children, in_pre=block.name == "pre")
            else:
                self.write_blocks([child for child in block.blocks if isinstance(child, Node)])
            self._close(block)
            follows = follows or holds_leaves

    def _write_inline(self, children: list[Inline], *, in_pre: bool) -> None:
        for child in children:
            if isinstance(child, str):
                self._write_text(child)
                continue
            self._open(child)
            self._write_inline(child.children, in_pre=in_pre)
            self._close(child)
            if child.name == "br" and not in_pre:
                self._write_text("\n")

    def _open(self, node: Node) -> None:
        attributes = self._linked(node)
        if node.is_leaf and self._keyed:
            attributes = {"id": f"b{node.key}"} | attributes
        written = "".join(f' {name}="{_quoted(value)}"' for name, value in attributes.items())
        self.html.append(f"<{node.name}{written}>")
        self._work.open(node.name, written)

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
        self._work.close(node.name)

    def _write_text(self, text: str) -> None:
        escaped = _escaped(text)
        self.text.append(text)
        self.html.append(escaped)
        self._work.text(escaped)


class _Work:
    """Counts at least what the parser will count when this is sanitized again."""

    def __init__(self) -> None:
        self._sum = 0
        self._depth = 1
        self._inline_depth = 0

    def open(self, name: str, attributes: str) -> None:
        steps = len(attributes) if "&" in attributes else 1
        self._add(WORK_PER_ELEMENT - WORK_PER_TOKEN + steps * WORK_PER_STEP, tokens=1)
        self._depth += 1
        self._inline_depth += name in INLINE
        if self._depth > MAX_STORED_DEPTH:
            raise Refused(TOO_DEEP)

    def text(self, escaped: str) -> None:
        leads_with_space = escaped.startswith(" ") and len(escaped) > 1
        self._add(0, tokens=1 + leads_with_space + 2 * escaped.count("&"))

    def close(self, name: str) -> None:
        if name not in VOID:
            self._add(0, tokens=1)
        self._depth -= 1
        self._inline_depth -= name in INLINE

    def _add(self, work: int, tokens: int) -> None:
        each = WORK_PER_STEP + WORK_PER_TOKEN + self._depth + self._inline_depth
        self._sum += work + tokens * each
        if self._sum > MAX_WORK:
            raise Refused(TOO_MANY_TAGS)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    return _escaped(value).replace('"', "&quot;")
