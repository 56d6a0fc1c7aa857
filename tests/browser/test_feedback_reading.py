"""Reading what was said in the text, with scripts: highlights, counters, cards and the sheet."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from accounts.models import User
from comments.models import Thread
from comments.opening import open_feedback
from stories.models import Chapter
from tests.browser.chapter_driver import (
    bar,
    counters,
    drag,
    form,
    highlighted,
    open_chapter,
    point_at,
    select,
)

pytestmark = pytest.mark.django_db(transaction=True)

STANDARD = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
Say = Callable[..., Thread]


@pytest.fixture
def say(chapter: Chapter, reader: User) -> Say:
    """`say("Their were", kind="error", …)`: a thread by the reader on those words."""

    def open_on(words: str, **more: Any) -> Thread:
        text = chapter.published_revision.text
        place = {"start": text.index(words), "end": text.index(words) + len(words)}
        given = {"kind": "error", "body": f"Is it {words}?", "by": reader, "chapter": chapter}
        revision = {"revision_id": chapter.published_revision_id}
        return open_feedback(**(given | place | revision | more))

    return open_on


def boxes(page: Page) -> list[dict[str, float]]:
    return [item.bounding_box() for item in page.locator(".feedback-item").all()]


def wait_for_highlight(page: Page, name: str, words: list[str]) -> None:
    for _ in range(50):
        if highlighted(page, name) == words:
            return
        page.wait_for_timeout(100)
    raise AssertionError(highlighted(page, name))


def test_feedback_is_hidden_until_it_is_asked_for_and_that_is_remembered(
    page_of: Callable[[User], Page], page: Page, say: Say, reader: User, chapter: Chapter
) -> None:
    say("Their were")
    for each in (page, page_of(reader)):
        open_chapter(each, chapter)
        toggle = each.locator(".feedback-line .feedback-toggle")
        expect(toggle).to_have_attribute("aria-pressed", "false")
        expect(counters(each)).to_have_count(0)
        assert highlighted(each, "error") == []

        toggle.click()
        expect(counters(each)).to_have_count(1)
        assert highlighted(each, "error") == ["Their were"]
        each.wait_for_load_state("networkidle")
        open_chapter(each, chapter)
        expect(counters(each)).to_have_count(1)

        each.keyboard.press("f")
        expect(counters(each)).to_have_count(0)
        assert highlighted(each, "error") == []
        each.wait_for_load_state("networkidle")
        open_chapter(each, chapter)
        expect(counters(each)).to_have_count(0)


def test_a_counter_opens_cards_that_stand_apart_and_escape_returns_to_it(
    page_of: Callable[[User], Page], say: Say, reader: User, chapter: Chapter
) -> None:
    for words in ("Odile", "counted", "lamps", "Their were nine", "ten"):
        say(words, body="A long remark. " * 12)
    page = page_of(reader)
    open_chapter(page, chapter)
    page.keyboard.press("f")
    counter = page.get_by_role("button", name="Feedback on this paragraph: 5")
    counter.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".feedback-item")).to_have_count(5)
    expect(page.locator(".feedback-item").first).to_be_focused()
    expect(counter).to_have_attribute("aria-expanded", "true")

    text = page.locator("#text").bounding_box()
    found = boxes(page)
    assert all(box["x"] >= text["x"] + text["width"] for box in found)
    assert all(box["x"] + box["width"] <= 1280 for box in found)
    assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(found))
    assert abs(found[0]["y"] - point_at(page, "Odile")[1]) < 40

    page.locator(".feedback-item").nth(2).hover()
    assert highlighted(page, "attended-error") == ["lamps"]

    page.keyboard.press("Escape")
    expect(page.locator(".feedback-item")).to_have_count(0)
    expect(counter).to_be_focused()
    expect(counter).to_have_attribute("aria-expanded", "false")


def test_a_click_on_a_highlight_opens_its_thread_and_one_beside_it_closes(
    page: Page, say: Say, chapter: Chapter
) -> None:
    say("Their were", body="There, I think.")
    say("so was", kind="critique", body="Say it straight.")
    open_chapter(page, chapter)
    page.keyboard.press("f")
    page.mouse.move(*point_at(page, "Their were"))
    expect(page.locator("concrit-feedback[data-over]")).to_be_attached()
    assert highlighted(page, "attended-error") == ["Their were"]
    page.mouse.click(*point_at(page, "Their were"))
    expect(page.locator(".feedback-item")).to_contain_text("There, I think.")
    page.mouse.click(*point_at(page, "so was"))
    expect(page.locator(".feedback-item")).to_contain_text("Say it straight.")
    page.mouse.click(*point_at(page, "The ferry"))
    expect(page.locator(".feedback-item")).to_have_count(0)


def test_the_text_is_never_touched(page: Page, say: Say, chapter: Chapter) -> None:
    page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
          globalThis.touched = 0;
          const options = { subtree: true, childList: true, attributes: true, characterData: true };
          new MutationObserver(() => touched++).observe(document.getElementById("text"), options);
        });"""
    )
    say("Their were")
    open_chapter(page, chapter)
    page.keyboard.press("f")
    counters(page).first.click()
    expect(page.locator(".feedback-item")).to_have_count(1)
    page.set_viewport_size({"width": 600, "height": 800})
    page.keyboard.press("Escape")
    assert page.evaluate("touched") == 0


