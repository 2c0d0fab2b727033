"""Changes to authority records that the public sees: they take ledger numbers too."""

from django.utils.translation import gettext as _

from diplomacy.models import AuthorityEdition, AuthorityRecord, Mention, Tenure
from diplomacy.search import names
from diplomacy.vocabulary import Named

from . import ledger
from .errors import refuse_if
from .fixity import content_hashes
from .scheduling import settle_due

EVENT = "authority"
"""The event of such an entry in the ledger."""


def record_authority_change(
    obj: AuthorityRecord, *, by, before: dict | None = None
) -> AuthorityEdition | None:
    """Enter the new public form of ``obj`` in the ledger, if the public sees it.

    ``before`` is its ``public_form()`` before the change; without it the form last entered
    counts. No entry is made when nothing public changed.
    """
    if not is_mentioned(obj):
        return None
    form = type(obj).objects.for_export().get(pk=obj.pk).public_form()
    with ledger.opened() as pen:
        settle_due(pen)
        names.put_names([(obj.type, obj.slug)])
        if form == (before or _last_form(obj)):
            return None
        entry = pen.append(
            uid=f"{obj.type}:{obj.slug}", event=EVENT, by=by, hashes=content_hashes(form)
        )
        edition = AuthorityEdition(entry=entry, type=obj.type, slug=obj.slug, content=form)
        edition.save()
        return edition


def _last_form(obj: AuthorityRecord) -> dict | None:
    last = AuthorityEdition.objects.filter(type=obj.type, slug=obj.slug).order_by("-entry").first()
    return last.content if last else None


def is_mentioned(obj: AuthorityRecord) -> bool:
    """Whether a public edition mentions it, or mentions what was merged into it."""
    if obj.type == Named.OFFICE:
        holders = Tenure.objects.filter(office=obj.pk).values("person__slug")
        return Mention.objects.filter(type=Named.PERSON, slug__in=holders).exists()
    return Mention.objects.filter(type=obj.type, slug__in=obj.all_slugs()).exists()


def merge_authority(obj: AuthorityRecord, into: AuthorityRecord, *, by) -> None:
    """Point ``obj`` at ``into``: what mentions it keeps its id, its address redirects."""
    refuse_if(
        (type(obj) is not type(into), _("Both must be of the same kind.")),
        (obj.pk == into.pk, _("It cannot be merged into itself.")),
        (obj.merged_into_id, _("It is merged already. Undo that first.")),
        (into.root().pk == obj.pk, _("The other is merged into this one.")),
    )
    _point(obj, into, by=by)


def unmerge_authority(obj: AuthorityRecord, *, by) -> None:
    """Clear the pointer: everything is as it was before the merge."""
    refuse_if((not obj.merged_into_id, _("It is not merged into another.")))
    _point(obj, None, by=by)


def _point(obj: AuthorityRecord, into: AuthorityRecord | None, *, by) -> None:
    with ledger.opened():
        before = type(obj).objects.for_export().get(pk=obj.pk).public_form()
        obj.merged_into = into
        obj.save(update_fields=["merged_into"])
        record_authority_change(obj, by=by, before=before)
