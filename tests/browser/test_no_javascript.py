"""Without a script every act is a plain form, on a phone as at a desk."""

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import User
from comments.choices import Status
from comments.models import Comment, Thread
from comments.opening import open_feedback
from stories.models import Chapter
from tests.browser.steps import follow, press, titled


@pytest.fixture
def plain_page_of(new_page: Callable[..., Page]) -> Callable[[User | None], Page]:
    return lambda user: new_page(user, javascript=False, width=390)


@pytest.fixture
def error(chapter: Chapter, reader: User) -> Thread:
    """An error that `reader` reported, without other words for it."""
    start = chapter.published_revision.text.index("Their were")
    place = {"revision_id": chapter.published_revision_id, "start": start, "end": start + 10}
    return open_feedback(by=reader, chapter=chapter, kind="error", body="Which one?", **place)


def test_a_comment_is_written_answered_changed_and_deleted(
    plain_page_of: Callable[[User], Page], chapter: Chapter, reader: User
) -> None:
    page = plain_page_of(reader)
    page.goto(chapter.get_absolute_url())
    follow(page, "Comments")
    page.get_by_label("Your comment").fill("What a *ferry*.")
    press(page, "Comment")
    expect(page.get_by_role("article")).to_contain_text("What a ferry.")
    page.locator("summary", has_text="Reply").click()
    page.get_by_label("Your reply").fill("And late, too.")
    press(page, "Send")
    expect(page.get_by_role("listitem").filter(has_text="And late, too.").last).to_be_visible()
    follow(page, "Reply to Wren")
    page.get_by_label("Your reply").fill("Very late.")
    press(page, "Send")
    said = Comment.objects.order_by("pk")
    assert [(each.body, each.depth) for each in said] == [
        ("What a *ferry*.", 0),
        ("And late, too.", 1),
        ("Very late.", 2),
    ]
    follow(page, "Edit your comment")
    page.get_by_label("Your comment").fill("What a *boat*.")
    press(page, "Save")
    expect(page.get_by_role("article")).to_contain_text("What a boat.")
    follow(page, "Delete your comment")
    press(page, "Delete")
    expect(page.get_by_role("status")).to_contain_text("Your comment is deleted.")
    expect(page.get_by_text("Deleted by who wrote it.")).to_be_visible()
    expect(page.get_by_text("What a boat.")).to_have_count(0)


def begin_feedback(page: Page, chapter: Chapter, paragraph: int) -> None:
    page.goto(chapter.get_absolute_url())
    follow(page, "Leave or read feedback, paragraph by paragraph")
    follow(page, f"Give feedback on paragraph {paragraph}")
    titled(page, "Give feedback on a paragraph")


def passage() -> str:
    return Thread.objects.get().passages.get().exact


def test_feedback_is_left_on_a_sentence(
    plain_page_of: Callable[[User], Page], chapter: Chapter, reader: User
) -> None:
    page = plain_page_of(reader)
    begin_feedback(page, chapter, 3)
    page.get_by_label("“I know.”", exact=True).check()
    page.get_by_label("Give critique").check()
    page.get_by_label("What do you want to say?").fill("Does he?")
    press(page, "Send")
    titled(page, "Feedback")
    assert passage() == "“I know.”"


def test_feedback_is_left_on_exact_words_that_stand_there_twice(
    plain_page_of: Callable[[User], Page], chapter: Chapter, reader: User
) -> None:
    page = plain_page_of(reader)
    begin_feedback(page, chapter, 1)
    page.get_by_label("Or the exact words").fill("WAS")
    page.get_by_label("Report an error").check()
    page.get_by_label("Better words").fill("were")
    press(page, "Send")
    expect(page.get_by_text("These words stand there more than once.")).to_be_visible()
    expect(page.get_by_label("Better words")).to_have_value("were")
    page.get_by_role("group", name="Which of them?").get_by_role("radio").last.check()
    press(page, "Send")
    titled(page, "Feedback")
    found = Thread.objects.get().passages.get()
    assert found.start == chapter.published_revision.text.rindex("was")
    expect(page.get_by_role("deletion")).to_have_text("was")
    expect(page.get_by_role("insertion")).to_have_text("were")


