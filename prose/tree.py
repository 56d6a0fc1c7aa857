"""The tree that canonicalizing builds: blocks that hold blocks, or runs of inline content."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, Union

from prose.characters import ASCII_SPACE, collapse, compose, storable

Inline: TypeAlias = Union["Node", str]


@dataclass(slots=True)
class Node:
    """An element.

    `children` is the inline content of an inline element or of a leaf block, `blocks` the content
    of any other block, and `targets` the ids by which the input may link to it.
    """

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    targets: tuple[str, ...] = ()
    children: list[Inline] = field(default_factory=list)
    blocks: list["Item"] = field(default_factory=list)
    is_leaf: bool = False
    key: int = 0

    def with_children(self, children: list[Inline]) -> "Node":
        """This leaf block again, with other content."""
        return Node(self.name, self.attributes, self.targets, children, is_leaf=True)

    def nodes(self) -> Iterator["Node"]:
        """Itself and all below it, in document order, once runs have been fitted into blocks."""
        yield self
        for child in self.children or self.blocks:
            if isinstance(child, Node):
                yield from child.nodes()


class Run:
    """Inline content between two block boundaries, with its white space as stored text has it."""

    def __init__(self, *, preformatted: bool) -> None:
        self.children: list[Inline] = []
        self._preformatted = preformatted
        self._open: list[tuple[Node, Node]] = []
        self._at_line_start = True
        self._trailing_space: list[Inline] | None = None

    def add_text(self, text: str, marks: list[Node]) -> None:
        """Add text within copies of the inline elements `marks`, outermost first."""
        text = storable(text)
        if not self._preformatted:
            text = collapse(text)
            if self._at_line_start or self._trailing_space is not None:
                text = text.removeprefix(" ")
        if text:
            place = self._place(marks)
            place.append(text)
            self._at_line_start = False
            self._trailing_space = place if text.endswith(" ") else None

    def add_element(self, node: Node, marks: list[Node]) -> None:
        """Add a line break or an image."""
        if node.name == "br":
            self._trim()
        self._place(marks).append(node)
        self._at_line_start = node.name == "br"
        self._trailing_space = None

    def finish(self) -> list[Inline]:
        """The content, trimmed, in NFC, without empty elements."""
        self._trim()
        children = _tidied(self.children)
        if self._preformatted and not "".join(_strings(children)).strip(ASCII_SPACE):
            return [] if all(isinstance(child, str) for child in children) else children
        return children

    def _place(self, marks: list[Node]) -> list[Inline]:
        """The list to add to: elements still open are kept, closed ones left, new ones opened."""
        common = 0
        for (opened, _), mark in zip(self._open, marks, strict=False):
            if opened is not mark:
                break
            common += 1
        del self._open[common:]
        place = self._open[-1][1].children if self._open else self.children
        for mark in marks[common:]:
            copy = Node(mark.name, mark.attributes, mark.targets)
            place.append(copy)
            self._open.append((mark, copy))
            place = copy.children
        return place

    def _trim(self) -> None:
        place = self._trailing_space
        if place is None or self._preformatted:
            return
        shorter = str(place.pop())[:-1]
        if shorter:
            place.append(shorter)
        self._trailing_space = None


Item: TypeAlias = Node | Run


def _strings(children: list[Inline]) -> Iterator[str]:
    for child in children:
        if isinstance(child, str):
            yield child
        else:
            yield from _strings(child.children)


def _tidied(children: list[Inline]) -> list[Inline]:
    """`children` with neighbouring texts joined and empty elements left out."""
    tidy: list[Inline] = []
    texts: list[str] = []
    for child in children:
        if isinstance(child, str):
            texts.append(child)
            continue
        child.children = _tidied(child.children)
        if child.children or child.name in ("br", "img"):
            _join(texts, tidy)
            tidy.append(child)
    _join(texts, tidy)
    return tidy


def _join(texts: list[str], tidy: list[Inline]) -> None:
    if texts:
        tidy.append(compose("".join(texts)))
        texts.clear()
