"""The forms in which people say things. What they offer depends on who looks; what is taken is
checked where it is written (comments/access.py, comments/inviting.py)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.access import Refusal
from comments.inviting import Offer
from comments.replying import GONE
from comments.selecting import NOT_THERE
from comments.wording import inviting
from prose.limits import COMMENT_LIMIT
from stories.choices import Visibility

VISIBILITIES = {
    Visibility.PUBLIC: _("Everybody"),
    Visibility.AUTHOR: _("Only the author and I"),
}


def _hidden_number(sentence: Any) -> forms.IntegerField:
    """A number that the page wrote; `sentence` is for who sends none."""
    errors = {"invalid": sentence}
    return forms.IntegerField(required=False, widget=forms.HiddenInput, error_messages=errors)


class SayingForm(forms.Form):
    """A form whose refusal stands where it belongs, with all that was typed."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.label_suffix = ""

    def add_refusal(self, refusal: Refusal) -> None:
        name = refusal.field
        is_seen = name in self.fields and not self.fields[name].widget.is_hidden
        self.add_error(name if is_seen else None, refusal.sentence)


class CommentForm(SayingForm):
    body = forms.CharField(
        label=_("Your comment"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": COMMENT_LIMIT, "dir": "auto"}),
    )


class ReplyForm(SayingForm):
    body = forms.CharField(
        label=_("Your reply"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": COMMENT_LIMIT, "dir": "auto"}),
    )
    to = _hidden_number(GONE)


class DeclineForm(SayingForm):
    reason = forms.CharField(
        label=_("Why?"),
        required=False,
        help_text=_("The critic reads this. A few words are enough."),
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 1000, "dir": "auto"}),
    )


class FeedbackForm(SayingForm):
    """Feedback on `[start, end)` of a revision; without them, on the whole chapter."""

    revision = _hidden_number(NOT_THERE)
    start = _hidden_number(NOT_THERE)
    end = _hidden_number(NOT_THERE)
    kind = forms.CharField(
        label=_("What is it?"), required=False, widget=forms.RadioSelect(attrs={"class": "kinds"})
    )
    body = forms.CharField(
        label=_("What do you want to say?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": COMMENT_LIMIT, "dir": "auto"}),
    )
    replacement = forms.CharField(
        label=_("Better words for the passage"),
        required=False,
        strip=False,
        help_text=_("For errors and critique; leave it empty to offer none."),
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 2000, "dir": "auto"}),
    )
    deletes = forms.BooleanField(label=_("The passage should go altogether"), required=False)
    prompt = forms.CharField(
        label=_("Does it answer a question of the author’s?"), required=False, widget=forms.Select
    )
    visibility = forms.CharField(label=_("Who reads it?"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, offer: Offer, **more: Any) -> None:
        super().__init__(*args, **more)
        self.offer = offer
        kinds = [(kind, inviting(kind)) for kind in offer.kinds]
        self.fields["kind"].widget.choices = kinds
        self.fields["visibility"].widget.choices = [
            (each, VISIBILITIES[Visibility(each)]) for each in offer.visibilities
        ]
        self.fields["visibility"].initial = offer.visibility
        asked = [(prompt, prompt) for prompt in offer.prompts]
        self.fields["prompt"].widget.choices = [("", _("No")), *asked]
        if len(kinds) == 1:
            self.fields["kind"].initial = kinds[0][0]

    @property
    def offers_words(self) -> bool:
        """Also where nothing is asked for any more and somebody has typed them."""
        if self.is_bound and self["replacement"].value():
            return True
        return any(kind in ("error", "critique") for kind in self.offer.kinds)

    @property
    def unseen(self) -> list[tuple[str, str]]:
        """What was sent beside the words, for a form that shows the words alone."""
        shown = {"body", "replacement", *(field.name for field in self.hidden_fields())}
        names = [name for name in self.fields if name not in shown]
        return [(name, str(self.data[name])) for name in names if self.data.get(name)]

    def given(self) -> dict[str, Any]:
        """What `open_feedback` takes."""
        values = dict(self.cleaned_data)
        values["revision_id"] = values.pop("revision")
        values["visibility"] = values["visibility"] or self.offer.visibility
        return values
