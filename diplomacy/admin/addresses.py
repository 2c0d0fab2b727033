"""Which screen edits a record."""

from django.urls import reverse

from diplomacy import kinds
from diplomacy.models import Record

SCREENS = {
    kinds.MEETING: "dialogue",
    kinds.JOINT: "jointstatement",
    kinds.OPINION: "oped",
    kinds.ACCOUNT: "account",
    kinds.COMMITMENT: "commitment",
}
"""The model whose admin screen edits each family."""


def screen_address(record: Record) -> str:
    """The address of a record's form, on the screen of its family."""
    return reverse(f"admin:diplomacy_{SCREENS[record.family]}_change", args=[record.pk])
