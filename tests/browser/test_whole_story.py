"""The main job, end to end: a chapter is posted and asks for feedback, gets it, and answers."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from accounts.models import User
from comments.models import ThreadEvent
from stories.models import Chapter
from tests.browser import feedback_steps, steps
from tests.browser.hands import Keys, Pointer

PHONE = {"width": 390, "height": 780, "touch": True}


@pytest.fixture(autouse=True)
def _no_rate_limits_from_before() -> None:
    cache.clear()


def test_the_whole_story_with_scripts(
    new_page: Callable[..., Page], reader: User, other_reader: User
) -> None:
    author = Pointer(new_page())
    steps.sign_up(author)
    steps.begin_story(author)
    steps.paste_rich(author)
    chapter = steps.confirm_and_publish(author)
    critic, third = new_page(reader, **PHONE), new_page(other_reader, **PHONE)
    feedback_steps.say_by_selecting(Pointer(critic), chapter)
    feedback_steps.sees_counted(Pointer(third), chapter, count=1)
    feedback_steps.sees_counted(author, chapter, count=2)
    feedback_steps.answer_and_resolve(author)
    it_is_resolved_for(critic, third, chapter)


def test_the_whole_story_without_scripts(
    new_page: Callable[..., Page], reader: User, other_reader: User
) -> None:
    author = Pointer(new_page(javascript=False))
    steps.sign_up(author)
    steps.begin_story(author)
    steps.paste_plain(author)
    chapter = steps.confirm_and_publish(author)
    critic = new_page(reader, javascript=False, **PHONE)
    third = new_page(other_reader, javascript=False, **PHONE)
    feedback_steps.say_by_forms(Pointer(critic), chapter)
    feedback_steps.reads_the_error_alone(third, chapter)
    feedback_steps.open_desk(author)
    feedback_steps.answer_and_resolve(author)
    it_is_resolved_for(critic, third, chapter)


def test_the_whole_story_with_the_keyboard_alone(
    new_page: Callable[..., Page], reader: User, other_reader: User
) -> None:
    author = Keys(new_page())
    steps.sign_up(author)
    steps.begin_story(author)
    steps.paste_plain(author)
    chapter = steps.confirm_and_publish(author)
    critic, third = new_page(reader, **PHONE), new_page(other_reader, **PHONE)
    feedback_steps.say_by_keyboard(Keys(critic), chapter)
    feedback_steps.sees_counted(Keys(third), chapter, count=1)
    feedback_steps.sees_counted(author, chapter, count=2)
    feedback_steps.answer_and_resolve(author)
    it_is_resolved_for(critic, third, chapter)


def it_is_resolved_for(critic: Page, third: Page, chapter: Chapter) -> None:
    """As it is stored and as the critic reads it; the critique stays between critic and author."""
    error, critique = feedback_steps.the_threads()
    assert (error.status, critique.status) == ("resolved", "open")
    events = ThreadEvent.objects.filter(thread=error).order_by("pk")
    assert list(events.values_list("act", "by__username")) == [
        ("opened", "wren"),
        ("resolved", steps.NAME),
    ]
    bodies = error.comments.order_by("pk").values_list("body", flat=True)
    assert list(bodies) == [feedback_steps.ERROR, feedback_steps.ANSWER]
    critic.goto(error.get_absolute_url())
    expect(critic.get_by_role("article")).to_contain_text("Error · resolved")
    expect(critic.get_by_role("article")).to_contain_text(feedback_steps.ANSWER)
    assert feedback_steps.CRITIQUE in critic.request.get(critique.get_absolute_url()).text()
    feedback_steps.is_told_the_error_alone(third, chapter)
