"""Where an author's note ends: its own closing words, a break, a heading, or the end of talk."""

import re

from prose.chapter_headings import is_heading
from prose.note_labels import Label, ends_note, is_end_marker, leads_into_story, names_story
from prose.note_talk import (
    emphasis_of,
    is_addressed,
    is_farewell,
    is_of_others,
    is_speech,
    is_talk,
    may_be_talk,
)
from prose.outer_blocks import Block

_SMILE = re.compile(r"(?<=\s)[:;=8]-?[)\]]")
FARTHEST = 25  # blocks that a note may have
LONGEST_NOTE = 5_000
_FARTHEST_TALK = 5  # blocks without sure talk between two that have it


def end_of_opening(blocks: list[Block], start: int, label: Label) -> tuple[int, int]:
    """Where the note ends and where the story goes on; both `start` when that cannot be told.

    The first break or heading decides: it ends the note if all above it is talk.
    """
    if label.bracket:
        return end_by_bracket(blocks, start, label)
    if leads_into_story(blocks[start].text) and label.length < len(blocks[start].text):
        return start + 1, start + 1
    first = _after_own_paragraph(blocks, start, label)
    talk = min(end_of_talk(blocks, first), len(blocks) - 1)
    length = 0
    for end in range(start + 1, min(len(blocks), start + FARTHEST)):
        block = blocks[end]
        length += len(block.text)
        if length > LONGEST_NOTE or (end >= first and (block.name == "hr" or is_heading(block))):
            break
        if ends_note(block.text):
            if not (
                is_end_marker(block.text)
                or _may_lead(blocks[first:end], block, is_all_talk=talk >= end)
            ):
                break
            return end + (not is_end_marker(block.text)), end + 1
        if leads_into_story(block.text):
            if not _may_lead(blocks[first:end], block, is_all_talk=talk >= end):
                break
            return end + 1, end + 1
    if _stands_alone(blocks, start, label) and not is_addressed(blocks[first - 1]):
        return start, start
    return talk, talk


def end_by_bracket(blocks: list[Block], start: int, label: Label) -> tuple[int, int]:
    """After the block that ends with the label's bracket, or after the first if none does.

    A bracket that closes within a paragraph may have the story behind it.
    """
    depth = 0
    for end in range(start, min(len(blocks), start + FARTHEST)):
        text = _SMILE.sub("", blocks[end].text)
        depth += text.count(label.opening) - text.count(label.bracket)
        if depth <= 0:
            if text.rstrip(" *_~.\n").endswith(label.bracket):
                return end + 1, end + 1
            return (start, start) if end == start else (start + 1, start + 1)
        if blocks[end].name == "hr" or (end > start and is_speech(blocks[end])):
            break
    return start + 1, start + 1


def end_of_talk(blocks: list[Block], end: int) -> int:
    """The end of the note whose own paragraph is before `end`: what follows may be more of it.

    Sure talk is, a few paragraphs in the first person before such talk are, and so is what
    stands in the same italics as the note.
    """
    look = emphasis_of(blocks[end - 1])
    for number in range(end, len(blocks)):
        block = blocks[number]
        alike = look and emphasis_of(block) == look and not is_of_others(block)
        if is_talk(block) or (alike and number == end and not is_speech(block)):
            end = number + 1
        elif not may_be_talk(block) or number - end >= _FARTHEST_TALK - 1:
            break
    return end


def is_closing_note(blocks: list[Block], start: int, label: Label) -> bool:
    """Does the note that begins at `start` go on to the end of the text?"""
    if sum(len(block.text) for block in blocks[start:]) > LONGEST_NOTE:
        return False
    rest = [block for block in blocks[start:] if not ends_note(block.text) and block.name != "hr"]
    if label.bracket:
        closing = end_by_bracket(blocks, start, label)[1]
        return closing > start and all(block.name == "hr" for block in blocks[closing:])
    if label.is_weak and not any(is_talk(block) for block in rest):
        return False
    if label.is_end and not any(is_speech(block) for block in rest[1:]):
        own = 1 + _stands_alone(rest, 0, label)
        return len(rest) <= own or any(is_talk(block) for block in rest)
    first = _after_own_paragraph(rest, 0, label)
    if first > len(rest) or (_stands_alone(rest, 0, label) and not is_addressed(rest[first - 1])):
        return False
    end = end_of_talk(rest, first)
    return end >= len(rest) or (end == len(rest) - 1 and is_farewell(rest[end]))


def _after_own_paragraph(blocks: list[Block], start: int, label: Label) -> int:
    """Past the paragraph of the label, which is the next one if the label stands alone."""
    if not _stands_alone(blocks, start, label):
        return start + 1
    first = start + 1
    while first < len(blocks) and blocks[first].name == "hr":  # a line under the label
        first += 1
    return min(first + 1, len(blocks))


def _stands_alone(blocks: list[Block], start: int, label: Label) -> bool:
    return label.length >= len(blocks[start].text.rstrip())


def _may_lead(above: list[Block], block: Block, *, is_all_talk: bool) -> bool:
    """ "On with the chapter!" is no story's; "Here we go." may be."""
    return is_all_talk or (names_story(block.text) and not any(map(is_speech, above)))
