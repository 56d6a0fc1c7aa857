"""The phrases of a language, read from prose/phrases/*.toml, and words tagged by them."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import regex

from prose.requests.misspelling import nearest
from prose.requests.wording import Piece, Sentence, folded

FOLDER = Path(__file__).parent.parent / "phrases"


@dataclass(frozen=True)
class Token:
    """One word, sign or known phrase. `tags` are the names of the phrase lists it stands in."""

    text: str
    tags: frozenset[str]
    start: int
    end: int

    def has(self, *tags: str) -> bool:
        return not self.tags.isdisjoint(tags)

    @property
    def is_sign(self) -> bool:
        return self.text in {",", ";", ":", "(", ")", "-", "?", "="}


def languages() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def phrasebook(language: str) -> "Phrasebook":
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return Phrasebook(table)


class Phrasebook:
    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table
        self._tags = {tag: self._pattern(lines) for tag, lines in table["tags"].items()}

    @cached_property
    def tones(self) -> dict[str, regex.Pattern[str]]:
        return {tone: self._pattern(lines) for tone, lines in self.table["tones"].items()}

    def mend(self, word: str) -> str:
        """The words meant by a word as typed."""
        spellings = self.table.get("spellings", {})
        if word in spellings:
            return str(spellings[word])
        if word in self._known:
            return word
        return nearest(word, self._sounds) or word

    def tokens(self, sentence: Sentence) -> list[Token]:
        """The sentence cut into the longest known phrases, and single words between them."""
        pieces = sentence.pieces
        ends: dict[int, int] = {}
        starts: list[int] = []
        text = ""
        for number, piece in enumerate(pieces):
            starts.append(len(text))
            text += piece.text
            ends[len(text)] = number
            text += " "
        tokens, number = [], 0
        while number < len(pieces):
            last, tags = self._longest(text, starts[number], ends)
            last = max(last, number)
            tokens.append(_token(pieces[number : last + 1], tags))
            number = last + 1
        return tokens

    def _longest(self, text: str, start: int, ends: dict[int, int]) -> tuple[int, frozenset[str]]:
        longest, tags = start, set[str]()
        for tag, pattern in self._tags.items():
            match = pattern.match(text, start)
            end = len(match[0].rstrip()) + start if match else -1
            if end > longest:
                longest, tags = end, {tag}
            elif end == longest and tags:
                tags.add(tag)
        if "harmless" in tags:  # whatever else it looks like
            tags = {"harmless"}
        return ends.get(longest, -1), frozenset(tags)

    def _pattern(self, lines: str) -> regex.Pattern[str]:
        parts = self.table.get("parts", {})
        source = "|".join(line for line in lines.strip().split("\n"))
        while (filled := re.sub(r"\{([a-z]+)\}", lambda m: parts[m[1]], source)) != source:
            source = filled
        folded_source = "".join(map(_folded, source))
        return regex.compile(
            f"(?:{folded_source})(?:(?<= )|(?![\\w']))", regex.POSIX
        )  # the longest wins

    @cached_property
    def _known(self) -> frozenset[str]:
        sources = [*self.table["tags"].values(), *self.table.get("parts", {}).values()]
        words = re.findall(r"[a-z']+", " ".join(sources))
        return frozenset(words) | frozenset(self.table.get("sounds", {}).get("others", "").split())

    @cached_property
    def _sounds(self) -> frozenset[str]:
        return frozenset(self.table.get("sounds", {}).get("words", "").split())


def _token(pieces: list[Piece], tags: frozenset[str]) -> Token:
    text = " ".join(piece.text for piece in pieces)
    return Token(text, tags, pieces[0].start, pieces[-1].end)


def _folded(char: str) -> str:
    return char if char.isascii() else folded(char)
