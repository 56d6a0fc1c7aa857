"""Several people at once, each on a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from comments.access import Refusal
from comments.deciding import resolve
from comments.editing import delete_comment
from comments.models import Comment, Thread, ThreadEvent
from comments.opening import open_comment
from comments.replying import reply
from stories.models import Chapter, Story
from stories.publishing import publish_chapter
from stories.saving import ChapterText, save_chapter

pytestmark = pytest.mark.django_db(transaction=True)


def _at_once(*acts):
    """What each act gave, or raised, after all began together."""
    barrier = Barrier(len(acts))

    def run(act):
        try:
            barrier.wait(timeout=20)
            return act()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def _counters(chapter):
    return Chapter.objects.values_list("comment_count", "feedback_count").get(pk=chapter.pk)


def test_replies_at_once_are_all_counted(chapter, reader, other_reader):
    thread = open_comment(by=reader, chapter=chapter, body="Lovely.")
    people = (reader, other_reader)
    acts = [lambda n=n: reply(by=people[n % 2], thread=thread, body=f"Reply {n}") for n in range(8)]
    assert all(isinstance(said, Comment) for said in _at_once(*acts))
    assert Thread.objects.get(pk=thread.pk).comment_count == 9
    assert _counters(chapter) == (9, 0)


def test_the_same_sent_twice_at_once_is_said_once(feedback, chapter, reader):
    opened = _at_once(*[lambda: open_comment(by=reader, chapter=chapter, body="Lovely.")] * 4)
    assert len({thread.pk for thread in opened}) == 1
    opened = _at_once(*[lambda: feedback(reader, replacement="There were")] * 4)
    assert len({thread.pk for thread in opened}) == 1
    assert _counters(chapter) == (1, 1)


def test_decisions_at_once_are_one_event(feedback, reader, author):
    thread = feedback(reader)
    _at_once(*[lambda: resolve(by=author, thread=thread)] * 4)
    assert ThreadEvent.objects.filter(act="resolved").count() == 1


def test_a_reply_and_a_deletion_at_once_leave_the_counts_right(chapter, reader, other_reader):
    for number in range(6):
        thread = open_comment(by=reader, chapter=chapter, body=f"Lovely {number}.")
        opening = thread.comments.get()
        _at_once(
            lambda opening=opening: delete_comment(by=reader, comment=opening),
            lambda thread=thread: reply(by=other_reader, thread=thread, body="Yes."),
        )
        thread.refresh_from_db()
        said = Comment.objects.filter(thread=thread, deleted_at=None).count()
        assert thread.comment_count == said
        assert thread.moderation == ("approved" if said else "hidden")
    shown = Thread.objects.filter(moderation="approved")
    assert _counters(chapter)[0] == sum(shown.values_list("comment_count", flat=True))


def test_comments_do_not_get_lost_while_the_author_publishes(chapter, author, reader):
    acts = [
        lambda n=n: open_comment(by=reader, chapter=chapter, body=f"Lovely {n}.") for n in range(4)
    ]
    text = ChapterText("The Ford", html="<p>Rewritten.</p>")
    save_chapter(by=author, chapter=chapter, text=text, based_on=chapter.published_revision_id)
    done = _at_once(*acts, lambda: publish_chapter(by=author, chapter=chapter))
    assert not [each for each in done if isinstance(each, Exception)]
    assert _counters(chapter) == (4, 0)


def test_who_waited_for_a_thread_judges_by_what_is_so_now(chapter, author, reader, other_reader):
    thread = open_comment(by=reader, chapter=chapter, body="Lovely.")
    locked, answered = Event(), []

    def close():
        with transaction.atomic():
            Thread.objects.select_for_update().get(pk=thread.pk)
            locked.set()
            _wait_until_somebody_waits()
            Story.objects.filter(pk=chapter.story_id).update(comment_setting="nobody")
            Thread.objects.filter(pk=thread.pk).update(active_at=thread.active_at)

    def answer():
        locked.wait(timeout=20)
        answered.append(reply(by=other_reader, thread=thread, body="Yes."))

    closed, refused = _at_once(close, answer)
    assert closed is None
    assert isinstance(refused, Refusal)
    assert not answered


def _wait_until_somebody_waits():
    """Until another connection of this database stands before a lock."""
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    for _attempt in range(400):
        with connection.cursor() as cursor:
            cursor.execute(waiting + " AND wait_event_type = 'Lock'")
            if cursor.fetchone()[0]:
                return
            cursor.execute("SELECT pg_sleep(0.02)")
