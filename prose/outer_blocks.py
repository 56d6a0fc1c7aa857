"""Simple HTML as a list of its outermost blocks, to take paragraphs away from either end."""

import re
from dataclasses import dataclass
from html import escape, unescape

_TOKEN = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>|[^<]+|<", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_EMPTY_INLINE = re.compile(
    r"<(strong|b|em|i|u|span|small|big|a|sub|sup)\b[^<>]*>(?:\s|<br\s*/?>)*</\1>"
)
_EDGE_BREAKS = re.compile(r"^((?:<[^/][^<>]*>)*?)(?:\s|<br\s*/?>)+")
_VOID = {"br", "hr", "img", "col", "wbr"}
_WRAPPERS = {"div", "section", "article", "main", "body", "html"}
_BLOCKS = (
    "address blockquote center details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre table ul "
    "section article main body html header footer aside nav"
).split()


@dataclass(frozen=True)
class Block:
    """`text` has a newline for each `<br>`."""

    name: str
    html: str
    text: str


def blocks_in(html: str) -> list[Block]:
    """The outermost blocks; text that stands in none becomes a paragraph of its own."""
    blocks: list[Block] = []
    tokens: list[str] = []
    depth = 0
    for token in _TOKEN.findall(html):
        closing, name = _tag(token)
        if depth == 0 and name in _BLOCKS and not closing:
            _finish(tokens, blocks)
        tokens.append(token)
        if name in _BLOCKS and name not in _VOID:
            depth = max(0, depth - 1) if closing else depth + 1
        if depth == 0 and name in _BLOCKS:
            _finish(tokens, blocks)
    _finish(tokens, blocks)
    return _unwrapped(blocks)


def html_of(blocks: list[Block]) -> str:
    return "\n".join(block.html for block in blocks)


def text_of(html: str) -> str:
    tokens = _TOKEN.findall(html)
    return "".join("\n" if _tag(t)[1] == "br" else _text(t) for t in tokens)


def without_ends(block: Block, start: int, end: int) -> Block:
    """The block without the first `start` and the last `end` characters of its text."""
    tokens = _cut(_TOKEN.findall(block.html), start)
    tokens = _cut(tokens[::-1], end, backwards=True)[::-1]
    html = "".join(tokens)
    while (pruned := _EMPTY_INLINE.sub("", html)) != html:
        html = pruned
    html = _EDGE_BREAKS.sub(r"\1", html)
    return Block(block.name, html, text_of(html))


def _cut(tokens: list[str], count: int, *, backwards: bool = False) -> list[str]:
    kept = []
    for token in tokens:
        text = "\n" if _tag(token)[1] == "br" else _text(token)
        taken = min(count, len(text))
        count -= taken
        if not taken:
            kept.append(token)
        elif taken < len(text):
            rest = text[:-taken] if backwards else text[taken:]
            kept.append(escape(rest, quote=False))
    return kept


def _tag(token: str) -> tuple[bool, str]:
    match = _TAG.match(token)
    return (bool(match[1]), match[2].lower()) if match else (False, "")


def _text(token: str) -> str:
    return "" if _tag(token)[1] or token.startswith("<!--") else unescape(token)


def _finish(tokens: list[str], blocks: list[Block]) -> None:
    html = "".join(tokens).strip()
    name = _tag(html)[1]
    tokens.clear()
    if not html:
        return
    if name not in _BLOCKS:
        name, html = "p", f"<p>{html}</p>"
    blocks.append(Block(name, html, text_of(html)))


def _unwrapped(blocks: list[Block]) -> list[Block]:
    """The blocks inside, when one plain container holds them all."""
    if len(blocks) != 1 or blocks[0].name not in _WRAPPERS:
        return blocks
    inner = re.sub(r"^<[^<>]*>|</[^<>]*>$", "", blocks[0].html)
    return blocks_in(inner)
