from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose.sentences import sentences, words
from prose.spans import is_valid_span
from tests.prose.sentence_examples import SPACED, UNSPACED

TEXTS = st.text(
    alphabet=st.sampled_from("aB .!?…\n“”\"'()。！」と\u0301\u200d\ufe0f❤؟字1,—¿"), max_size=60
)


def sentences_of(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


def words_of(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text, 0, len(text))]


@pytest.mark.parametrize("parts", SPACED)
def test_sentences_are_told_apart(parts: list[str]) -> None:
    assert sentences_of(" ".join(parts)) == parts


@pytest.mark.parametrize("parts", UNSPACED)
def test_sentences_without_spaces_are_told_apart(parts: list[str]) -> None:
    assert sentences_of("".join(parts)) == parts


def test_each_line_is_apart() -> None:
    assert sentences_of("Salt on the rail,\nsalt on\n\nthe tongue.") == [
        "Salt on the rail,",
        "salt on",
        "the tongue.",
    ]


def test_only_the_block_is_read() -> None:
    text = "One. Two. Three. Four."
    assert sentences(text, 5, 16) == [(5, 9), (10, 16)]
    assert words(text, 5, 16) == [(5, 8), (10, 15)]


def test_words_are_found() -> None:
    assert words_of("“Don’t,” she said — 3.14 times, café!") == [
        *("Don’t", "she", "said", "3.14", "times", "café"),
    ]
    assert words_of("e\u0301te\u0301") == ["e\u0301te\u0301"]
    assert words_of("…—!") == []


@given(text=TEXTS)
def test_sentences_cover_everything_that_is_seen(text: str) -> None:
    spans = sentences(text, 0, len(text))
    covered = {place for start, end in spans for place in range(start, end)}
    assert all(place in covered for place, char in enumerate(text) if not char.isspace())


@given(text=TEXTS)
def test_spans_are_whole_and_in_order(text: str) -> None:
    for spans in (sentences(text, 0, len(text)), words(text, 0, len(text))):
        assert all(is_valid_span(text, *span) for span in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
