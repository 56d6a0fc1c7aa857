"""Folding of names, so that two that a person reads as one are one."""

import unicodedata
from functools import cache

from confusable_homoglyphs import confusables


def fold(name: str) -> str:
    """NFKC with case folded, the caseless identity of Unicode (UAX 15 and 31)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def skeleton(name: str) -> str:
    """The same text for all names that look alike, in the manner of UTS 39: `раураl` in Cyrillic
    letters and `paypal`, `bi11` and `bill`. For comparing only, never for showing."""
    return "".join(map(_prototype, fold(name))).replace("rn", "m")


def mixes_scripts(name: str) -> bool:
    """Whether letters of one script stand among those of another that they can be taken for."""
    return bool(confusables.is_dangerous(name))


@cache
def _prototype(letter: str) -> str:
    """The Latin letter that this one can be taken for, or itself."""
    if letter.isascii() and letter.isalpha():
        return letter
    lookalikes = (row["c"] for row in confusables.confusables_data.get(letter, []))
    latin = sorted(c.lower() for c in lookalikes if len(c) == 1 and c.isascii() and c.isalpha())
    return latin[0] if latin else letter
