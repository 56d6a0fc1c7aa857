"""Saying something about a passage, with scripts: from the selection to the thread."""

import re
from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from accounts.models import User
from comments.models import Thread
from comments.opening import open_feedback
from stories.models import Chapter, Story
from stories.publishing import publish_chapter
from stories.requesting import Invitation, set_request
from stories.saving import ChapterText, create_chapter, save_chapter
from tests.browser.chapter_driver import (
    bar,
    counters,
    drag,
    form,
    highlighted,
    open_chapter,
    select,
)

pytestmark = pytest.mark.django_db(transaction=True)

LINES = "so was everything.\nThere had"


@pytest.fixture
def chapter(author: User, story: Story) -> Chapter:
    """With a paragraph that has an italic and a line break, and one that is too long to select."""
    html = (
        "<p>Odile counted the lamps 🏮, and <em>so was</em> everything.<br>There had been ten.</p>"
        f"<p>{'The ferry was late. ' * 120}</p>"
    )
    made = create_chapter(by=author, story=story, text=ChapterText("Lamps", html=html))
    return publish_chapter(by=author, chapter=made)


def test_a_passage_across_an_italic_and_a_line_break_is_taken_exactly(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    before = page.locator("#text").evaluate("(text) => text.outerHTML")
    drag(page, LINES)
    bar(page).get_by_role("button", name="Report an error").click()
    expect(form(page).get_by_role("blockquote")).to_have_text(LINES)
    expect(form(page).get_by_label("Better words")).to_be_focused()
    expect(form(page).get_by_label("Better words")).to_have_value(LINES)
    form(page).get_by_label("Better words").fill("so were all.\nThere had")
    form(page).get_by_role("button", name="Send").click()

    expect(page.locator(".feedback-item .thread")).to_contain_text("Error · open")
    thread = Thread.objects.get(kind="error")
    passage = thread.passages.get()
    assert passage.exact == LINES
    assert chapter.published_revision.text[passage.start : passage.end] == LINES
    assert thread.suggestions.get().replacement == "so were all.\nThere had"
    assert highlighted(page, "error") == [LINES]
    assert page.locator("#text").evaluate("(text) => text.outerHTML") == before


def test_the_bar_offers_what_is_invited_and_no_more(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    drag(page, "counted the lamps")
    expect(bar(page).get_by_role("button")).to_have_text(["Report an error", "Give critique"])


def test_authors_may_say_anything_of_their_own_text(
    page_of: Callable[[User], Page], author: User, chapter: Chapter
) -> None:
    page = page_of(author)
    open_chapter(page, chapter)
    drag(page, "counted the lamps")
    expect(bar(page).get_by_role("button")).to_have_count(4)


def test_a_stranger_is_asked_to_log_in(page: Page, chapter: Chapter) -> None:
    open_chapter(page, chapter)
    drag(page, "counted the lamps")
    bar(page).get_by_role("link", name="Log in to leave feedback").click()
    expect(page).to_have_url(re.compile(r"/accounts/login/\?next="))


@pytest.mark.parametrize("who", ["stranger", "reader"])
def test_where_nothing_is_invited_nothing_is_offered(
    page_of: Callable[..., Page],
    request: pytest.FixtureRequest,
    author: User,
    story: Story,
    chapter: Chapter,
    who: str,
) -> None:
    set_request(by=author, story=story, chapter=None, invitation=Invitation(kinds=[]))
    user = None if who == "stranger" else request.getfixturevalue(who)
    page = page_of(user)
    open_chapter(page, chapter)
    drag(page, "counted the lamps")
    page.wait_for_timeout(600)
    assert page.evaluate("getSelection().toString()") == "counted the lamps"
    expect(page.locator(".feedback-bar")).to_be_hidden()


def test_too_long_a_passage_is_refused_with_a_sentence(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    select(page, "The ferry was late. " * 101)
    expect(bar(page)).to_contain_text("at most 2,000 characters")
    expect(bar(page).get_by_role("button")).to_have_count(0)
    select(page, "The ferry was late. " * 90)
    expect(bar(page).get_by_role("button")).to_have_count(2)


def test_what_is_for_the_author_alone_is_seen_by_nobody_else(
    page_of: Callable[[User], Page],
    reader: User,
    other_reader: User,
    author: User,
    chapter: Chapter,
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    drag(page, "counted the lamps")
    bar(page).get_by_role("button", name="Give critique").click()
    form(page).get_by_label("What do you want to say?").fill("She only ever counts.")
    form(page).get_by_label("Only the author").check()
    form(page).get_by_role("button", name="Send").click()
    expect(page.locator(".feedback-item .thread")).to_contain_text("She only ever counts.")

    for user, sees in ((author, 1), (other_reader, 0)):
        page = page_of(user)
        open_chapter(page, chapter)
        page.keyboard.press("f")
        expect(page.get_by_role("status")).to_have_text("Feedback is shown.")
        expect(counters(page)).to_have_count(sees)
        assert len(highlighted(page, "critique")) == sees


def test_a_draft_survives_a_reload_and_goes_when_it_is_sent(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    drag(page, "counted the lamps")
    bar(page).get_by_role("button", name="Give critique").click()
    form(page).get_by_label("What do you want to say?").fill("Half a thought")
    form(page).get_by_label("Only the author").check()
    page.reload()

    line = page.get_by_role("group", name="Unsent draft")
    expect(line).to_contain_text("counted the lamps")
    line.get_by_role("button", name="Continue").click()
    expect(form(page).get_by_label("What do you want to say?")).to_have_value("Half a thought")
    expect(form(page).get_by_label("Only the author")).to_be_checked()
    form(page).get_by_role("button", name="Send").click()
    expect(page.locator(".feedback-item .thread")).to_contain_text("Half a thought")

    open_chapter(page, chapter)
    expect(page.locator(".feedback-draft")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0
    assert Thread.objects.get().visibility == "author"


def test_a_draft_can_be_thrown_away(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    drag(page, "counted the lamps")
    bar(page).get_by_role("button", name="Give critique").click()
    form(page).get_by_label("What do you want to say?").fill("Never mind")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Discard").click()
    expect(page.locator(".feedback-draft")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_what_is_refused_stays_as_it_was_typed(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    drag(page, "counted the lamps")
    bar(page).get_by_role("button", name="Give critique").click()
    form(page).get_by_label("Only the author").check()
    form(page).get_by_role("button", name="Send").click()
    body = form(page).get_by_label("What do you want to say?")
    expect(body).to_have_attribute("aria-invalid", "true")
    expect(body).to_be_focused()
    expect(form(page).get_by_role("alert")).to_have_text("Write something first.")
    expect(form(page).get_by_label("Only the author")).to_be_checked()
    assert not Thread.objects.exists()

    body.fill("Now I have.")
    form(page).get_by_role("button", name="Send").click()
    expect(page.locator(".feedback-item .thread")).to_contain_text("Now I have.")


def test_an_invitation_that_was_withdrawn_meanwhile_is_told_and_nothing_is_lost(
    page_of: Callable[[User], Page], reader: User, author: User, story: Story, chapter: Chapter
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    drag(page, "counted the lamps")
    bar(page).get_by_role("button", name="Give critique").click()
    form(page).get_by_label("What do you want to say?").fill("A long thought")
    set_request(by=author, story=story, chapter=None, invitation=Invitation(kinds=[]))
    form(page).get_by_role("button", name="Send").click()
    expect(form(page).get_by_role("alert")).to_contain_text("has not asked for feedback")
    expect(form(page).get_by_label("What do you want to say?")).to_have_value("A long thought")


def test_the_same_words_are_no_suggestion_and_deleting_is_said(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    open_chapter(page, chapter)
    drag(page, "counted the lamps")
    bar(page).get_by_role("button", name="Report an error").click()
    form(page).get_by_label("What do you want to say?").fill("Something is off here.")
    form(page).get_by_role("button", name="Send").click()
    expect(page.locator(".feedback-item .thread")).to_contain_text("Something is off")
    assert not Thread.objects.get().suggestions.exists()

    drag(page, "There had")
    bar(page).get_by_role("button", name="Report an error").click()
    form(page).get_by_label("The passage should go").check()
    expect(form(page).get_by_label("Better words")).to_be_hidden()
    form(page).get_by_role("button", name="Send").click()
    expect(page.locator(".feedback-item del")).to_have_text("There had")
    assert Thread.objects.last().suggestions.get().deletes


def test_a_selection_on_a_text_since_replaced_is_placed_on_the_one_it_was_made_on(
    page_of: Callable[[User], Page], reader: User, author: User, chapter: Chapter
) -> None:
    old = chapter.published_revision
    page = page_of(reader)
    open_chapter(page, chapter)
    text = ChapterText("Lamps", html="<p>All is new.</p>")
    save_chapter(by=author, chapter=chapter, text=text, based_on=old.pk)
    publish_chapter(by=author, chapter=Chapter.objects.get(pk=chapter.pk))
    drag(page, "counted the lamps")
    bar(page).get_by_role("button", name="Report an error").click()
    form(page).get_by_label("What do you want to say?").fill("Lanterns?")
    form(page).get_by_role("button", name="Send").click()
    expect(page.locator(".feedback-item .thread")).to_contain_text("Lanterns?")
    expect(page.get_by_role("status")).to_contain_text("with the version you read")
    assert Thread.objects.get().passages.get().revision_id == old.pk


def test_a_draft_about_an_older_text_goes_on_about_that_text(
    page_of: Callable[[User], Page], reader: User, author: User, chapter: Chapter
) -> None:
    old = chapter.published_revision
    page = page_of(reader)
    open_chapter(page, chapter)
    drag(page, "counted the lamps")
    bar(page).get_by_role("button", name="Give critique").click()
    form(page).get_by_label("What do you want to say?").fill("Half a thought")
    text = ChapterText("Lamps", html="<p>All is new here, and a good deal longer than that.</p>")
    save_chapter(by=author, chapter=chapter, text=text, based_on=old.pk)
    publish_chapter(by=author, chapter=Chapter.objects.get(pk=chapter.pk))

    open_chapter(page, chapter)
    page.get_by_role("button", name="Continue").click()
    expect(form(page).get_by_role("blockquote")).to_have_text("counted the lamps")
    form(page).get_by_role("button", name="Send").click()
    expect(page.get_by_role("status")).to_contain_text("with the version you read")
    assert highlighted(page, "critique") == []
    assert Thread.objects.get().passages.get().revision_id == old.pk


def test_who_was_logged_out_logs_in_elsewhere_and_sends_again(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    begin_a_draft(page, chapter, "A long thought")
    Session.objects.all().delete()
    form(page).get_by_role("button", name="Send").click()
    told = form(page).get_by_role("alert")
    expect(told).to_contain_text("You are logged out.")
    expect(form(page).get_by_label("What do you want to say?")).to_have_value("A long thought")

    reader.set_password("nine-lamps-burning")
    reader.save()
    reader.emailaddress_set.create(email=reader.email, primary=True, verified=True)
    with page.expect_popup() as opened:
        told.get_by_role("link", name="Log in").click()
    elsewhere = opened.value
    elsewhere.get_by_label("Name or email").fill(reader.username)
    elsewhere.get_by_label("Password").fill("nine-lamps-burning")
    elsewhere.get_by_role("main").get_by_role("button", name="Log in").click()
    expect(elsewhere).to_have_url(re.compile(re.escape(chapter.get_absolute_url()) + "$"))
    form(page).get_by_role("button", name="Send").click()
    expect(page.locator(".feedback-item .thread")).to_contain_text("A long thought")
    assert Thread.objects.get().opened_by == reader


def test_a_draft_is_not_told_to_who_logs_in_next(
    page_of: Callable[..., Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    begin_a_draft(page, chapter, "Between us")
    page.context.clear_cookies()
    open_chapter(page, chapter)
    expect(page.locator(".feedback-draft")).to_be_hidden()


def test_the_draft_that_was_written_last_is_offered(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    begin_a_draft(page, chapter, "The first", words="There had")
    page.keyboard.press("Escape")
    begin_a_draft(page, chapter, "The second")
    page.keyboard.press("Escape")
    expect(page.get_by_role("group", name="Unsent draft")).to_contain_text("counted the lamps")


def test_cards_are_seen_in_a_window_that_narrows(
    page_of: Callable[[User], Page], reader: User, chapter: Chapter
) -> None:
    page = page_of(reader)
    begin_a_draft(page, chapter, "A thought", words="ferry was late")
    page.set_viewport_size({"width": 700, "height": 860})
    expect(page.locator(".feedback-sheet")).to_be_visible()
    expect(form(page).get_by_label("What do you want to say?")).to_be_in_viewport()


def test_what_was_said_of_an_earlier_text_is_still_found(
    page_of: Callable[[User], Page], reader: User, author: User, chapter: Chapter
) -> None:
    old = chapter.published_revision
    start = old.text.index("counted")
    place = {"revision_id": old.pk, "start": start, "end": start + 7}
    open_feedback(by=reader, chapter=chapter, kind="critique", body="She only counts.", **place)
    text = ChapterText("Lamps", html="<p>All is new here, and a good deal longer than that.</p>")
    save_chapter(by=author, chapter=chapter, text=text, based_on=old.pk)
    publish_chapter(by=author, chapter=Chapter.objects.get(pk=chapter.pk))
    page = page_of(reader)
    open_chapter(page, chapter)
    page.get_by_role("link", name="1 note about earlier versions").click()
    expect(page.locator("#earlier")).to_contain_text("She only counts.")
    expect(page.locator("#earlier")).to_be_in_viewport()


def begin_a_draft(
    page: Page, chapter: Chapter, thought: str, words: str = "counted the lamps"
) -> None:
    open_chapter(page, chapter)
    drag(page, words)
    bar(page).get_by_role("button", name="Give critique").click()
    form(page).get_by_label("What do you want to say?").fill(thought)
