"""A chapter as its author writes it: in the editor, as pasted plain text, or as a file."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prose.markdown import html_from_markdown
from prose.pasting import html_from_plain
from stories.choices import ContentWarning
from stories.forms.notes import NoteField
from stories.forms.uploading import UploadField
from stories.models import Revision
from stories.saving import ChapterText

CONVERTERS = {"plain": html_from_plain, "markdown": html_from_markdown}


class ChapterForm(forms.Form):
    title = forms.CharField(
        label=_("Title"),
        max_length=255,
        required=False,
        help_text=_("Without one, readers see the chapter’s number."),
    )
    summary = forms.CharField(
        label=_("Summary of the chapter"),
        max_length=1250,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    warnings = forms.MultipleChoiceField(
        label=_("Warnings for this chapter"),
        choices=ContentWarning.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    note_before = NoteField(label=_("Author’s note before the chapter"))
    note_after = NoteField(label=_("Author’s note after the chapter"))
    body = forms.CharField(
        label=_("Text"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 20})
    )
    pasted = forms.CharField(
        label=_("Plain text or Markdown"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("It takes the place of the text above when you save."),
    )
    pasted_as = forms.ChoiceField(
        label=_("Read it as"),
        choices=[("plain", _("Plain text")), ("markdown", _("Markdown"))],
        initial="plain",
        required=False,
        widget=forms.RadioSelect,
    )
    upload = UploadField(
        label=_("File"),
        help_text=_("A .txt or .md file. It takes the place of the text above when you save."),
    )
    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)
    settles = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, saved: Iterable[str] = (), **more: Any) -> None:
        """`saved` is HTML that is kept already, which pasted text may replace without a word."""
        super().__init__(*args, **more)
        self._saved = {"", *(html.strip() for html in saved)}

    @staticmethod
    def initial_of(revision: Revision, *, based_on: int) -> dict[str, Any]:
        """What the fields hold when the text of `revision` is edited upon the head `based_on`."""
        names = ("title", "summary", "warnings", "note_before", "note_after")
        held = {name: getattr(revision, name) for name in names}
        return held | {"body": revision.html, "based_on": based_on}

    def clean_body(self) -> str:
        return self.cleaned_data["body"].replace("\r\n", "\n")

    def clean(self) -> dict[str, Any]:
        given = [name for name in ("pasted", "upload") if self._holds(name)]
        if given and self.cleaned_data.get("body", "").strip() not in self._saved:
            given.insert(0, "body")
        if len(given) > 1:
            self.add_error(given[-1], _("The text is given twice: please empty one of the two."))
        return self.cleaned_data

    @property
    def text_field(self) -> str:
        """The name of the field that the chapter's text comes from."""
        return next((name for name in ("upload", "pasted") if self._holds(name)), "body")

    def text(self) -> ChapterText:
        names = ("title", "summary", "warnings", "note_before", "note_after")
        return ChapterText(html=self._html(), **{name: self.cleaned_data[name] for name in names})

    def _html(self) -> str:
        chosen = self.cleaned_data
        if self.text_field == "pasted":
            return CONVERTERS[chosen["pasted_as"] or "plain"](chosen["pasted"])
        return chosen[self.text_field]

    def _holds(self, name: str) -> bool:
        return bool((self.cleaned_data.get(name) or "").strip())
