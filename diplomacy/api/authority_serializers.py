"""The shapes of reference resources: their ``public_form()`` and ``links``."""

from rest_framework import serializers as s

from diplomacy import vocabulary as v
from diplomacy.models import Name

from .serializers import Row, Shape, code, one_of, words


class KnownNameShape(Shape):
    form = words("A form of the name, as it may be printed.")
    language = one_of(v.language_choices())
    usage = one_of(Name.Usage)
    note = words(required=False)


class CountShape(Shape):
    count = s.IntegerField(help_text="How many public records name it.")
    url = words("The list of these records in the API, where it can be asked for.", allow_null=True)


class AuthorityLinksShape(Shape):
    self = words("Its address in the API.")
    page = words("Its page on the site.")
    records = CountShape()


class AuthorityRow(Row):
    """What every reference record has."""

    type = one_of(v.Named)
    slug = code("Permanent code, also its address.")
    names = KnownNameShape(many=True, help_text="Every other form it is known by.")
    note = words("The editors' note.")
    merged_into = code("Always null: what is merged redirects.", allow_null=True)
    links = AuthorityLinksShape()


class SeriesRow(AuthorityRow):
    title = words()
    level = words("For example: foreign minister.")
    parties = s.ListField(child=s.CharField(), help_text="Codes of countries.")
    numbering = words("How its rounds are counted.")


class TenureShape(Shape):
    office = code("Code of the office.")
    start = words("EDTF, or empty.")
    end = words("EDTF, or empty where it is still held or not known.")
    note = words()


class PersonRow(AuthorityRow):
    name = words("The form the archive uses.")
    family = words()
    given = words()
    country = code("Code of a country.", allow_null=True)
    tenures = TenureShape(many=True, help_text="Offices held, and when.")


class OrganisationRow(AuthorityRow):
    name = words()
    kind = words("What it is.")
    country = code("Code of a country.", allow_null=True)


class CountryRow(AuthorityRow):
    name = words()
    iso3 = words("Three-letter code.")
    official = words("Official name.")
    demonym = words("Adjective.")


class TopicRow(AuthorityRow):
    label = words()
    parent = code("Code of the broader topic.", allow_null=True)
    keywords = s.ListField(child=s.CharField(), help_text="Words that suggest it.")


class InitiativeRow(AuthorityRow):
    label = words()
    launched = words("As precise as known.")


class OutletRow(AuthorityRow):
    name = words()
    kind = words("What it is.")
    country = code("Code of a country.", allow_null=True)
    organisation = code("Code of the organisation that publishes it.", allow_null=True)
    web_hosts = s.ListField(child=s.CharField())


class PlaceRow(AuthorityRow):
    label = words()
    kind = words("City, region, project …")
    country = code("Code of a country; null where it is disputed.", allow_null=True)
