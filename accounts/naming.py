"""What people may be called."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from kit.folding import mixes_scripts

ALLOWED = re.compile(r"\w(?:[\w.-]*\w)?")
RESERVED_NAMES = ("admin", "author", "concrit", "me", "moderator", "operator", "staff", "system")
RESERVED = {User.key_of(name) for name in RESERVED_NAMES}

TAKEN = gettext_lazy(
    "This name is taken, or looks too much like one that is. Please choose another."
)


def clean_username(username: str) -> str:
    """The name as it is kept, NFC; raises ValidationError with a sentence for who typed it."""
    username = unicodedata.normalize("NFC", username.strip())
    if not ALLOWED.fullmatch(username):
        raise ValidationError(
            _("A name has letters, digits, dots, hyphens and underscores, and no spaces.")
        )
    _refuse_mixed_scripts(username)
    key, shown = User.key_of(username), User.display_key_of(username)
    if key in RESERVED or User.objects.filter(Q(username_key=key) | Q(display_key=shown)).exists():
        raise ValidationError(TAKEN)
    return username


def clean_display_name(name: str, *, of: User) -> str:
    """One line that cannot reorder the page around it and is nobody else's name, nor like it."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if any(
        unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co"} and c not in "\u200c\u200d"
        for c in name
    ):
        raise ValidationError(_("This name holds invisible characters; please leave them out."))
    _refuse_mixed_scripts(name)
    if _is_somebody_elses(User.display_key_of(name), of):
        raise ValidationError(TAKEN)
    return name


def _refuse_mixed_scripts(name: str) -> None:
    if mixes_scripts(name):
        raise ValidationError(
            _("This name mixes letters of different alphabets that look alike; use one alphabet.")
        )


def _is_somebody_elses(key: str, of: User) -> bool:
    """Whether another person has the name, or the site has it and `of` does not speak for it."""
    if not key:
        return False
    others = User.objects.filter(Q(username_key=key) | Q(display_key=key)).exclude(pk=of.pk)
    return (key in RESERVED and not of.is_staff) or others.exists()
