"""Fitting what a block was found to hold into what it may hold.

Afterwards a block holds either inline content (then it is a leaf, and may have a key) or blocks
that a parser leaves in place: items in lists, rows in tables, text in leaves.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from prose.allowlist import LISTS, TEXT_BLOCKS
from prose.tree import Inline, Item, Node

#: Inline content that stood beside blocks, or alone.
Line: TypeAlias = list[Inline]
Content: TypeAlias = Node | Line

_KEPT_EMPTY = frozenset({"li", "dt", "dd", "td", "th"})
_VOID = frozenset({"hr", "col"})
_TABLE_CHILDREN = {
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "tr": {"td", "th"},
    "colgroup": {"col"},
}
_OWNERS = {"li": "ul", "dt": "dl", "dd": "dl"}


def fit(block: Node) -> list[Node]:
    """The blocks that `block` becomes: itself, none when it is empty, or several."""
    content = list(_finished(block.blocks))
    if block.name in _VOID:
        block.is_leaf = block.name == "hr"
        return [block]
    if block.name in TEXT_BLOCKS:
        return [item if isinstance(item, Node) else _leaf(block, item) for item in content]
    if block.name in _TABLE_CHILDREN:
        return _fit_table_part(block, content)
    if block.name in LISTS:
        return _holding(block, _gathered(content, "li", {"li", *LISTS}))
    if block.name == "dl":
        return _holding(block, _gathered(content, "dd", {"dt", "dd"}))
    return _fit_flow(block, content)


def fit_root(root: Node) -> list[Node]:
    """The blocks of a whole text: loose lines become paragraphs, parted where two breaks meet."""
    content: list[Content] = []
    for item in _finished(root.blocks):
        content.extend([item] if isinstance(item, Node) else _paragraphs(item))
    return _all_blocks(content)


def _finished(items: Iterable[Item]) -> Iterator[Content]:
    for item in items:
        if isinstance(item, Node):
            yield item
        elif line := item.finish():
            yield line


def _paragraphs(line: Line) -> Iterator[Line]:
    """Parts of a line between two or more `<br>` in a row."""
    groups = [(is_break, list(group)) for is_break, group in groupby(line, _is_break)]
    part: Line = []
    for is_break, group in groups:
        if is_break and len(group) > 1:
            yield part
            part = []
        else:
            part.extend(group)
    yield part


def _is_break(child: Inline) -> bool:
    return isinstance(child, Node) and child.name == "br"


def _fit_flow(block: Node, content: list[Content]) -> list[Node]:
    """A block of either kind: a leaf when it holds inline content alone."""
    if len(content) == 1 and not isinstance(content[0], Node):
        return [_leaf(block, content[0])]
    if not content and block.name in _KEPT_EMPTY:
        return [_leaf(block, [])]
    return _holding(block, _all_blocks(content))


def _fit_table_part(block: Node, content: list[Content]) -> list[Node]:
    """A table part with what it may hold. A parser leaves nothing else in it; if so, it follows."""
    allowed = _TABLE_CHILDREN[block.name]
    blocks = _all_blocks(content)
    kept = [child for child in blocks if child.name in allowed]
    return _holding(block, kept) + [child for child in blocks if child.name not in allowed]


def _holding(block: Node, blocks: list[Node]) -> list[Node]:
    """`block` with `blocks` in it, unless nothing that it holds is ever seen."""
    if all(child.name == "colgroup" for child in blocks):
        return []
    block.blocks = list(blocks)
    return [block]


def _leaf(block: Node, line: Line) -> Node:
    """`block` again with inline content alone."""
    if block.name == "pre":
        line = _starting_with_line(line)
    return Node(block.name, block.attributes, block.targets, line, is_leaf=True)


def _starting_with_line(line: Line) -> Line:
    """Keep a first empty line from parsers, which drop a line end right after `<pre>`."""
    first = line[0]
    if isinstance(first, str) and first.startswith("\n"):
        rest = [first[1:]] if first[1:] else []
        return [Node("span", children=["\n"]), *rest, *line[1:]]
    return line


def _all_blocks(content: Iterable[Content]) -> list[Node]:
    """Blocks alone: lines in paragraphs, stray items in lists; lines of mere breaks are dropped."""
    blocks: list[Node] = []
    for item in content:
        if isinstance(item, Node):
            blocks.append(item)
        elif not all(map(_is_break, item)):
            blocks.append(_leaf(Node("p"), item))
    return _owned(blocks)


def _owned(blocks: list[Node]) -> list[Node]:
    """Blocks with neighbouring stray list items put into a list of their own."""
    owned: list[Node] = []
    for owner, group in groupby(blocks, lambda block: _OWNERS.get(block.name)):
        members = list(group)
        owned.extend([Node(owner, blocks=list(members))] if owner else members)
    return owned


def _gathered(content: list[Content], name: str, allowed: set[str]) -> list[Node]:
    """The items of a list; what is no item is put into one."""
    items: list[Node] = []
    strays: list[Content] = []
    for item in content:
        if isinstance(item, Node) and item.name in allowed:
            items.extend(_item(name, strays))
            items.append(item)
            strays = []
        else:
            strays.append(item)
    return items + _item(name, strays)


def _item(name: str, content: list[Content]) -> list[Node]:
    return _fit_flow(Node(name), content) if content else []
