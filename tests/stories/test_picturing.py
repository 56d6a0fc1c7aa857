"""No page that prints a chapter asks another host for its pictures."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from stories.models import Chapter, Revision, Story
from stories.publishing import publish_chapter
from stories.saving import ChapterText, create_chapter

HTML = '<p>A lamp: <img src="https://a.example/i.png" alt="a lamp"></p>'


@pytest.fixture
def pictured(author: User, story: Story) -> Chapter:
    text = ChapterText("The Lamp", html=HTML)
    return publish_chapter(by=author, chapter=create_chapter(by=author, story=story, text=text))


@pytest.mark.parametrize("name", ["chapter", "chapter_preview", "feedback", "feedback_pick"])
def test_a_picture_is_shown_by_its_words(
    author: User, reader: User, pictured: Chapter, client_of: Callable[[User], Client], name: str
) -> None:
    place = [pictured.story_id, pictured.pk]
    address = {
        "chapter": pictured.get_absolute_url(),
        "chapter_preview": reverse("chapter_preview", args=place),
        "feedback": pictured.get_absolute_url() + "?feedback",
        "feedback_pick": reverse("feedback_pick", args=[*place, "b1"]),
    }[name]
    who = author if name == "chapter_preview" else reader
    answer = client_of(who).get(address)
    assert '<img alt="a lamp" data-src="https://a.example/i.png">' in answer.text
    assert ' src="https://a.example' not in answer.text
    assert "https:" not in answer.headers["Content-Security-Policy"]


def test_the_whole_story_shows_it_so_too(pictured: Chapter) -> None:
    page = Client().get(reverse("whole", args=[pictured.story_id])).text
    assert 'data-src="https://a.example/i.png"' in page


def test_what_is_stored_keeps_its_picture(pictured: Chapter) -> None:
    stored = Revision.objects.get(pk=pictured.published_revision_id).html
    assert ' src="https://a.example/i.png"' in stored
