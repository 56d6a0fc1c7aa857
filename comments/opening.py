"""Opening threads: feedback in the text of a chapter, and plain comments below it."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.access import Refusal, check_comment, viewer_of
from comments.choices import Status
from comments.counting import count_on_chapter
from comments.inviting import check_feedback
from comments.models import Comment, Suggestion, Thread, ThreadEvent
from comments.selecting import LONGEST, Selection, select
from comments.writing import Words, storable, words_of
from stories.choices import Kind, Visibility
from stories.models import Chapter

# Who sends the same twice within this time pressed the button twice.
TWICE = timedelta(seconds=60)


@transaction.atomic
def open_feedback(
    *,
    by: Any,
    chapter: Chapter,
    revision_id: int | None = None,
    start: int | None = None,
    end: int | None = None,
    kind: str,
    visibility: str = Visibility.PUBLIC,
    body: str = "",
    replacement: str = "",
    deletes: bool = False,
    prompt: str = "",
    at: datetime | None = None,
) -> Thread:
    """Feedback on `[start, end)` of a revision's text, or without all three on the whole chapter.

    A replacement of the passage, or its deletion, needs no words beside it. What is said about a
    text that was never published stays with its author. Raises `Refusal`.
    """
    chapter = _locked(chapter)
    viewer = viewer_of(by, chapter.story_id)
    check_feedback(viewer, chapter, kind=kind, visibility=visibility, prompt=prompt)
    selection = None
    if any(each is not None for each in (revision_id, start, end)):
        selection = select(viewer, chapter, revision_id=revision_id, start=start, end=end)
        if selection.revision.published_at is None:
            visibility = Visibility.AUTHOR
    suggestion = _suggestion(kind, selection, replacement, deletes=deletes)
    words = words_of(body, may_be_blank=suggestion is not None)
    thread = Thread(kind=kind, visibility=visibility, prompt=prompt, opened_by=by, chapter=chapter)
    if at is None and (twin := _twin(thread, words, selection, suggestion)):
        return twin
    _open(thread, words, at or timezone.now())
    if selection:
        selection.keep(thread)
    if suggestion:
        suggestion.story, suggestion.thread = chapter.story, thread
        suggestion.save()
    return thread


@transaction.atomic
def open_comment(*, by: Any, chapter: Chapter, body: str, at: datetime | None = None) -> Thread:
    """A plain comment on the chapter. Raises `Refusal`."""
    chapter = _locked(chapter)
    check_comment(viewer_of(by, chapter.story_id), chapter)
    words = words_of(body)
    thread = Thread(opened_by=by, chapter=chapter)
    if at is None and (twin := _twin(thread, words, None, None)):
        return twin
    return _open(thread, words, at or timezone.now())


def _locked(chapter: Chapter) -> Chapter:
    """The chapter as it is now. Its counters change anyway; so the same twice meets itself."""
    here = Chapter.objects.filter(pk=chapter.pk, story_id=chapter.story_id)
    # Locked first and read afterwards: a query that waited for the lock would join rows as they
    # were before.
    here.select_for_update(no_key=True).get()
    return here.select_related("story").get()


def _suggestion(
    kind: str, selection: Selection | None, replacement: str, *, deletes: bool
) -> Suggestion | None:
    """What is offered in place of the passage, if it differs from it."""
    replacement = "" if deletes else storable(replacement)
    if selection is None or not (deletes or replacement) or replacement == selection.quote.exact:
        return None
    if kind not in (Kind.ERROR, Kind.CRITIQUE):
        sentence = _("Only errors and critique can offer other words for a passage.")
        raise Refusal(sentence, field="replacement")
    if len(replacement) > LONGEST:
        limit = {"limit": f"{LONGEST:,}"}
        sentence = _("Offer less: a replacement may have at most %(limit)s characters.") % limit
        raise Refusal(sentence, field="replacement")
    return Suggestion(replacement=replacement, deletes=deletes)


def _twin(
    new: Thread, words: Words, selection: Selection | None, suggestion: Suggestion | None
) -> Thread | None:
    """The same, opened a moment ago by the same person."""
    rows = Thread.objects.filter(
        story_id=new.chapter.story_id,
        chapter=new.chapter,
        kind=new.kind,
        visibility=new.visibility,
        prompt=new.prompt,
        opened_by=new.opened_by,
        opened_at__gte=timezone.now() - TWICE,
    ).standing()
    rows = rows.visible_to(new.opened_by, answers=False)
    rows = rows.filter(comments__parent=None, comments__body=words.body)
    return rows.filter(**_about(selection), **_offering(suggestion)).first()


def _about(selection: Selection | None) -> dict[str, Any]:
    if selection is None:
        return {"passages": None}
    where = {"passages__start": selection.start, "passages__end": selection.end}
    return {"passages__revision": selection.revision, **where}


def _offering(suggestion: Suggestion | None) -> dict[str, Any]:
    if suggestion is None:
        return {"suggestions": None}
    words = suggestion.replacement
    return {"suggestions__replacement": words, "suggestions__deletes": suggestion.deletes}


def _open(thread: Thread, words: Words, at: datetime) -> Thread:
    thread.story = thread.chapter.story
    thread.status = Status.OPEN if thread.kind not in ("", Kind.PRAISE) else ""
    thread.opened_at = thread.active_at = at
    thread.comment_count = 1
    thread.save()
    Comment.objects.create(
        story_id=thread.story_id,
        chapter_id=thread.chapter_id,
        thread=thread,
        writer=thread.opened_by,
        body=words.body,
        html=words.html,
        written_at=at,
    )
    opened = ThreadEvent.Act.OPENED
    ThreadEvent.objects.create(
        story_id=thread.story_id, thread=thread, act=opened, by=thread.opened_by, at=at
    )
    count_on_chapter(thread, comments=1, feedback=int(thread.counts))
    return thread
