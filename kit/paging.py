"""Places in lists that are read page by page, as addresses carry them."""

from datetime import datetime

from django.http import HttpRequest
from django.utils.dateparse import parse_datetime

LARGEST = 2**31 - 1


def place_in(request: HttpRequest, name: str) -> int:
    """The position behind which a page begins; 0, the beginning, for anything that is none."""
    value = request.GET.get(name, "")
    is_number = value.isascii() and value.isdigit() and len(value) <= 10
    return min(int(value), LARGEST) if is_number else 0


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
    is_number = pk.isascii() and pk.isdigit() and len(pk) <= 18
    return (moment, int(pk)) if is_number else None


def pair_in(request: HttpRequest, name: str) -> tuple[int, int] | None:
    """Two numbers, as in `12_345`, of a row's place and id; None for anything else."""
    parts = request.GET.get(name, "").split("_")
    are_numbers = all(part.isascii() and part.isdigit() and len(part) <= 18 for part in parts)
    return (int(parts[0]), int(parts[1])) if are_numbers and len(parts) == 2 else None
