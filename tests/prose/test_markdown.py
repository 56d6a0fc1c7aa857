"""Markdown keeps what a writer of prose means by it, and never passes HTML on."""

import pytest

from prose.limits import Refused
from prose.markdown import html_from_light_markdown, html_from_markdown


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("*a* **b** ~~c~~", "<p><em>a</em> <strong>b</strong> <s>c</s></p>"),
        ("# A", "<h1>A</h1>"),
        ("a\n\n***\n\nb", "<p>a</p>\n<hr />\n<p>b</p>"),
        ("> q", "<blockquote>\n<p>q</p>\n</blockquote>"),
        ("one  \ntwo", "<p>one<br />\ntwo</p>"),
        ("![a lamp](https://example.org/l.png)",
         '<p><img src="https://example.org/l.png" alt="a lamp" /></p>'),
    ],
)  # fmt: skip
def test_chapter_markdown(source, html):
    assert html_from_markdown(source).strip() == html


def test_tables_are_read():
    assert "<td>9</td>" in html_from_markdown("| lamp | n |\n|---|---|\n| tin | 9 |")


@pytest.mark.parametrize("line", ["***", "---", "* * *", "~~~", "#", "◇", "oOo", "-x-"])
def test_ornament_alone_is_a_scene_break(line):
    html = html_from_markdown(f"One.\n\n{line}\n\nTwo.")
    assert html.replace("<hr>", "<hr />").split() == ["<p>One.</p>", "<hr", "/>", "<p>Two.</p>"]


def test_ornaments_in_code_and_under_headings_stay_what_they_are():
    assert "<hr" not in html_from_markdown("```\n\n***\n\n```")
    assert "<h2>Title</h2>" in html_from_markdown("Title\n---\n\nOne.")


def test_indented_paragraph_is_no_code():
    assert html_from_markdown("One.\n\n    Two, indented.").count("<p>") == 2


@pytest.mark.parametrize("convert", [html_from_markdown, html_from_light_markdown])
def test_html_is_text(convert):
    html = convert("<script>alert(1)</script>\n\nhello <b>x</b>")
    assert "<script" not in html
    assert "&lt;b&gt;" in html


def test_links_to_scripts_are_no_links():
    assert "href" not in html_from_light_markdown("[x](javascript:alert(1))")


def test_comment_markdown_keeps_line_breaks_and_simple_marks():
    html = html_from_light_markdown("One *a* **b** `c`\ntwo [l](https://example.org)")
    assert "<br" in html
    for part in (
        "<em>a</em>",
        "<strong>b</strong>",
        "<code>c</code>",
        'href="https://example.org"',
    ):
        assert part in html


def test_comment_markdown_has_quotes_and_lists():
    assert "<blockquote>" in html_from_light_markdown("> Their were nine.\n\nThere!")
    assert html_from_light_markdown("- a\n- b").count("<li>") == 2
    assert "<ol>" in html_from_light_markdown("1. a\n2. b")


def test_comment_markdown_has_no_headings_images_or_rules():
    html = html_from_light_markdown("# A\n\n![x](https://example.org/x.png)\n\n***")
    assert "<h1" not in html
    assert "<img" not in html
    assert "<hr" not in html


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_deep_nesting_is_refused_and_never_left_out(mark):
    assert "deep" in html_from_markdown(mark * 20 + "deep")
    with pytest.raises(Refused, match="too deeply"):
        html_from_markdown(mark * 400 + "deep")


@pytest.mark.parametrize("source", ["[a]: https://example.org", "1.\n2."])
def test_what_comes_to_nothing_is_refused(source):
    with pytest.raises(Refused, match="Nothing"):
        html_from_markdown(source + "\n")


def test_blank_text_is_no_refusal():
    assert html_from_markdown(" \n\n") == ""


def test_footnotes_keep_their_words():
    html = html_from_markdown("A lamp[^1] and[^2].\n\n[^1]: tin\n[^2]: or so\n\n```\n[^3]: x\n```")
    assert "<p>A lamp[^1] and[^2].</p>\n<p>[^1]: tin</p>\n<p>[^2]: or so</p>" in html
    assert "<code>[^3]: x\n</code>" in html
