"""What people tell about themselves."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.naming import clean_display_name
from accounts.preferences import CHOICES, ReadingPreferences
from kit.folding import fold

LABELS = {
    "theme": (
        _("Theme"),
        {
            "system": _("Like my device"),
            "light": _("Light"),
            "sepia": _("Sepia"),
            "dark": _("Dark"),
        },
    ),
    "font": (
        _("Typeface"),
        {"serif": _("Serif"), "sans": _("Sans"), "dyslexic": _("OpenDyslexic")},
    ),
    "size": (_("Text size"), {}),
    "width": (_("Line width"), {"narrow": _("Narrow"), "medium": _("Medium"), "wide": _("Wide")}),
    "leading": (
        _("Line height"),
        {"tight": _("Tight"), "normal": _("Normal"), "loose": _("Loose")},
    ),
    "feedback": (
        _("Feedback in the text"),
        {"hidden": _("Hidden until I ask"), "shown": _("Shown")},
    ),
    "shortcuts": (_("Single-key shortcuts"), {"on": _("On"), "off": _("Off")}),
}


class LabelledForm(forms.Form):
    """allauth's forms with their labels alone: a placeholder that repeats the label is noise."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        if "password1" in self.fields:
            self.fields["password1"].help_text = _(
                "Eight characters or more; not one that others use."
            )


class SignupForm(LabelledForm, allauth.SignupForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Name")
        self.fields["username"].help_text = _("Letters, digits, dots, hyphens and underscores.")


class ResetPasswordForm(LabelledForm, allauth.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(LabelledForm, allauth.ResetPasswordKeyForm):
    pass


class ChangePasswordForm(LabelledForm, allauth.ChangePasswordForm):
    pass


class AddEmailForm(LabelledForm, allauth.AddEmailForm):
    pass


class LoginForm(LabelledForm, allauth.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Name or email")
        self.fields["password"].help_text = ""  # the page has the link to a new password
        self.fields["remember"].label = _("Stay logged in on this device")

    def clean_login(self) -> str:
        """Names are found however they are typed: `WREN`, or in full-width letters."""
        login = super().clean_login()
        found = User.objects.filter(username_key=User.key_of(login)).only("username").first()
        if found is not None and fold(found.username) == fold(login):
            return found.username
        return login


class ProfileForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ("display_name", "about")
        help_texts = {
            "display_name": _("Shown beside what you write. Your log-in name is used if empty."),
            "about": _("A few words on your page."),
        }

    def clean_display_name(self) -> str:
        name = self.cleaned_data["display_name"]
        if "display_name" not in self.changed_data:
            return name  # it was free when it was taken
        return clean_display_name(name, of=self.instance)

    def save(self, commit: bool = True) -> User:  # noqa: FBT001, FBT002
        self.instance.show_as(self.cleaned_data["display_name"])
        return super().save(commit)


class PreferencesForm(forms.Form):
    """One choice for each reading preference."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, values in CHOICES.items():
            label, words = LABELS[name]
            self.fields[name] = forms.ChoiceField(
                label=label,
                choices=[(value, words.get(value, value)) for value in values],
                widget=forms.RadioSelect,
                required=False,
            )

    def preferences(self, before: ReadingPreferences) -> ReadingPreferences:
        """What was chosen; what the form did not send stays as it was."""
        sent = {name: value for name, value in self.cleaned_data.items() if value}
        return ReadingPreferences(**(before.as_dict() | sent))
