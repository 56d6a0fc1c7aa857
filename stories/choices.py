"""The closed lists of the front matter. What is stored is the short English key."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rating(models.TextChoices):
    NOT_RATED = "not-rated", _("Not rated")
    GENERAL = "general", _("General audiences")
    TEEN = "teen", _("Teen and up")
    MATURE = "mature", _("Mature")
    EXPLICIT = "explicit", _("Explicit")


class ContentWarning(models.TextChoices):
    CHOSE_NOT_TO_WARN = "chose-not-to-warn", _("Author chose not to warn")
    NONE_APPLY = "none-apply", _("No warnings apply")
    VIOLENCE = "violence", _("Graphic violence")
    MAJOR_DEATH = "major-death", _("Major character death")
    SELF_HARM = "self-harm", _("Self-harm or suicide")
    SEXUAL_VIOLENCE = "sexual-violence", _("Sexual violence")


class Status(models.TextChoices):
    IN_PROGRESS = "in-progress", _("In progress")
    COMPLETE = "complete", _("Complete")
    HIATUS = "hiatus", _("On hiatus")
    ABANDONED = "abandoned", _("Abandoned")


class CommentSetting(models.TextChoices):
    """Who may write plain comments."""

    REGISTERED = "registered", _("Registered readers")
    NOBODY = "nobody", _("Nobody")


class Kind(models.TextChoices):
    """Kinds of feedback. Web Annotation's motivations: see the design's table of words."""

    ERROR = "error", _("Error")
    CRITIQUE = "critique", _("Critique")
    QUESTION = "question", _("Question")
    PRAISE = "praise", _("Praise")


class Audience(models.TextChoices):
    """Whose feedback a request invites."""

    REGISTERED = "registered", _("Registered readers")


class Visibility(models.TextChoices):
    """Who may read a thread: everybody, or those who answer for the story and the critic."""

    PUBLIC = "public", _("Everybody")
    AUTHOR = "author", _("The author alone")


LANGUAGES = {
    "ar": "العربية", "bn": "বাংলা", "cs": "Čeština", "da": "Dansk", "de": "Deutsch",
    "el": "Ελληνικά", "en": "English", "es": "Español", "fa": "فارسی", "fi": "Suomi",
    "fr": "Français", "he": "עברית", "hi": "हिन्दी", "hu": "Magyar", "id": "Bahasa Indonesia",
    "it": "Italiano", "ja": "日本語", "ko": "한국어", "nb": "Norsk bokmål", "nl": "Nederlands",
    "pl": "Polski", "pt": "Português", "ro": "Română", "ru": "Русский", "sv": "Svenska",
    "ta": "தமிழ்", "th": "ไทย", "tl": "Tagalog", "tr": "Türkçe", "uk": "Українська",
    "ur": "اردو", "vi": "Tiếng Việt", "zh-Hans": "简体中文", "zh-Hant": "繁體中文",
}  # fmt: skip
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}
