"""What was recognized in a chapter, for its author to confirm or to correct."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stories.forms.notes import NoteField
from stories.forms.request import RequestForm

SCOPES = [("chapter", _("This chapter")), ("story", _("The whole story"))]


class ReviewForm(RequestForm):
    note_before = NoteField(label=_("Author’s note before the chapter"))
    note_after = NoteField(label=_("Author’s note after the chapter"))
    scope = forms.ChoiceField(
        label=_("This holds for"), choices=SCOPES, widget=forms.RadioSelect, initial="chapter"
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput)
