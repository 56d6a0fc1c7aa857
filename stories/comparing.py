"""Two texts shown as one, with what was taken out and put in. For people to read, not to anchor by.

Paragraphs are aligned first, words only within paragraphs that changed, so that a long chapter
costs little; a changed stretch too long to be compared by words is shown whole, old and new.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

MAX_WORDS = 1_500  # of one paragraph; SequenceMatcher is quadratic at worst
_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Piece:
    """`act` is `same`, `removed` or `added`."""

    act: str
    text: str


@dataclass(frozen=True)
class Change:
    """A changed paragraph as pieces, after `skipped` unchanged ones."""

    skipped: int
    pieces: list[Piece]


def changes_between(old: str, new: str) -> list[Change]:
    """The paragraphs that differ, in order."""
    before, after = old.split("\n"), new.split("\n")
    changes: list[Change] = []
    skipped = 0
    for act, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if act == "equal":
            skipped += j - i
            continue
        for was, is_now in zip_longest(before[i:j], after[k:m], fillvalue=""):
            changes.append(Change(skipped, _pieces(was, is_now)))
            skipped = 0
    return changes


def _pieces(old: str, new: str) -> list[Piece]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > MAX_WORDS:
        return [Piece("removed", old), Piece("added", new)]
    pieces: list[Piece] = []
    for act, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if act == "equal":
            pieces.append(Piece("same", "".join(before[i:j])))
            continue
        pieces.append(Piece("removed", "".join(before[i:j])))
        pieces.append(Piece("added", "".join(after[k:m])))
    return [piece for piece in pieces if piece.text]
