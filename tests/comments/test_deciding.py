from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from comments.access import Refusal
from comments.deciding import decline, reopen, resolve, withdraw
from comments.models import Thread, ThreadEvent
from comments.opening import open_comment

pytestmark = pytest.mark.django_db
WHEN = datetime(2025, 4, 2, tzinfo=UTC)


def _status(thread):
    return Thread.objects.get(pk=thread.pk).status


def test_the_author_resolves_and_reopens(feedback, reader, author):
    thread = feedback(reader)
    assert resolve(by=author, thread=thread, at=WHEN).status == "resolved"
    assert reopen(by=author, thread=thread).status == "open"
    acts = list(thread.events.order_by("pk").values_list("act", "by__username"))
    assert acts == [("opened", "wren"), ("resolved", "marisol"), ("reopened", "marisol")]
    assert thread.events.get(act="resolved").at == WHEN


def test_the_author_declines_with_a_reason(feedback, reader, author):
    thread = feedback(reader)
    for reason in ("", " \n", "\u200b"):
        with pytest.raises(Refusal) as refusal:
            decline(by=author, thread=thread, reason=reason)
        assert refusal.value.field == "reason"
    with pytest.raises(Refusal, match="1,000"):
        decline(by=author, thread=thread, reason="a" * 1001)
    decline(by=author, thread=thread, reason=" It is dialect. ")
    assert ThreadEvent.objects.get(act="declined").reason == "It is dialect."
    assert _status(thread) == "declined"


def test_readers_decide_nothing(feedback, reader, other_reader):
    thread = feedback(reader)
    for person in (reader, other_reader):
        with pytest.raises(PermissionDenied):
            resolve(by=person, thread=thread)
        with pytest.raises(PermissionDenied):
            decline(by=person, thread=thread, reason="No.")
    with pytest.raises(PermissionDenied):
        withdraw(by=other_reader, thread=thread)
    assert _status(thread) == "open"


def test_readers_do_not_reopen_what_the_author_decided(feedback, reader, author):
    thread = resolve(by=author, thread=feedback(reader))
    with pytest.raises(PermissionDenied):
        reopen(by=reader, thread=thread)
    assert _status(thread) == "resolved"


def test_critics_take_their_feedback_back_and_again(feedback, reader, author, chapter):
    thread = feedback(reader)
    assert withdraw(by=reader, thread=thread).status == "withdrawn"
    chapter.refresh_from_db()
    assert chapter.feedback_count == 0
    with pytest.raises(PermissionDenied):
        reopen(by=author, thread=thread)
    with pytest.raises(PermissionDenied):
        resolve(by=author, thread=thread)
    assert reopen(by=reader, thread=thread).status == "open"
    chapter.refresh_from_db()
    assert chapter.feedback_count == 1


def test_authors_cannot_withdraw_what_others_said(feedback, reader, author):
    with pytest.raises(PermissionDenied):
        withdraw(by=author, thread=feedback(reader))


def test_deciding_the_same_again_changes_nothing(feedback, reader, author):
    thread = resolve(by=author, thread=feedback(reader))
    assert resolve(by=author, thread=thread).status == "resolved"
    assert thread.events.filter(act="resolved").count() == 1


def test_what_is_decided_is_reopened_before_it_is_decided_otherwise(feedback, reader, author):
    thread = resolve(by=author, thread=feedback(reader))
    with pytest.raises(Refusal, match="Reopen it first"):
        decline(by=author, thread=thread, reason="No.")
    with pytest.raises(Refusal, match="Reopen it first"):
        withdraw(by=reader, thread=thread)


def test_praise_and_comments_need_no_decision(feedback, author, chapter):
    praise = feedback(author, kind="praise")
    comment = open_comment(by=author, chapter=chapter, body="Hello.")
    for thread in (praise, comment):
        with pytest.raises(Refusal, match="nothing to decide"):
            resolve(by=author, thread=thread)


def test_private_feedback_is_decided_by_who_reads_it(feedback, reader, other_author, author):
    thread = feedback(reader, visibility="author")
    with pytest.raises(Http404):
        resolve(by=other_author, thread=thread)
    assert resolve(by=author, thread=thread).status == "resolved"
