"""Picking a passage and saying something about it with the keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from comments.models import Thread
from stories.models import Chapter, Story
from stories.publishing import publish_chapter
from stories.requesting import Invitation, set_request
from stories.saving import ChapterText, create_chapter, create_story
from tests.browser.chapter_driver import highlighted, open_chapter

pytestmark = pytest.mark.django_db(transaction=True)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def picked(page: Page) -> str:
    [words] = highlighted(page, "picked")
    return words


def test_a_whole_round_by_keyboard(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    button = page.get_by_role("button", name="Pick a passage by keyboard")
    button.focus()
    press(page, "Enter")
    picking = page.get_by_role("application", name="Pick a passage")
    expect(picking).to_be_focused()
    press(page, "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp")
    assert picked(page).startswith("The ferry was late")
    press(page, "ArrowDown", "ArrowRight")
    assert picked(page) == "Their were nine."
    expect(picking.locator("[aria-live]")).to_have_text("Their were nine.")
    press(page, "ArrowLeft", "ArrowRight", "Shift+ArrowLeft", "Shift+ArrowLeft")
    assert picked(page) == "Their were"
    press(page, "Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowRight", "Shift+ArrowRight")
    assert picked(page) == "Their were nine"
    press(page, "Shift+ArrowDown", "Shift+ArrowUp", "Shift+ArrowLeft", "Shift+ArrowLeft")
    assert picked(page) == "Their"

    press(page, "Enter")
    expect(picking.get_by_role("button", name="Report an error")).to_be_focused()
    press(page, "Enter")
    expect(page.get_by_label("Better words")).to_be_focused()
    press(page, "ControlOrMeta+a")
    page.keyboard.type("There")
    press(page, "Tab", "Tab")
    page.keyboard.type("A slip.")
    page.get_by_role("button", name="Send").focus()
    press(page, "Enter")
    expect(page.locator(".feedback-item .thread")).to_contain_text("A slip.")
    expect(button).to_be_focused()
    thread = Thread.objects.get()
    assert thread.passages.get().exact == "Their"
    assert thread.suggestions.get().replacement == "There"


def test_escape_leaves_from_anywhere_and_returns_the_focus(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    button = page.get_by_role("button", name="Pick a passage by keyboard")
    for keys in (["Escape"], ["Enter", "Escape"], ["Tab", "Tab", "Escape"]):
        button.focus()
        press(page, "Enter", *keys)
        expect(page.get_by_role("application")).to_have_count(0)
        expect(button).to_be_focused()
        assert highlighted(page, "picked") == []
    press(page, "Enter", "Enter", "Enter")
    expect(page.get_by_label("Better words")).to_be_focused()
    press(page, "Escape")
    expect(page.locator(".feedback-form")).to_have_count(0)
    expect(button).to_be_focused()


def test_tab_goes_on_out_of_picking(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    press(page, "a")
    picking = page.get_by_role("application")
    expect(picking).to_be_focused()
    for _ in range(12):
        press(page, "Tab")
    assert not picking.evaluate("(bar) => bar.contains(document.activeElement)")


def test_shortcuts_switched_off_leave_the_button(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    reader.reading = "shortcuts=off"
    reader.save()
    page = page_of(reader)
    open_chapter(page, chapter)
    press(page, "a", "f")
    expect(page.get_by_role("application")).to_have_count(0)
    page.get_by_role("button", name="Pick a passage by keyboard").click()
    expect(page.get_by_role("application")).to_be_visible()


def test_where_text_runs_from_the_right_left_is_forward(
    page_of: Callable[[User], Page], author: User
) -> None:
    story = create_story(by=author, title="العبّارة", language="ar")
    html = "<p>تأخّرت العبّارة. عدّت المصابيح. كانت تسعة.</p>"
    chapter = create_chapter(by=author, story=story, text=ChapterText("١", html=html))
    publish_chapter(by=author, chapter=chapter)
    page = page_of(author)
    open_chapter(page, chapter)
    press(page, "a", "ArrowLeft")
    assert picked(page) == "عدّت المصابيح."
    press(page, "Shift+ArrowRight", "Shift+ArrowRight")
    assert picked(page) == "عدّت"
    press(page, "Shift+ArrowLeft")
    assert picked(page) == "عدّت المصابيح"


def test_without_an_invitation_there_is_nothing_to_pick(
    page_of: Callable[[User], Page], reader: User, author: User, story: Story, chapter: Chapter
) -> None:
    set_request(by=author, story=story, chapter=None, invitation=Invitation(kinds=[]))
    page = page_of(reader)
    open_chapter(page, chapter)
    press(page, "a")
    expect(page.get_by_role("application")).to_have_count(0)
    expect(page.get_by_role("button", name="Pick a passage by keyboard")).to_have_count(0)
