"""An author's note as a form field."""

from typing import Any

from django import forms

from prose.limits import NOTE_LIMIT, Refused
from prose.sanitizing import sanitize_note


class NoteField(forms.CharField):
    """HTML of a note, sanitized; what the sanitizer refuses is refused with its own sentence."""

    def __init__(self, **more: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 3})
        super().__init__(required=False, strip=False, widget=widget, **more)

    def clean(self, value: str) -> str:
        try:
            return sanitize_note(super().clean(value), limit=NOTE_LIMIT).html
        except Refused as refusal:
            raise forms.ValidationError(str(refusal.reason)) from refusal
