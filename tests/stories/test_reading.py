"""The pages to read: what they show to whom, and what they cost."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from stories.models import Chapter, Story
from stories.publishing import publish_chapter, unpublish_chapter
from stories.saving import ChapterText, create_chapter, create_story

pytestmark = pytest.mark.django_db


def more_chapters(author: User, story: Story, count: int) -> None:
    for number in range(count):
        text = ChapterText(f"Another {number}", html="<p>Water.</p>")
        publish_chapter(by=author, chapter=create_chapter(by=author, story=story, text=text))


def queries_of(path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(path).status_code == 200
    return len(queries)


def test_chapter_page_costs_a_stranger_at_most_six_queries(chapter: Chapter) -> None:
    assert queries_of(chapter.get_absolute_url()) <= 6


def test_pages_cost_the_same_with_one_chapter_and_with_thirty(
    author: User, story: Story, chapter: Chapter
) -> None:
    pages = [story.get_absolute_url(), chapter.get_absolute_url(), f"/stories/{story.pk}/whole"]
    before = [queries_of(page) for page in pages]
    more_chapters(author, story, 29)
    assert [queries_of(page) for page in pages] == before


def test_chapter_page_prints_the_stored_html(chapter: Chapter, client: Client) -> None:
    page = client.get(chapter.get_absolute_url()).content.decode()
    assert chapter.published_revision.html in page
    assert f'data-revision="{chapter.published_revision_id}"' in page


def test_stranger_cannot_read_a_draft_and_its_author_can(
    draft: Chapter, author: User, reader: User, client_of: Callable[[User], Client]
) -> None:
    assert Client().get(draft.get_absolute_url()).status_code == 404
    assert client_of(reader).get(draft.get_absolute_url()).status_code == 404
    page = client_of(author).get(draft.get_absolute_url())
    assert "Draft: only you can see this." in page.content.decode()


def test_contents_show_drafts_to_their_author_alone(
    chapter: Chapter, draft: Chapter, author: User, client_of: Callable[[User], Client]
) -> None:
    pages = [draft.story.get_absolute_url(), chapter.get_absolute_url()]
    assert all(draft.title not in Client().get(page).content.decode() for page in pages)
    client = client_of(author)
    assert all(draft.title in client.get(page).content.decode() for page in pages)


def test_a_story_without_a_published_chapter_is_not_found(
    chapter: Chapter, author: User, client_of: Callable[[User], Client]
) -> None:
    unpublish_chapter(by=author, chapter=chapter)
    path = f"/stories/{chapter.story_id}"
    assert Client().get(path).status_code == 404
    assert Client().get(f"{path}/whole").status_code == 404
    assert client_of(author).get(path).status_code == 200


def test_a_chapter_is_not_found_under_another_story(chapter: Chapter, author: User) -> None:
    other = create_story(by=author, title="Another")
    assert Client().get(f"/stories/{other.pk}/chapters/{chapter.pk}").status_code == 404


@pytest.mark.parametrize("slug", ["", "/the-ford", "/quite-wrong"])
def test_any_slug_shows_the_page_and_its_canonical_address(chapter: Chapter, slug: str) -> None:
    response = Client().get(f"/stories/{chapter.story_id}/chapters/{chapter.pk}{slug}")
    address = f"http://testserver{chapter.get_absolute_url()}"
    assert f'<link rel="canonical" href="{address}">' in response.content.decode()


def test_previous_and_next_pass_over_drafts(
    author: User, story: Story, chapter: Chapter, draft: Chapter
) -> None:
    more_chapters(author, story, 1)
    third = Chapter.objects.published().last()
    assert third is not None
    assert third.position == 3
    page = Client().get(chapter.get_absolute_url()).content.decode()
    assert f'<link rel="next" href="{third.get_absolute_url()}">' in page
    page = Client().get(third.get_absolute_url()).content.decode()
    assert f'<link rel="prev" href="{chapter.get_absolute_url()}">' in page


def test_a_one_shot_is_read_at_once(chapter: Chapter) -> None:
    Story.objects.filter(pk=chapter.story_id).update(expected_chapters=1)
    response = Client().get(chapter.story.get_absolute_url())
    assert response.status_code == 302
    assert response["Location"] == chapter.get_absolute_url()


def test_text_of_a_right_to_left_language_says_so(chapter: Chapter) -> None:
    page = Client().get(chapter.get_absolute_url()).content.decode()
    assert 'id="text" lang="en" dir="ltr"' in page
    Story.objects.filter(pk=chapter.story_id).update(language="ar")
    page = Client().get(chapter.get_absolute_url()).content.decode()
    assert 'id="text" lang="ar" dir="rtl"' in page


def test_the_request_stands_at_the_end_of_the_chapter(chapter: Chapter) -> None:
    page = Client().get(chapter.get_absolute_url()).content.decode()
    assert "reports of errors" in page
    assert "criticism" in page
    assert 'href="?feedback"' in page
    assert "questions" not in page


def test_whole_story_prefixes_the_keys_of_each_chapter(
    author: User, story: Story, chapter: Chapter
) -> None:
    more_chapters(author, story, 1)
    second = Chapter.objects.get(story=story, position=2)
    page = Client().get(f"/stories/{story.pk}/whole").content.decode()
    assert f'id="c{chapter.pk}-b1"' in page
    assert f'id="c{second.pk}-b1"' in page
    assert 'id="b1"' not in page


def test_a_very_long_story_goes_on_behind_a_link(
    author: User, story: Story, chapter: Chapter
) -> None:
    more_chapters(author, story, 2)
    Chapter.objects.filter(story=story, position=2).update(word_count=150_000)
    first = Client().get(f"/stories/{story.pk}/whole").content.decode()
    assert 'id="c' + str(chapter.pk) + '"' in first
    assert 'href="?after=1"' in first
    rest = Client().get(f"/stories/{story.pk}/whole?after=1").content.decode()
    assert "Another 0" in rest
    assert "The Ford" not in rest
    assert 'href="?after=2"' in rest
