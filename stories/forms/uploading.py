"""A text file as a form field."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from prose.markdown import html_from_markdown
from prose.pasting import html_from_plain

MAX_FILE = 5_000_000  # bytes


class UploadField(forms.FileField):
    """The file of one chapter; its cleaned value is the chapter's HTML, or None without a file."""

    def __init__(self, **more: Any) -> None:
        accepts = {"accept": ".txt,.md,text/plain,text/markdown"}
        super().__init__(required=False, widget=forms.FileInput(attrs=accepts), **more)

    def clean(self, data: UploadedFile | None, initial: Any = None) -> str | None:
        file = super().clean(data, initial)
        return None if file is None else _read(file)


def _read(file: UploadedFile) -> str:
    if file.size > MAX_FILE:
        raise forms.ValidationError(_("The file is too large to be a chapter."))
    text = file.read().decode("utf-8-sig")
    return html_from_markdown(text) if file.name.endswith(".md") else html_from_plain(text)
