"""Every rule that the database holds is broken here once, by its name."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comments.models import Comment, Passage, Placement, Suggestion, Thread

pytestmark = pytest.mark.django_db


@pytest.fixture
def breaks():
    def check(name, write):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            write()

    return check


@pytest.fixture
def thread(feedback, reader):
    return feedback(reader, replacement="There were")


@pytest.mark.parametrize(
    ("kind", "status"),
    [("", "open"), ("praise", "open"), ("error", ""), ("question", "lost"), ("rant", "open")],
)
def test_feedback_has_a_status_and_praise_has_none(thread, breaks, kind, status):
    rows = Thread.objects.filter(pk=thread.pk)
    breaks(
        "feedback_has_a_status_and_praise_has_none",
        lambda: rows.update(kind=kind, status=status),
    )
    rows.update(kind="praise", status="")


def test_plain_comments_are_public(thread, breaks):
    rows = Thread.objects.filter(pk=thread.pk)
    breaks(
        "plain_comments_are_public",
        lambda: rows.update(kind="", status="", visibility="author"),
    )


def _comment(thread, **more):
    own = {"story": thread.story, "chapter": thread.chapter, "thread": thread}
    given = {"writer": thread.opened_by, "body": "Yes.", "html": "Yes.", "depth": 1}
    return Comment.objects.create(**own, **(given | more), written_at=timezone.now())


def test_only_opening_comments_have_no_parent(thread, breaks):
    opening = thread.comments.get()
    name = "only_opening_comments_have_no_parent"
    breaks(name, lambda: _comment(thread, parent=opening, depth=0))
    breaks(name, lambda: _comment(thread, parent=None, depth=1))
    assert _comment(thread, parent=opening)


def test_one_opening_comment_per_thread(thread, breaks):
    breaks("one_opening_comment_per_thread", lambda: _comment(thread, parent=None, depth=0))


def test_a_reply_has_words_until_deleted(thread, breaks):
    opening = thread.comments.get()
    name = "a_reply_has_words_until_deleted"
    now = timezone.now()
    breaks(name, lambda: _comment(thread, parent=opening, body="", html=""))
    breaks(name, lambda: _comment(thread, parent=opening, deleted_at=now))
    assert _comment(thread, parent=opening, body="", html="", deleted_at=now)


def test_one_passage_per_thread_and_it_has_text(thread, breaks):
    passage = thread.passages.get()
    rows = Passage.objects.filter(pk=passage.pk)
    breaks("a_passage_has_text", lambda: rows.update(end=passage.start))
    passage.pk = None
    breaks("one_passage_per_thread", passage.save)


def test_one_placement_per_thread_and_revision(thread, breaks):
    placement = thread.placements.get()
    placement.pk = None
    breaks("one_placement_per_thread_and_revision", placement.save)


def test_a_placement_has_a_span_unless_removed(thread, breaks):
    rows = Placement.objects.filter(thread=thread)
    name = "a_placement_has_a_span_unless_removed"
    breaks(name, lambda: rows.update(state="removed"))
    breaks(name, lambda: rows.update(start=None, end=None))
    breaks(name, lambda: rows.update(start=9, end=9))
    assert rows.update(state="removed", start=None, end=None)


def test_one_suggestion_per_thread(thread, breaks):
    suggestion = thread.suggestions.get()
    suggestion.pk = None
    breaks("one_suggestion_per_thread", suggestion.save)


def test_a_suggestion_replaces_or_deletes(thread, breaks):
    rows = Suggestion.objects.filter(thread=thread)
    name = "a_suggestion_replaces_or_deletes"
    breaks(name, lambda: rows.update(replacement=""))
    breaks(name, lambda: rows.update(deletes=True))
    assert rows.update(replacement="", deletes=True)
