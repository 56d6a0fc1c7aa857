from datetime import UTC, datetime

import pytest

from comments.access import Refusal
from comments.models import Comment, Passage, Placement, Suggestion, Thread, ThreadEvent
from comments.opening import open_comment, open_feedback

pytestmark = pytest.mark.django_db
WHEN = datetime(2025, 3, 1, 12, tzinfo=UTC)


def test_feedback_keeps_what_was_selected_where_and_by_whom(feedback, reader, chapter):
    thread = feedback(reader, at=WHEN)
    passage = Passage.objects.get(thread=thread)
    text = chapter.published_revision.text
    assert passage.exact == "Their were" == text[passage.start : passage.end]
    assert text.index(passage.prefix + passage.exact + passage.suffix) == passage.start - len(
        passage.prefix
    )
    placement = Placement.objects.get(thread=thread)
    assert (placement.state, placement.revision_id) == ("exact", chapter.published_revision_id)
    assert (placement.start, placement.end) == (passage.start, passage.end)
    assert (thread.opened_by, thread.opened_at, thread.status) == (reader, WHEN, "open")
    assert Comment.objects.get(thread=thread).html == "<p>It should be “There”.</p>"
    assert ThreadEvent.objects.get(thread=thread).act == "opened"


def test_every_kind_but_praise_has_a_status(feedback, author):
    statuses = {kind: feedback(author, kind=kind).status for kind in ("question", "praise")}
    assert statuses == {"question": "open", "praise": ""}


def test_comments_are_light_markdown_without_the_rest(chapter, reader):
    thread = open_comment(
        by=reader, chapter=chapter, body="**Oh** <script>alert(1)</script>\r\n#no"
    )
    comment = thread.comments.get()
    assert "<strong>Oh</strong>" in comment.html
    assert "<script" not in comment.html
    assert "alert(1)" in comment.html
    assert comment.body == "**Oh** <script>alert(1)</script>\n#no"


@pytest.mark.parametrize("body", ["", "  \n ", "\u200b\u200e", "\0"])
def test_a_comment_needs_words(chapter, reader, body):
    with pytest.raises(Refusal, match="Write something") as refusal:
        open_comment(by=reader, chapter=chapter, body=body)
    assert refusal.value.field == "body"
    assert open_comment(by=reader, chapter=chapter, body=body + "a").comment_count == 1


def test_a_comment_has_at_most_ten_thousand_characters(chapter, reader):
    with pytest.raises(Refusal, match="10,000"):
        open_comment(by=reader, chapter=chapter, body="a" * 10_001)
    assert open_comment(by=reader, chapter=chapter, body="a" * 10_000)


def test_what_the_database_cannot_keep_is_replaced(chapter, reader):
    thread = open_comment(by=reader, chapter=chapter, body="a\0b \ud800 c")
    assert thread.comments.get().body == "ab ? c"


def test_a_replacement_speaks_for_itself(feedback, reader):
    thread = feedback(reader, body="", replacement="There were")
    assert Suggestion.objects.get(thread=thread).replacement == "There were"
    assert thread.comments.get().body == ""


def test_the_same_words_are_no_replacement(feedback, reader):
    with pytest.raises(Refusal, match="Write something"):
        feedback(reader, body="", replacement="Their were")
    assert not feedback(reader, replacement="Their were").suggestions.exists()


def test_deleting_the_passage_is_said_by_itself(feedback, reader):
    thread = feedback(reader, body="", deletes=True, replacement="what the form had")
    suggestion = thread.suggestions.get()
    assert (suggestion.replacement, suggestion.deletes) == ("", True)


def test_only_errors_and_critique_offer_other_words(feedback, author):
    with pytest.raises(Refusal) as refusal:
        feedback(author, kind="praise", replacement="There were")
    assert refusal.value.field == "replacement"
    assert feedback(author, kind="critique", replacement="There were").suggestions.exists()


def test_a_replacement_has_at_most_two_thousand_characters(feedback, reader):
    with pytest.raises(Refusal, match="2,000"):
        feedback(reader, replacement="a" * 2001)
    assert feedback(reader, replacement="a" * 2000).suggestions.exists()


def test_feedback_may_be_about_the_whole_chapter(chapter, reader):
    thread = open_feedback(by=reader, chapter=chapter, kind="critique", body="It opens too late.")
    assert not thread.passages.exists()
    assert not thread.placements.exists()


def test_pressing_the_button_twice_opens_one_thread(feedback, chapter, reader, other_reader):
    first = feedback(reader, replacement="There were")
    assert feedback(reader, replacement="There were") == first
    assert feedback(reader) != first
    assert feedback(reader, "nine", replacement="There were") != first
    assert feedback(other_reader, replacement="There were") != first
    plain = open_comment(by=reader, chapter=chapter, body="Lovely.")
    assert open_comment(by=reader, chapter=chapter, body="Lovely.") == plain
    assert Thread.objects.count() == 5
    chapter.refresh_from_db()
    assert (chapter.comment_count, chapter.feedback_count) == (1, 4)


def test_the_same_words_to_somebody_else_are_not_the_same(feedback, story, chapter, reader):
    story.feedbackrequest_set.update(prompts=["Is it slow?"])
    public = feedback(reader)
    private = feedback(reader, visibility="author")
    answer = feedback(reader, prompt="Is it slow?")
    assert len({public.pk, private.pk, answer.pk}) == 3
    assert feedback(reader, visibility="author") == private
    assert feedback(reader, prompt="Is it slow?") == answer


def test_counters_count_what_everybody_may_read(feedback, chapter, reader):
    before = chapter.version
    feedback(reader)
    feedback(reader, "nine", visibility="author")
    open_comment(by=reader, chapter=chapter, body="Lovely.")
    chapter.refresh_from_db()
    assert (chapter.comment_count, chapter.feedback_count) == (1, 1)
    assert chapter.version == before + 2
