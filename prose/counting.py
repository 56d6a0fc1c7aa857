"""Counting words, for lists and statistics."""

import regex

#: A character of a script written without spaces counts as a word of its own.
_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}]"
    r"|(?:(?![\p{Han}\p{Hiragana}\p{Katakana}])[\p{L}\p{M}\p{N}])+"
    r"(?:['’.,\-‐·](?:(?![\p{Han}\p{Hiragana}\p{Katakana}])[\p{L}\p{M}\p{N}])+)*"
)


def count_words(text: str) -> int:
    """The number of words: what is written together is one, a Chinese or Japanese character too."""
    return sum(1 for _ in _WORD.finditer(text))
