"""What text becomes when it is stored."""

import unicodedata

import pytest

from prose.sanitizing import Prose, Refused, sanitize, sanitize_comment, sanitize_note


def stored(html: str) -> str:
    return sanitize(html).html


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("<p>one</p>\n\n  <p>two</p>", "one\ntwo"),
        ("<section>one</section><section>two</section>", "one\ntwo"),
        ("one<article>two</article>three", "one\ntwo\nthree"),
        ("<b>one<section>two</section>three</b>", "one\ntwo\nthree"),
        ("<p>a<br>b<br/>\nc</p>", "a\nb\nc"),
        ("<p> a \n\t <b> b </b> <i> c</i> </p>", "a b c"),
        ("<p>a&nbsp; b\u3000 c</p>", "a\u00a0 b\u3000 c"),
        ("<pre>a\n  b\tc<br>d\r\ne</pre>", "a\n  b\tcd\ne"),
        ("<pre>\n\na</pre>", "\na"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "a\nb\nc"),
        ("<table><caption>t</caption><tr><td>a<td>b<tr><td>c</table>", "t\na\nb\nc"),
        ("<p>a</p><hr><p>b</p>", "a\n\nb"),
        ("<p>A\u030a and e<b>\u0301</b></p>", "\u00c5 and e\u0301"),
        ("<p>e<x-unknown>\u0301</x-unknown></p>", "\u00e9"),
        ("<p>a\x00b\rc\x0cd\ud800e</p>", "a\ufffdb c d\ufffde"),
        ("<p>&#0;&#13;&#xd800;&#12;x</p>", "\ufffd \ufffd x"),
        ("<p>&amp;lt; &lt;b&gt; &eacute;&#x301; &notit;</p>", "&lt; <b> é\u0301 ¬it;"),
        ("<details><summary>more</summary>inside</details>", "more\ninside"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
        ("", ""),
        ("  \n ", ""),
        ("<p></p><div><br></div>", "\n"),
    ],
)
def test_text_is_what_readers_see(given: str, text: str) -> None:
    assert sanitize(given).text == text


@pytest.mark.parametrize(
    ("given", "html"),
    [
        ("loose", '<p id="b1">loose</p>'),
        ("one<br><br>two", '<p id="b1">one</p>\n<p id="b2">two</p>'),
        ("<p>one<br><br>two</p>", '<p id="b1">one<br>\n<br>\ntwo</p>'),
        ("<p>one<p>two", '<p id="b1">one</p>\n<p id="b2">two</p>'),
        ("<div>a<p>b</p></div>", '<div><p id="b1">a</p>\n<p id="b2">b</p></div>'),
        ("<div>alone</div>", '<div id="b1">alone</div>'),
        ("<li>a", '<ul><li id="b1">a</li></ul>'),
        ("<dd>a", '<dl><dd id="b1">a</dd></dl>'),
        ("<ul>a<li>b</ul>", '<ul><li id="b1">a</li>\n<li id="b2">b</li></ul>'),
        ("<i>a<p>b</p></i>", '<p id="b1"><i>a</i></p>\n<p id="b2"><i>b</i></p>'),
        ("<h1>a<p>b</p>c</h1>", '<h1 id="b1">a</h1>\n<p id="b2">b</p>\n<h1 id="b3">c</h1>'),
        (
            "<table>x<tr><td></table>",
            '<p id="b1">x</p>\n<table><tbody><tr><td id="b2"></td></tr></tbody></table>',
        ),
        ("<p>a<b> </b></p><p><i></i></p>", '<p id="b1">a</p>'),
        ("<pre>\n\nx</pre>", '<pre id="b1"><span>\n</span>x</pre>'),
        ("<p>a&b \"c\" 'd' <e>", '<p id="b1">a&amp;b "c" \'d\'</p>'),
        ("<details>a</details>", '<details id="b1">a</details>'),
    ],
)
def test_html_takes_its_canonical_form(given: str, html: str) -> None:
    assert stored(given) == html


def test_a_poem_survives_whole() -> None:
    poem = (
        '<p id="b1">Salt on the rail,<br>\n\u00a0\u00a0salt on the tongue;<br>\n'
        "<em>nine</em> lamps.</p>"
    )
    assert sanitize(poem) == Prose(
        poem, "Salt on the rail,\n\u00a0\u00a0salt on the tongue;\nnine lamps."
    )


def test_right_to_left_text_survives_whole() -> None:
    html = '<p id="b1" dir="rtl" lang="he">היא אמרה: <b>"בוא"</b>\u200f.</p>'
    assert stored(html) == html


def test_a_table_survives_whole() -> None:
    html = (
        '<table><caption id="b1">Tides</caption><colgroup><col><col></colgroup>\n'
        '<thead><tr><th id="b2" scope="col">Day</th>\n<th id="b3">High</th></tr></thead>\n'
        '<tbody><tr><td id="b4" rowspan="2">Monday</td>\n<td id="b5">04:10</td></tr>\n'
        '<tr><td id="b6"></td></tr></tbody></table>'
    )
    assert stored(html) == html


def test_each_text_node_is_composed_and_the_whole_need_not_be() -> None:
    prose = sanitize("<p>e\u0301e<b>\u0301</b></p>")
    assert prose.text == "\u00e9e\u0301"
    assert prose.text != unicodedata.normalize("NFC", prose.text)


def test_links_are_marked_as_readers_own() -> None:
    rel = 'rel="nofollow noopener ugc"'
    assert stored('<a href="https://x.example/" rel="me" target="_top">a</a>') == (
        f'<p id="b1"><a href="https://x.example/" {rel}>a</a></p>'
    )


def test_a_text_at_its_limit_is_taken_and_one_beyond_is_refused() -> None:
    assert len(sanitize("<p>" + "a" * 500_000 + "</p>").text) == 500_000
    with pytest.raises(Refused, match="500,000"):
        sanitize("<p>" + "a" * 500_001 + "</p>")


def test_limits_are_those_of_each_kind_of_text() -> None:
    assert sanitize_note("a" * 5_000).text
    assert sanitize_comment("a" * 10_000).text
    assert sanitize("abc", limit=3).text
    for clean, length in ((sanitize_note, 5_001), (sanitize_comment, 10_001)):
        with pytest.raises(Refused):
            clean("a" * length)
    with pytest.raises(Refused):
        sanitize("abcd", limit=3)


def test_a_long_dialogue_is_taken() -> None:
    lines = "".join(f"<p>“You count <em>them</em> every night, {n}.”</p>\n" for n in range(4_000))
    prose = sanitize(lines)
    assert prose.text.count("\n") == 3_999
    assert sanitize(prose.html) == prose


def test_a_chapter_written_in_references_is_taken() -> None:
    assert sanitize("<p>" + "&#1083;" * 100_000 + "</p>").text == "л" * 100_000
