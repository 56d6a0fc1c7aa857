"""Consent: what a chapter invites, and which part of it one viewer may use.

Contributors may always annotate their own text. Nobody else says anything in it uninvited.
"""

from dataclasses import dataclass

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from comments.access import Refusal, Viewer
from comments.wording import wanted
from stories.choices import Audience, Kind, Visibility
from stories.models import Chapter, FeedbackRequest
from stories.requesting import effective_request


@dataclass(frozen=True)
class Offer:
    """What a viewer may say in a chapter's text; without `kinds`, `why_not` says why not."""

    kinds: tuple[str, ...] = ()
    why_not: str = ""
    # From the default to the narrowest.
    visibilities: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    # Whether strangers may say something once they log in.
    awaits_login: bool = False

    @property
    def visibility(self) -> str:
        return self.visibilities[0] if self.visibilities else Visibility.PUBLIC


def offer_to(viewer: Viewer, chapter: Chapter) -> Offer:
    """One query. `chapter` comes with its story."""
    request = effective_request(chapter)
    prompts = tuple(request.prompts) if request else ()
    if viewer.contributes:
        return Offer(tuple(Kind.values), "", _visibilities(request), prompts)
    if why_not := _why_not(viewer, chapter, request):
        return Offer(why_not=why_not, awaits_login=_awaits_login(viewer, chapter, request))
    assert request is not None
    kinds = tuple(kind for kind in Kind.values if kind in request.kinds)
    return Offer(kinds, "", _visibilities(request), prompts)


def check_feedback(
    viewer: Viewer, chapter: Chapter, *, kind: str, visibility: str, prompt: str
) -> None:
    """Raises `Refusal` unless all of it was offered to `viewer`."""
    offer = offer_to(viewer, chapter)
    if not offer.kinds:
        raise Refusal(offer.why_not)
    if kind not in Kind.values:
        raise Refusal(_("Choose what kind of feedback this is."), field="kind")
    if kind not in offer.kinds:
        words = get_text_list([wanted(kind) for kind in offer.kinds], _("and"))
        sentence = _("Here the author asks for %(wanted)s only.") % {"wanted": words}
        raise Refusal(sentence, field="kind")
    if visibility not in offer.visibilities:
        sentence = _("The author asked for feedback that nobody else reads.")
        raise Refusal(sentence, field="visibility")
    if prompt and prompt not in offer.prompts:
        raise Refusal(_("The author does not ask that any more."), field="prompt")


def _why_not(viewer: Viewer, chapter: Chapter, request: FeedbackRequest | None) -> str:
    if request is None or not request.kinds:
        return _("The author has not asked for feedback on this chapter.")
    if request.closed_at is not None:
        return _("The author has closed feedback on this chapter.")
    if chapter.published_revision_id is None:
        return _("This chapter is not published.")
    if not viewer.is_known:
        words = get_text_list([wanted(kind) for kind in request.kinds], _("and"))
        return _("The author asks for %(wanted)s. Log in to answer.") % {"wanted": words}
    if request.audience != Audience.REGISTERED:
        return _("The author asks other readers for feedback on this chapter.")
    return ""


def _awaits_login(viewer: Viewer, chapter: Chapter, request: FeedbackRequest | None) -> bool:
    is_open = request is not None and request.kinds and request.closed_at is None
    return bool(is_open and chapter.published_revision_id) and not viewer.is_known


def _visibilities(request: FeedbackRequest | None) -> tuple[str, ...]:
    if request and request.visibility == Visibility.AUTHOR:
        return (Visibility.AUTHOR,)
    return (Visibility.PUBLIC, Visibility.AUTHOR)
