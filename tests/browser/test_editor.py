"""The rich editor, in a real browser, keeps whatever a story may hold."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from accounts.models import User
from prose.sanitizing import sanitize
from stories.models import Chapter, Story
from stories.saving import ChapterText, create_chapter

pytestmark = pytest.mark.django_db(transaction=True)


# One example for every element and attribute that the design allows, and how they nest.
HELD = {
    "a": '<p>x <a href="https://a.example/?b=1&amp;c=2" title="there">y</a> z</p>',
    "a mail": '<p><a href="mailto:a@b.example">y</a> z</p>',
    "a footnote": '<p>one<sup><a href="#b2">1</a></sup></p><p>note <a href="#b1">back</a></p>',
    "abbr": '<p>x <abbr title="World">W</abbr> z</p>',
    "acronym": '<p>x <acronym title="World">W</acronym> z</p>',
    "address": "<address>12 Low Water<br>The Ford</address><p>x</p>",
    "b": "<p>x <b>y</b> z</p>",
    "big": "<p>x <big>y <big>z</big></big> z</p>",
    "blockquote": '<blockquote cite="https://a.example/"><p>y</p><p>z</p></blockquote><p>x</p>',
    "blockquote of text": "<blockquote>y <em>z</em></blockquote><p>x</p>",
    "br": "<p>x<br>y<br><br>z</p>",
    "caption col colgroup": (
        "<p>x</p><table><caption>c</caption><colgroup><col><col></colgroup>"
        '<thead><tr><th scope="col">h</th><th>i</th></tr></thead>'
        '<tbody><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr></tbody>'
        '<tfoot><tr><td colspan="2">f</td></tr></tfoot></table>'
    ),
    "center": "<center><p>y</p></center><p>x</p>",
    "center of text": "<center>y</center><p>x</p>",
    "cite": "<p>x <cite>y</cite> z</p>",
    "code kbd samp tt var": (
        "<p>x <code>a</code> <kbd>b</kbd> <samp>c</samp> <tt>d</tt> <var>e</var></p>"
    ),
    "del ins": (
        '<p>x <del cite="https://a.example/1">y</del><ins cite="https://a.example/2">z</ins></p>'
    ),
    "details summary": "<p>x</p><details open><summary>s</summary><p>y</p></details>",
    "closed details": "<p>x</p><details><summary>s</summary><p>y</p></details>",
    "dfn": "<p>x <dfn>y</dfn> z</p>",
    "div": '<div align="right"><p>y</p><p>z</p></div><p>x</p>',
    "div of text": "<div>y</div><p>x</p>",
    "dl dt dd": "<p>x</p><dl><dt>t</dt><dd>d</dd></dl>",
    "em": "<p>x <em>y <strong>z</strong></em></p>",
    "figure figcaption": (
        '<p>x</p><figure><img src="https://a.example/i.png" alt="i" width="2" height="3">'
        "<figcaption>c</figcaption></figure>"
    ),
    "h1 to h6": "<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6><p>x</p>",
    "hr": "<p>x</p><hr><p>y</p>",
    "i": "<p>x <i>y</i> z</p>",
    "img": '<p>x <img src="https://a.example/i.png" alt="i" width="2" height="3"></p>',
    "lists": (
        '<ol start="4" type="a"><li>a</li><li>b<ul type="square"><li>c</li></ul></li></ol><p>x</p>'
    ),
    "loose list": "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul><p>x</p>",
    "pre": "<p>x</p><pre>a  b\n  c\n\nd</pre>",
    "q": '<p>x <q cite="https://a.example/">he said <em>no</em>, <q>no</q></q><q>y</q> z</p>',
    "ruby rt rp": "<p>x <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> z</p>",
    "s strike": "<p>x <s>y</s> <strike>z</strike></p>",
    "small": "<p>x <small>y <small>z</small></small></p>",
    "span": '<p>x <span lang="he" dir="rtl">שלום <b>עולם</b></span> z</p>',
    "strong": "<p>x <strong>y <i>z</i></strong></p>",
    "sub sup": "<p>H<sub>2</sub>O x<sup>2</sup></p>",
    "u": "<p>x <u>y</u> z</p>",
    "attributes of blocks": '<p align="center" dir="rtl" lang="ar" title="t">x</p>',
    "attributes of inlines": '<p>x <i dir="rtl" lang="ar" title="t">y</i> z</p>',
    "marks around an image": (
        '<p>x <a href="https://a.example/"><img src="https://a.example/i.png" alt="i"></a></p>'
    ),
    "spaces": "<p>x\u00a0\u00a0y\u3000z</p>",
}


@pytest.fixture
def edit(author: User, story: Story, page_of: Callable[[User], Page]) -> Callable[[str], Page]:
    """Opens a chapter of the given HTML in the editor."""

    def open_editor(html: str) -> Page:
        text = ChapterText("The Held Chapter", html=html)
        chapter = create_chapter(by=author, story=story, text=text)
        page = page_of(author)
        page.goto(reverse("chapter_edit", args=[story.pk, chapter.pk]))
        expect(writing_area(page)).to_be_visible()
        return page

    return open_editor


def writing_area(page: Page) -> Locator:
    """The rich editor, once it has taken the place of the source."""
    source = page.locator("textarea[name=body]")
    expect(source).to_be_hidden()
    return page.get_by_role("textbox", name="Text", exact=True)


def save(page: Page) -> Chapter:
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").click()
    return Chapter.objects.select_related("draft_revision").order_by("-pk")[0]


def tags(html: str) -> list[str]:
    return sorted(re.findall("<[^>]+>", re.sub(r' id="b\d+"', "", html)))


def after_typing(page: Page, html: str, *, at: str) -> str:
    """The source, once one letter was typed at the `Home` or `End` of `html` in the editor."""
    source = page.locator("textarea[name=body]")
    toggle = page.get_by_role("button", name="Source").first
    toggle.click()
    source.fill(html)
    toggle.click()
    page.keyboard.press(f"Control+{at}")
    page.keyboard.type("X")
    toggle.click()
    typed = source.input_value()
    toggle.click()
    return typed


def test_saving_without_a_change_changes_nothing(edit: Callable[[str], Page]) -> None:
    everything = sanitize("\n".join(HELD.values())).html
    page = edit(everything)
    writing_area(page).focus()
    page.keyboard.press("ArrowRight")
    assert save(page).draft_revision.html == everything


def test_a_letter_typed_elsewhere_leaves_every_other_block_as_it_was(
    edit: Callable[[str], Page],
) -> None:
    everything = sanitize("\n".join(HELD.values())).html
    page = edit(everything + "<p>The end</p>")
    writing_area(page).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("X")
    assert save(page).draft_revision.html == sanitize(everything + "<p>The endX</p>").html


@pytest.mark.parametrize("place", ["Home", "End"])
def test_a_letter_typed_in_its_block_keeps_every_element_and_attribute(
    edit: Callable[[str], Page], place: str
) -> None:
    page = edit("<p>x</p>")
    writing_area(page).focus()
    lost = {}
    for name, html in HELD.items():
        stored = sanitize(html)
        typed = sanitize(after_typing(page, stored.html, at=place))
        assert typed.text.replace("X", "") == stored.text, name
        if tags(typed.html) != tags(stored.html):
            lost[name] = typed.html
    assert lost == {}
