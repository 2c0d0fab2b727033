"""The working copy as the public would see it: made from the very content an edition stores."""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from diplomacy import kinds, publishing
from diplomacy.models import Record
from diplomacy.vocabulary import direction

from .preview_facts import facts
from .preview_words import Words


def respond(request: HttpRequest, record: Record, *, back: str) -> TemplateResponse:
    """The preview page; no cache keeps it."""
    response = TemplateResponse(
        request, "admin/diplomacy/preview.html", context(publishing.build(record), back=back)
    )
    add_never_cache_headers(response)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def context(content: dict, *, back: str) -> dict:
    """All that ``content`` says, in words; ``back`` is the address of the form."""
    words = Words(content)
    return {
        "content": content,
        "back": back,
        "kind": kinds.KINDS[content["kind"]].label,
        "authority": kinds.AUTHORITIES.get(content.get("authority")),
        "direction": direction(content["language"]),
        "title": _("Preview: %(title)s") % {"title": content["title"]},
        "facts": facts(words),
        "relations": words.relations(),
        "figures": words.figures(),
        "attachments": words.attachments(),
        "paragraphs": words.paragraphs(),
        "clauses": words.clauses(),
        "mentions": words.mentions(),
        "sources": words.sources(),
    }
