"""Two texts shown as one, with what was taken out and put in. For people to read, not to anchor by.

Paragraphs are aligned first, words only within the stretches that changed, so that a long chapter
costs little; a stretch too long to be compared by words is shown whole, old and new.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile
from operator import eq

MAX_WORDS = 3_000  # of one stretch; SequenceMatcher is quadratic at worst
CHANCE = 2  # words: alike between two changes, so few of them mean nothing
_WORD = re.compile(r"\n|[^\S\n]*\S+[^\S\n]*|[^\S\n]+")

Opcode = tuple[str, int, int, int, int]


@dataclass(frozen=True)
class Piece:
    """`act` is `same`, `removed` or `added`."""

    act: str
    text: str


@dataclass(frozen=True)
class Change:
    """A stretch of changed paragraphs as pieces, after `skipped` unchanged paragraphs."""

    skipped: int
    pieces: list[Piece]


def changes_between(old: str, new: str) -> list[Change]:
    """The stretches that differ, in order."""
    before, after = old.split("\n"), new.split("\n")
    changes: list[Change] = []
    skipped = 0
    for act, i, j, k, m in _opcodes(before, after):
        if act == "equal":
            skipped += j - i
        else:
            changes.append(Change(skipped, _pieces("\n".join(before[i:j]), "\n".join(after[k:m]))))
            skipped = 0
    return changes


def _pieces(old: str, new: str) -> list[Piece]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > MAX_WORDS:
        return [Piece("removed", old), Piece("added", new)]
    pieces: list[Piece] = []
    for act, i, j, k, m in _without_chance(_opcodes(before, after)):
        if act == "equal":
            pieces.append(Piece("same", "".join(before[i:j])))
        else:
            pieces.append(Piece("removed", "".join(before[i:j])))
            pieces.append(Piece("added", "".join(after[k:m])))
    return [piece for piece in pieces if piece.text]


def _opcodes(before: list[str], after: list[str]) -> list[Opcode]:
    """What stands alike at both ends is set aside first. What is often in a long list begins no
    match there (difflib's junk), or a text of many like lines would take minutes."""
    start = _alike(before, after)
    room = min(len(before), len(after)) - start
    end = min(_alike(before[::-1], after[::-1]), room)
    i, k = len(before) - end, len(after) - end
    found = SequenceMatcher(None, before[start:i], after[start:k]).get_opcodes()
    between = [(a, b + start, c + start, d + start, e + start) for a, b, c, d, e in found]
    first = [("equal", 0, start, 0, start)] if start else []
    last = [("equal", i, i + end, k, k + end)] if end else []
    return [*first, *between, *last]


def _alike(before: list[str], after: list[str]) -> int:
    """How many items the beginnings have in common."""
    return sum(1 for _ in takewhile(bool, map(eq, before, after)))


def _without_chance(opcodes: Sequence[Opcode]) -> list[Opcode]:
    """With few words alike between two changes taken into one larger change."""
    joined: list[Opcode] = []
    last = len(opcodes) - 1
    for place, (act, i, j, k, m) in enumerate(opcodes):
        is_chance = act == "equal" and j - i <= CHANCE and 0 < place < last
        act = "replace" if is_chance else act
        if joined and act != "equal" and joined[-1][0] != "equal":
            joined[-1] = ("replace", joined[-1][1], j, joined[-1][3], m)
        else:
            joined.append((act, i, j, k, m))
    return joined
