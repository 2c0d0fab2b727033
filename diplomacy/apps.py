"""The one Django application of this project."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DiplomacyConfig(AppConfig):
    """Everything is called explicitly; nothing is hooked up to signals here."""

    name = "diplomacy"
    label = "diplomacy"
    verbose_name = _("Archive")
    default_auto_field = "django.db.models.BigAutoField"
