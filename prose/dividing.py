"""A whole story in plain text divided into chapters by its headings."""

import re
from dataclasses import dataclass

from prose.chapter_headings import heading_title, is_chapter_heading, is_numbered_alone
from prose.lines import clean_lines, is_scene_break

_LONGEST_TITLE = 100
_BYLINE = re.compile(r"\s*[*_]*(?:by|von|de|par|por|author):?\s+\S.{0,60}", re.IGNORECASE)
_NO_TITLE = re.compile(r".*(?:[.,;:…—-]|[\"”»])$|\s*[\"“«„—–(\[]|(?i:disclaimer|a/n|author)")


@dataclass(frozen=True)
class Part:
    """A chapter: its heading, empty when it has none, and the text below it."""

    title: str
    source: str


@dataclass(frozen=True)
class Divided:
    """`title` is empty when the text names none; `preamble` stands before the first heading."""

    title: str
    preamble: str
    parts: list[Part]


def divide_plain(text: str) -> Divided:
    """By lines such as "Chapter 3: The Ford"; without any, the text is one part."""
    lines = clean_lines(text)
    heads = [number for number in range(len(lines)) if _is_head(lines, number)]
    title, rest = _title_line(lines[: heads[0]] if heads else lines)
    if not heads:
        return Divided(title, "", [Part("", "\n".join(rest))])
    ends = [*heads[1:], len(lines)]
    parts = [_part(lines[start:end]) for start, end in zip(heads, ends, strict=True)]
    return Divided(title, "\n".join(rest), without_contents(parts))


def without_contents(parts: list[Part]) -> list[Part]:
    """No empty parts: a table of contents repeats the headings without what they head."""
    return [part for part in parts if part.source.strip()] or parts[:1]


def _is_head(lines: list[str], number: int) -> bool:
    if not is_chapter_heading(lines[number]):
        return False
    before = lines[number - 1].strip() if number else ""
    after = lines[number + 1].strip() if number + 1 < len(lines) else ""
    return not before or not after or is_scene_break(before) or is_numbered_alone(lines[number])


def _part(lines: list[str]) -> Part:
    """A chapter; a short line right under a bare "Chapter 3" is part of its title."""
    title, start = heading_title(lines[0]), 1
    has_subtitle = len(lines) > 2 and lines[1].strip() and not lines[2].strip()
    if has_subtitle and is_numbered_alone(lines[0]) and _reads_as_title(lines[1]):
        title, start = f"{title}: {heading_title(lines[1])}", 2
    return Part(title, "\n".join(lines[start:]))


def _title_line(lines: list[str]) -> tuple[str, list[str]]:
    """The title, if the first line reads as one, and the lines below it and its byline."""
    lines = _from_first_words(lines)
    if len(lines) < 2 or not _reads_as_title(lines[0]):
        return "", lines
    below = _from_first_words(lines[1:])
    has_byline = bool(below) and bool(_BYLINE.fullmatch(below[0]))
    if lines[1].strip() and not has_byline:
        return "", lines
    return heading_title(lines[0]), below[1:] if has_byline else below


def _reads_as_title(line: str) -> bool:
    title = heading_title(line)
    return 0 < len(title) <= _LONGEST_TITLE and not _NO_TITLE.match(title)


def _from_first_words(lines: list[str]) -> list[str]:
    blank = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    return lines[blank:]
