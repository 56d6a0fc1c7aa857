"""What the workshop tells an author of the chapters of a story."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from stories.models import Chapter, Story
from stories.requesting import Invitation, set_request
from stories.saving import ChapterText, save_chapter


@pytest.fixture
def desk(client_of: Callable[..., Client], author: User) -> Client:
    return client_of(author)


def workshop(desk: Client, story: Story) -> str:
    return desk.get(reverse("story_edit", args=[story.pk])).text


def test_a_row_tells_what_its_chapter_invites_itself(
    desk: Client, author: User, chapter: Chapter, draft: Chapter
) -> None:
    assert "Invites" not in workshop(desk, chapter.story)
    own = Invitation(kinds=["praise"])
    set_request(by=author, story=draft.story, chapter=draft, invitation=own)
    set_request(by=author, story=draft.story, chapter=chapter, invitation=Invitation())
    page = workshop(desk, chapter.story)
    assert 'Invites <span class="kind kind--praise">praise</span>' in page
    assert "Invites nothing" in page


def test_a_story_without_a_request_does_not_speak_for_its_chapters(
    desk: Client, author: User, chapter: Chapter
) -> None:
    assert "By default you invite" in workshop(desk, chapter.story)
    set_request(by=author, story=chapter.story, chapter=None, invitation=Invitation())
    page = workshop(desk, chapter.story)
    assert "By default the story invites nothing." in page
    assert "readers can leave no feedback" not in page


def test_unpublishing_is_asked_about_first(desk: Client, chapter: Chapter) -> None:
    page = reverse("chapter_unpublish", args=[chapter.story_id, chapter.pk])
    asked = desk.get(page).text
    assert "Readers no longer see it" in asked
    assert "the whole story is hidden" in asked
    assert Chapter.objects.published().filter(pk=chapter.pk).exists()
    desk.post(page)
    assert not Chapter.objects.published().filter(pk=chapter.pk).exists()
    assert desk.get(page)["Location"] == reverse("story_edit", args=[chapter.story_id])


def test_an_author_is_told_the_words_of_drafts_too(
    desk: Client, chapter: Chapter, draft: Chapter
) -> None:
    words = chapter.word_count + draft.draft_revision.word_count
    assert words > chapter.word_count
    assert f"<li>{words} words</li>" in desk.get(reverse("writing")).text


def test_the_preview_shows_what_readers_will_be_invited_to(
    desk: Client, author: User, draft: Chapter
) -> None:
    own = Invitation(kinds=["praise"], prompts=["Who rang the bell?"])
    set_request(by=author, story=draft.story, chapter=draft, invitation=own)
    page = desk.get(reverse("chapter_preview", args=[draft.story_id, draft.pk])).text
    assert "The author invites" in page
    assert "Who rang the bell?" in page
    assert "Marisol Vane" in page


@pytest.mark.parametrize("name", ["chapter_edit", "chapter_preview"])
def test_the_invitation_is_one_step_from_the_text(desk: Client, draft: Chapter, name: str) -> None:
    page = desk.get(reverse(name, args=[draft.story_id, draft.pk])).text
    assert reverse("chapter_request", args=[draft.story_id, draft.pk]) in page


def test_a_refused_form_begins_with_links_to_what_is_wrong(desk: Client) -> None:
    wrong = {"title": "", "warnings": ["none-apply", "violence"]}
    page = desk.post(reverse("story_new"), wrong).text
    for name in ("title", "warnings"):
        link = page.index(f'<a href="#id_{name}_field">')
        assert link < page.index(f'id="id_{name}_field"')
    assert "#id_summary_field" not in page
    assert "look again" not in desk.get(reverse("story_new")).text


def test_an_update_is_called_one(desk: Client, author: User, chapter: Chapter) -> None:
    text = ChapterText("The Ford", html="<p>Newer.</p>")
    head = chapter.published_revision_id
    saved = save_chapter(by=author, chapter=chapter, text=text, based_on=head)
    page = reverse("chapter_publish", args=[chapter.story_id, chapter.pk])
    answer = desk.post(page, {"revision": saved.revision.pk}, follow=True)
    assert "Your changes are published." in answer.text
