"""Fields of the archive's own."""

from django.core.exceptions import ValidationError
from django.db import models

from diplomacy.text import dates


def validate_edtf(value: str) -> None:
    """Refuse what is not a date in EDTF, in plain words."""
    try:
        dates.parse(value)
    except dates.EdtfError as error:
        raise ValidationError(str(error)) from error


class EdtfField(models.CharField):
    """A date as precise as it is known, in the Extended Date/Time Format (ISO 8601-2)."""

    default_validators = [validate_edtf]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 60)
        super().__init__(*args, **kwargs)