def test_authors_resolve_beside_the_text(
    page_of: Callable[[User], Page], say: Say, author: User, chapter: Chapter
) -> None:
    thread = say("Their were")
    page = page_of(author)
    open_chapter(page, chapter)
    page.keyboard.press("f")
    counters(page).first.click()
    page.get_by_role("button", name="Resolve").click()
    expect(page.locator(".feedback-item")).to_contain_text("Error · resolved")
    wait_for_highlight(page, "settled", ["Their were"])
    assert highlighted(page, "error") == []
    thread.refresh_from_db()
    assert thread.status == "resolved"
    page.get_by_role("button", name="Reopen").click()
    wait_for_highlight(page, "error", ["Their were"])


def test_a_reply_is_sent_beside_the_text(
    page_of: Callable[[User], Page], say: Say, other_reader: User, chapter: Chapter
) -> None:
    say("Their were")
    page = page_of(other_reader)
    open_chapter(page, chapter)
    page.keyboard.press("f")
    counters(page).first.click()
    card = page.locator(".feedback-item")
    card.locator("summary", has_text="Reply").click()
    card.get_by_role("textbox").fill("It is not.")
    card.get_by_role("button", name="Send").click()
    expect(card.locator(".reply")).to_contain_text("It is not.")


def test_on_a_phone_the_bar_docks_and_threads_open_in_a_sheet(
    page_of: Callable[..., Page], say: Say, reader: User, chapter: Chapter
) -> None:
    say("Their were")
    page = page_of(reader, width=390, height=800, touch=True)
    open_chapter(page, chapter)
    select(page, "so was")
    box = bar(page).bounding_box()
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 800)
    assert page.evaluate("getSelection().toString()") == "so was"

    bar(page).get_by_role("button", name="Report an error").tap()
    sheet = page.get_by_role("dialog", name="Feedback")
    expect(sheet.get_by_label("Better words")).to_have_value("so was")
    sheet.get_by_label("Better words").fill("as was")
    sheet.get_by_role("button", name="Send").tap()
    expect(sheet).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text("Sent. Thank you.")
    assert highlighted(page, "error") == ["so was"]

    page.locator(".feedback-line .feedback-toggle").tap()
    counter = counters(page).last
    counter.tap()
    expect(sheet).to_contain_text("Is it Their were?")
    assert sheet.bounding_box()["width"] == 390
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(counter).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_what_is_open_moves_between_margin_and_sheet_with_the_window(
    page_of: Callable[..., Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    drag(page, "so was")
    bar(page).get_by_role("button", name="Give critique").click()
    form(page).get_by_label("What do you want to say?").fill("Half a thought")
    page.set_viewport_size({"width": 700, "height": 860})
    sheet = page.get_by_role("dialog", name="Feedback")
    expect(sheet.get_by_label("What do you want to say?")).to_have_value("Half a thought")
    page.set_viewport_size({"width": 1280, "height": 860})
    expect(sheet).to_be_hidden()
    expect(form(page).get_by_label("What do you want to say?")).to_have_value("Half a thought")


def test_without_highlights_counters_and_cards_still_work(
    page: Page, say: Say, chapter: Chapter
) -> None:
    page.add_init_script("delete globalThis.CSS.__proto__.highlights; delete CSS.highlights;")
    page.add_init_script("Object.defineProperty(CSS, 'highlights', { value: undefined });")
    say("Their were")
    open_chapter(page, chapter)
    page.keyboard.press("f")
    counters(page).first.click()
    expect(page.locator(".feedback-item")).to_contain_text("Is it Their were?")


@pytest.mark.parametrize("width", [390, 1280])
def test_everything_that_opens_is_accessible(
    page_of: Callable[..., Page], say: Say, reader: User, chapter: Chapter, width: int
) -> None:
    say("Their were")
    page = page_of(reader, width=width)
    page.emulate_media(reduced_motion="reduce")

    def complaints() -> list[Any]:
        found = Axe().run(page, options={"runOnly": STANDARD}).response["violations"]
        return [(each["id"], each["nodes"][0]["html"]) for each in found]

    open_chapter(page, chapter)
    page.keyboard.press("f")
    counters(page).first.click()
    expect(page.locator(".feedback-item")).to_have_count(1)
    assert complaints() == []
    page.keyboard.press("Escape")
    select(page, "so was")
    expect(bar(page)).to_be_visible()
    assert complaints() == []
    bar(page).get_by_role("button", name="Report an error").click()
    expect(form(page)).to_be_visible()
    assert complaints() == []
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.get_by_role("application")).to_be_visible()
    assert complaints() == []


def test_the_element_leaves_nothing_behind_and_can_come_back(
    page_of: Callable[..., Page], say: Say, reader: User, chapter: Chapter
) -> None:
    say("Their were")
    page = page_of(reader)
    open_chapter(page, chapter)
    page.keyboard.press("f")
    assert highlighted(page, "error") == ["Their were"]
    page.evaluate(
        """() => {
          globalThis.element = document.querySelector("concrit-feedback");
          globalThis.place = element.parentElement;
          element.remove();
        }"""
    )
    assert page.evaluate("CSS.highlights.size") == 0
    expect(page.locator(".feedback-toggle")).to_have_count(0)
    assert page.evaluate("element.children.length") == 1
    page.evaluate("place.append(element)")
    expect(counters(page)).to_have_count(1)
    expect(page.locator(".feedback-tools")).to_have_count(1)
    page.keyboard.press("f")
    expect(counters(page)).to_have_count(0)
