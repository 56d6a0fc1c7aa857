"""Markdown to HTML. The result is not yet safe to print: it goes through `prose.sanitizing`.

Raw HTML in the source is shown as the text it is, never passed on.
"""

import re
from functools import cache

from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt

from prose.limits import TOO_DEEP, Refused
from prose.lines import is_scene_break, lines_of

_LIGHT_RULES = (
    "emphasis",
    "strikethrough",
    "link",
    "autolink",
    "backticks",
    "escape",
    "entity",
    "newline",
    "blockquote",
    "list",
    "fence",
)
_MAX_NESTING = 60  # deeper blocks would be left out without a word
_FOOTNOTE = re.compile(r"([ >]*)\[\^(?=[^\]\s]+\]:)")
_NOTHING = _("Nothing of the text would be left to read once its Markdown is applied.")


def html_from_markdown(text: str) -> str:
    """A chapter's Markdown: CommonMark with strikethrough and tables, but no indented code.

    Writers indent paragraphs, and set scenes apart with `~~~`, `#` or `◇`. Raises Refused for
    what would be lost.
    """
    markdown = _chapter_markdown()
    tokens = markdown.parse(_with_footnotes(_with_plain_breaks(text)))
    if max((token.level for token in tokens), default=0) >= _MAX_NESTING - 1:
        raise Refused(TOO_DEEP)
    if text.strip() and not any(token.content or token.type == "hr" for token in tokens):
        raise Refused(_NOTHING)
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def html_from_light_markdown(text: str) -> str:
    """A comment's Markdown: emphasis, links, quotes, lists and code; no headings, no images.

    Line breaks stay, since people press Enter once in a comment and mean it.
    """
    return _light_markdown().render(text)


def _with_plain_breaks(text: str) -> str:
    """The ornaments that stand alone between blank lines as `***`, outside fenced code.

    Ornaments below a line of text are left alone: they may underline a heading or a table's head.
    """
    lines = ["", *lines_of(text), ""]
    fenced = False
    for number in range(1, len(lines) - 1):
        fenced ^= lines[number].lstrip().startswith("```")
        alone = not lines[number - 1].strip() and not lines[number + 1].strip()
        if alone and not fenced and is_scene_break(lines[number]):
            lines[number] = "***"
    return "\n".join(lines[1:-1])


def _with_footnotes(text: str) -> str:
    """The texts of footnotes as paragraphs, not as the definitions of links that they look like."""
    lines: list[str] = []
    fenced = False
    for line in text.split("\n"):
        fenced ^= line.lstrip().startswith("```")
        found = None if fenced else _FOOTNOTE.match(line)
        if found:
            lines += ["", rf"{found[1]}\[^{line[found.end() :]}"]
        else:
            lines.append(line)
    return "\n".join(lines)


@cache
def _chapter_markdown() -> MarkdownIt:
    options = {"html": False, "maxNesting": _MAX_NESTING}
    return MarkdownIt("commonmark", options).enable(["strikethrough", "table"]).disable("code")


@cache
def _light_markdown() -> MarkdownIt:
    return MarkdownIt("zero", {"html": False, "breaks": True}).enable(list(_LIGHT_RULES))
