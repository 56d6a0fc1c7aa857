"""What holds for any input at all."""

import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser
from random import Random

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from prose.keyed_blocks import blocks
from prose.sanitizing import Prose, Refused, sanitize, sanitize_comment, sanitize_note
from tests.prose.soup import HOSTILE, random_soup

SOUPS = st.one_of(
    st.builds(random_soup, st.integers().map(Random), st.integers(1, 40)),
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=4).map("".join),
    st.text(alphabet=st.sampled_from("<>/!-&;#x\"'= \n\x00abipre\u0301字")),
    st.text(),
)
CLEANERS = st.sampled_from([sanitize, sanitize_note, sanitize_comment])


class TextOfHtml(HTMLParser):
    """Another program's reading of the text: that of Python's own tokenizer."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data


@settings(max_examples=400, deadline=None)
@given(html=SOUPS, clean=CLEANERS)
def test_sanitizing_again_changes_nothing(html: str, clean: Callable[[str], Prose]) -> None:
    prose = clean(html)
    assert clean(prose.html) == prose


@settings(max_examples=300, deadline=None)
@given(html=SOUPS)
def test_text_is_that_of_the_html(html: str) -> None:
    prose = sanitize(html)
    assert TextOfHtml(prose.html).text == prose.text
    assert "\n".join(block.text for block in blocks(prose.html)) == prose.text


@settings(max_examples=300, deadline=None)
@given(html=SOUPS)
def test_text_can_be_stored_and_sent(html: str) -> None:
    prose = sanitize(html)
    assert not regex.search(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", prose.html)
    assert prose.html.encode().decode() == prose.html


@settings(max_examples=300, deadline=None)
@given(html=SOUPS)
def test_each_text_node_is_composed(html: str) -> None:
    for node in regex.split("<[^>]*>", sanitize(html).html):
        assert unicodedata.is_normalized("NFC", node)


@settings(max_examples=300, deadline=None)
@given(html=SOUPS)
def test_white_space_is_single_outside_preformatted_text(html: str) -> None:
    outside = regex.sub("(?s)<pre.*?</pre>", "", sanitize(html).html)
    assert not regex.search(r"[\t\r\f]|  |>\n +| (?=</p>|<br>)", outside)


@settings(max_examples=100, deadline=None)
@given(limit=st.integers(0, 60), html=SOUPS)
def test_no_text_is_longer_than_its_limit(limit: int, html: str) -> None:
    try:
        prose = sanitize(html, limit=limit)
    except Refused:
        assert sanitize(html) != Prose("", "")
    else:
        assert len(prose.text) <= limit
        assert prose == sanitize(html)
