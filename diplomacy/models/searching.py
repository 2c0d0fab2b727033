"""What search knows beside the index: words that occur, and names by every form they are known by.

Derived, like the index: both can be rebuilt at any time, and neither says what is public.
"""

from django.db import models


class SearchWord(models.Model):
    """A word that some edition has held, and what it is found by when it is misspelt.

    Words are added and, but by a rebuild, never taken out: whoever offers one to a reader asks
    the index first whether it is still there.
    """

    word = models.CharField(max_length=64, primary_key=True)
    length = models.PositiveSmallIntegerField()
    head = models.CharField(max_length=8)
    """Its beginning."""
    tail = models.CharField(max_length=8)
    """Its end."""
    sound = models.CharField(max_length=64)
    """What is left without what is most often written in more than one way."""
    letters = models.CharField(max_length=64)
    """Its letters in order of the alphabet: two that were swapped change nothing."""

    class Meta:
        indexes = [
            models.Index(fields=["head", "length"], name="word_head"),
            models.Index(fields=["tail", "length"], name="word_tail"),
            models.Index(fields=["sound"], name="word_sound"),
            models.Index(fields=["letters"], name="word_letters"),
        ]

    def __str__(self):
        return self.word


class SearchName(models.Model):
    """One form of the name of an authority record that an edition has named.

    Whoever shows one asks first whether a listed record names the authority record now.
    """

    type = models.CharField(max_length=15)
    slug = models.CharField(max_length=100)
    key = models.CharField(max_length=300)
    """The form folded, words parted by one blank: what is looked up."""
    form = models.CharField(max_length=300)
    language = models.CharField(max_length=20)
    use = models.CharField(max_length=20)
    """``Name.usage``, or one of ``search.names.USES``."""

    class Meta:
        indexes = [
            models.Index(fields=["key"], name="search_name_key"),
            models.Index(fields=["type", "slug"], name="search_name_of"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["type", "slug", "key"], name="search_name_once")
        ]

    def __str__(self):
        return self.form
