"""Writing in the editor: its buttons, its keys, the clipboard, and what happens without it."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from accounts.models import User
from prose.sanitizing import sanitize
from stories.models import Chapter, Revision, Story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def writing(author: User, story: Story, page_of: Callable[[User], Page]) -> Callable[..., Page]:
    """Opens the page of a new chapter, the cursor in its text."""

    def open_page(**more: object) -> Page:
        page = page_of(author, **more)
        page.goto(reverse("chapter_new", args=[story.pk]))
        if more.get("javascript", True):
            area(page).click()
        return page

    return open_page


def area(page: Page) -> Locator:
    expect(page.locator("textarea[name=body]")).to_be_hidden()
    return page.get_by_role("textbox", name="Text", exact=True)


def written(page: Page) -> str:
    """The source as the server would keep it, on one line and without keys."""
    toggle = page.get_by_role("button", name="Source").first
    toggle.click()
    html = sanitize(page.locator("textarea[name=body]").input_value(), limit=10_000).html
    toggle.click()
    lines = html.replace("\n", "")
    for key in range(1, 20):
        lines = lines.replace(f' id="b{key}"', "")
    return lines


def press(page: Page, name: str) -> None:
    page.get_by_role("toolbar").first.get_by_role("button", name=name, exact=True).click()


def test_buttons_and_keys_mark_what_is_written(writing: Callable[..., Page]) -> None:
    page = writing()
    press(page, "Bold")
    page.keyboard.type("a")
    page.keyboard.press("Control+b")
    page.keyboard.press("Control+i")
    page.keyboard.type("b")
    page.keyboard.press("Control+i")
    press(page, "Strike through")
    page.keyboard.type("c")
    assert written(page) == "<p><strong>a</strong><em>b</em><s>c</s></p>"


def test_paragraphs_headings_quotations_and_scene_breaks(writing: Callable[..., Page]) -> None:
    page = writing()
    press(page, "Heading")
    page.keyboard.type("One\nTwo")
    press(page, "Scene break")
    page.keyboard.type("Three")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("four")
    press(page, "Quotation")
    assert written(page) == (
        "<h2>One</h2><p>Two</p><hr><blockquote><p>Three<br>four</p></blockquote>"
    )


def test_lists_are_made_split_and_left(writing: Callable[..., Page]) -> None:
    page = writing()
    press(page, "List")
    page.keyboard.type("a\nb\n\nc")
    assert written(page) == "<ul><li><p>a</p></li><li><p>b</p></li></ul><p>c</p>"


def test_a_list_becomes_numbered(writing: Callable[..., Page]) -> None:
    page = writing()
    press(page, "List")
    page.keyboard.type("a")
    press(page, "Numbered list")
    assert written(page) == "<ol><li><p>a</p></li></ol>"
    press(page, "Numbered list")
    assert written(page) == "<p>a</p>"


def test_a_link_is_set_changed_and_removed(writing: Callable[..., Page]) -> None:
    page = writing()
    page.keyboard.type("the ford")
    page.keyboard.press("Control+Shift+ArrowLeft")
    page.evaluate("() => new Promise(requestAnimationFrame)")  # the editor hears of the selection
    press(page, "Link")
    page.get_by_label("Address").fill("ford.example/map")
    page.get_by_role("button", name="Set link").click()
    assert 'the <a href="https://ford.example/map"' in written(page)

    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    expect(page.get_by_label("Address")).to_have_value("https://ford.example/map")
    page.get_by_role("button", name="Remove link").click()
    assert written(page) == "<p>the ford</p>"


def test_undo_and_redo(writing: Callable[..., Page]) -> None:
    page = writing()
    page.keyboard.type("a")
    press(page, "Undo")
    assert written(page) == ""
    page.keyboard.type("b")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+Shift+z")
    assert written(page) == "<p>b</p>"


def test_the_keyboard_reaches_the_buttons_and_leaves_the_text(writing: Callable[..., Page]) -> None:
    page = writing()
    page.keyboard.type("a")
    page.keyboard.press("Control+a")
    page.keyboard.press("Alt+F10")
    bold = page.get_by_role("button", name="Bold").first
    expect(bold).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(area(page)).to_be_focused()
    expect(page.get_by_role("button", name="Italic").first).to_have_attribute(
        "aria-pressed", "true"
    )
    page.keyboard.press("Tab")
    expect(area(page)).not_to_be_focused()
    assert written(page) == "<p><em>a</em></p>"


def paste(page: Page, kind: str, content: str) -> None:
    area(page).evaluate(
        """(area, [kind, content]) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData(kind, content);
          area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true,
            cancelable: true }));
        }""",
        [kind, content],
    )


def test_blank_lines_in_pasted_text_part_paragraphs(writing: Callable[..., Page]) -> None:
    page = writing()
    paste(page, "text/plain", "One.\r\n\r\nTwo.\r\n\r\n* * *\r\n\r\nThree.")
    assert written(page) == "<p>One.</p><p>Two.</p><hr><p>Three.</p>"


def test_pasted_text_is_understood_as_the_server_reads_it(writing: Callable[..., Page]) -> None:
    page = writing()
    page.keyboard.type("Before. ")
    with page.expect_response("**/write/understood"):
        paste(
            page,
            "text/plain",
            "The *sea* was _flat_.\n\nNames_with_signs stay.\n\nThree.\n\n\n\nAfter a gap.",
        )
    expect(area(page).locator("em")).to_have_count(2)
    assert written(page) == (
        "<p>Before. The <em>sea</em> was <em>flat</em>.</p><p>Names_with_signs stay.</p>"
        "<p>Three.</p><hr><p>After a gap.</p>"
    )


def test_what_word_processors_say_by_style_is_kept(writing: Callable[..., Page]) -> None:
    page = writing()
    paste(
        page,
        "text/html",
        "<meta charset=utf-8><style>p{color:red}</style>"
        '<b style="font-weight:normal" id="docs-internal"><p class="MsoNormal" style="margin:0">'
        '<span style="font-style:italic">So</span> was <span style="font-weight:700">he</span>.</p>'
        '<p style="text-align:center"><o:p>*</o:p></p></b><script>alert(1)</script>',
    )
    assert written(page) == ('<p><em>So</em> was <strong>he</strong>.</p><p align="center">*</p>')


def test_pasted_tables_and_ruby_are_kept_as_they_are(writing: Callable[..., Page]) -> None:
    page = writing()
    paste(
        page,
        "text/html",
        '<p>a <ruby>漢<rt>kan</rt></ruby> b</p><table onclick="x()"><tr><td>1</td></tr></table>',
    )
    assert written(page) == (
        "<p>a <ruby>漢<rt>kan</rt></ruby> b</p><table><tbody><tr><td>1</td></tr></tbody></table>"
    )


def test_typing_on_a_table_goes_on_after_it(writing: Callable[..., Page]) -> None:
    page = writing()
    toggle = page.get_by_role("button", name="Source").first
    toggle.click()
    page.locator("textarea[name=body]").fill("<table><tr><td>1</td></tr></table>")
    toggle.click()
    page.locator(".kept").click()
    page.keyboard.type("ab")
    assert written(page) == "<table><tbody><tr><td>1</td></tr></tbody></table><p>ab</p>"


def test_leaving_with_unsaved_words_is_asked_about(writing: Callable[..., Page]) -> None:
    page = writing()
    page.keyboard.type("a")
    asked = []

    def stay(dialog: object) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", stay)
    page.goto(reverse("home"))
    assert asked == ["beforeunload"]


def test_without_javascript_the_source_is_the_editor(
    writing: Callable[..., Page], story: Story
) -> None:
    page = writing(javascript=False)
    page.get_by_label("Text", exact=True).fill("<p>It <em>rang</em>.</p>")
    page.get_by_label("Title").fill("The Bell")
    page.get_by_role("button", name="Save draft").click()
    assert Revision.objects.get(title="The Bell").html == '<p id="b1">It <em>rang</em>.</p>'


def test_the_editor_fits_a_phone(writing: Callable[..., Page]) -> None:
    page = writing(width=390, touch=True)
    page.keyboard.type("word " * 60)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for button in page.get_by_role("toolbar").first.get_by_role("button").all():
        box = button.bounding_box()
        assert box["width"] >= 24
        assert box["height"] >= 24
        assert box["x"] + box["width"] <= 390


def test_two_tabs_then_the_author_sees_both(
    author: User, draft: Chapter, page_of: Callable[[User], Page]
) -> None:
    address = reverse("chapter_edit", args=[draft.story_id, draft.pk])
    one, two = page_of(author), page_of(author)
    for page in (one, two):
        page.goto(address)
        area(page).click()
        page.keyboard.press("Control+End")
    one.keyboard.type(" In one tab.")
    two.keyboard.type(" In the other.")
    with one.expect_navigation():
        one.get_by_role("button", name="Save draft").click()
    with two.expect_navigation():
        two.get_by_role("button", name="Save draft").click()
    expect(two.get_by_role("heading", level=1)).to_have_text("Two texts of one chapter")
    expect(two.get_by_text("Nobody waited. In one tab.").first).to_be_visible()
    two.get_by_role("button", name="Use this one").click()
    expect(area(two)).to_have_text("Nobody waited. In the other.")
