from collections.abc import Callable
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from stories.models import Chapter, FeedbackRequest, Story
from stories.publishing import publish_chapter, unpublish_chapter
from stories.requesting import Invitation, set_request
from stories.saving import ChapterText, create_chapter, create_story, save_chapter


@pytest.fixture
def desk(client_of: Callable[..., Client], author: object) -> Client:
    return client_of(author)


def page(chapter: Chapter) -> str:
    return reverse("chapter_publish", args=[chapter.story_id, chapter.pk])


def rewrite(chapter: Chapter, author: object, html: str) -> Chapter:
    text = ChapterText("The Ford, Again", html=html)
    save_chapter(by=author, chapter=chapter, text=text, based_on=chapter.head.pk)
    chapter.refresh_from_db()
    return chapter


def test_readers_see_the_published_text_until_it_is_updated(
    chapter: Chapter, author: object, client: Client, desk: Client
) -> None:
    rewrite(chapter, author, "<p>The ferry was early.</p>")
    assert chapter.title == "The Ford"
    assert "ferry was late" in client.get(chapter.get_absolute_url()).content.decode()

    draft = chapter.draft_revision
    desk.post(page(chapter), {"revision": draft.pk})
    chapter.refresh_from_db()
    assert (chapter.published_revision, chapter.draft_revision) == (draft, None)
    assert chapter.title == "The Ford, Again"
    assert "ferry was early" in client.get(chapter.get_absolute_url()).content.decode()


def test_publishing_counts_and_dates_the_story(draft: Chapter, author: object) -> None:
    before = draft.story
    publish_chapter(by=author, chapter=draft)
    story = Story.objects.get(pk=before.pk)
    assert story.chapter_count == 2
    assert story.word_count == before.word_count + 2
    assert story.updated_at > before.updated_at
    assert story.published_at == before.published_at


def test_an_update_does_not_pass_for_a_new_chapter(
    chapter: Chapter, author: object, story: Story
) -> None:
    rewrite(chapter, author, "<p>New.</p>")
    first = chapter.published_at
    published = publish_chapter(by=author, chapter=chapter)
    assert published.published_at == first
    assert published.updated_at > first
    assert Story.objects.get(pk=story.pk).updated_at == story.updated_at


def test_unpublishing_hides_the_chapter_and_keeps_the_text(
    chapter: Chapter, author: object, client: Client
) -> None:
    text = chapter.published_revision
    unpublish_chapter(by=author, chapter=chapter)
    chapter.refresh_from_db()
    assert (chapter.published_revision, chapter.draft_revision) == (None, text)
    assert Story.objects.get(pk=chapter.story_id).published_at is None
    answer = client.get(reverse("chapter", args=[chapter.story_id, chapter.pk]))
    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_only_what_was_looked_at_is_published(draft: Chapter, author: object, desk: Client) -> None:
    shown = draft.draft_revision
    rewrite(draft, author, "<p>Not looked at.</p>")
    answer = desk.post(page(draft), {"revision": shown.pk}).content.decode()
    assert "saved once more" in answer
    draft.refresh_from_db()
    assert draft.published_revision is None

    desk.post(page(draft), {"revision": draft.draft_revision_id})
    draft.refresh_from_db()
    assert draft.published_revision is not None


def test_a_chapter_without_text_is_not_published(author: object, desk: Client) -> None:
    story = create_story(by=author, title="S")
    empty = create_chapter(by=author, story=story, text=ChapterText("Empty"))
    answer = desk.post(page(empty), {"revision": empty.draft_revision_id})
    assert "no text" in answer.content.decode()
    empty.refresh_from_db()
    assert empty.published_revision is None


def test_the_page_tells_what_will_be_invited(draft: Chapter, author: object, desk: Client) -> None:
    assert "You invite" in desk.get(page(draft)).content.decode()
    nothing = Invitation()
    set_request(by=author, story=draft.story, chapter=draft, invitation=nothing)
    assert "Nothing is invited" in desk.get(page(draft)).content.decode()


def test_a_request_is_closed_and_opened_again(chapter: Chapter, desk: Client) -> None:
    address = reverse("story_request", args=[chapter.story_id])
    desk.post(address, {"act": "close"})
    request = FeedbackRequest.objects.get(story=chapter.story)
    assert not request.is_open
    assert request.kinds == ["error", "critique"]
    desk.post(address, {"act": "reopen"})
    request.refresh_from_db()
    assert request.is_open


def test_a_chapter_has_a_request_of_its_own_until_it_follows_its_story(
    chapter: Chapter, desk: Client
) -> None:
    address = reverse("chapter_request", args=[chapter.story_id, chapter.pk])
    own = {
        "act": "invite",
        "kinds": ["question"],
        "visibility": "author",
        "prompts": "Who is Odile?\r\n\r\nDid the lamps lose you?",
    }
    desk.post(address, own)
    request = FeedbackRequest.objects.get(chapter=chapter)
    assert (request.kinds, request.visibility) == (["question"], "author")
    assert request.prompts == ["Who is Odile?", "Did the lamps lose you?"]
    desk.post(address, {"act": "follow"})
    assert not FeedbackRequest.objects.filter(chapter=chapter).exists()


@pytest.mark.parametrize(
    ("prompts", "reason"),
    [("\n".join("abcdef"), "At most five"), ("x" * 201, "at most 200")],
)
def test_too_many_or_too_long_questions_are_refused(
    chapter: Chapter, desk: Client, prompts: str, reason: str
) -> None:
    address = reverse("story_request", args=[chapter.story_id])
    sent = {"act": "invite", "kinds": ["praise"], "visibility": "public", "prompts": prompts}
    assert reason in desk.post(address, sent).content.decode()
    assert FeedbackRequest.objects.get(story=chapter.story).kinds == ["error", "critique"]
    desk.post(address, sent | {"prompts": "\n".join("abcde")})
    assert FeedbackRequest.objects.get(story=chapter.story).prompts == list("abcde")
