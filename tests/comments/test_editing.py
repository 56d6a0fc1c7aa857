import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from comments.access import Refusal
from comments.deciding import resolve
from comments.editing import delete_comment, edit_comment
from comments.models import Comment, Suggestion, ThreadEvent
from comments.opening import open_comment
from comments.replying import reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def thread(chapter, reader):
    return open_comment(by=reader, chapter=chapter, body="Lovely.")


def _counts(thread):
    thread.refresh_from_db()
    thread.chapter.refresh_from_db()
    return thread.comment_count, thread.chapter.comment_count, thread.chapter.feedback_count


def test_writers_edit_what_they_wrote(thread, reader):
    before = thread.chapter.version
    comment = edit_comment(by=reader, comment=thread.comments.get(), body="*Very* lovely.")
    assert (comment.html, comment.edited_at is None) == ("<p><em>Very</em> lovely.</p>", False)
    assert list(thread.events.values_list("act", flat=True)) == ["opened", "edited"]
    thread.chapter.refresh_from_db()
    assert thread.chapter.version > before


def test_saving_the_same_words_is_no_edit(thread, reader):
    assert edit_comment(by=reader, comment=thread.comments.get(), body="Lovely.").edited_at is None


def test_nobody_changes_what_others_wrote(thread, author, moderator):
    for person in (author, moderator):
        for change in (delete_comment, lambda **given: edit_comment(body="No.", **given)):
            with pytest.raises(PermissionDenied):
                change(by=person, comment=thread.comments.get())
    assert thread.comments.get().body == "Lovely."


def test_what_one_may_not_see_does_not_exist(feedback, reader, other_reader):
    comment = feedback(reader, visibility="author").comments.get()
    with pytest.raises(Http404):
        edit_comment(by=other_reader, comment=comment, body="Mine.")
    with pytest.raises(Http404):
        delete_comment(by=other_reader, comment=comment)


def test_an_edit_keeps_words_unless_a_suggestion_speaks(thread, feedback, reader):
    with pytest.raises(Refusal):
        edit_comment(by=reader, comment=thread.comments.get(), body="")
    speaking = feedback(reader, replacement="There were").comments.get()
    assert edit_comment(by=reader, comment=speaking, body="").body == ""


def test_a_deleted_comment_leaves_a_stone_where_others_answered(thread, reader, author):
    answer = reply(by=author, thread=thread, body="Thank you.")
    delete_comment(by=reader, comment=thread.comments.get(parent=None))
    stone = Comment.objects.get(thread=thread, parent=None)
    assert (stone.body, stone.html, stone.deleted_at is None) == ("", "", False)
    assert answer.parent == stone
    assert _counts(thread) == (1, 1, 0)
    assert thread.moderation == "approved"


def test_a_thread_of_deleted_comments_is_hidden_not_deleted(thread, reader, author):
    answer = reply(by=author, thread=thread, body="Thank you.")
    delete_comment(by=reader, comment=thread.comments.get(parent=None))
    delete_comment(by=author, comment=answer)
    assert _counts(thread) == (0, 0, 0)
    assert thread.moderation == "hidden"
    assert thread.comments.count() == 2


def test_deleting_lone_feedback_takes_all_of_it_back(feedback, reader):
    thread = feedback(reader, replacement="There were")
    delete_comment(by=reader, comment=thread.comments.get())
    assert _counts(thread) == (0, 0, 0)
    assert (thread.status, thread.moderation) == ("withdrawn", "hidden")
    assert not Suggestion.objects.exists()
    acts = ThreadEvent.objects.order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["opened", "deleted", "withdrawn"]


def test_deleting_decided_feedback_leaves_the_decision(feedback, reader, author):
    thread = feedback(reader, replacement="There were")
    reply(by=author, thread=thread, body="Mended.")
    resolve(by=author, thread=thread)
    delete_comment(by=reader, comment=thread.comments.get(parent=None))
    assert _counts(thread) == (1, 0, 1)
    assert (thread.status, thread.moderation) == ("resolved", "approved")
    assert not Suggestion.objects.exists()


def test_what_is_deleted_cannot_be_deleted_or_edited_again(thread, reader, author):
    reply(by=author, thread=thread, body="Thank you.")
    comment = thread.comments.get(parent=None)
    delete_comment(by=reader, comment=comment)
    with pytest.raises(Http404):
        delete_comment(by=reader, comment=comment)
    with pytest.raises(Http404):
        edit_comment(by=reader, comment=comment, body="Back.")
    assert _counts(thread) == (1, 1, 0)
