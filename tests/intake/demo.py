"""An archive for tests that knows the names of `known_names`."""

from diplomacy.models import (
    Country,
    DialogueSeries,
    Initiative,
    Name,
    Organisation,
    Outlet,
    Person,
    Place,
    Topic,
)
from tests.intake import known_names


def fill() -> None:
    """Make the authority records that the test gazetteer describes."""
    for known in known_names.COUNTRIES:
        _named(Country.objects.create(slug=known.slug, name=known.name), known)
    for known in known_names.PEOPLE:
        person = Person(slug=known.slug, name=known.name, family=known.family, given=known.given)
        person.country = Country.objects.get(slug=known.country)
        person.save()
        _named(person, known)
    for known in known_names.TOPICS:
        keywords = "\n".join(known.keywords)
        Topic.objects.create(slug=known.slug, label=known.name, keywords=keywords)
    for known in known_names.PLACES:
        _named(Place.objects.create(slug=known.slug, label=known.name), known)
    for known in known_names.INITIATIVES:
        _named(Initiative.objects.create(slug=known.slug, label=known.name), known)
    for known in known_names.ORGANISATIONS:
        country = Country.objects.filter(slug=known.country).first()
        fields = {"slug": known.slug, "name": known.name, "country": country}
        _named(Organisation.objects.create(**fields), known)
    for known in known_names.OUTLETS:
        fields = {"slug": known.slug, "name": known.name, "web_hosts": "\n".join(known.hosts)}
        _named(Outlet.objects.create(**fields), known)
    for known in known_names.SERIES:
        series = DialogueSeries.objects.create(slug=known.slug, title=known.name, level=known.level)
        series.parties.set(Country.objects.filter(slug__in=known.parties))
        _named(series, known)


def _named(record, known) -> None:
    for form in known.forms:
        usage = Name.Usage.MISPRINT if form.is_wrong else Name.Usage.VARIANT
        Name.objects.create(subject=record, form=form.text, language=form.language, usage=usage)
