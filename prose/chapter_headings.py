"""Lines that head a chapter: "Chapter 12", "CHAPTER XII: The Ford", "Prologue", "Kapitel 3"."""

import re
from functools import cache

from prose.blocks import Block
from prose.requests.phrasebook import languages, phrasebook

_LONGEST = 100
_EDGES = " \t\u00a0\u3000*_~#=-–—•·.:|<>[]"
_ROMAN = r"[ivxlc]+"


def is_heading(block: Block) -> bool:
    if re.fullmatch(r"h[1-6]", block.name):
        return True
    return block.name == "p" and is_chapter_heading(block.text)


def is_chapter_heading(line: str) -> bool:
    line = line.strip(_EDGES)
    return 0 < len(line) <= _LONGEST and bool(_heading().fullmatch(line))


def is_numbered_alone(line: str) -> bool:
    """ "Chapter 3", with no title of its own."""
    return is_chapter_heading(line) and bool(_bare().fullmatch(line.strip(_EDGES)))


def heading_title(line: str) -> str:
    return line.strip(_EDGES.replace(".", "")).strip()


@cache
def _heading() -> re.Pattern[str]:
    numbered, alone, number = _listed("numbered"), _listed("alone"), _number()
    title = r"(?:\s*[:.\-–—|]+\s*\S.*|\s*\([^)]*\)|\s*[\"“'‘«].*)?"
    return re.compile(
        rf"(?i:(?:(?:{numbered})\s*(?:no\.?\s*)?#?{number}(?![\w']){title}"
        rf"|{number}\.?\s+(?:{numbered})(?!\w){title}"
        rf"|(?:{alone})(?!\w){title}"
        rf"|第\s*[\d一二三四五六七八九十百零〇两]+\s*[章話话回節节].*))"
    )


@cache
def _bare() -> re.Pattern[str]:
    numbered, number = _listed("numbered"), _number()
    return re.compile(rf"(?i:(?:{numbered})\s*#?{number}|{number}\.?\s+(?:{numbered}))")


def _number() -> str:
    return rf"(?:\d+|{_ROMAN}|{_listed('numbers')})"


def _listed(name: str) -> str:
    tables = [phrasebook(language).table["chapters"] for language in languages()]
    return "|".join(str(table[name]) for table in tables)
