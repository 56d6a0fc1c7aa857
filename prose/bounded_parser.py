"""The HTML parser that bleach carries, with bounds on its work and a fault of it mended."""

from typing import Any

from bleach import html5lib_shim

from prose.bounded_tokenizer import BoundedTokenizer
from prose.limits import MAX_FOSTERED, TOO_MANY_TAGS, Refused

_HTMLParser: Any = html5lib_shim.HTMLParser  # type: ignore[attr-defined]
_Tree: Any = type(_HTMLParser(namespaceHTMLElements=False).tree)


def parse(html: str) -> Any:
    """The root of the element tree that setting a div's innerHTML to `html` would make.

    Raises Refused.
    """
    return _BoundedParser(tree=_BoundedTree, namespaceHTMLElements=False).parseFragment(html)


class _BoundedParser(_HTMLParser):
    def _parse(self, stream: str, innerHTML: bool, container: str = "div") -> None:  # noqa: FBT001, N803
        self.innerHTMLMode = innerHTML
        self.container = container
        self.scripting = True
        self.tokenizer = BoundedTokenizer(stream, parser=self)
        self.reset()
        self.mainLoop()

    def parseError(self, *about: Any) -> None:  # noqa: N802
        """Whatever the input is, it is mended as browsers mend it: errors are not collected."""


class _BoundedElement(_Tree.elementClass):
    """An element that knows of children put before others: the parser forgets, and loses them."""

    fostered = 0

    def insertBefore(self, node: Any, refNode: Any) -> None:  # noqa: N802, N803
        self._count_fostered()
        super().insertBefore(node, refNode)
        self._childNodes.insert(self._childNodes.index(refNode), node)

    def insertText(self, data: str, insertBefore: Any = None) -> None:  # noqa: N802, N803
        if insertBefore is not None:
            self._count_fostered()
        super().insertText(data, insertBefore)

    def _count_fostered(self) -> None:
        """Finding the place before a table takes the longer, the more stands before it."""
        self.fostered += 1
        if self.fostered > MAX_FOSTERED:
            raise Refused(TOO_MANY_TAGS)


class _BoundedTree(_Tree):
    elementClass = _BoundedElement  # noqa: N815
    copies = 0

    def reconstructActiveFormattingElements(self) -> None:  # noqa: N802
        """Open again what was left open in an earlier block, and count the copies."""
        before = len(self.openElements)
        super().reconstructActiveFormattingElements()
        self.copies += len(self.openElements) - before

    def getFragment(self) -> Any:  # noqa: N802
        """The root as it stands: it need not be copied to be read."""
        return self.openElements[0]._element
