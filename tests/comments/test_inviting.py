"""Consent: each refusal with the case beside it that is allowed."""

import pytest
from django.utils import timezone

from comments.access import Refusal, viewer_of
from comments.inviting import offer_to
from comments.opening import open_comment
from stories.models import Contributor, FeedbackRequest
from stories.publishing import unpublish_chapter
from stories.requesting import Invitation, set_request

pytestmark = pytest.mark.django_db


def _invite(chapter, author, **more):
    invitation = Invitation(**more)
    return set_request(by=author, story=chapter.story, chapter=chapter, invitation=invitation)


def test_kinds_that_were_not_invited_are_refused(feedback, reader):
    with pytest.raises(Refusal, match="the author asks for errors and critique only") as refusal:
        feedback(reader, kind="praise")
    assert refusal.value.field == "kind"
    assert feedback(reader, kind="critique")


@pytest.mark.parametrize("kind", ["", "rant", "ERROR"])
def test_kinds_that_do_not_exist_are_refused(feedback, reader, author, kind):
    for person in (reader, author):
        with pytest.raises(Refusal, match="Choose what kind"):
            feedback(person, kind=kind)


def test_nothing_is_invited_until_the_author_says_so(feedback, chapter, author, reader):
    _invite(chapter, author)
    with pytest.raises(Refusal, match="has not asked for feedback"):
        feedback(reader)
    FeedbackRequest.objects.all().delete()
    with pytest.raises(Refusal, match="has not asked for feedback"):
        feedback(reader)
    _invite(chapter, author, kinds=["error"])
    assert feedback(reader)


def test_a_chapters_own_request_replaces_the_storys(feedback, chapter, author, reader):
    _invite(chapter, author, kinds=["praise"])
    with pytest.raises(Refusal, match="asks for praise only"):
        feedback(reader)
    assert feedback(reader, kind="praise")


def test_closed_requests_are_refused(feedback, chapter, author, reader):
    request = _invite(chapter, author, kinds=["error"])
    FeedbackRequest.objects.filter(pk=request.pk).update(closed_at=timezone.now())
    with pytest.raises(Refusal, match="has closed feedback"):
        feedback(reader)
    FeedbackRequest.objects.filter(pk=request.pk).update(closed_at=None)
    assert feedback(reader)


def test_other_audiences_are_refused(feedback, chapter, author, reader):
    request = _invite(chapter, author, kinds=["error"])
    FeedbackRequest.objects.filter(pk=request.pk).update(audience="friends")
    with pytest.raises(Refusal, match="other readers"):
        feedback(reader)
    FeedbackRequest.objects.filter(pk=request.pk).update(audience="registered")
    assert feedback(reader)


def test_strangers_are_asked_to_log_in(feedback, chapter, stranger, reader):
    with pytest.raises(Refusal, match="asks for errors and critique"):
        feedback(stranger)
    with pytest.raises(Refusal, match="Log in to comment"):
        open_comment(by=stranger, chapter=chapter, body="Hello.")
    assert feedback(reader)


def test_unpublished_chapters_take_nothing_from_readers(feedback, chapter, author, reader):
    unpublish_chapter(by=author, chapter=chapter)
    with pytest.raises(Refusal, match="not published"):
        feedback(reader)
    with pytest.raises(Refusal, match="not published"):
        open_comment(by=reader, chapter=chapter, body="Hello.")
    assert feedback(author)
    assert open_comment(by=author, chapter=chapter, body="Hello.")


def test_authors_annotate_their_own_text_uninvited(feedback, chapter, author):
    _invite(chapter, author)
    assert [feedback(author, kind=kind).kind for kind in ("question", "praise")]


def test_another_storys_author_is_a_reader_here(feedback, other_author):
    with pytest.raises(Refusal, match="only"):
        feedback(other_author, kind="praise")


def test_an_invited_contributor_is_a_reader_until_they_accept(feedback, story, other_author):
    part = Contributor.objects.create(
        story=story, user=other_author, credited_name="Tobias", invited_at=timezone.now()
    )
    with pytest.raises(Refusal, match="only"):
        feedback(other_author, kind="praise")
    part.accepted_at = timezone.now()
    part.save()
    assert feedback(other_author, kind="praise")


def test_critics_choose_narrower_never_wider(feedback, chapter, author, reader):
    assert feedback(reader, visibility="author").visibility == "author"
    _invite(chapter, author, kinds=["error"], visibility="author")
    with pytest.raises(Refusal, match="nobody else reads") as refusal:
        feedback(reader, "nine", visibility="public")
    assert refusal.value.field == "visibility"
    assert feedback(reader, "nine", visibility="author").visibility == "author"


@pytest.mark.parametrize("visibility", ["", "beta", "nobody"])
def test_unknown_audiences_of_a_thread_are_refused(feedback, reader, visibility):
    with pytest.raises(Refusal):
        feedback(reader, visibility=visibility)


def test_threads_answer_only_what_the_author_asks(feedback, chapter, author, reader):
    prompt = "Did the flashback lose you?"
    _invite(chapter, author, kinds=["critique"], prompts=[prompt])
    with pytest.raises(Refusal, match="does not ask that any more"):
        feedback(reader, kind="critique", prompt="Is it good?")
    assert feedback(reader, kind="critique", prompt=prompt).prompt == prompt


def test_plain_comments_follow_the_authors_setting(story, chapter, author, reader):
    story.comment_setting = "nobody"
    story.save()
    with pytest.raises(Refusal, match="closed comments"):
        open_comment(by=reader, chapter=chapter, body="Hello.")
    assert open_comment(by=author, chapter=chapter, body="Comments are closed.")
    story.comment_setting = "registered"
    story.save()
    assert open_comment(by=reader, chapter=chapter, body="Hello.")


def test_an_offer_says_what_may_be_said_or_why_nothing(chapter, author, reader, stranger):
    offers = [
        offer_to(viewer_of(person, chapter.story_id), chapter)
        for person in (author, reader, stranger)
    ]
    assert [offer.kinds for offer in offers] == [
        ("error", "critique", "question", "praise"),
        ("error", "critique"),
        (),
    ]
    assert [bool(offer.why_not) for offer in offers] == [False, False, True]
