"""The shapes of what the API answers, for its description and for ``fields=``.

Content is shown exactly as its edition stores it, so nothing is converted here: serializers
declare. Tests hold them to what ``publishing.content`` builds and to what the API answers.
"""

from rest_framework import serializers as s

from diplomacy import kinds
from diplomacy import vocabulary as v


class Shape(s.Serializer):
    """Part of an answer: every field is always there."""


class Row(s.Serializer):
    """One row of a resource: any field may be left out by ``fields=``."""


def words(help_text: str = "", **kwargs) -> s.CharField:
    """A text, in which "" stands for nothing known."""
    return s.CharField(help_text=help_text, **kwargs)


def code(help_text: str, **kwargs) -> s.CharField:
    """The permanent code of an authority record."""
    return s.CharField(help_text=help_text, **kwargs)


def one_of(choices, help_text: str = "", **kwargs) -> s.ChoiceField:
    """One of a closed list, shown by its codes."""
    codes = [value for value, _ in getattr(choices, "choices", choices)]
    return s.ChoiceField(choices=codes, help_text=help_text, **kwargs)


class BoundsShape(Shape):
    value = words("The date in EDTF (ISO 8601-2), as precise as known.")
    earliest = s.DateField(help_text="The first day it can mean.")
    latest = s.DateField(help_text="The last day it can mean.")


class DateShape(BoundsShape):
    basis = one_of(v.Basis, "Whether it is printed in the source, inferred, or an editor's.")
    printed = words("As the source prints it.")
    note = words(required=False)


DatesShape = type(
    "DatesShape",
    (Shape,),
    {role.value: DateShape(required=False, help_text=str(role.label)) for role in v.DateRole},
)
DatesShape.__doc__ = "The dates that are known, by role; a role that is not known is left out."


class NamedShape(Shape):
    slug = code("The permanent code.")
    name = words("The name as the edition has it.")


class LabelledShape(Shape):
    slug = code("The permanent code.")
    label = words("The label as the edition has it.")


class PersonPartShape(NamedShape):
    role = one_of(v.PersonPart)
    styled_as = words("The title printed that day.")


class OrganisationPartShape(NamedShape):
    role = one_of(v.OrganisationPart)


class CountryPartShape(NamedShape):
    role = one_of(v.CountryPart)


class TopicLabelShape(LabelledShape):
    printed = words("The label as the source prints it.")


class RelationShape(Shape):
    type = one_of(v.Link)
    uid = words("The other record.")


class FigureShape(Shape):
    file = words("Its stored name; `links.files` has its address while it is shown.")
    width = s.IntegerField(help_text="Pixels.")
    height = s.IntegerField(help_text="Pixels.")
    alt = words("What the picture shows.")
    caption = words()
    credit = words()
    licence = words()


class AttachmentShape(Shape):
    file = words("Its stored name; `links.files` has its address while it is shown.")
    sha256 = words()
    size = s.IntegerField(help_text="Bytes.")
    what = words("What the file is.")
    rights = words()


class EditionShape(Shape):
    """Which public state of the record this is."""

    number = s.IntegerField(help_text="Its number in the archive's ledger.")
    n = s.IntegerField(help_text="Its number within the record, from 1.")
    change = one_of(v.Change, "What this edition changed.")
    note = words("What readers are told of the change; of a withdrawal, the reason.")
    published_at = s.DateTimeField()
    standing = one_of(v.Standing)


class RecordRow(Row):
    """What every record has."""

    schema = s.IntegerField(help_text="Number of the content's schema.")
    uid = words("Permanent identifier.")
    type = one_of([("dialogue", ""), ("document", ""), ("commitment", "")])
    kind = one_of(kinds.choices())
    slug = words("The readable end of its page's address.")
    title = words()
    title_origin = one_of(v.TitleOrigin)
    summary = words("In the archive's own words.")
    language = one_of(v.language_choices(), "Of the record's text (BCP 47, lower case).")
    dates = DatesShape()
    people = PersonPartShape(many=True)
    organisations = OrganisationPartShape(many=True)
    countries = CountryPartShape(many=True)
    topics = TopicLabelShape(many=True)
    initiatives = LabelledShape(many=True)
    places = LabelledShape(many=True)
    relations = RelationShape(many=True)
    figures = FigureShape(many=True)
    attachments = AttachmentShape(many=True)
    note = words("The editor's note to readers.")
    edition = EditionShape()
    links = s.DictField(
        help_text="What changes without the text changing, resolved now: addresses, current "
        "names, other accounts, records that name this one. Addresses begin at the root of this "
        "host. Lists give it with `include=links`."
    )


class SeriesShape(Shape):
    slug = code("The permanent code.")
    title = words()


