"""Every rule that the database holds, broken once."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from stories import models
from stories.models import Chapter, Contributor, FeedbackRequest, Revision, Story

NOW = datetime(2025, 3, 1, tzinfo=UTC)


def two_at_one_position(chapter: Chapter, author: object) -> None:
    Chapter.objects.create(story=chapter.story, position=chapter.position)


def published_without_a_date(chapter: Chapter, author: object) -> None:
    Chapter.objects.filter(pk=chapter.pk).update(published_at=None)


def a_date_without_a_text(chapter: Chapter, author: object) -> None:
    Chapter.objects.filter(pk=chapter.pk).update(published_revision=None)


def one_number_twice(chapter: Chapter, author: object) -> None:
    Revision.objects.create(
        story=chapter.story, chapter=chapter, number=1, sanitizer_version=1, saved_by=author
    )


def settled_without_being_set_aside(chapter: Chapter, author: object) -> None:
    Revision.objects.filter(chapter=chapter).update(settled_at=NOW)


def a_part_twice(chapter: Chapter, author: object) -> None:
    Contributor.objects.create(story=chapter.story, user=author, credited_name="M.", invited_at=NOW)


def nobody_credited(chapter: Chapter, author: object) -> None:
    Contributor.objects.filter(story=chapter.story).update(credited_name="")


def two_defaults(chapter: Chapter, author: object) -> None:
    FeedbackRequest.objects.create(story=chapter.story, kinds=["praise"])


def two_requests_of_one_chapter(chapter: Chapter, author: object) -> None:
    for _ in range(2):
        FeedbackRequest.objects.create(story=chapter.story, chapter=chapter)


def an_unknown_kind(chapter: Chapter, author: object) -> None:
    FeedbackRequest.objects.filter(story=chapter.story).update(kinds=["flame"])


def six_prompts(chapter: Chapter, author: object) -> None:
    FeedbackRequest.objects.filter(story=chapter.story).update(prompts=list("abcdef"))


def a_story_with_one_date(chapter: Chapter, author: object) -> None:
    Story.objects.filter(pk=chapter.story_id).update(updated_at=None)


def a_story_without_a_title(chapter: Chapter, author: object) -> None:
    Story.objects.filter(pk=chapter.story_id).update(title="")


BROKEN = {
    two_at_one_position: "one_chapter_per_position",
    published_without_a_date: "a_published_chapter_has_a_date",
    a_date_without_a_text: "a_published_chapter_has_a_date",
    one_number_twice: "revisions_are_numbered",
    settled_without_being_set_aside: "only_what_was_set_aside_is_settled",
    a_part_twice: "one_part_per_person_and_story",
    nobody_credited: "a_contributor_is_credited",
    two_defaults: "one_default_request_per_story",
    two_requests_of_one_chapter: "one_request_per_chapter",
    an_unknown_kind: "a_request_invites_known_kinds",
    six_prompts: "a_request_has_at_most_five_prompts",
    a_story_with_one_date: "a_published_story_has_both_dates",
    a_story_without_a_title: "a_story_has_a_title",
}


@pytest.mark.parametrize(("act", "name"), BROKEN.items(), ids=[act.__name__ for act in BROKEN])
def test_the_database_refuses(
    act: Callable[[Chapter, object], None], name: str, chapter: Chapter, author: object
) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        _at_once(act, chapter, author)


def _at_once(act: Callable[[Chapter, object], None], chapter: Chapter, author: object) -> None:
    """Do it, deferred constraints checked too."""
    act(chapter, author)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_every_constraint_is_broken_once() -> None:
    named = {
        constraint.name
        for model in (getattr(models, name) for name in models.__all__)
        for constraint in model._meta.constraints
    }
    assert named == set(BROKEN.values())
