"""Reading in a real browser: settings that stay, keys, and a page that does not jump."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from stories.models import Chapter, Story
from stories.publishing import publish_chapter
from stories.saving import ChapterText, create_chapter

KEPT = 1_000  # milliseconds after a choice, by when it is kept

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def next_chapter(author: User, story: Story) -> Chapter:
    text = ChapterText("The Far Bank", html="<p>Nobody waited.</p>")
    return publish_chapter(by=author, chapter=create_chapter(by=author, story=story, text=text))


def html_attribute(page: Page, name: str) -> str | None:
    return page.locator("html").get_attribute(name)


def keys_listen(page: Page) -> None:
    expect(page.locator("concrit-chapter-keys:defined")).to_be_attached()


def choose_sepia(page: Page) -> None:
    page.get_by_role("button", name="Reading settings").click()
    page.get_by_label("Sepia", exact=True).check()


def test_a_stranger_keeps_settings_on_the_device(page: Page, chapter: Chapter) -> None:
    page.goto(chapter.get_absolute_url())
    choose_sepia(page)
    assert html_attribute(page, "data-theme") == "sepia"
    page.wait_for_timeout(KEPT)
    page.reload()
    assert html_attribute(page, "data-theme") == "sepia"


def test_settings_of_somebody_known_are_kept_on_the_account(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    page.goto(chapter.get_absolute_url())
    with page.expect_response("**/preferences") as saved:
        choose_sepia(page)
    assert saved.value.ok
    reader.refresh_from_db()
    assert reader.reading == "theme=sepia"


def test_without_scripts_the_settings_are_a_page(
    new_page: Callable[..., Page], chapter: Chapter
) -> None:
    page = new_page(javascript=False)
    page.goto(chapter.get_absolute_url())
    page.get_by_label("Site").get_by_role("link", name="Reading settings").click()
    page.get_by_label("Dark", exact=True).check()
    page.get_by_role("button").last.click()
    expect(page.locator("#text")).to_be_visible()
    assert html_attribute(page, "data-theme") == "dark"


def test_keys_turn_pages(page: Page, chapter: Chapter, next_chapter: Chapter) -> None:
    page.goto(chapter.get_absolute_url())
    keys_listen(page)
    page.keyboard.press("n")
    expect(page.get_by_role("heading", level=1)).to_contain_text("The Far Bank")
    keys_listen(page)
    page.keyboard.press("p")
    expect(page.get_by_role("heading", level=1)).to_contain_text("The Ford")
    keys_listen(page)
    page.keyboard.press("c")
    expect(page.locator(".chapter-nav summary")).to_be_focused()
    expect(page.get_by_role("link", name="The Far Bank").last).to_be_visible()


def test_keys_are_listed_and_can_be_switched_off(page: Page, chapter: Chapter) -> None:
    page.goto(chapter.get_absolute_url())
    keys_listen(page)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Single-key shortcuts are on").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("?")
    expect(dialog).to_be_hidden()


def test_keys_with_a_modifier_are_the_browsers(page: Page, chapter: Chapter) -> None:
    page.goto(chapter.get_absolute_url())
    keys_listen(page)
    page.keyboard.press("Alt+c")
    expect(page.locator(".chapter-nav details")).not_to_have_attribute("open", "")
    page.keyboard.press("c")
    expect(page.locator(".chapter-nav details")).to_have_attribute("open", "")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(
    new_page: Callable[..., Page], chapter: Chapter, next_chapter: Chapter, width: int
) -> None:
    page = new_page(width=width)
    story = f"/stories/{chapter.story_id}"
    for path in ("/", story, chapter.get_absolute_url(), f"{story}/whole", "/nowhere"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_the_line_holds_about_sixty_six_characters(page: Page, author: User, story: Story) -> None:
    words = "The ferry was late and so was everything that hung on it that night. " * 20
    text = ChapterText("Long", html=f"<p>{words}</p>")
    chapter = publish_chapter(by=author, chapter=create_chapter(by=author, story=story, text=text))
    page.goto(chapter.get_absolute_url())
    page.evaluate("document.fonts.ready")
    lines = page.evaluate(
        "(p => p.offsetHeight / parseFloat(getComputedStyle(p).lineHeight))"
        "(document.querySelector('#text p'))"
    )
    assert 60 <= len(words.strip()) / lines <= 72
