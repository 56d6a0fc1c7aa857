import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.picking import block_of, places_of, sentences_of
from prose.sanitizing import sanitize
from stories.models import Revision


def _revision(html):
    prose = sanitize(html)
    return Revision(html=prose.html, text=prose.text)


def _found(html, words, key="b1"):
    revision = _revision(html)
    spans = places_of(revision, block_of(revision, key), words)
    assert all(revision.text[span.start : span.end] == span.text for span in spans)
    return [span.text for span in spans]


@pytest.mark.parametrize(
    ("html", "words", "found"),
    [
        ("<p>“I know,” he said—twice.</p>", '"i know," HE', ["“I know,” he"]),
        ("<p>“I know,” he said—twice.</p>", "said-twice", ["said—twice"]),
        ("<p>It’s <em>so</em> late.</p>", "it's  so\nlate", ["It’s so late"]),
        ("<p>One<br>two</p>", "one two", ["One\ntwo"]),
        ("<p>The other then the end</p>", "the", ["The", "the"]),
        ("<p>İstanbul ISSTRASSE straße</p>", "straße", ["straße"]),
        ("<p>雨の日、雨の夜</p>", "雨", ["雨", "雨"]),
        ("<p>nothing here</p>", "elsewhere", []),
        ("<p>nothing here</p>", "   ", []),
    ],
)
def test_words_are_found_as_people_type_them(html, words, found):
    assert _found(html, words) == found


def test_words_are_sought_in_their_block_alone():
    html = "<p>lamps and lamps</p><p>one lamp</p>"
    assert _found(html, "lamp", key="b2") == ["lamp"]
    assert _found(html, "lamps", key="b2") == []


@given(st.text("aA “’\n-…İßé\u0301雨", max_size=30), st.integers(0, 30), st.integers(1, 8))
def test_what_stands_there_is_found_there(text, start, length):
    revision = _revision(f"<pre>{text}</pre>")
    block = block_of(revision, "b1")
    if block is None or not (words := block.text[start : start + length]).strip():
        return
    found = places_of(revision, block, words.replace("\n", " "))
    if " ".join(words.split()) == words:
        assert found


def test_nothing_is_picked_from_a_scene_break():
    revision = _revision("<p>One.</p><hr><p>Two.</p>")
    assert block_of(revision, "b2") is None
    assert block_of(revision, "b3").text == "Two."


def test_sentences_too_long_for_a_passage_are_not_offered():
    revision = _revision(f"<p>Short one. And {'long ' * 500}.</p>")
    spans = sentences_of(revision, block_of(revision, "b1"))
    assert [span.text for span in spans] == ["Short one."]
