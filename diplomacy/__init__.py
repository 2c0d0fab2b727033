"""Rapporteur: an archive of diplomatic dialogue that knows whose words these are."""

__version__ = "0.1.0"
