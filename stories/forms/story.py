"""The front matter of a story."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.naming import clean_display_name
from stories.choices import ContentWarning
from stories.models import Contributor, Story


class StoryForm(forms.ModelForm):
    credited_name = forms.CharField(
        label=_("Credited as"),
        max_length=Contributor._meta.get_field("credited_name").max_length,
        help_text=_("The name in the byline of this story."),
    )
    warnings = forms.MultipleChoiceField(
        label=_("Content warnings"),
        choices=ContentWarning.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Story
        fields = (
            "title",
            "credited_name",
            "summary",
            "language",
            "rating",
            "warnings",
            "status",
            "expected_chapters",
            "comment_setting",
        )
        widgets = {"summary": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "summary": _("What readers see on lists, at most 1,250 characters."),
            "expected_chapters": _("Leave it empty when you do not know; 1 for a one-shot."),
        }

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._by = by

    def clean_credited_name(self) -> str:
        name = self.cleaned_data["credited_name"]
        if "credited_name" not in self.changed_data:
            return name  # it was free when it was taken
        return clean_display_name(name, of=self._by)

    def clean_warnings(self) -> list[str]:
        """What contradicts itself is refused: nothing applies, and yet something does."""
        chosen = self.cleaned_data["warnings"]
        if ContentWarning.NONE_APPLY in chosen and len(chosen) > 1:
            raise forms.ValidationError(_("“No warnings apply” cannot stand beside a warning."))
        return chosen

    def clean_expected_chapters(self) -> int | None:
        expected = self.cleaned_data["expected_chapters"]
        if expected == 0:
            raise forms.ValidationError(_("A story has at least one chapter."))
        return expected

    def front_matter(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
