"""How much HTML is taken, and the refusal of more.

html5lib takes quadratic time on deep or long-winded input, so what it may do is counted, and
counted the same on every machine: nothing here reads a clock.
"""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

CHAPTER_LIMIT = 500_000
NOTE_LIMIT = 5_000
COMMENT_LIMIT = 10_000

#: Markup may be this many times as long as the text that it marks up, and a little more.
MARKUP_FACTOR = 4
MARKUP_ALLOWANCE = 4_000
MAX_ANGLES = 70_000
MAX_ENTITIES = 60_000
MAX_DEPTH = 120
#: What is stored is shallower than what is taken, so that it can be taken again.
MAX_STORED_DEPTH = 100
MAX_ATTRIBUTES = 60
MAX_TAG_NAME = 200
MAX_ATTRIBUTE_VALUE = 4_000
MAX_COMBINING_RUN = 256
#: Things that stood wrongly in a table and were put before it.
MAX_FOSTERED = 1_000
#: One unit is about a microsecond, or two stops along the stack of open elements.
MAX_WORK = 1_700_000
WORK_PER_STEP = 3
WORK_PER_TOKEN = 8
WORK_PER_ELEMENT = 16
#: An element left open in one paragraph is copied into the next.
WORK_PER_COPY = 40
#: A link that begins in a link makes the parser close and copy what is open.
WORK_PER_CLOSED_LINK = 60


class Refused(Exception):  # noqa: N818 - a decision, not an error
    """The text cannot be taken; `reason` is a sentence for the person who sent it."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(reason)
        self.reason = reason


TOO_DEEP = _("The text is nested too deeply: there are too many elements inside each other.")
TOO_MANY_TAGS = _("The text has too many tags for its length to be read.")
TOO_MANY_ENTITIES = _("The text has too many character references (such as &amp;) to be read.")
TOO_MANY_ATTRIBUTES = _("The text has an element with too many attributes.")
TOO_LONG_TAG = _("The text has a tag that does not end.")
TOO_MANY_MARKS = _("The text has too many combining marks on one letter.")


def too_long(limit: int) -> Refused:
    """The refusal of text of more than `limit` code points."""
    sentence = _("The text is too long: it may have at most {limit} characters.")
    return Refused(format_lazy(sentence, limit=f"{limit:,}"))


def markup_limit(limit: int) -> int:
    """The greatest length of the HTML of a text of at most `limit` code points."""
    return limit * MARKUP_FACTOR + MARKUP_ALLOWANCE


def check_length(html: str, limit: int) -> None:
    """Refuse HTML that is too long to be that of a text of `limit` code points."""
    if len(html) > markup_limit(limit):
        raise too_long(limit)


def check_tags(html: str) -> None:
    """Refuse, at one look, what could only be refused later and slowly."""
    if html.count("<") > MAX_ANGLES:
        raise Refused(TOO_MANY_TAGS)
    if html.count("&") > MAX_ENTITIES:
        raise Refused(TOO_MANY_ENTITIES)
