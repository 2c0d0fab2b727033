"""Coordinates as SVG writes them: never with the separators of a language."""

from django import template

register = template.Library()


@register.filter
def percent(value: float) -> str:
    """A place across a picture."""
    return f"{pixels(value)}%"


@register.filter
def pixels(value: float) -> str:
    """A place down a picture, or any other number of an attribute."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
