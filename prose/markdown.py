"""Markdown to HTML. The result is not yet safe to print: it goes through `prose.sanitizing`.

Raw HTML in the source is shown as the text it is, never passed on.
"""

from functools import cache

from markdown_it import MarkdownIt

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


def html_from_markdown(text: str) -> str:
    """A chapter's Markdown: CommonMark with strikethrough and tables, but no indented code.

    Writers indent paragraphs, and set scenes apart with `~~~`, `#` or `◇`.
    """
    return _chapter_markdown().render(_with_plain_breaks(text))


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


@cache
def _chapter_markdown() -> MarkdownIt:
    return (
        MarkdownIt("commonmark", {"html": False}).enable(["strikethrough", "table"]).disable("code")
    )


@cache
def _light_markdown() -> MarkdownIt:
    return MarkdownIt("zero", {"html": False, "breaks": True}).enable(list(_LIGHT_RULES))
