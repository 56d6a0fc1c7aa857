"""Text with hard line ends at a fixed width, as in e-mails and Project Gutenberg's files."""

import re
from itertools import pairwise

NARROWEST, WIDEST = 40, 100
SHORT_LINE = 0.8
_SENTENCE_END = re.compile(r"[.!?…:;—\-\"'”’»)*_\]]\s*$")
_INDENTED = re.compile(r"(?: {2,}|\u3000|\u00a0{2,})\S")
_NO_SPACES_BETWEEN_WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]$")


def wrapped_width(groups: list[list[str]]) -> int:
    """The width at which the lines were wrapped, or 0 when they were not, evidently.

    Evident means: nearly every line is so long that the next line's first word had no room, and
    lines do not all begin with a capital, as verses do.
    """
    width = _usual_longest([len(line) for lines in groups for line in lines])
    pairs = [
        pair
        for lines in groups
        if max(map(len, lines)) > SHORT_LINE * width  # else verses, which say nothing
        for pair in pairwise(lines)
    ]
    if len(pairs) < 2 or not NARROWEST <= width <= WIDEST:
        return 0
    full = sum(not _had_room(line, following, width) for line, following in pairs)
    capitals = sum(following.lstrip()[:1].isupper() for _, following in pairs)
    is_wrapped = full >= 2 and full >= 0.7 * len(pairs) and capitals <= 0.7 * len(pairs)
    return width if is_wrapped else 0


def _usual_longest(lengths: list[int]) -> int:
    """The longest length, two outliers in a hundred left aside."""
    return sorted(lengths)[-1 - len(lengths) // 50] if lengths else 0


def paragraphs_from_wrapped(lines: list[str], width: int) -> list[str]:
    """Joined paragraphs. A line that ends early with a full stop, or an indent, ends one."""
    paragraphs = [lines[0].strip()]
    outdented = not all(_INDENTED.match(line) for line in lines)
    for line, following in pairwise(lines):
        ends = _had_room(line, following, width) and _SENTENCE_END.search(line)
        if ends or (outdented and _INDENTED.match(following)):
            paragraphs.append(following.strip())
        else:
            paragraphs[-1] += _seam(line) + following.strip()
    return paragraphs


def _had_room(line: str, following: str, width: int) -> bool:
    """Would the next line's first word have fitted? With a little slack, for ragged wrapping."""
    first_word = following.split(maxsplit=1)[0] if " " in following.strip() else following[:1]
    return len(line) + 1 + len(first_word) + 2 <= width


def _seam(line: str) -> str:
    """What joins a line to the next: nothing where the script has no spaces between words."""
    return "" if _NO_SPACES_BETWEEN_WORDS.search(line) else " "
