"""From allowed tags to the tree of the stored text.

Inline elements that run across blocks are closed before each block and opened again inside it,
so that a block holds either blocks or inline content and every block parses where it stands.
"""

from collections.abc import Callable, Iterable

from prose.allowlist import BLOCKS
from prose.attributes import clean_attributes
from prose.fitting import fit, fit_root
from prose.parsing import BREAK, Token
from prose.tree import Node, Run

_PARENTS = {
    "caption": {"table"},
    "colgroup": {"table"},
    "thead": {"table"},
    "tbody": {"table"},
    "tfoot": {"table"},
    "tr": {"thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "col": {"colgroup"},
}
_RUBY = ("ruby", "rt", "rp")


def build(tokens: Iterable[Token]) -> list[Node]:
    """The top-level blocks of a text."""
    builder = _Builder()
    for token in tokens:
        builder.take(token)
    return fit_root(builder.root)


class _Builder:
    def __init__(self) -> None:
        self.root = Node("root")
        self._blocks = [self.root]
        self._marks: list[Node] = []
        self._run: Run | None = None
        self._closers: list[Callable[[], None]] = []

    def take(self, token: Token) -> None:
        match token["type"]:
            case "StartTag":
                self._start(_node(token))
            case "EndTag":
                self._closers.pop()()
            case "EmptyTag":
                self._add_void(_node(token))
            case _:
                self._add_text(token["data"])

    def _start(self, node: Node) -> None:
        if node.name in BLOCKS:
            self._break()
            closer = self._open_block(node)
        else:
            closer = self._open_mark(node)
        self._closers.append(closer)

    def _open_block(self, node: Node) -> Callable[[], None]:
        parent = self._blocks[-1].name
        misplaced = parent not in _PARENTS.get(node.name, {parent})
        if misplaced or (node.name == "div" and parent == "dl"):
            return self._break
        self._blocks.append(node)
        return self._close_block

    def _close_block(self) -> None:
        self._break()
        node = self._blocks.pop()
        self._blocks[-1].blocks.extend(fit(node))

    def _open_mark(self, node: Node) -> Callable[[], None]:
        if self._is_nested_wrongly(node.name):
            return lambda: None
        self._marks.append(node)
        return self._close_mark

    def _close_mark(self) -> None:
        self._marks.pop()

    def _is_nested_wrongly(self, name: str) -> bool:
        """Whether a parser would close an open element to open this one."""
        if name == "a":
            return any(mark.name == "a" for mark in self._marks)
        if name in ("rt", "rp"):
            ruby = [mark.name for mark in self._marks if mark.name in _RUBY]
            return bool(ruby) and ruby[-1] != "ruby"
        return False

    def _add_void(self, node: Node) -> None:
        if node.name in ("hr", "col"):
            self._start(node)
            self._closers.pop()()
        elif node.name == "br" or "src" in node.attributes:
            self._current_run().add_element(node, self._marks)

    def _add_text(self, text: str) -> None:
        for index, piece in enumerate(text.split(BREAK)):
            if index:
                self._break()
            if piece:
                self._current_run().add_text(piece, self._marks)

    def _current_run(self) -> Run:
        if self._run is None:
            block = self._blocks[-1]
            self._run = Run(preformatted=block.name == "pre")
            block.blocks.append(self._run)
        return self._run

    def _break(self) -> None:
        self._run = None


def _node(token: Token) -> Node:
    attributes = {name: value for (_, name), value in token["data"].items()}
    targets = [attributes[name] for name in ("id", "name") if attributes.get(name)]
    return Node(token["name"], clean_attributes(token["name"], attributes), tuple(targets))
