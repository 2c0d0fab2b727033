"""Texts of which something is held, and rounds with texts about them."""

from tests import factories


def make_text(held: str = "verbatim", **fields):
    """A published text of which so much is held."""
    if held == "not_held":
        fields |= {"display": "metadata", "summary": "It is said to be about ferries."}
    return factories.make_published(held=held, **fields)


def make_round(series, ordinal, *texts, status="held"):
    """A published round, and texts about it given as ``(authority, held, side)``."""
    meeting = factories.make_dialogue(series=series, ordinal=ordinal, status=status)
    factories.publish(meeting)
    for authority, held, side in texts:
        country = factories.make_country(side, side.upper()) if side else None
        make_text(held, meeting=meeting, authority=authority, side=country)
    return meeting
