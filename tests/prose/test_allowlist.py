"""Every element and attribute that is allowed survives, each in the place where HTML has it."""

import re

import pytest

from prose.allowlist import ATTRIBUTES, ATTRIBUTES_OF_ALL, BLOCKS, INLINE, VOID
from prose.sanitizing import sanitize, sanitize_comment, sanitize_note

DESIGNED = set(
    "a abbr acronym address b big blockquote br caption center cite code col colgroup dd del"
    " details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q"
    " rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot th thead tr"
    " tt u ul var".split()
)
AROUND = {
    "caption": "<table>{}<tbody><tr><td>cell</td></tr></tbody></table>",
    "colgroup": "<table>{}<tbody><tr><td>cell</td></tr></tbody></table>",
    "col": "<table><colgroup>{}</colgroup><tbody><tr><td>cell</td></tr></tbody></table>",
    "thead": "<table>{}</table>",
    "tbody": "<table>{}</table>",
    "tfoot": "<table>{}</table>",
    "tr": "<table><tbody>{}</tbody></table>",
    "td": "<table><tbody><tr>{}</tr></tbody></table>",
    "th": "<table><tbody><tr>{}</tr></tbody></table>",
    "li": "<ul>{}</ul>",
    "dt": "<dl>{}</dl>",
    "dd": "<dl>{}</dl>",
}
INSIDE = {
    "table": "<tbody><tr><td>text</td></tr></tbody>",
    "thead": "<tr><td>text</td></tr>",
    "tbody": "<tr><td>text</td></tr>",
    "tfoot": "<tr><td>text</td></tr>",
    "tr": "<td>text</td>",
    "colgroup": "<col>",
    "ul": "<li>text</li>",
    "ol": "<li>text</li>",
    "dl": "<dt>text</dt>",
    "dd": "text",
}
VALUES = {
    "align": "center",
    "alt": "A lamp",
    "cite": "https://example.org/a?b=1&amp;c=2",
    "colspan": "2",
    "dir": "rtl",
    "height": "40",
    "href": "https://example.org/a?b=1&amp;c=2",
    "lang": "pt-BR",
    "open": "",
    "rowspan": "3",
    "scope": "row",
    "src": "https://example.org/lamp.png",
    "start": "-3",
    "title": "two &quot;words&quot; &lt;and&gt; &amp;amp;",
    "width": "50%",
}
TYPES = {"ol": "i", "ul": "square", "li": "A"}
PAIRS = sorted(
    (element, attribute)
    for element in DESIGNED
    for attribute in ATTRIBUTES_OF_ALL | ATTRIBUTES.get(element, frozenset())
)


def marked_up(element: str, attributes: str = "") -> str:
    if element == "img" and " src=" not in attributes:
        attributes += ' src="https://example.org/lamp.png"'
    content = "" if element in VOID else INSIDE.get(element, "text") + f"</{element}>"
    around = AROUND.get(element, "{}" if element in BLOCKS else "<p>before {} after</p>")
    return around.format(f"<{element}{attributes}>{content}")


def test_the_allowlist_is_the_designed_one() -> None:
    assert BLOCKS | INLINE == DESIGNED


@pytest.mark.parametrize("element", sorted(DESIGNED))
def test_every_allowed_element_survives(element: str) -> None:
    assert f"<{element}" in sanitize(marked_up(element)).html


@pytest.mark.parametrize("element", sorted(DESIGNED - {"col", "hr", "br", "img", "colgroup"}))
def test_every_allowed_element_keeps_its_text(element: str) -> None:
    assert "text" in sanitize(marked_up(element)).text


@pytest.mark.parametrize(("element", "attribute"), PAIRS)
def test_every_allowed_attribute_survives(element: str, attribute: str) -> None:
    value = TYPES[element] if attribute == "type" else VALUES[attribute]
    html = sanitize(marked_up(element, f' {attribute}="{value}"')).html
    tag = re.search(f"<{element}( [^>]*)?>", html)
    assert tag
    assert f' {attribute}="{value}"' in tag[0]


@pytest.mark.parametrize("attribute", ["class", "style", "onclick", "data-x", "name", "target"])
@pytest.mark.parametrize("element", sorted(DESIGNED))
def test_no_other_attribute_survives(element: str, attribute: str) -> None:
    html = sanitize(marked_up(element, f' {attribute}="evil"')).html
    assert "evil" not in html
    assert f"<{element}" in html


def test_ids_are_ours_alone() -> None:
    html = sanitize('<p id="mine">a <b id="b9">b</b></p>').html
    assert html == '<p id="b1">a <b>b</b></p>'


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<h2>Head</h2>", "<p>Head</p>"),
        ('a<img src="https://example.org/a.png">b', "<p>ab</p>"),
        ("<table><tr><td>a<td>b</table>", "<p>a</p>\n<p>b</p>"),
        ("<blockquote>q</blockquote>", "<blockquote>q</blockquote>"),
        ("<ul><li>a</ul><pre>b</pre><hr>", "<ul><li>a</li></ul>\n<pre>b</pre>\n<hr>"),
        ('<p id="x"><code>c</code> <a href="#x">x</a></p>', "<p><code>c</code> <a>x</a></p>"),
        ("<div>a<div>b</div></div>", "<p>a</p>\n<p>b</p>"),
    ],
)
def test_comments_keep_a_shorter_list(given: str, kept: str) -> None:
    assert sanitize_comment(given).html == kept


def test_notes_have_neither_headings_nor_keys() -> None:
    html = sanitize_note(
        "<h1>Note</h1><center>Be <i>kind</i>.</center><img src=https://a.b/c>"
    ).html
    assert html == "<p>Note</p>\n<center>Be <i>kind</i>.</center>"
