"""The first page: what is new, and what asks for feedback."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from stories.listing import chapters_asking
from stories.models import Chapter, FeedbackRequest, Story
from stories.publishing import publish_chapter
from stories.requesting import Invitation, set_request
from stories.saving import ChapterText, create_chapter, create_story

pytestmark = pytest.mark.django_db


def post(author: User, title: str, *, hours_ago: int, kinds: list[str]) -> Chapter:
    story = create_story(by=author, title=title)
    text = ChapterText(f"First of {title}", html="<p>Rain.</p>")
    chapter = create_chapter(by=author, story=story, text=text)
    at = timezone.now() - timedelta(hours=hours_ago)
    chapter = publish_chapter(by=author, chapter=chapter, at=at)
    set_request(by=author, story=story, chapter=None, invitation=Invitation(kinds=kinds))
    return chapter


def test_empty_library_offers_a_beginning() -> None:
    page = Client().get("/").content.decode()
    assert "Post the first story" in page
    assert "/stories/new" in page


def test_home_costs_the_same_with_one_story_and_with_thirty(author: User) -> None:
    post(author, "Story 0", hours_ago=0, kinds=["error"])
    with CaptureQueriesContext(connection) as few:
        Client().get("/")
    for number in range(1, 30):
        post(author, f"Story {number}", hours_ago=number, kinds=["error"])
    with CaptureQueriesContext(connection) as many:
        Client().get("/")
    assert len(many) == len(few) <= 6


def test_pages_of_stories_follow_each_other_without_gap_or_repetition(author: User) -> None:
    for number in range(30):
        post(author, f"Story {number:02}", hours_ago=number // 3, kinds=[])
    Story.objects.update(updated_at=timezone.now())
    seen: list[int] = []
    query = ""
    while query is not None:
        response = Client().get(f"/{query}")
        seen += [story.pk for story in response.context["stories"]]
        after = response.context["after"]
        query = f"?after={after}" if after else None
    assert len(seen) == len(set(seen)) == 30


@pytest.mark.parametrize("after", ["x", "2026-13-01T00:00:00Z_1", "2026-01-01T00:00:00Z_x", "_"])
def test_an_unreadable_place_is_the_first_page(story: Story, after: str) -> None:
    response = Client().get("/", {"after": after})
    assert response.context["is_first"]
    assert story.title in response.content.decode()


def test_drafts_are_not_listed(story: Story, author: User) -> None:
    create_story(by=author, title="Not yet")
    page = Client().get("/").content.decode()
    assert story.title in page
    assert "Not yet" not in page


def test_a_chapters_own_request_replaces_the_storys(author: User) -> None:
    asked = post(author, "Asked", hours_ago=1, kinds=["error"])
    silenced = post(author, "Silenced", hours_ago=2, kinds=["error"])
    opened = post(author, "Opened", hours_ago=3, kinds=[])
    for chapter, kinds in ((silenced, []), (opened, ["praise"])):
        own = Invitation(kinds=kinds)
        set_request(by=author, story=chapter.story, chapter=chapter, invitation=own)
    found = chapters_asking(count=9)
    assert [each.chapter.pk for each in found] == [asked.pk, opened.pk]
    assert [each.request.kinds for each in found] == [["error"], ["praise"]]


def test_closed_requests_do_not_ask(author: User) -> None:
    post(author, "Asked", hours_ago=1, kinds=["error"])
    assert len(chapters_asking(count=9)) == 1
    FeedbackRequest.objects.update(closed_at=timezone.now())
    assert chapters_asking(count=9) == []


def test_a_story_asks_with_its_newest_chapter_alone(author: User) -> None:
    first = post(author, "Serial", hours_ago=9, kinds=["error"])
    second = create_chapter(by=author, story=first.story, text=ChapterText("Second"))
    publish_chapter(by=author, chapter=second)
    assert [each.chapter.pk for each in chapters_asking(count=9)] == [second.pk]
