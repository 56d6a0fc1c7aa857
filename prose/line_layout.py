"""What a line means in a pasted text: a paragraph, a part of a wrapped one, or a verse."""

import re
from dataclasses import dataclass
from statistics import median

from prose.wrapping import SHORT_LINE, wrapped_width

VERSE_LINE = 60
_SPEECH = re.compile(r"\s*(?:[\"“„«‹「『*_]|['‘]\w|--|[—–―-]\s?\w)")
_PROSE_END = re.compile(r"[.!?…。！？」』][\"'”’»*_)\]]*$")


@dataclass(frozen=True)
class Layout:
    """`width` is that of hard-wrapped lines, 0 when lines end where the author ended them."""

    width: int
    lines_are_paragraphs: bool

    def is_verse(self, lines: list[str]) -> bool:
        """Several short lines together, that read like neither prose nor talk.

        In a text of short lines only, lines are verses when groups of them are the rule.
        """
        if len(lines) < 2 or self.lines_are_paragraphs:
            return False
        limit = min(VERSE_LINE, self.width * SHORT_LINE) if self.width else VERSE_LINE
        short = all(len(line.strip()) <= limit for line in lines)
        return short and (len(lines) > 2 or not self.width) and not _reads_as_talk(lines)


def layout_of(groups: list[list[str]]) -> Layout:
    """The layout of a text given as groups of lines between blank lines."""
    width = wrapped_width(groups)
    lengths = [len(line) for lines in groups for line in lines]
    return Layout(
        width=width,
        lines_are_paragraphs=not width and _lines_are_paragraphs(groups, lengths),
    )


def _lines_are_paragraphs(groups: list[list[str]], lengths: list[int]) -> bool:
    """No blank lines, or only between scenes: then most lines stand in groups and read as prose."""
    grouped = sum(len(lines) for lines in groups if len(lines) > 1)
    if grouped * 2 < len(lengths) or grouped < 2:
        return False
    prose = sum(bool(_PROSE_END.search(line)) for lines in groups for line in lines)
    return median(lengths) > VERSE_LINE or prose * 10 > len(lengths) * 6


def _reads_as_talk(lines: list[str]) -> bool:
    talk = sum(bool(_SPEECH.match(line)) for line in lines)
    return talk * 2 >= len(lines)
