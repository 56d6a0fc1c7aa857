"""Folding of names, so that two that a person reads as one are one."""

import re
import unicodedata
from functools import cache

from confusable_homoglyphs import categories, confusables

# Written together in one word by custom (UTS 39, "highly restrictive"): nobody is misled by them.
_EAST_ASIAN = {"HAN", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "LATIN", "COMMON", "INHERITED"}
_SMALL_CAPITAL = re.compile("LATIN LETTER SMALL CAPITAL ([A-Z])")


def fold(name: str) -> str:
    """NFKC with case folded, the caseless identity of Unicode (UAX 15 and 31)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def skeleton(name: str) -> str:
    """The same text for all names that look alike, in the manner of UTS 39: `раураl` in Cyrillic
    letters and `paypal`, `Adm1n` and `admin`. For comparing only, never for showing.

    `I` is `i` to whoever asks for a name and `l` to whoever reads it, so all three are one.
    """
    letters = "".join(map(_prototype, fold(name).replace("i\u0307", "i")))
    return letters.replace("i", "l").replace("vv", "w").replace("rn", "m")


def mixes_scripts(name: str) -> bool:
    """Whether a word has letters of one script among those of another they can be taken for."""
    return any(map(_is_mixed, name.split()))


def _is_mixed(word: str) -> bool:
    scripts = categories.unique_aliases(word)
    return not scripts <= _EAST_ASIAN and bool(confusables.is_dangerous(word))


@cache
def _prototype(letter: str) -> str:
    """The Latin letter that this one can be taken for, small or large, or itself."""
    if letter.isascii() and letter.isalpha():
        return letter
    small_capital = _SMALL_CAPITAL.fullmatch(unicodedata.name(letter, ""))
    if small_capital:
        return small_capital[1].lower()
    return _latin_like(letter) or _latin_like(letter.upper()) or letter


def _latin_like(letter: str) -> str:
    lookalikes = [row["c"] for row in confusables.confusables_data.get(letter, [])]
    latin = (c.lower() for c in lookalikes if len(c) == 1 and c.isascii() and c.isalpha())
    return min(latin, default="")
