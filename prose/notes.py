"""Author's notes at the start or the end of a pasted text, lifted out of it.

A note opens with a label ("A/N:"). At the start it goes on to an evident end: a closing bracket,
a scene break, a heading, "On with the story!". Whatever the end, only what is surely the author's
own talk is taken, since a story lost in a note is worse than a note left in the story.
"""

from dataclasses import dataclass

from prose.chapter_headings import is_heading
from prose.note_ends import FARTHEST, end_of_opening, is_closing_note
from prose.note_labels import Label, ends_note, label_of
from prose.note_talk import is_talk
from prose.outer_blocks import Block, blocks_in, html_of, without_ends
from prose.pasting import html_from_plain

_FARTHEST_START = 6  # blocks: titles and disclaimers may stand before a note


@dataclass(frozen=True)
class Lifted:
    """Three pieces of HTML; the notes are empty when there is none."""

    note_before: str
    body: str
    note_after: str


def lift_notes_from_plain(text: str) -> Lifted:
    return lift_notes(html_from_plain(text))


def lift_notes(html: str) -> Lifted:
    blocks = blocks_in(html)
    before, blocks = _lift_before(blocks)
    after, blocks = _lift_after(blocks)
    if not any(_is_prose(block) for block in blocks):  # a text that is nothing but a note
        return Lifted("", html, "")
    return Lifted(html_of(before), html_of(blocks), html_of(after))


def _lift_before(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    for start, block in enumerate(blocks[:_FARTHEST_START]):
        label = label_of(block)
        if label and not label.is_end:
            end, resume = end_of_opening(blocks, start, label)
            if end > start and not (label.is_weak and not any(map(is_talk, blocks[start:end]))):
                note = _unlabelled(blocks[start:end], label)
                return note, [*blocks[:start], *_from_break(blocks[resume:])]
        if not _may_precede_note(block):
            break
    return [], blocks


def _lift_after(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    earliest = max(1, len(blocks) - FARTHEST)
    for start in range(earliest, len(blocks)):
        label = label_of(blocks[start])
        if label and is_closing_note(blocks, start, label):
            note = [block for block in blocks[start:] if not ends_note(block.text)]
            body = blocks[:start]
            while body and body[-1].name == "hr":
                body.pop()
            return _unlabelled(note, label), body
    return [], blocks


def _may_precede_note(block: Block) -> bool:
    """Titles, headings, bylines, ratings and disclaimers."""
    text = block.text.strip()
    if block.name == "hr" or is_heading(block) or text.lower().startswith("disclaimer"):
        return True
    return len(text) <= 100 and not text.endswith((".", "!", "?", '"', "”", ",", "…"))


def _from_break(rest: list[Block]) -> list[Block]:
    """The story without the break that parted it from the note."""
    while rest and rest[0].name == "hr":
        rest = rest[1:]
    return rest


def _unlabelled(note: list[Block], label: Label) -> list[Block]:
    first = without_ends(note[0], label.length, 0)
    rest = note[1:] if not first.text.strip(" *_~\n") else [first, *note[1:]]
    while rest and rest[0].name == "hr":
        rest = rest[1:]
    if rest and label.bracket and label.bracket in rest[-1].text[-4:]:
        cut = len(rest[-1].text) - rest[-1].text.rindex(label.bracket)
        rest = [*rest[:-1], without_ends(rest[-1], 0, cut)]
    return [block for block in rest if block.name != "hr" and block.text.strip()]


def _is_prose(block: Block) -> bool:
    return block.name != "hr" and not is_heading(block) and bool(block.text.strip())
