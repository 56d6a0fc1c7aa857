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


def heading_title(line: str) -> str:
    return line.strip(_EDGES.replace(".", "")).strip()


@cache
def _heading() -> re.Pattern[str]:
    tables = [phrasebook(language).table["chapters"] for language in languages()]
    numbered, alone, numbers = (
        "|".join(str(table[name]) for table in tables) for name in ("numbered", "alone", "numbers")
    )
    number = rf"(?:\d+|{_ROMAN}|{numbers})"
    title = r"(?:\s*[:.\-–—|]+\s*\S.*|\s*\([^)]*\)|\s*[\"“'‘«].*)?"
    return re.compile(
        rf"(?i:(?:(?:{numbered})\s*(?:no\.?\s*)?#?{number}(?![\w']){title}"
        rf"|{number}\.?\s+(?:{numbered})(?!\w){title}"
        rf"|(?:{alone})(?!\w){title}"
        rf"|第\s*[\d一二三四五六七八九十百零〇两]+\s*[章話话回節节].*))"
    )
