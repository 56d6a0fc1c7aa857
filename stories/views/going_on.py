"""Where an author goes after a save: to what was recognized, if anything new was, else on."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from stories.models import Chapter, Revision
from stories.recognizing import is_worth_a_review

NEXT = {"publish": "chapter_publish", "preview": "chapter_preview"}


def go_on(
    request: HttpRequest, chapter: Chapter, revision: Revision, *, before: Revision | None
) -> HttpResponse:
    """`before` is the revision that this one was written on."""
    then = request.POST.get("then", "")
    if is_worth_a_review(chapter, revision, before):
        review = reverse("chapter_review", args=[chapter.story_id, chapter.pk])
        return redirect(f"{review}?{urlencode({'then': then})}")
    return go_where_asked(request, chapter, then)


def go_choose(chapter: Chapter, aside: Revision) -> HttpResponse:
    """To the page that shows a text that was set aside beside the one that it conflicts with."""
    choose = reverse("chapter_choose", args=[chapter.story_id, chapter.pk])
    return redirect(f"{choose}?{urlencode({'aside': aside.pk})}")


def go_where_asked(request: HttpRequest, chapter: Chapter, then: str) -> HttpResponse:
    if then not in NEXT:
        messages.success(request, _("Saved. Readers do not see it until you publish it."))
    return redirect(NEXT.get(then, "chapter_edit"), chapter.story_id, chapter.pk)
