"""Query parameters every endpoint shares, and the refusal of those that none declares.

An empty parameter is as if it were not given, here and in every reader of parameters: a form
sends all its fields, also those that nobody filled in.
"""

from datetime import UTC, date, datetime, time

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

from diplomacy.search.params import MULTIPLE, BadParameter


def query(name: str, description: str, type=str, **kwargs) -> OpenApiParameter:
    """A query parameter for the API's description."""
    return OpenApiParameter(name, type, OpenApiParameter.QUERY, description=description, **kwargs)


FORMAT = query("format", "The API answers in JSON, also unasked.", enum=["json"])
FIELDS = query("fields", "Only these fields, in a list separated by commas.")
INCLUDE = query("include", "What lists leave out unless asked, separated by commas.")
AS_OF = query(
    "as_of", "What stood at the end of this past day (UTC), or now if today.", OpenApiTypes.DATE
)


def refuse_unknown(params, known: set[str]) -> None:
    """Raise ``BadParameter`` for a parameter that is not known, or holds what no text holds.

    Also for one that is given several times where only one value can count.
    """
    for name, values in params.lists():
        if name not in known:
            raise BadParameter(name[:100], "There is no such parameter here.")
        if len(values) > 1 and name not in MULTIPLE:
            raise BadParameter(name, f"This is given {len(values)} times: give it once.")
        if any("\x00" in value for value in values):
            raise BadParameter(name, "This holds a character that no text has (NUL).")


def format_of(params, known: tuple[str, ...] = ("json",)) -> None:
    """Raise ``BadParameter`` where ``format`` asks for what there is not."""
    if params.get("format") and params["format"] not in known:
        raise BadParameter("format", f"There is only: {', '.join(known)}.")


def names_of(params, parameter: str, known) -> list[str]:
    """The comma-separated names given for ``parameter``, each one of ``known``."""
    if not params.get(parameter):
        return []
    names = [name.strip() for name in params[parameter].split(",")]
    for name in names:
        if name not in known:
            there_are = ", ".join(known)
            raise BadParameter(parameter, f"There is no “{name[:60]}” here; there is: {there_are}.")
    return names


def day_of(params, parameter: str) -> datetime | None:
    """The end of a past day, or now where it is today's; UTC. None where none is given."""
    if not params.get(parameter):
        return None
    day, now = _date(params[parameter]), timezone.now()
    if day is None:
        raise BadParameter(parameter, "Give a day as YYYY-MM-DD.")
    if day > now.astimezone(UTC).date():
        raise BadParameter(parameter, "This day has not come yet.")
    return min(now, datetime.combine(day, time.max, UTC))


def moment_in(params, parameter: str) -> datetime | None:
    """A moment from an ISO 8601 time, or a day (its beginning); UTC unless told."""
    if not params.get(parameter):
        return None
    text = params[parameter]
    if day := _date(text):
        return datetime.combine(day, time.min, UTC)
    # In an address "+" stands for a blank: it is put back before an offset.
    moment = _moment(text.replace(" ", "+") if "T" in text else text)
    if moment is None:
        raise BadParameter(parameter, "Write a moment as 2026-03-01 or 2026-03-01T09:00:00Z.")
    return moment


def _date(text: str) -> date | None:
    try:
        return parse_date(text) if len(text) == 10 else None
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text)
        moment = moment and (moment if moment.tzinfo else moment.replace(tzinfo=UTC))
        return moment and moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
