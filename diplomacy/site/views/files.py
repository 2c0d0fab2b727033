"""Pictures and files of what is public. Nothing else in the store has an address here."""

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from diplomacy.reading import files
from diplomacy.reading.streaming import stream
from diplomacy.search.derived import FIGURE


@require_safe
def file(request: HttpRequest, name: str) -> FileResponse:
    """A stored file, as long as a listed record's last edition names it; 404 for all others.

    Always streamed: an address of the store itself would work on after a withdrawal. Pictures
    are shown in place, everything else is downloaded.
    """
    # A NUL is in no stored name, and PostgreSQL refuses to look for one.
    parts = set() if "\0" in name else files.public_parts([name]).get(name, set())
    if not parts:
        raise Http404
    return stream(name, in_place=FIGURE in parts)
