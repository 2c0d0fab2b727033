"""Screens of pictures."""

from django.contrib import admin
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from diplomacy.models import Image

from . import stored
from .uploads import ImageForm
from .widgets import Calm


@admin.register(Image)
class ImageAdmin(Calm, admin.ModelAdmin):
    """A picture with what must be said of it."""

    form = ImageForm
    fields = ("file", "shown", "title", "alt", "credit", "licence", "origin", "sha256")
    readonly_fields = ("shown", "sha256")
    list_display = ("title", "credit", "licence", "width", "height")
    list_filter = ("licence",)
    search_fields = ("title", "alt", "credit")

    def get_urls(self):
        view = self.admin_site.admin_view(stored.stored_file)
        return [path("stored/<path:name>", view, name="diplomacy_stored_file"), *super().get_urls()]

    @admin.display(description=_("as it looks"))
    def shown(self, image):
        """The picture itself, small."""
        if not image.file:
            return "–"
        address = stored.address_of(image.file.name)
        return format_html('<img class="thumbnail" src="{}" alt="{}">', address, image.alt)
