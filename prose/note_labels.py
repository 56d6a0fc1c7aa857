"""How author's notes begin and end: "A/N:", "(Author's Note …)", "End A/N", "On with it!"."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from prose.outer_blocks import Block, text_of
from prose.requests.phrasebook import languages, phrasebook

_APOSTROPHES = str.maketrans("’‘´`", "''''")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">", "«": "»"}
_MARKS = r"[\s*_~#=>•·.|\-–—\\/:]*"
_SEPARATOR = r"[*_~\s]*(?:[:\-–—=~|>][:\-–—=~|>\s]*|\.(?=\s)\s*|(?=[)\]}>»\n]|$))"
_FIRST_RUN = re.compile(r"<p[^<>]*>\s*(?:<(?:strong|b|em|i|u)\b[^<>]*>)+(.*?)</", re.DOTALL)
_AFTER_BRACKET = re.compile(r"[)\]}>»][\s*_~:\-–—=]*")
_MARKER = re.compile(
    r"^[\W_]*(?:/|ends?\b|fin d|fim d|ende d)|\b(?:ends?|over|finished)[\W_]*$", re.I
)
_SIGNS = Path(__file__).with_name("note_signs.toml")
_SLIPS = {"n/a"}  # often "not applicable" when nothing follows
_TALK_NEEDED = 2


@dataclass(frozen=True)
class Label:
    """A block that opens a note: `length` characters of its text are bracket and label.

    `opening` and `bracket` are the bracket before it, if any, and the one that will close it.
    A weak label ("Notes:") could as well be the story's.
    """

    length: int
    opening: str
    bracket: str
    is_end: bool
    is_weak: bool


def label_of(block: Block) -> Label | None:
    for name in ("end_labels", "labels", "weak_labels"):
        match = _label_pattern(name).match(block.text.translate(_APOSTROPHES))
        if match and _is_set_off(block, match, name):
            is_end, is_weak = name == "end_labels", name == "weak_labels"
            opening = match["bracket"] or ""
            closing = _BRACKETS.get(opening, "")
            length = match.end()
            if closing and block.text.startswith(closing, length):  # "[A/N] Hello"
                length += len(_AFTER_BRACKET.match(block.text, length)[0])  # type: ignore[index]
                opening = closing = ""
            if match["label"].lower() in _SLIPS and length >= len(block.text.rstrip()):
                return None
            return Label(length, opening, closing, is_end, is_weak)
    return None


def _is_set_off(block: Block, match: re.Match[str], name: str) -> bool:
    """Does something keep the label apart from what follows, as it must be in "AN: old men"?"""
    separator = match["separator"]
    if name == "weak_labels":
        return match.end() == len(block.text) or ":" in (separator or "")
    label = match["label"].lower()
    if separator is not None or label == "a.n." or ("/" in label and label != "n/a"):
        return True
    run = _FIRST_RUN.match(block.html)
    return run is not None and text_of(run[1]).strip() == match["label"]


def ends_note(text: str) -> bool:
    """Does a line of its own say that the note is over: "End A/N"?"""
    return bool(_closings().fullmatch(text.strip()))


def leads_into_story(text: str) -> bool:
    """Does the last sentence send the reader on: "Anyway, on with the chapter!"?"""
    sentences = re.split(r"(?<=[.!?…])\s+", text.strip())
    return ends_note(sentences[-1]) or ends_note(" ".join(sentences[-2:]))


def is_end_marker(text: str) -> bool:
    """Does it mark the end without being the author's words: "End A/N", "A/N end"?"""
    return ends_note(text) and bool(_MARKER.search(text.strip()))


def names_story(text: str) -> bool:
    """ "On with the chapter!", as no character says."""
    return bool(talk_words(re.split(r"(?<=[.!?…])\s+", text.strip())[-1]))


def is_authors_talk(text: str) -> bool:
    """Is it about chapters, reviews and updates, as stories are not?"""
    return len(talk_words(text)) >= _TALK_NEEDED


def talk_words(text: str) -> set[str]:
    return {match[0] for match in _talk().finditer(text.lower())}


@cache
def _label_pattern(name: str) -> re.Pattern[str]:
    label = f"(?i:{_listed(name)})"
    if name == "labels":
        label += "|" + str(phrasebook("en").table["notes"]["capital_labels"])
    return re.compile(
        rf"{_MARKS}(?P<bracket>[(\[{{<«])?{_MARKS}(?P<label>{label})(?!\w)(?P<separator>{_SEPARATOR})?"
    )


@cache
def _closings() -> re.Pattern[str]:
    return re.compile(rf"{_MARKS}[(\[]?(?i:{_listed('ends')})[)\]]?[\s*_~.!:;)^<>3xX\-–—=]*")


@cache
def _talk() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_listed('talk')})\b")


def _listed(name: str) -> str:
    """The lines of a list in every language's table, as one alternation."""
    tables = [phrasebook(language).table["notes"] for language in languages()]
    tables.append(tomllib.loads(_SIGNS.read_text(encoding="utf-8")))
    names = {name, "end_markers"} if name == "ends" else {name}
    sources = [str(table.get(each, "")) for table in tables for each in names]
    lines = [line for source in sources for line in source.strip().split("\n")]
    return "|".join(sorted({line for line in lines if line}, key=len, reverse=True))
