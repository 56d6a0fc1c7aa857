"""Numbers, and places in lists that are read page by page, as addresses carry them."""

from datetime import datetime

from django.http import HttpRequest
from django.utils.dateparse import parse_datetime

LARGEST = 2**31 - 1
# The most digits of an id. Longer numbers name nothing, and take long to read.
DIGITS = 18


def number_in(text: object) -> int | None:
    """The whole number, 0 or more, that `text` is; None for anything else."""
    digits = "" if text is None else str(text)
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= DIGITS
    return int(digits) if is_number else None


def place_in(request: HttpRequest, name: str) -> int:
    """The position behind which a page begins; 0, the beginning, for anything that is none."""
    return min(number_in(request.GET.get(name)) or 0, LARGEST)


def name_moment(at: datetime, pk: int) -> str:
    """The place of a row in a list ordered by time, then by id."""
    return f"{at.isoformat().replace('+00:00', 'Z')}_{pk}"


def moment_in(request: HttpRequest, name: str) -> tuple[datetime, int] | None:
    """Reads what `name_moment` wrote; None, the beginning, for anything else."""
    at, _, pk = request.GET.get(name, "").partition("_")
    try:
        moment = parse_datetime(at)
    except ValueError:
        return None
    if moment is None or moment.tzinfo is None:
        return None
    number = number_in(pk)
    return None if number is None else (moment, number)


def pair_in(request: HttpRequest, name: str) -> tuple[int, int] | None:
    """Two numbers, as in `12_345`, of a row's place and id; None for anything else."""
    first, _, second = request.GET.get(name, "").partition("_")
    place, pk = number_in(first), number_in(second)
    return None if place is None or pk is None else (min(place, LARGEST), pk)
