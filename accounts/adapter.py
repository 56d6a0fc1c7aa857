"""What the site asks of allauth beyond its settings."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from accounts.models import User
from accounts.naming import clean_username


class AccountAdapter(DefaultAccountAdapter):
    def clean_username(self, username: str, shallow: bool = False) -> str:  # noqa: FBT001, FBT002
        """Shallow in allauth's eyes, which would tell of a taken name in words of its own."""
        return clean_username(super().clean_username(username, shallow=True))

    def save_user(
        self,
        request: HttpRequest,
        user: User,
        form: Any,
        commit: bool = True,  # noqa: FBT001, FBT002
    ) -> User:
        user.username = form.cleaned_data["username"]
        user.username_key = User.key_of(user.username)
        user.show_as("")
        return super().save_user(request, user, form, commit)
