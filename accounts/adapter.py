"""What the site asks of allauth beyond its settings."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from accounts.models import User
from accounts.naming import clean_username
from kit.folding import skeleton


class AccountAdapter(DefaultAccountAdapter):
    def clean_username(self, username: str, shallow: bool = False) -> str:  # noqa: FBT001, FBT002
        return clean_username(super().clean_username(username, shallow))

    def save_user(
        self,
        request: HttpRequest,
        user: User,
        form: Any,
        commit: bool = True,  # noqa: FBT001, FBT002
    ) -> User:
        user.username_key = skeleton(form.cleaned_data["username"])
        return super().save_user(request, user, form, commit)
