"""The description by which a browser offers this archive as one of its search engines.

Format: OpenSearch 1.1, https://github.com/dewitt/opensearch
"""

from io import StringIO

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from diplomacy.exports.citations.citable import ARCHIVE
from diplomacy.reading.addresses import absolute, page_address

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
CONTENT_TYPE = "application/opensearchdescription+xml"


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """How to search the archive: as pages for people and as a feed."""
    out = StringIO()
    xml = SimplerXMLGenerator(out, "utf-8")
    xml.startDocument()
    xml.startElement("OpenSearchDescription", {"xmlns": NAMESPACE})
    xml.addQuickElement("ShortName", ARCHIVE)
    xml.addQuickElement("Description", _("An archive of diplomatic dialogue"))
    xml.addQuickElement("InputEncoding", "UTF-8")
    icon = absolute(static("img/favicon.svg"))
    xml.addQuickElement("Image", icon, {"type": "image/svg+xml", "width": "16", "height": "16"})
    for type, name in (("text/html", "archive"), ("application/atom+xml", "archive-feed")):
        template = f"{page_address(name)}?q={{searchTerms}}"
        xml.addQuickElement("Url", "", {"type": type, "template": template})
    xml.endElement("OpenSearchDescription")
    xml.endDocument()
    return HttpResponse(out.getvalue(), content_type=CONTENT_TYPE)
