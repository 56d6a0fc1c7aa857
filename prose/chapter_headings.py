"""Lines that head a chapter: "Chapter 12", "CHAPTER XII: The Ford", "Prologue", "Kapitel 3"."""

import re
from functools import cache

from prose.outer_blocks import Block
from prose.requests.phrasebook import languages, phrasebook

_LONGEST = 100
_EDGES = " \t\u00a0\u3000*_~#=-–—•·.:|<>[]"
_TITLE = r"(?:\s*[:.،\-–—]+\s*\S.*)?"
_RUSSIAN_ORDINAL = (
    r"(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|последн|\w+надцат|\w*дцат)\w*[ая]я"
    r"|третья"
)
_OTHER_SCRIPTS = (
    r"第\s*[\d〇零一二两三四五六七八九十百千]+\s*[章话話回節节幕].*",
    r"序章|終章|终章|プロローグ|エピローグ|楔子|尾声",
    rf"(?:الفصل|الجزء|الباب)\s+(?:\d+|ال\w+(?:\s+عشرة?)?){_TITLE}",
    rf"(?:فصل|باب)\s+\d+{_TITLE}",
    r"(?:ال)?(?:مقدمة|خاتمة)",
    rf"(?:глава|часть|розділ|частина)\s+(?:\d+|[ivxlc]+|{_RUSSIAN_ORDINAL}){_TITLE}",
    rf"(?:{_RUSSIAN_ORDINAL})\s+(?:глава|часть)",
    rf"(?:пролог|эпилог|епілог){_TITLE}",
    rf"(?:κεφάλαιο|פרק|अध्याय)\s+(?:\d+|\w{{1,2}}['’״׳]?){_TITLE}",
    rf"제?\s*\d+\s*[장화부]{_TITLE}",
)
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
        rf"|{'|'.join(_OTHER_SCRIPTS)}))"
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
