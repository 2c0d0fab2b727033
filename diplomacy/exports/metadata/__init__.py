"""What a record's page tells programs: meta elements, JSON-LD, links in its header.

Made from what one edition shows and what that leads to today, and from nothing else, so that
no word that is withheld gets into it.
"""

from .jsonld import of_record as json_ld
from .jsonld import of_site as site_json_ld
from .jsonld import safe_json
from .meta import Tag, tags
from .signposts import Signposts

__all__ = ["Signposts", "Tag", "json_ld", "safe_json", "site_json_ld", "tags"]
