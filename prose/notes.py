"""Author's notes at the start or the end of a pasted text, lifted out of it.

A note opens with a label ("A/N:"). At the start it goes on to an evident end: a closing bracket,
a scene break, a heading, "On with the story!". Without one only what is surely the author's own
talk is taken, since a story lost in a note is worse than a note left in the story.
"""

import re
from dataclasses import dataclass

from prose.blocks import Block, blocks_in, html_of, without_ends
from prose.chapter_headings import is_heading
from prose.inviting import invited_kinds
from prose.note_labels import Label, ends_note, is_authors_talk, label_of, leads_into_story
from prose.pasting import html_from_plain

_FARTHEST_START = 6  # blocks: titles and disclaimers may stand before a note
_FARTHEST_END = 25  # blocks that a note may have
_LONGEST_NOTE = 5_000
_SHORT = 400
_SPEECH = re.compile(
    r"\s*[\"“„«‹]|\s*(?:--|[–—])\s?\w|.*[,.!?][\"”]\s+\w+ (?:said|asked)", re.DOTALL
)


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
            end, resume = _end_of_opening(blocks, start, label)
            if end > start and not (label.is_weak and not _is_talk(blocks[start:end])):
                note = _unlabelled(blocks[start:end], label)
                return note, [*blocks[:start], *_from_break(blocks[resume:])]
        if not _may_precede_note(block):
            break
    return [], blocks


def _lift_after(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    earliest = max(1, len(blocks) - _FARTHEST_END)
    for start in range(earliest, len(blocks)):
        label = label_of(blocks[start])
        if label and _is_closing_note(blocks, start, label):
            note = [block for block in blocks[start:] if not ends_note(block.text)]
            body = blocks[:start]
            while body and body[-1].name == "hr":
                body.pop()
            return _unlabelled(note, label), body
    return [], blocks


def _end_of_opening(blocks: list[Block], start: int, label: Label) -> tuple[int, int]:
    """Where the note ends and where the story goes on; both `start` when that cannot be told."""
    if label.bracket:
        return _end_by_bracket(blocks, start, label)
    if leads_into_story(blocks[start].text) and label.length < len(blocks[start].text):
        return start + 1, start + 1
    length = 0
    for end in range(start + 1, min(len(blocks), start + _FARTHEST_END)):
        block = blocks[end]
        length += len(block.text)
        if length > _LONGEST_NOTE:
            break
        if ends_note(block.text):
            keeps = "/" not in block.text and not block.text.lower().strip("([ ").startswith("end")
            return end + keeps, end + 1
        if leads_into_story(block.text):
            return end + 1, end + 1
        if is_heading(block):
            return end, end
        if block.name == "hr":
            if not _reads_as_note(blocks[start + 1 : end]):
                break
            return end, end
    end = _end_by_talk(blocks, start, label)
    return end, end


def _end_by_bracket(blocks: list[Block], start: int, label: Label) -> tuple[int, int]:
    """After the block in which the label's bracket closes, or after the first if none does."""
    depth = 0
    for end in range(start, min(len(blocks), start + _FARTHEST_END)):
        text = blocks[end].text
        depth += text.count(label.opening) - text.count(label.bracket)
        if depth <= 0:
            return end + 1, end + 1
        if blocks[end].name == "hr":
            break
    return start + 1, start + 1


def _end_by_talk(blocks: list[Block], start: int, label: Label) -> int:
    """No evident end: the first paragraph, and what follows as long as it is surely talk."""
    is_heading_only = label.length >= len(blocks[start].text.rstrip())
    end = start + 1 + is_heading_only
    look = _emphasis(blocks[end - 1 : end])
    while end < len(blocks) - 1 and (
        _is_surely_talk(blocks[end]) or (look and _emphasis(blocks[end : end + 1]) == look)
    ):
        end += 1
    return min(end, len(blocks) - 1)


def _is_surely_talk(block: Block) -> bool:
    if len(block.text) > _SHORT or block.name != "p" or _SPEECH.match(block.text):
        return False
    return is_authors_talk(block.text) or bool(invited_kinds(block.text).kinds)


def _emphasis(blocks: list[Block]) -> str:
    """The element that holds a whole paragraph: a note may be told from its italics."""
    match = re.fullmatch(r"<p[^<>]*><(strong|b|em|i)>.*</\1></p>", blocks[0].html if blocks else "")
    return match[1] if match else ""


def _reads_as_note(blocks: list[Block]) -> bool:
    """Is what stands between the label's paragraph and a scene break still the note?"""
    if not blocks:
        return True
    if any(_SPEECH.match(block.text) for block in blocks):
        return False
    talk = sum(is_authors_talk(block.text) or _is_surely_talk(block) for block in blocks)
    return talk * 2 >= len(blocks) or (len(blocks) <= 2 and _all_short(blocks))


def _all_short(blocks: list[Block]) -> bool:
    return all(len(block.text) < _SHORT for block in blocks)


def _is_closing_note(blocks: list[Block], start: int, label: Label) -> bool:
    note = blocks[start:]
    if sum(len(block.text) for block in note) > _LONGEST_NOTE:
        return False
    if label.bracket:
        closing = _end_by_bracket(blocks, start, label)[1]
        return closing == len(blocks) or all(block.name == "hr" for block in blocks[closing:])
    if label.is_weak and not _is_talk(note):
        return False
    set_apart = blocks[start - 1].name == "hr" or label.is_end or len(note) == 1
    return set_apart or not any(_SPEECH.match(block.text) for block in note[1:])


def _is_talk(blocks: list[Block]) -> bool:
    return is_authors_talk(" ".join(block.text for block in blocks))


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
