"""Names of environment variables that are nearly ours."""

import difflib
import os
from collections.abc import Iterable

from django.core.exceptions import ImproperlyConfigured


def refuse_misspelt(known: Iterable[str]) -> None:
    """Stop on a variable whose name is nearly one of ours: a typo would be silently ignored."""
    known = set(known)
    for name in sorted(os.environ.keys() - known):
        meant = _meant_by(name, known - os.environ.keys())
        if meant:
            raise ImproperlyConfigured(f"{name} is set, but is not read; did you mean {meant}?")


def _meant_by(name: str, known: set[str]) -> str | None:
    """The variable one slip of the fingers away: a letter more or less, or two exchanged."""
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.9)
    short = (each for each in sorted(known) if len(each) < 6 and name in _slips(each))
    return close[0] if close else next(short, None)


def _slips(word: str) -> set[str]:
    """What is typed for a short word when one letter is left out, doubled or exchanged."""
    places = range(len(word))
    left_out = {word[:at] + word[at + 1 :] for at in places}
    doubled = {word[:at] + word[at] + word[at:] for at in places}
    exchanged = {word[:at] + word[at : at + 2][::-1] + word[at + 2 :] for at in places}
    return (left_out | doubled | exchanged) - {word}
