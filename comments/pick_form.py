"""The feedback form with which readers pick the passage too, without a script."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.forms import FeedbackForm
from comments.inviting import Offer
from comments.picking import Span, places_of, sentences_of
from comments.selecting import LONGEST
from prose.keyed_blocks import Block
from stories.models import Revision


class PickForm(FeedbackForm):
    """Takes a sentence of `block`, or words that stand in it. Words count before the sentence;
    when they stand there several times, the form asks which are meant."""

    block = forms.CharField(required=False, widget=forms.HiddenInput)
    sentence = forms.CharField(label=_("Which sentence?"), required=False)
    words = forms.CharField(
        label=_("Or the exact words"),
        required=False,
        help_text=_("Type or paste them as they stand above; then the sentence does not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    occurrence = forms.CharField(required=False)

    field_order = ("revision", "block", "sentence", "words", "kind")

    def __init__(
        self, *args: Any, offer: Offer, passages: Revision, chosen: Block, **more: Any
    ) -> None:
        super().__init__(*args, offer=offer, **more)
        del self.fields["start"], self.fields["end"]
        self.passages, self.chosen = passages, chosen
        self.sentences = sentences_of(passages, chosen)
        self.places: list[Span] = []
        self.fields["revision"].initial = passages.pk
        self.fields["block"].initial = chosen.key

    @property
    def whole(self) -> Span:
        return Span(self.chosen.start, self.chosen.end, self.chosen.text)

    @property
    def whole_is_choice(self) -> bool:
        return len(self.sentences) > 1 and len(self.chosen.text) <= LONGEST

    @property
    def picked(self) -> str:
        """The sentence that is marked; a lone one marks itself."""
        only = self.sentences[0].value if len(self.sentences) == 1 else ""
        return self["sentence"].value() or only

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        span = self._span(values)
        if span is not None:
            values["start"], values["end"] = span.start, span.end
        return values

    def given(self) -> dict[str, Any]:
        values = super().given()
        for name in ("block", "sentence", "words", "occurrence"):
            values.pop(name, None)
        return values

    def _span(self, values: dict[str, Any]) -> Span | None:
        if words := values.get("words"):
            return self._span_of(words, values.get("occurrence") or "")
        choices = {span.value: span for span in [*self.sentences, self.whole]}
        span = choices.get(values.get("sentence") or "")
        if span is None:
            self.add_error("sentence", _("Pick a sentence, or type the words."))
        return span

    def _span_of(self, words: str, occurrence: str) -> Span | None:
        self.places = places_of(self.passages, self.chosen, words)
        if len(self.places) == 1:
            return self.places[0]
        if not self.places:
            self.add_error("words", _("These words do not stand in the paragraph."))
            return None
        meant = [span for span in self.places if span.value == occurrence]
        if not meant:
            self.add_error("words", _("These words stand there more than once. Choose below."))
        return meant[0] if meant else None
