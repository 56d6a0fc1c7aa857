"""Typed emphasis in plain text: `*so*`, `_so_`, `**so**`, `***so***`.

A sign opens only before a letter that follows no letter, and closes only after one that no
letter follows. So footnote marks*, swear words like f*** and names_with_underscores stay.
"""

import re
from html import escape

_FORMS = (
    (re.compile(r"(?<![\w*])\*{3}(?![\s*])([^*]+?)(?<!\s)\*{3}(?![\w*])"), "strong", "em"),
    (re.compile(r"(?<![\w*])\*{2}(?![\s*])((?:[^*]|\*(?!\*))+?)(?<!\s)\*{2}(?![\w*])"), "strong"),
    (re.compile(r"(?<![\w*])\*(?![\s*])([^*]+?)(?<!\s)\*(?![\w*])"), "em"),
    (re.compile(r"(?<!\w)_(?![\s_])((?:[^_]|(?<=\w)_(?=\w))+?)(?<![\s_])_(?!\w)"), "em"),
)


def html_from_emphasis(text: str) -> str:
    """One paragraph of plain text as inline HTML, escaped."""
    html = escape(text, quote=False)
    for form, *tags in _FORMS:
        opening = "".join(f"<{tag}>" for tag in tags)
        closing = "".join(f"</{tag}>" for tag in reversed(tags))
        html = form.sub(rf"{opening}\1{closing}", html)
    return html
