"""What an author invites from readers."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from stories.choices import Kind, Visibility
from stories.models import FeedbackRequest
from stories.requesting import Invitation

MAX_PROMPTS = 5
MAX_PROMPT = 200  # characters

_MEANINGS = {
    Kind.ERROR: _("Error: typos, grammar, things that contradict each other"),
    Kind.CRITIQUE: _("Critique: what works, what does not, and why"),
    Kind.QUESTION: _("Question: what readers wonder about"),
    Kind.PRAISE: _("Praise: what readers love"),
}


class RequestForm(forms.Form):
    kinds = forms.MultipleChoiceField(
        label=_("What you invite"),
        choices=_MEANINGS.items(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Readers are offered these kinds alone. With none, nothing is invited."),
    )
    visibility = forms.ChoiceField(
        label=_("Who may read the feedback"),
        choices=Visibility.choices,
        widget=forms.RadioSelect,
        help_text=_("A reader can still choose to show theirs to you alone."),
        initial=Visibility.PUBLIC,
    )
    prompts = forms.CharField(
        label=_("Questions for your readers"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("One on a line, at most five: “Did the flashback lose you?”"),
    )

    def clean_prompts(self) -> list[str]:
        lines = self.cleaned_data["prompts"].splitlines()
        prompts = [line.strip() for line in lines if line.strip()]
        if len(prompts) > MAX_PROMPTS:
            raise forms.ValidationError(_("At most five questions can be asked."))
        if any(len(prompt) > MAX_PROMPT for prompt in prompts):
            sentence = _("A question may have at most {limit} characters.")
            raise forms.ValidationError(format_lazy(sentence, limit=MAX_PROMPT))
        return prompts

    def invitation(self) -> Invitation:
        chosen = self.cleaned_data
        return Invitation(chosen["kinds"], chosen["visibility"], chosen["prompts"])

    @staticmethod
    def initial_of(request: FeedbackRequest | None) -> dict[str, Any]:
        """What the fields hold for a request that was made before."""
        if request is None:
            return {}
        return {
            "kinds": request.kinds,
            "visibility": request.visibility,
            "prompts": "\n".join(request.prompts),
        }
