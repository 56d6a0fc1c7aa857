from datetime import UTC, datetime

import pytest
from django.http import Http404

from comments.access import Refusal
from comments.deciding import withdraw
from comments.models import Comment
from comments.opening import open_comment
from comments.replying import reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def thread(chapter, reader):
    return open_comment(by=reader, chapter=chapter, body="Lovely.")


def test_a_reply_answers_the_opening_comment_or_another(thread, author, reader):
    first = reply(by=author, thread=thread, body="Thank you.")
    second = reply(by=reader, thread=thread, body="No, thank *you*.", parent=first)
    assert first.parent == thread.comments.get(parent=None)
    assert (second.parent, second.depth, second.html) == (
        first,
        2,
        "<p>No, thank <em>you</em>.</p>",
    )
    thread.refresh_from_db()
    thread.chapter.refresh_from_db()
    assert (thread.comment_count, thread.chapter.comment_count) == (3, 3)
    assert thread.active_at == second.written_at


def test_replies_are_flat_beyond_a_readable_depth(thread, reader):
    parent = None
    for number in range(8):
        parent = reply(by=reader, thread=thread, body=str(number), parent=parent)
    depths = Comment.objects.order_by("pk").values_list("depth", flat=True)
    assert list(depths) == [0, 1, 2, 3, 4, 4, 4, 4, 4]


def test_replies_in_feedback_count_in_their_thread_alone(feedback, reader, author, chapter):
    thread = feedback(reader)
    reply(by=author, thread=thread, body="Mended.")
    thread.refresh_from_db()
    chapter.refresh_from_db()
    assert (thread.comment_count, chapter.comment_count, chapter.feedback_count) == (2, 0, 1)


def test_the_authors_first_answer_is_noted(feedback, reader, other_reader, author):
    thread = feedback(reader)
    reply(by=other_reader, thread=thread, body="I saw that too.")
    thread.refresh_from_db()
    assert thread.answered_at is None
    at = datetime(2025, 5, 1, tzinfo=UTC)
    reply(by=author, thread=thread, body="Mended.", at=at)
    reply(by=author, thread=thread, body="Really.")
    thread.refresh_from_db()
    assert thread.answered_at == at


def test_authors_do_not_answer_their_own_questions(feedback, author):
    thread = feedback(author, kind="question")
    reply(by=author, thread=thread, body="Hm.")
    thread.refresh_from_db()
    assert thread.answered_at is None


def test_pressing_the_button_twice_says_it_once(thread, author, reader):
    first = reply(by=author, thread=thread, body="Thank you.")
    assert reply(by=author, thread=thread, body="Thank you.") == first
    assert reply(by=author, thread=thread, body="Thank you.", parent=first) != first
    assert reply(by=reader, thread=thread, body="Thank you.") != first
    thread.refresh_from_db()
    assert thread.comment_count == 4


def test_strangers_do_not_reply(thread, feedback, reader, stranger):
    for each in (thread, feedback(reader)):
        with pytest.raises(Refusal, match="Log in"):
            reply(by=stranger, thread=each, body="Hello.")
        assert reply(by=reader, thread=each, body="Hello.")


def test_closed_comments_take_no_replies_from_readers(thread, story, author, reader):
    story.comment_setting = "nobody"
    story.save()
    with pytest.raises(Refusal, match="closed comments"):
        reply(by=reader, thread=thread, body="But…")
    assert reply(by=author, thread=thread, body="That is all.")


def test_private_threads_take_replies_from_those_who_read_them(
    feedback, reader, other_reader, author
):
    thread = feedback(reader, visibility="author")
    with pytest.raises(Http404):
        reply(by=other_reader, thread=thread, body="Hello.")
    assert reply(by=author, thread=thread, body="Hello.")
    assert reply(by=reader, thread=thread, body="Hello.")


def test_what_was_withdrawn_takes_no_replies(feedback, reader, author):
    thread = withdraw(by=reader, thread=feedback(reader))
    with pytest.raises(Refusal, match="withdrawn"):
        reply(by=author, thread=thread, body="But…")


def test_a_reply_needs_words(thread, reader):
    with pytest.raises(Refusal, match="Write something"):
        reply(by=reader, thread=thread, body=" ")


def test_a_comment_of_another_thread_cannot_be_answered_here(thread, feedback, reader):
    other = feedback(reader).comments.get()
    with pytest.raises(Refusal, match="not in this thread"):
        reply(by=reader, thread=thread, body="Hello.", parent=other)
