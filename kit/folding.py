"""Folding of names, so that two that a person reads as one are one."""

import unicodedata


def fold(name: str) -> str:
    """NFKC with case folded, the caseless identity of Unicode (UAX 15 and 31)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
