"""Copies of strangers' pages: good until something on them changed, and nobody else's."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from stories.counting import bump_chapter
from stories.models import Chapter

pytestmark = pytest.mark.django_db


def paths(chapter: Chapter) -> list[str]:
    story = f"/stories/{chapter.story_id}"
    return [chapter.get_absolute_url(), story, f"{story}/whole"]


def test_a_stranger_page_may_be_shared_and_must_be_validated(chapter: Chapter) -> None:
    for path in paths(chapter):
        response = Client().get(path)
        control = set(response["Cache-Control"].split(", "))
        assert control == {"public", "max-age=0", "must-revalidate"}
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert "csrf" not in response.content.decode()


def test_an_unchanged_page_is_answered_with_one_query(chapter: Chapter) -> None:
    for path in paths(chapter):
        etag = Client().get(path)["ETag"]
        with CaptureQueriesContext(connection) as queries:
            response = Client().get(path, headers={"If-None-Match": etag})
        assert response.status_code == 304
        assert len(queries) == 1
        assert response["ETag"] == etag
        assert not response.content


def test_a_changed_chapter_is_sent_anew(chapter: Chapter) -> None:
    path = chapter.get_absolute_url()
    etag = Client().get(path)["ETag"]
    bump_chapter(chapter)
    response = Client().get(path, headers={"If-None-Match": etag})
    assert response.status_code == 200
    assert response["ETag"] != etag


def test_a_copy_is_not_good_for_other_preferences(chapter: Chapter) -> None:
    path = chapter.get_absolute_url()
    etag = Client().get(path)["ETag"]
    client = Client()
    client.cookies["reading"] = "theme=dark"
    response = client.get(path, headers={"If-None-Match": etag})
    assert response.status_code == 200
    assert 'data-theme="dark"' in response.content.decode()
    assert "private" in response["Cache-Control"]


def test_a_page_of_somebody_known_is_never_kept(
    chapter: Chapter, reader: User, client_of: Callable[[User], Client]
) -> None:
    path = chapter.get_absolute_url()
    etag = Client().get(path)["ETag"]
    response = client_of(reader).get(path, headers={"If-None-Match": etag})
    assert response.status_code == 200
    assert "ETag" not in response
    assert set(response["Cache-Control"].split(", ")) == {"private", "no-store"}


def test_a_withdrawn_chapter_is_not_found_even_with_a_copy(chapter: Chapter) -> None:
    path = chapter.get_absolute_url()
    etag = Client().get(path)["ETag"]
    Chapter.objects.filter(pk=chapter.pk).update(published_revision=None, published_at=None)
    assert Client().get(path, headers={"If-None-Match": etag}).status_code == 404
