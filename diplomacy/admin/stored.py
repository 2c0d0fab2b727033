"""The desk's own door to stored pictures and files, published or not."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest
from django.urls import reverse
from django.views.decorators.http import require_safe

from diplomacy.models import Image, Record
from diplomacy.reading.streaming import stream

from .addresses import SCREENS


def address_of(name: str) -> str:
    """Where the desk reads the stored file ``name``."""
    return reverse("admin:diplomacy_stored_file", args=[name])


@require_safe
def stored_file(request: HttpRequest, name: str) -> FileResponse:
    """A picture or file that a row names, for those who may look at what it belongs to."""
    # A NUL is in no stored name, and PostgreSQL refuses to look for one.
    models, is_picture = _owners(name) if "\0" not in name else (set(), False)
    if not models:
        raise Http404
    if not any(_may_look(request.user, model) for model in models):
        raise PermissionDenied
    return stream(name, in_place=is_picture)


def _owners(name: str) -> tuple[set, bool]:
    """The models whose rows show the file, and whether it is a picture of the library."""
    is_picture = Image.objects.filter(file=name).exists()
    named = Q(attachments__file=name) | Q(figures__image__file=name)
    models = {SCREENS[record.family] for record in Record.objects.filter(named).distinct()}
    return models | ({"image"} if is_picture else set()), is_picture


def _may_look(user, model: str) -> bool:
    return any(user.has_perm(f"diplomacy.{verb}_{model}") for verb in ("view", "change"))
