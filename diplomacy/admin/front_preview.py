"""A page about the archive as readers would get it; for editors only, never kept."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.cache import add_never_cache_headers

from diplomacy.models import FrontText
from diplomacy.models.front_matter import Words
from diplomacy.reading import front_matter


def respond(request: HttpRequest, text: FrontText, words: Words, *, back: str) -> HttpResponse:
    """The very page that would be published, in the language it is written for."""
    with translation.override(text.language):
        shown = front_matter.of(text.page, text.language, words)
        context = front_matter.context(shown) | {"back": back}
        response = TemplateResponse(request, "front/page.html", context).render()
    add_never_cache_headers(response)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
