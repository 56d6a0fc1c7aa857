"""Selections as no honest page would send them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comments.access import Refusal
from comments.models import Passage
from comments.opening import open_feedback
from stories.publishing import publish_chapter
from stories.saving import ChapterText, create_chapter, save_chapter

pytestmark = pytest.mark.django_db
FAMILY = "👩‍👩‍👧"


def _publish(author, story, html):
    chapter = create_chapter(by=author, story=story, text=ChapterText("Other", html=html))
    return publish_chapter(by=author, chapter=chapter)


def _select(reader, chapter, start, end, revision_id=None):
    revision_id = revision_id or chapter.published_revision_id
    where = {"revision_id": revision_id, "start": start, "end": end}
    return open_feedback(by=reader, chapter=chapter, kind="error", body="Here.", **where)


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 4), (5, 5), (9, 3), (0, 10**7), (10**7, 10**8), (10**30, 10**31)]
)
def test_places_outside_the_text_are_refused(chapter, reader, start, end):
    with pytest.raises(Refusal, match="not in the chapter"):
        _select(reader, chapter, start, end)
    assert _select(reader, chapter, 0, 9)


def test_the_whole_text_may_be_selected_when_it_is_short(chapter, reader):
    text = chapter.published_revision.text
    assert _select(reader, chapter, 0, len(text)).passages.get().exact == text


def test_letters_are_never_split(author, story, reader):
    chapter = _publish(author, story, f"<p>a {FAMILY} cafe\u0301s</p>")
    text = chapter.published_revision.text
    place = text.index(FAMILY)
    passage = _select(reader, chapter, place + 1, place + 2).passages.get()
    assert passage.exact == FAMILY
    assert (passage.start, passage.end) == (place, place + len(FAMILY))


def test_a_letter_of_countless_marks_keeps_within_the_columns(author, story, reader):
    chapter = _publish(author, story, "<p>x e" + "\u0301" * 90 + " mid e" + "\u0301" * 90 + "</p>")
    start = chapter.published_revision.text.index("mid")
    passage = _select(reader, chapter, start, start + 3).passages.get()
    assert max(len(passage.prefix), len(passage.suffix)) <= 64


def test_blank_selections_are_refused(author, story, reader):
    chapter = _publish(author, story, "<p>One.</p><p>\u00a0\u00a0</p><p>Two.</p>")
    text = chapter.published_revision.text
    with pytest.raises(Refusal, match="Select some words"):
        _select(reader, chapter, text.index("\n"), text.index("Two"))
    assert _select(reader, chapter, text.index("\n"), text.index("Two") + 1)


def test_a_passage_has_at_most_two_thousand_characters(author, story, reader):
    chapter = _publish(author, story, f"<p>{'long ' * 500}</p>")
    with pytest.raises(Refusal, match="2,000"):
        _select(reader, chapter, 0, 2001)
    assert _select(reader, chapter, 0, 2000)


def test_another_chapters_revision_is_refused(author, story, chapter, reader):
    other = _publish(author, story, "<p>Another chapter altogether.</p>")
    with pytest.raises(Refusal, match="not in the chapter"):
        _select(reader, chapter, 0, 5, revision_id=other.published_revision_id)
    assert _select(reader, other, 0, 5)


@pytest.mark.parametrize("revision_id", [0, -1, 10**9, 10**30])
def test_unknown_revisions_are_refused(chapter, reader, revision_id):
    with pytest.raises(Refusal, match="not in the chapter"):
        open_feedback(
            by=reader,
            chapter=chapter,
            kind="error",
            body="Here.",
            revision_id=revision_id,
            start=0,
            end=3,
        )


def test_readers_select_in_texts_that_were_published(author, chapter, reader):
    old = chapter.published_revision
    text = ChapterText("The Ford", html="<p>Rewritten.</p>")
    draft = save_chapter(by=author, chapter=chapter, text=text, based_on=old.pk).revision
    with pytest.raises(Refusal, match="not in the chapter"):
        _select(reader, chapter, 0, 5, revision_id=draft.pk)
    publish_chapter(by=author, chapter=chapter)
    assert _select(reader, chapter, 0, 5, revision_id=draft.pk)
    late = _select(reader, chapter, 0, 9, revision_id=old.pk)
    assert late.placements.get().revision_id == old.pk


def test_what_is_said_about_a_draft_stays_with_its_author(author, draft):
    revision = draft.draft_revision
    where = {"revision_id": revision.pk, "start": 0, "end": 6}
    thread = open_feedback(by=author, chapter=draft, kind="question", body="Why?", **where)
    assert thread.visibility == "author"


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(start=st.integers(-3, 200), length=st.integers(-3, 60))
def test_any_two_numbers_are_refused_or_quoted_exactly(chapter, reader, start, length):
    text = chapter.published_revision.text
    try:
        thread = _select(reader, chapter, start, start + length)
    except Refusal:
        return
    passage = Passage.objects.get(thread=thread)
    assert passage.exact == text[passage.start : passage.end]
    assert passage.exact.strip()
