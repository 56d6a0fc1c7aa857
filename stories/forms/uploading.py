"""A text file as a form field."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from prose.decoding import Unreadable, text_of_file
from prose.limits import Refused
from prose.markdown import html_from_markdown
from prose.pasting import html_from_plain

CONVERTERS = {
    ".txt": html_from_plain,
    ".text": html_from_plain,
    ".md": html_from_markdown,
    ".markdown": html_from_markdown,
}


class UploadField(forms.FileField):
    """The file of one chapter; its cleaned value is the chapter's HTML, or None without a file.
    Notes are left in it, to be recognized like those of pasted text."""

    def __init__(self, **more: Any) -> None:
        accepts = {"accept": ",".join(CONVERTERS) + ",text/plain,text/markdown"}
        super().__init__(required=False, widget=forms.FileInput(attrs=accepts), **more)

    def clean(self, data: UploadedFile | None, initial: Any = None) -> str | None:
        file = super().clean(data, initial)
        if file is None:
            return None
        convert = CONVERTERS.get(PurePath(file.name).suffix.lower())
        if convert is None:
            raise forms.ValidationError(_("Only .txt and .md files can be read."))
        try:
            return convert(text_of_file(file.name, file.read()))
        except (Unreadable, Refused) as problem:
            raise forms.ValidationError(str(problem.reason)) from problem
