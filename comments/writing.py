"""What somebody typed, as it is kept: the Markdown and its sanitized rendering."""

import unicodedata
from typing import NamedTuple

from django.utils.translation import gettext as _

from comments.access import Refusal
from prose.limits import COMMENT_LIMIT, Refused
from prose.markdown import html_from_light_markdown
from prose.sanitizing import sanitize_comment


class Words(NamedTuple):
    body: str
    html: str


def words_of(typed: str, *, may_be_blank: bool = False) -> Words:
    """Raises `Refusal` when nothing can be read in it, or too much."""
    body = storable(typed).strip()
    if len(body) > COMMENT_LIMIT:
        raise Refusal(_too_long(), field="body")
    try:
        prose = sanitize_comment(html_from_light_markdown(body))
    except Refused as refused:
        raise Refusal(refused.reason, field="body") from refused
    if not is_blank(prose.text):
        return Words(body, prose.html)
    if not may_be_blank:
        raise Refusal(_("Write something first."), field="body")
    return Words("", "")


def storable(typed: str) -> str:
    """With one kind of line end, and without what the database cannot keep."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return text.encode("utf-8", "replace").decode()


def is_blank(text: str) -> bool:
    """Whether there is nothing to see: only spaces, controls and invisible characters."""
    return all(unicodedata.category(character)[0] in "ZC" for character in text)


def _too_long() -> str:
    return _("This is too long: a comment may have at most %(limit)s characters.") % {
        "limit": f"{COMMENT_LIMIT:,}"
    }
