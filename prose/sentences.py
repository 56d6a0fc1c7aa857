"""Sentences and words of a block of text, for readers who pick a passage without a pointer."""

import regex

_WORD = regex.compile(r"\b{w}", flags=regex.WORD)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentences in `text[start:end]`, without the space between them."""
    return [(start, end)] if text[start:end].strip() else []


def words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the words in `text[start:end]`, by Unicode's word boundaries (UAX 29)."""
    return []
