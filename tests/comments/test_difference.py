import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.difference import MOST_WORDS, difference

texts = st.text(st.sampled_from("ab .\n\u0301’é"), max_size=60)


def _told(pieces):
    return "".join(
        {"kept": "{}", "deleted": "[-{}]", "inserted": "[+{}]"}[c].format(t) for c, t in pieces
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Their were nine", "There were nine", "[-Their][+There] were nine"),
        ("the old grey man", "the young brown man", "the [-old grey][+young brown] man"),
        ("most the morning", "most of the morning", "most [+of ]the morning"),
        ("the the current", "", "[-the the current]"),
        ("café", "cafe\u0301s", "[-café][+cafe\u0301s]"),
    ],
)
def test_words_are_told_apart(old, new, told):
    assert _told(difference(old, new)) == told


@given(texts, texts)
def test_the_pieces_tell_both_texts(old, new):
    pieces = difference(old, new)
    assert "".join(text for change, text in pieces if change != "inserted") == old
    assert "".join(text for change, text in pieces if change != "deleted") == new
    assert all(text for _, text in pieces)


def test_long_passages_are_shown_whole():
    old = "a " * MOST_WORDS
    assert [change for change, _ in difference(old, old + "b")] == ["deleted", "inserted"]
