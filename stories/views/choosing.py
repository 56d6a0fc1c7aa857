"""Two texts of one chapter, written at the same time: the author sees both and chooses."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kit.paging import place_in
from stories.access import chapter_for_author
from stories.choosing import settle, use_set_aside
from stories.comparing import changes_between
from stories.models import Chapter, Revision


@login_required
def chapter_choose(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    """`?aside` is the revision that was set aside; a POST's `choice` is `mine` or `other`."""
    chapter = chapter_for_author(request.user, story_id, chapter_id)
    waiting = Revision.objects.filter(chapter=chapter).waiting().select_related("saved_by")
    aside = get_object_or_404(waiting, pk=place_in(request, "aside"))
    if request.method == "POST":
        if _choose(request, chapter, aside):
            return redirect("chapter_edit", story_id, chapter_id)
        return redirect(request.get_full_path())
    context = {
        "story": chapter.story,
        "chapter": chapter,
        "aside": aside,
        "head": chapter.head,
        "changes": changes_between(chapter.head.text, aside.text),
    }
    return render(request, "stories/writing/chapter_choose.html", context)


def _choose(request: HttpRequest, chapter: Chapter, aside: Revision) -> bool:
    """Whether it is settled now; it is not when the author has not seen the newest text."""
    if request.POST.get("choice") == "other":
        settle(by=request.user, aside=aside)
        messages.success(request, _("The other text is kept; yours stays among the revisions."))
        return True
    seen = request.POST.get("instead_of", "")
    if seen == str(chapter.head.pk) and use_set_aside(
        by=request.user, chapter=chapter, aside=aside, instead_of=chapter.head.pk
    ):
        messages.success(request, _("Your text is the newest draft now."))
        return True
    messages.error(request, _("The chapter was saved once more meanwhile. Please look again."))
    return False
