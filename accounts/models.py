"""Who someone is."""

import re
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.folding import skeleton

KEY_LENGTH = 160
_PARTS = re.compile(r"[\s._'’-]+")


class UserManager(BaseUserManager["User"]):
    def create_user(
        self, username: str, email: str, password: str | None = None, **more: Any
    ) -> "User":
        email = email.lower()
        user = self.model(
            username=username, username_key=User.key_of(username), email=email, **more
        )
        user.show_as(user.display_name)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(
        self, username: str, email: str, password: str | None = None, **more: Any
    ) -> "User":
        """An operator, whose email address counts as verified."""
        from allauth.account.models import EmailAddress  # it needs the model below

        user = self.create_user(username, email, password, is_staff=True, is_superuser=True, **more)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username_key=User.key_of(username or ""))


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account. `username` is how they log in and their address on the site."""

    username = models.CharField(_("name"), max_length=40, unique=True)
    username_key = models.CharField(max_length=KEY_LENGTH, unique=True, editable=False)
    email = models.EmailField(_("email address"))
    display_name = models.CharField(_("display name"), max_length=60, blank=True)
    display_key = models.CharField(max_length=KEY_LENGTH, blank=True, editable=False, db_index=True)
    about = models.TextField(_("about you"), max_length=1000, blank=True)
    reading = models.CharField(max_length=200, blank=True, editable=False)
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("staff"), default=False)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = (
            models.UniqueConstraint(Lower("email"), name="one_account_per_email"),
            models.CheckConstraint(condition=~models.Q(username=""), name="a_user_has_a_name"),
        )

    def __str__(self) -> str:
        return self.display_name or self.username

    @staticmethod
    def key_of(username: str) -> str:
        """What tells names apart: names that look alike have the same key."""
        return skeleton(username)[:KEY_LENGTH]

    @staticmethod
    def display_key_of(name: str) -> str:
        """The same for names as they are shown: what merely parts words makes no difference."""
        return skeleton("".join(_PARTS.split(name)))[:KEY_LENGTH]

    def show_as(self, name: str) -> None:
        """Set the display name, empty for the username, and the key that goes with it."""
        self.display_name = name
        self.display_key = User.display_key_of(name or self.username)

    def get_absolute_url(self) -> str:
        return reverse("profile", args=[self.username])
