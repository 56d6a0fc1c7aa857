"""Counting words, for lists and statistics."""

import regex

#: Chinese and Japanese are written without spaces: each of their characters counts as a word.
_WORD = regex.compile(
    r"""(?x)
    (?P<unspaced> [\p{Han}\p{Hiragana}\p{Katakana}] )
    | (?! (?&unspaced) ) [\p{L}\p{N}]
      (?: (?! (?&unspaced) ) [\p{L}\p{M}\p{N}]
        | ['’‐\-·] (?=[\p{L}\p{N}])
        | (?<=\p{N}) [.,] (?=\p{N})
      )*
    """
)


def count_words(text: str) -> int:
    """The number of words; what a hyphen or an apostrophe joins is one."""
    return sum(1 for _ in _WORD.finditer(text))
