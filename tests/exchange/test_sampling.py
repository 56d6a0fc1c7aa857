import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from accounts.models import User
from comments.models import Comment, Thread
from stories.choices import Kind
from stories.models import Chapter, Story

COUNTS = {"stories": 4, "words": 12_000}


@pytest.fixture
def library(db: None) -> None:
    call_command("load_sample_library", verbosity=0)


def test_the_library_is_worth_a_first_visit(library: None) -> None:
    stories = Story.objects.published()
    assert stories.count() >= COUNTS["stories"]
    assert sum(story.word_count for story in stories) >= COUNTS["words"]
    assert stories.filter(chapter_count=10).exists()
    assert stories.filter(language="ar").exists()
    assert len({story.contributor_set.get().user_id for story in stories}) >= 4


def test_threads_of_all_kinds_stand_in_it_from_several_people(library: None) -> None:
    for kind in Kind.values:
        assert Thread.objects.filter(kind=kind).values("opened_by").distinct().count() >= 2
    assert Thread.objects.plain().exists()


def test_nobody_speaks_before_there_was_something_to_read(library: None) -> None:
    early = Thread.objects.filter(opened_at__lt=F("chapter__published_at"))
    assert list(early) == []
    assert list(Comment.objects.filter(written_at__lt=F("thread__opened_at"))) == []


def test_a_second_load_is_refused_or_quietly_left(library: None) -> None:
    before = Chapter.objects.count()
    call_command("load_sample_library", "--if-empty")
    assert Chapter.objects.count() == before
    with pytest.raises(CommandError, match="stories or people already"):
        call_command("load_sample_library")


def test_a_site_that_has_an_operator_is_not_empty(moderator: User) -> None:
    call_command("load_sample_library", "--if-empty")
    assert not Story.objects.exists()
