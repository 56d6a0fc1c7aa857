"""A whole story in Markdown divided into chapters by its headings."""

import re
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt

from prose.chapter_headings import is_chapter_heading
from prose.dividing import Divided, Part, without_contents
from prose.lines import lines_of

_FRONT_MATTER = re.compile(r"---[ ]*\n(.*?)\n(?:---|\.\.\.)[ ]*\n", re.DOTALL)
_TITLE_FIELD = re.compile(r"^title:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)
_MARKS = re.compile(r"[*_`]+")


@dataclass(frozen=True)
class _Head:
    """A heading, the line it begins on and the line after it."""

    level: int
    title: str
    start: int
    end: int


def divide_markdown(text: str) -> Divided:
    """By headings of the highest rank. One alone in its rank at the top is the story's title."""
    title, text = _front_matter("\n".join(lines_of(text)))
    heads = _heads_in(text)
    start = 0
    if not title and _is_story_title(heads):
        title, start = heads[0].title, heads[0].end
        heads = heads[1:]
    lines = text.split("\n")
    top = min((head.level for head in heads), default=0)
    heads = [head for head in heads if head.level == top]
    if not heads:
        return Divided(title, "", [Part("", "\n".join(lines[start:]))])
    ends = [*(head.start for head in heads[1:]), len(lines)]
    parts = [
        Part(head.title, "\n".join(lines[head.end : end]))
        for head, end in zip(heads, ends, strict=True)
    ]
    return Divided(title, "\n".join(lines[start : heads[0].start]), without_contents(parts))


def _front_matter(text: str) -> tuple[str, str]:
    """The title of a YAML head, and the text below it."""
    match = _FRONT_MATTER.match(text)
    if not match or ":" not in match[1]:
        return "", text
    title = _TITLE_FIELD.search(match[1])
    return (title[1] if title else ""), text[match.end() :]


def _heads_in(text: str) -> list[_Head]:
    """The headings outside quotes and lists, as Markdown has them and code blocks have not."""
    tokens = MarkdownIt("commonmark", {"html": False}).disable("code").parse(text)
    return [
        _Head(int(token.tag[1]), _MARKS.sub("", inline.content).strip(), *token.map)
        for token, inline in pairwise(tokens)
        if token.type == "heading_open" and token.level == 0 and token.map and inline.content
    ]


def _is_story_title(heads: list[_Head]) -> bool:
    if not heads or is_chapter_heading(heads[0].title):
        return False
    return all(head.level > heads[0].level for head in heads[1:])
