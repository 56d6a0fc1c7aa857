"""A suggestion beside the words that it would replace, word by word."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import regex

_WORDS = regex.compile(r"\w+|\s+|\X", flags=regex.DOTALL)
# Comparing takes up to the square of this; longer passages are shown whole.
MOST_WORDS = 400


class Piece(NamedTuple):
    """`change` is "kept", "deleted" or "inserted"."""

    change: str
    text: str


def difference(old: str, new: str) -> list[Piece]:
    """The pieces that together tell both texts."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        return _pieces(before, after, [("replace", 0, len(before), 0, len(after))])
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return _pieces(before, after, _joined(before, matcher.get_opcodes()))


Change = tuple[str, int, int, int, int]


def _joined(before: list[str], changes: Sequence[Change]) -> list[Change]:
    """With changes that only a space parts made one: "a b" for "c d", not word for word."""
    joined: list[Change] = []
    for position, change in enumerate(changes):
        kind, i, j, _, _ = change
        is_between = 0 < position < len(changes) - 1
        if kind == "equal" and is_between and "".join(before[i:j]).isspace():
            change = ("replace", *change[1:])
        if joined and change[0] != "equal" and joined[-1][0] != "equal":
            _, i, _, k, _ = joined.pop()
            change = ("replace", i, change[2], k, change[4])
        joined.append(change)
    return joined


def _pieces(before: list[str], after: list[str], changes: list[Change]) -> list[Piece]:
    pieces = []
    for kind, i, j, k, m in changes:
        if kind == "equal":
            pieces.append(Piece("kept", "".join(before[i:j])))
            continue
        pieces.append(Piece("deleted", "".join(before[i:j])))
        pieces.append(Piece("inserted", "".join(after[k:m])))
    return _slid([piece for piece in pieces if piece.text])


def _slid(pieces: list[Piece]) -> list[Piece]:
    """With what was only added, or only left out, beginning at a word: not " of" but "of "."""
    slid = list(pieces)
    for i in range(1, len(slid) - 1):
        before, change, after = slid[i - 1 : i + 2]
        space = change.text[0]
        alone = before.change == after.change == "kept" != change.change
        if alone and space.isspace() and after.text.startswith(space):
            slid[i - 1] = before._replace(text=before.text + space)
            slid[i] = change._replace(text=change.text[1:] + space)
            slid[i + 1] = after._replace(text=after.text[1:])
    return [piece for piece in slid if piece.text]
