"""Writing a chapter. Every save is a revision; what conflicts is set aside, never lost."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from kit.paging import place_in
from prose.limits import Refused
from stories.access import chapter_for_author, story_for_author
from stories.choosing import settle
from stories.credits import credits_of
from stories.forms.chapter import ChapterForm
from stories.models import Chapter, Revision
from stories.recognizing import is_worth_a_review
from stories.requesting import effective_request
from stories.saving import ChapterText, Saved, create_chapter, save_chapter
from stories.views.going_on import go_choose, go_on

T = TypeVar("T")


@login_required
def chapter_new(request: HttpRequest, story_id: int) -> HttpResponse:
    story = story_for_author(request.user, story_id)
    form = ChapterForm(request.POST or None, request.FILES or None)
    chapter = _try(form, lambda text: create_chapter(by=request.user, story=story, text=text))
    if chapter is None:
        return render(request, "stories/writing/chapter_new.html", {"story": story, "form": form})
    return go_on(request, chapter, chapter.head, before=None)


@login_required
def chapter_edit(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    """`?from` goes on with the text of a revision that was set aside, upon the present head."""
    chapter = chapter_for_author(request.user, story_id, chapter_id)
    form = _answered(request, chapter) if request.method == "POST" else _empty(request, chapter)
    saved = _try(form, lambda text: _save(request, chapter, form, text))
    if saved is None:
        return _edit_page(request, chapter, form)
    if saved.conflicts_with is not None:
        return go_choose(chapter, saved.revision)
    return go_on(request, chapter, saved.revision, before=saved.revision.based_on)


@login_required
def chapter_preview(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    """The newest draft as readers would see it, with what they will be invited to."""
    chapter = chapter_for_author(request.user, story_id, chapter_id)
    context = {
        "story": chapter.story,
        "chapter": chapter,
        "revision": chapter.head,
        "credits": credits_of(chapter.story),
        "invited": effective_request(chapter),
    }
    return render(request, "stories/writing/chapter_preview.html", context)


def _empty(request: HttpRequest, chapter: Chapter) -> ChapterForm:
    head = chapter.head
    aside_id = place_in(request, "from")
    if not aside_id:
        return ChapterForm(initial=ChapterForm.initial_of(head, based_on=head.pk))
    aside = get_object_or_404(Revision.objects.filter(chapter=chapter).waiting(), pk=aside_id)
    initial = ChapterForm.initial_of(aside, based_on=head.pk)
    return ChapterForm(initial=initial | {"settles": aside.pk})


def _answered(request: HttpRequest, chapter: Chapter) -> ChapterForm:
    known = [request.POST.get(name, "") for name in ("based_on", "settles")]
    ids = [pk for pk in known if pk.isascii() and pk.isdigit() and len(pk) <= 18]
    saved = Revision.objects.filter(chapter=chapter, pk__in=ids).values_list("html", flat=True)
    return ChapterForm(request.POST, request.FILES, saved=saved)


def _try(form: ChapterForm, save: Callable[[ChapterText], T]) -> T | None:
    """What `save` makes of the form's text; None when the form or the sanitizer refuses it."""
    if not form.is_valid():
        return None
    try:
        return save(form.text())
    except Refused as refusal:
        form.add_error(form.text_field, str(refusal.reason))
        return None


def _save(request: HttpRequest, chapter: Chapter, form: ChapterForm, text: ChapterText) -> Saved:
    revisions = Revision.objects.filter(chapter=chapter)
    base = revisions.filter(pk=form.cleaned_data["based_on"]).first()
    saved = save_chapter(
        by=request.user, chapter=chapter, text=text, based_on=base.pk if base else None
    )
    edited = revisions.filter(pk=form.cleaned_data["settles"]).first()
    if edited is not None:
        settle(by=request.user, aside=edited)
    return saved


def _edit_page(request: HttpRequest, chapter: Chapter, form: ChapterForm) -> HttpResponse:
    context = {
        "story": chapter.story,
        "chapter": chapter,
        "form": form,
        "waiting": Revision.objects.filter(chapter=chapter).waiting().defer("html", "text")[:20],
        "unreviewed": is_worth_a_review(chapter, chapter.head, None),
    }
    return render(request, "stories/writing/chapter_edit.html", context)
