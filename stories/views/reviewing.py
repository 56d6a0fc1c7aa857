"""What was recognized in a chapter is shown to its author. Nothing is invited, and no note is
moved, until the author confirms it."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kit.paging import number_in
from prose.outer_blocks import Block, blocks_in, html_of
from stories.access import chapter_for_author
from stories.choices import Kind
from stories.confirming import confirm_review
from stories.forms.request import RequestForm
from stories.forms.review import ReviewForm
from stories.models import Chapter, Revision
from stories.recognizing import Recognized, recognize
from stories.requesting import effective_request
from stories.saving import ChapterText, Saved
from stories.views.going_on import go_choose, go_where_asked

SHOWN = 300  # characters at least of the beginning of the text, to see where the note ended


@login_required
def chapter_review(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    """A POST's `act` is `confirm`, or `leave` for everything as it is."""
    chapter = chapter_for_author(request.user, story_id, chapter_id)
    then = request.POST.get("then") or request.GET.get("then", "")
    if request.POST.get("act") == "leave":
        return go_where_asked(request, chapter, then)
    revision = _reviewed(request, chapter)
    found = recognize(revision, chapter.story.language)
    form = ReviewForm(request.POST or None, initial=_initial(chapter, revision, found))
    if not form.is_valid():
        page = _page(chapter, found, form) | {"then": then}
        return render(request, "stories/writing/chapter_review.html", page)
    saved = _confirm(request, chapter, revision, form, found)
    if saved.conflicts_with is not None:
        return go_choose(chapter, saved.revision)
    messages.success(request, _("The notes and what you invite are saved."))
    return go_where_asked(request, chapter, then)


def _reviewed(request: HttpRequest, chapter: Chapter) -> Revision:
    """The revision that the author was shown; at first it is the newest."""
    number = number_in(request.POST.get("based_on"))
    if number is None:
        return chapter.head
    return get_object_or_404(Revision, chapter=chapter, story=chapter.story, pk=number)


def _initial(chapter: Chapter, revision: Revision, found: Recognized) -> dict[str, Any]:
    invited = RequestForm.initial_of(effective_request(chapter))
    kinds = {*invited.get("kinds", []), *found.kinds} - {*found.refused}
    notes = {"note_before": found.note_before, "note_after": found.note_after}
    return invited | notes | {"kinds": list(kinds), "based_on": revision.pk}


def _confirm(
    request: HttpRequest, chapter: Chapter, revision: Revision, form: ReviewForm, found: Recognized
) -> Saved:
    chosen = form.cleaned_data
    text = replace(
        ChapterText.of(revision),
        note_before=chosen["note_before"],
        note_after=chosen["note_after"],
        html=found.body if found.lifted else revision.html,
    )
    return confirm_review(
        by=request.user,
        chapter=chapter,
        revision=revision,
        text=text,
        invitation=form.invitation(),
        for_story=chosen["scope"] == "story",
    )


def _page(chapter: Chapter, found: Recognized, form: ReviewForm) -> dict[str, Any]:
    return {
        "story": chapter.story,
        "chapter": chapter,
        "form": form,
        "lifted": found.lifted,
        "beginning": _beginning(found.body),
        "refused": [Kind(kind) for kind in found.refused],
        "evidence": [(kind, Kind(kind).label, words) for kind, words in found.evidence],
    }


def _beginning(html: str) -> str:
    """Whole blocks, since half a block is no HTML."""
    shown: list[Block] = []
    for block in blocks_in(html):
        shown.append(block)
        if sum(len(each.text) for each in shown) >= SHOWN:
            break
    return html_of(shown)
