"""Marks of books, on paper and on reading devices.

Neither finds out by itself which way a text runs, as a browser does for ``dir="auto"``: here it
is said. The marks are well-formed XHTML.
"""

import unicodedata
from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from diplomacy.exports import pdf
from diplomacy.reading.addresses import absolute
from diplomacy.site.pages.names import Named
from diplomacy.site.templatetags.archive import name_comma

register = template.Library()
register.filter("outward", absolute)


@register.filter
def way(text: str) -> str:
    """``rtl`` or ``ltr``, as its first letter runs; the way of the page where it has none."""
    kinds = (unicodedata.bidirectional(sign) for sign in text or "")
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), None)
    if first is None:
        return "rtl" if get_language_bidi() else "ltr"
    return "ltr" if first == "L" else "rtl"


@register.filter
def apart(text: str) -> SafeString:
    """A text in the middle of others, which its direction does not touch."""
    return format_html('<bdi dir="{}">{}</bdi>', way(text), text)


@register.filter
def embedded(address: str) -> str:
    """An address within plain text of either direction, where no mark-up can stand."""
    return f"\u2066{address}\u2069"


@register.filter
def said(named: Named) -> SafeString:
    """A name as printed, with what it is called now."""
    name = apart(named.name)
    if not named.current:
        return name
    now = _("now %(name)s") % {"name": named.current}
    return format_html('{} <span class="soft">({})</span>', name, now)


@register.filter
def all_said(names: Iterable[Named]) -> SafeString:
    """Several names in one line."""
    return format_html_join(name_comma(), "{}", ((said(named),) for named in names))


@register.simple_tag
def can_make_pdf() -> bool:
    """Whether this machine can make PDF."""
    return pdf.is_available()
