"""The working copy as the public would see it: made from the very content an edition stores."""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from diplomacy import kinds, publishing
from diplomacy.models import Record
from diplomacy.text import dates
from diplomacy.vocabulary import (
    RIGHT_TO_LEFT,
    Basis,
    CountryPart,
    DateRole,
    Display,
    Held,
    OrganisationPart,
    PersonPart,
)


def respond(request: HttpRequest, record: Record, *, back: str) -> TemplateResponse:
    """The preview page; no cache keeps it."""
    content = publishing.build(record)
    response = TemplateResponse(
        request,
        "admin/diplomacy/preview.html",
        {"content": content, "record": record, "back": back, **in_words(content)},
    )
    add_never_cache_headers(response)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def in_words(content: dict) -> dict:
    """What the page says of codes: kind, authority, dates, parts, held and shown."""
    authority = kinds.AUTHORITIES.get(content.get("authority"))
    parts = {"people": PersonPart, "organisations": OrganisationPart, "countries": CountryPart}
    return {
        "kind": kinds.KINDS[content["kind"]].label,
        "authority": authority,
        "direction": "rtl" if content["language"] in RIGHT_TO_LEFT else "ltr",
        "dates": [
            {
                "role": DateRole(role).label,
                "day": dates.display(row["value"]),
                "basis": Basis(row["basis"]).label,
            }
            for role, row in content["dates"].items()
        ],
        "named": [
            row | {"role": parts[key](row["role"]).label} for key in parts for row in content[key]
        ],
        "held": Held(content["held"]).label if "held" in content else "",
        "shown": Display(content["display"]).label if "display" in content else "",
        "title": _("Preview: %(title)s") % {"title": content["title"]},
    }
