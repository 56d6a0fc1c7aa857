"""What people may be called."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.models import User
from kit.folding import mixes_scripts, skeleton

ALLOWED = re.compile(r"\w(?:[\w.-]*\w)?")
RESERVED = {"admin", "author", "concrit", "me", "moderator", "operator", "staff", "system"}


def clean_username(username: str) -> str:
    """The name as it is kept, NFC; raises ValidationError with a sentence for who typed it."""
    username = unicodedata.normalize("NFC", username.strip())
    if not ALLOWED.fullmatch(username):
        raise ValidationError(
            _("A name has letters, digits, dots, hyphens and underscores, and no spaces.")
        )
    if mixes_scripts(username):
        raise ValidationError(
            _("This name mixes letters of different alphabets that look alike; use one alphabet.")
        )
    key = skeleton(username)
    if key in RESERVED or User.objects.filter(username_key=key).exists():
        raise ValidationError(
            _("This name is taken, or looks too much like one that is. Please choose another.")
        )
    return username


def clean_display_name(name: str) -> str:
    """One line without control or direction marks, which could reorder the page around it."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if any(
        unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co"} and c not in "\u200c\u200d"
        for c in name
    ):
        raise ValidationError(_("This name holds invisible characters; please leave them out."))
    return name
