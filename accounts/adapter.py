"""What the site asks of allauth beyond its settings."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.naming import clean_username

MISMATCH = _("There is no account with this name or address and this password.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "email_password_mismatch": MISMATCH,
        "email_taken": _("There is an account with this address already."),
        "duplicate_email": _("This address is on your list already."),
        "incorrect_password": _("This is not your password."),
        "rate_limited": _("This was asked for a moment ago; wait five minutes, then try again."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, then log in again."),
        "username_password_mismatch": MISMATCH,
    }

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