def test_feedback_is_left_on_the_whole_chapter_and_withdrawn(
    plain_page_of: Callable[[User], Page], chapter: Chapter, reader: User
) -> None:
    page = plain_page_of(reader)
    page.goto(f"{chapter.get_absolute_url()}?feedback")
    follow(page, "Give feedback on the whole chapter")
    page.get_by_label("Give critique").check()
    page.get_by_label("What do you want to say?").fill("It ends where it should begin.")
    press(page, "Send")
    press(page, "Withdraw")
    expect(page.get_by_role("article")).to_contain_text("Critique · withdrawn")


def test_a_stranger_logs_in_on_the_way_to_feedback(
    plain_page_of: Callable[[None], Page], chapter: Chapter, reader: User
) -> None:
    reader.set_password("nine-lamps-burning")
    reader.save()
    EmailAddress.objects.create(user=reader, email=reader.email, verified=True, primary=True)
    page = plain_page_of(None)
    page.goto(chapter.get_absolute_url())
    follow(page, "Leave or read feedback, paragraph by paragraph")
    follow(page, "Log in")
    page.get_by_label("Name or email").fill("wren")
    page.get_by_label("Password").fill("nine-lamps-burning")
    press(page, "Log in")
    titled(page, "Feedback on The Ford")
    expect(page.get_by_role("link", name="Give feedback on paragraph 1")).to_be_visible()
    page.get_by_label("Site").get_by_text("Wren").click()
    page.get_by_role("link", name="Log out").click()
    press(page, "Log out")
    expect(page.get_by_label("Site").get_by_role("link", name="Log in")).to_be_visible()


def test_feedback_is_declined_with_a_reason_and_reopened(
    plain_page_of: Callable[[User], Page], error: Thread, author: User, reader: User
) -> None:
    page = plain_page_of(author)
    page.goto(reverse("story_feedback", args=[error.story_id]))
    follow(page, "Decline…")
    press(page, "Decline")
    expect(page.get_by_text("Say why, in a few words.")).to_be_visible()
    page.get_by_label("Why?").fill("It is how they speak.")
    press(page, "Decline")
    expect(page.get_by_role("article")).to_contain_text("Error · declined")

    theirs = plain_page_of(reader)
    theirs.goto(error.get_absolute_url())
    expect(theirs.get_by_text("It is how they speak.")).to_be_visible()
    expect(theirs.get_by_role("button", name="Reopen")).to_have_count(0)

    press(page, "Reopen")
    expect(page.get_by_role("article")).to_contain_text("Error · open")
    error.refresh_from_db()
    assert error.status == Status.OPEN


def test_feedback_is_listed_by_kind_and_state(
    plain_page_of: Callable[[User], Page], error: Thread, author: User
) -> None:
    page = plain_page_of(author)
    page.goto(reverse("story_feedback", args=[error.story_id]))
    for kind, count in (("Critique", 0), ("Errors", 1)):
        page.get_by_label("Kind").select_option(label=kind)
        press(page, "Show")
        expect(page.get_by_role("article")).to_have_count(count)


def test_reading_settings_are_kept_on_the_account(
    plain_page_of: Callable[[User], Page], chapter: Chapter, reader: User
) -> None:
    page = plain_page_of(reader)
    page.goto(chapter.get_absolute_url())
    page.get_by_label("Site").get_by_role("link", name="Reading settings").click()
    page.get_by_label("Sepia").check()
    page.get_by_label("OpenDyslexic").check()
    press(page, "Save")
    titled(page, "The Ford")
    html = page.locator("html")
    expect(html).to_have_attribute("data-theme", "sepia")
    expect(html).to_have_attribute("data-font", "dyslexic")


def test_a_profile_is_written(plain_page_of: Callable[[User], Page], reader: User) -> None:
    page = plain_page_of(reader)
    page.goto(reverse("profile_edit"))
    page.get_by_label("Display name").fill("Wren of the Ford")
    page.get_by_label("About").fill("Reads slowly.")
    press(page, "Save")
    titled(page, "Wren of the Ford")
    expect(page.get_by_text("Reads slowly.")).to_be_visible()
