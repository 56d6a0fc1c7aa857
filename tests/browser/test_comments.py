"""Comments and threads are renewed in place; and the same is done without a script."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import User
from comments.models import Comment, Thread
from comments.opening import open_comment, open_feedback
from comments.replying import reply
from stories.models import Chapter

pytestmark = pytest.mark.django_db(transaction=True)


def _address(chapter: Chapter) -> str:
    return reverse("chapter", args=[chapter.story_id, chapter.pk])


@pytest.fixture
def feedback(chapter: Chapter, reader: User) -> Thread:
    revision = chapter.published_revision
    start = revision.text.index("Their")
    place = {"revision_id": revision.pk, "start": start, "end": start + 5}
    words = {"kind": "error", "body": "A typo.", "replacement": "There"}
    return open_feedback(by=reader, chapter=chapter, **place, **words)


def test_a_comment_and_its_answer_are_sent_without_leaving_the_chapter(
    page_of: Callable[[User], Page], chapter: Chapter, reader: User
) -> None:
    page = page_of(reader)
    page.goto(_address(chapter))
    page.locator("#comments").scroll_into_view_if_needed()
    part = page.locator("#comments")
    part.get_by_label("Your comment").first.fill("What a *ferry*.")
    part.get_by_role("button", name="Comment").click()
    expect(part.locator(".comment em")).to_have_text("ferry")
    expect(part.get_by_text("Your comment stands below.")).to_be_focused()
    thread = part.locator("article.thread")
    thread.get_by_text("Reply", exact=True).click()
    thread.get_by_label("Your reply").fill("And late, too.")
    thread.get_by_role("button", name="Send").click()
    expect(thread.locator(".reply")).to_contain_text("And late, too.")
    assert page.url.endswith(_address(chapter))
    assert Comment.objects.count() == 2


@pytest.mark.parametrize("where", ["chapter", "chapter_comments"])
def test_another_order_of_the_comments_keeps_the_place_and_stays(
    page_of: Callable[[User], Page], chapter: Chapter, reader: User, where: str
) -> None:
    for body in ("The first.", "The second."):
        open_comment(by=reader, chapter=chapter, body=body)
    page = page_of(reader)
    page.goto(reverse(where, args=[chapter.story_id, chapter.pk]))
    page.locator("concrit-part").first.scroll_into_view_if_needed()
    page.get_by_role("link", name="Oldest first").click()
    bodies = page.locator(".comment__body")
    expect(bodies).to_have_text(["The first.", "The second."])
    heading = page.get_by_role("heading", name="Comments", exact=True)
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    page.reload()
    page.locator("concrit-part").first.scroll_into_view_if_needed()
    expect(bodies).to_have_text(["The first.", "The second."])


def test_a_thread_is_resolved_where_it_stands(
    page_of: Callable[[User], Page], feedback: Thread, author: User
) -> None:
    page = page_of(author)
    page.goto(feedback.get_absolute_url())
    page.get_by_role("button", name="Resolve").click()
    expect(page.get_by_text("Error · resolved")).to_be_visible()
    page.get_by_role("button", name="Reopen").click()
    expect(page.get_by_text("Error · open")).to_be_visible()


def test_the_whole_way_without_a_script(
    new_page: Callable[..., Page], chapter: Chapter, reader: User, author: User
) -> None:
    page = new_page(reader, javascript=False, width=390)
    page.goto(f"{_address(chapter)}?feedback")
    page.get_by_role("link", name="Give feedback on paragraph 2").click()
    page.get_by_label("Or the exact words").fill("Their were nine")
    page.get_by_label("Report an error").check()
    page.get_by_label("What do you want to say?").fill("Which one?")
    page.get_by_label("Better words for the passage").fill("There were nine")
    page.get_by_label("Only the author and I").check()
    page.get_by_role("button", name="Send").click()
    expect(page.locator("del")).to_have_text("Their")
    expect(page.get_by_text("only for the author")).to_be_visible()
    thread = Thread.objects.get()
    page = new_page(author, javascript=False)
    page.goto(reverse("story_feedback", args=[chapter.story_id]))
    page.get_by_text("Reply", exact=True).click()
    page.get_by_label("Your reply").fill("There. Thank you!")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("button", name="Resolve").click()
    expect(page.get_by_text("Error · resolved")).to_be_visible()
    page.get_by_role("link", name="Read it in its place").click()
    assert page.url.endswith("#b2")
    assert new_page(javascript=False).goto(thread.get_absolute_url()).status == 404


@pytest.mark.parametrize("name", ["reply", "refused", "edit", "delete", "new", "pick", "stone"])
def test_pages_with_forms_are_accessible(
    new_page: Callable[..., Page],
    feedback: Thread,
    chapter: Chapter,
    reader: User,
    author: User,
    name: str,
) -> None:
    comment = reply(by=reader, thread=feedback, body="A *second* thought.")
    gone = open_comment(by=reader, chapter=chapter, body="Gone.")
    reply(by=author, thread=gone, body="Where to?")
    Comment.objects.filter(thread=gone, parent=None).update(
        body="", html="", deleted_at=comment.written_at
    )
    story, passage = chapter.story_id, feedback.passages.get()
    new = reverse("feedback_new", args=[story, chapter.pk])
    addresses = {
        "reply": reverse("thread_reply", args=[story, feedback.pk]) + f"?to={comment.pk}",
        "refused": reverse("thread_reply", args=[story, feedback.pk]),
        "edit": reverse("comment_edit", args=[story, comment.pk]),
        "delete": reverse("comment_delete", args=[story, comment.pk]),
        "new": f"{new}?revision={passage.revision_id}&start={passage.start}&end={passage.end}",
        "pick": reverse("feedback_pick", args=[story, chapter.pk, "b2"]),
        "stone": gone.get_absolute_url(),
    }
    page = new_page(reader, width=390, javascript=name != "refused")
    page.goto(addresses[name])
    if name in ("refused", "pick"):
        page.locator("main form button").click()
        assert "Write something" in page.content() or "Pick a sentence" in page.content()
    if name != "refused":
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
