"""Does an author talk here to readers, or does the story go on?"""

import re
import tomllib
from functools import cache
from pathlib import Path

from prose.inviting import invited_kinds
from prose.note_labels import is_authors_talk, talk_words
from prose.outer_blocks import Block

_LONGEST_TALK = 1_500
_LONGEST_ASIDE = 600
_LONGEST_FAREWELL = 40
_SPEECH = re.compile(
    r"\s*[\"“„«‹「『]|\s*(?:--|[–—])\s?\w|.*[,.!?][\"”]\s+\w+ (?:said|asked)", re.DOTALL
)
_EMPHASIZED = re.compile(r"<p[^<>]*><(strong|b|em|i)>.*</\1></p>")
_PERSONS = ("first", "second", "third")
_STRAIGHT = str.maketrans("’‘´`", "''''")


def is_talk(block: Block) -> bool:
    """Surely the author's: about chapters and reviews, to readers, or an invitation."""
    text = _plain(block)
    if block.name == "hr" or len(text) > _LONGEST_TALK or is_speech(block):
        return False
    if _is_narrative(text):
        return False
    if _signs("sure").search(text) or invited_kinds(block.text).kinds:
        return True
    persons = bool(_signs("first_person").search(text)), bool(_signs("second_person").search(text))
    if is_authors_talk(text):
        return any(persons) or not is_of_others(block)
    return all(persons) and bool(talk_words(text)) and not is_of_others(block)


def may_be_talk(block: Block) -> bool:
    """The author's if surer talk follows: in the first person, and nobody speaks."""
    if block.name != "p" or len(block.text) > _LONGEST_ASIDE or is_speech(block):
        return False
    return bool(_signs("first_person").search(_plain(block))) and not re.search(
        r"[\"“”„«»]", block.text
    )


def is_addressed(block: Block) -> bool:
    """Does anything in it speak for a note: a person, or one word about writing?"""
    if block.name == "hr" or is_speech(block):
        return False
    text = _plain(block)
    persons = _signs("first_person").search(text) or _signs("second_person").search(text)
    return bool(persons or talk_words(text)) or is_talk(block)


def is_farewell(block: Block) -> bool:
    """A short last line: "xoxo, Jo"."""
    text = block.text.strip()
    return len(text) <= _LONGEST_FAREWELL and not text.endswith((".", "…")) and not is_speech(block)


def is_speech(block: Block) -> bool:
    return bool(_SPEECH.match(block.text))


def is_of_others(block: Block) -> bool:
    return bool(_signs("third_person").search(_plain(block)))


def emphasis_of(block: Block) -> str:
    """The element that holds a whole paragraph: a note may be told from its italics."""
    match = _EMPHASIZED.fullmatch(block.html)
    return match[1] if match else ""


def _is_narrative(text: str) -> bool:
    """More of him and her than of me and you."""
    counts = {name: len(_signs(f"{name}_person").findall(text)) for name in _PERSONS}
    return counts["third"] > counts["first"] + counts["second"]


def _plain(block: Block) -> str:
    return block.text.translate(_STRAIGHT).lower()


@cache
def _signs(name: str) -> re.Pattern[str]:
    table = tomllib.loads(Path(__file__).with_name("note_signs.toml").read_text(encoding="utf-8"))
    return re.compile(rf"(?<![\w'])(?:{'|'.join(table[name].strip().splitlines())})(?!\w)")
