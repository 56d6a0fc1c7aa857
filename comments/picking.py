"""Picking a passage without pointing at it: a sentence of a block, or words typed from it."""

from dataclasses import dataclass

from comments.selecting import LONGEST
from prose.keyed_blocks import Block, blocks
from prose.sentences import sentences
from stories.models import Revision

# A block with more sentences than this offers the first; any of its words can still be typed.
MOST = 200
CONTEXT = 30
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})


@dataclass(frozen=True)
class Span:
    """A choice: `[start, end)` of the revision's text, with some text before and after."""

    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""

    @property
    def value(self) -> str:
        return f"{self.start}-{self.end}"


def block_of(revision: Revision, key: str) -> Block | None:
    """The block of that key, if there is something in it to pick."""
    found = (block for block in blocks(revision.html) if block.key == key)
    return next((block for block in found if block.text.strip()), None)


def sentences_of(revision: Revision, block: Block) -> list[Span]:
    """What may be picked whole: each sentence that is not too long for a passage."""
    found = sentences(revision.text, block.start, block.end)[:MOST]
    return [
        Span(start, end, revision.text[start:end]) for start, end in found if end - start <= LONGEST
    ]


def places_of(revision: Revision, block: Block, words: str) -> list[Span]:
    """Where `words` stand in the block. Case, white space and the shape of quotation marks and
    dashes may differ: people type what they have keys for. Whole words come before parts of
    words. Every letter is folded to one letter, so that places stay places."""
    text = revision.text
    within, sought = _folded(text[block.start : block.end]), _folded(" ".join(words.split()))
    places: list[Span] = []
    at = within.find(sought) if sought else -1
    while at >= 0 and len(places) < MOST:
        start, end = block.start + at, block.start + at + len(sought)
        before = text[max(block.start, start - CONTEXT) : start]
        after = text[end : min(block.end, end + CONTEXT)]
        places.append(Span(start, end, text[start:end], before, after))
        at = within.find(sought, at + 1)
    return [span for span in places if _is_whole(text, span)] or places


def _is_whole(text: str, span: Span) -> bool:
    """Whether it begins and ends where words do, as far as the script tells."""
    edges = ((span.start - 1, span.start), (span.end - 1, span.end))
    return not any(
        left >= 0 and right < len(text) and text[left].isalnum() and text[right].isalnum()
        for left, right in edges
    )


def _folded(text: str) -> str:
    return "".join(map(_folded_letter, text.translate(_SAME)))


def _folded_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    lower = letter.lower()
    return lower if len(lower) == 1 else letter
