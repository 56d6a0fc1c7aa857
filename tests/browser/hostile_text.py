"""Chapter-like HTML, generated, of what makes counting characters go wrong."""

import random

SNIPPETS = (
    "The ferry was late. ",
    "naïve",
    "e\u0301\u0323",  # combining marks
    "👩‍👩‍👧‍👦",  # one letter of seven code points
    "🏴‍☠️",
    "🇵🇪🇮🇸",
    "𝔉𝔢𝔯𝔯𝔶 ",
    "אֳנִיָּה ",
    "المعديّة ",
    "渡し舟は遅れた。",
    "नदी ",
    "한국",
    " ",
    "a",
    "&amp;",
    "&lt;b&gt;",
)
INLINE = ("em", "strong", "b", "small", "q", "a", "span", "ruby")


def chapter(chance: random.Random) -> str:
    """Blocks with a line break between them, like what the sanitizer writes, only wilder."""
    return "\n".join(_block(chance, depth=0) for _ in range(chance.randint(1, 6)))


def _block(chance: random.Random, depth: int) -> str:
    form = chance.random()
    if form < 0.12:
        return "<hr>"
    if form < 0.3 and depth < 2:
        inner = "\n".join(_block(chance, depth + 1) for _ in range(chance.randint(1, 3)))
        return f"<blockquote>{inner}</blockquote>"
    return f"<p>{_inline(chance, 0)}</p>"


def _inline(chance: random.Random, depth: int) -> str:
    pieces = []
    for _ in range(chance.randint(0, 5)):
        form = chance.random()
        if form < 0.3 and depth < 3:
            name = chance.choice(INLINE)
            pieces.append(f"<{name}>{_inline(chance, depth + 1)}</{name}>")
        elif form < 0.4:
            pieces.append("<br>\n")
        elif form < 0.45:
            pieces.append("<!-- not text -->")
        else:
            pieces.append(chance.choice(SNIPPETS))
    return "".join(pieces)
