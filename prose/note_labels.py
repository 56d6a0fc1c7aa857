"""How author's notes begin and end: "A/N:", "(Author's Note …)", "End A/N", "On with it!"."""

import re
from dataclasses import dataclass
from functools import cache

from prose.blocks import Block, text_of
from prose.requests.phrasebook import languages, phrasebook

_APOSTROPHES = str.maketrans("’‘´`", "''''")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">", "«": "»"}
_MARKS = r"[\s*_~#=>•·.|\-–—\\/:]*"
_SEPARATOR = r"[*_~\s]*(?:[:\-–—=~|>][:\-–—=~|>\s]*|\.(?=\s)\s*|(?=[)\]}>»\n]|$))"
_FIRST_RUN = re.compile(r"<p[^<>]*>\s*(?:<(?:strong|b|em|i|u)\b[^<>]*>)+(.*?)</", re.DOTALL)
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
            opening = match["bracket"] or ""
            closing = _BRACKETS.get(opening, "")
            return Label(match.end(), opening, closing, name == "end_labels", name == "weak_labels")
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


def is_authors_talk(text: str) -> bool:
    """Is it about chapters, reviews and updates, as stories are not?"""
    return len({match[0] for match in _talk().finditer(text.lower())}) >= _TALK_NEEDED


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
    lines = [line for table in tables for line in str(table.get(name, "")).strip().split("\n")]
    return "|".join(sorted({line for line in lines if line}, key=len, reverse=True))
