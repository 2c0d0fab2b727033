"""Small inline marks of record pages: names with where they lead, texts with what was found.

Filters and not included templates, since a template's last line break would be a blank in print.
"""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from diplomacy.models import Tenure
from diplomacy.site.pages.names import Named
from diplomacy.site.templatetags.archive import edtf, isolated, name_comma

register = template.Library()
OPENING = ("“", '"', "‘", "«", "「", "『")


@register.filter
def link(named: Named) -> SafeString:
    """A name as printed, linked where it leads somewhere, with what it is called now."""
    title = format_html(' title="{}"', named.title) if named.title else ""
    name = isolated(named.name, named.language)
    if named.url:
        name = format_html('<a href="{}"{}>{}</a>', named.url, title, name)
    elif title:
        name = format_html("<span{}>{}</span>", title, name)
    if not named.current:
        return name
    now = _("now %(name)s") % {"name": named.current}
    return format_html('{} <span class="soft">({})</span>', name, now)


@register.filter
def alone(named: Named) -> SafeString:
    """A name without where it leads and what it is called now."""
    return isolated(named.name, named.language)


@register.filter
def links(names: Iterable[Named]) -> SafeString:
    """Several names in one line."""
    return format_html_join(name_comma(), "{}", ((link(named),) for named in names))


@register.filter
def marked(pieces: Iterable[tuple[bool, str]]) -> SafeString:
    """A text cut into ``(is_marked, piece)``, with what was found in ``<mark>``."""
    return format_html_join(
        "",
        "{}{}{}",
        (
            (mark_safe("<mark>"), text, mark_safe("</mark>")) if is_marked else ("", text, "")
            for is_marked, text in pieces
        ),
    )


@register.filter
def quoted(pieces: Iterable[tuple[bool, str]]) -> SafeString:
    """``marked`` in quotation marks; words that begin with one as printed get no others."""
    pieces = list(pieces)
    is_quoted = "".join(text for _, text in pieces).startswith(OPENING)
    return marked(pieces) if is_quoted else format_html("“{}”", marked(pieces))


@register.filter
def lasted(tenure: Tenure) -> str:
    """From when to when an office was held, as precisely as it is known."""
    start, end = _moment(tenure.start), _moment(tenure.end)
    if start and end:
        return _("from %(start)s to %(end)s") % {"start": start, "end": end}
    if start:
        return _("from %(start)s, no end recorded") % {"start": start}
    if end:
        return _("until %(end)s, no beginning recorded") % {"end": end}
    return _("dates not recorded")


def _moment(value: str) -> str:
    """A beginning or an end in words; of a span it is not known when within it."""
    is_closed_span = "/" in value and ".." not in value
    return _("some time in %(span)s") % {"span": edtf(value)} if is_closed_span else edtf(value)