class DialogueRow(RecordRow):
    """A meeting: a round of a series, or a single event."""

    series = SeriesShape(allow_null=True)
    ordinal = s.IntegerField(allow_null=True, help_text="Its number in the series.")
    ordinal_printed = words("The round as printed.")
    status = one_of(v.MeetingStatus)
    mode = one_of(v.MeetingMode)
    venue = words()
    place = LabelledShape(allow_null=True)
    host = code("The host country.", allow_null=True)
    theme = words()
    agenda = s.ListField(child=s.CharField())
    invitation = words()
    outcomes = s.ListField(child=s.CharField())


class WorkShape(Shape):
    code = words("Shared by all language versions of one text.")
    standing = one_of([*v.WorkStanding.choices, ("", "")])


class ParagraphShape(Shape):
    key = words("Lasting anchor of the paragraph.")
    number = words("As printed; else counted.")
    heading = words()
    text = words()
    source = s.IntegerField(
        allow_null=True, help_text="Place in `sources`, where it differs from the rest."
    )
    extract = s.BooleanField(help_text="Whether it is marked as an extract.")


class SourceShape(Shape):
    url = words()
    outlet = NamedShape(allow_null=True)
    title = words("The title there.")
    published = words("EDTF, or empty.")
    retrieved = words("EDTF, or empty.")
    rights = words("What may be done with this copy.")


class ClauseShape(Shape):
    """A span that does something, confirmed by an editor."""

    key = words("Lasting anchor of the clause.")
    paragraph = words("Key of its paragraph, where that is shown.", allow_null=True)
    text = words("Empty where the words are withheld.")
    formula = words("A short fixed formula exactly as printed.")
    voice = one_of(v.Voice)
    side = code("The side whose voice it is.", allow_null=True)
    act = one_of(v.Act)
    verb = words("The verb as printed.")
    strength = words()
    topics = s.ListField(child=s.CharField(), help_text="Topic codes, the main one first.")
    places = s.ListField(child=s.CharField(), help_text="Place codes.")
    speaker = code("The person who speaks.", allow_null=True)
    reporter = code("The organisation that reports it.", allow_null=True)
    mode = one_of(v.Mode)


class DocumentRow(RecordRow):
    """A text, or the description of one."""

    authority = one_of(
        [*kinds.authority_choices(), ("", "")], "How near the text stands to the words it reports."
    )
    held = one_of(v.Held, "How much of the text the archive holds.")
    display = one_of(v.Display, "How much of that may be shown.")
    side = code("The one side it speaks for.", allow_null=True)
    byline = words()
    agency = words()
    dateline = words("As printed.")
    place = LabelledShape(allow_null=True)
    dialogue = words("The meeting it is about.", allow_null=True)
    work = WorkShape(allow_null=True)
    paragraphs = ParagraphShape(
        many=True, help_text="What may be shown. Lists give them with `include=paragraphs`."
    )
    sources = SourceShape(many=True)
    clauses = ClauseShape(many=True, help_text="Lists give them with `include=clauses`.")


class MentionShape(Shape):
    """Dated evidence about a commitment, never a verdict."""

    date = BoundsShape()
    type = one_of(v.Step)
    label = words()
    text = words()
    dialogue = words("The meeting it comes from.", allow_null=True)
    document = words("The text it comes from.", allow_null=True)
    urls = s.ListField(child=s.CharField())


class CommitmentRow(RecordRow):
    """A checkable undertaking and the evidence about it."""

    side = code("The side that undertakes it; null where there are several.", allow_null=True)
    parties = words("Who undertakes it, in words.")
    topic = code("Its topic.", allow_null=True)
    mentions = MentionShape(many=True)


class AnyRecordRow(DialogueRow, DocumentRow, CommitmentRow):
    """A record of any type; it has the fields of its type and no others."""


class SegmentShape(Shape):
    text = words()
    is_match = s.BooleanField(help_text="Whether this piece is what was sought.")


class PassageShape(Shape):
    anchor = words("Of the paragraph or clause on the record's page; or empty.")
    segments = SegmentShape(many=True, help_text="Joined they are the passage.")


class FoundRow(AnyRecordRow):
    """A record that a search found."""

    passages = PassageShape(many=True, help_text="Where in it the words were found.")


class EditionRow(Row, EditionShape):
    """One public state of a record, without its content."""

    url = words("Where its content is.")


RECORD_ROWS = {"dialogue": DialogueRow, "document": DocumentRow, "commitment": CommitmentRow}
HEAVY = ("paragraphs", "clauses", "links")
"""What lists of records leave out unless it is asked for."""


def field_names(*rows: type[s.Serializer]) -> list[str]:
    """Names of the fields of these shapes, each once, in their order."""
    return list(dict.fromkeys(name for row in rows for name in row().fields))
