"""The nouns of the archive, one file for each family of nouns."""

from .clauses import Clause, ClauseTopic, Position
from .commitments import Commitment, CommitmentMention
from .derived import Mention, PublicRecord
from .dialogues import Dialogue, DialogueSeries
from .documents import (
    Account,
    Document,
    JointStatement,
    OpEd,
    Paragraph,
    RawText,
    RemovedLine,
    Source,
    Work,
)
from .following import SavedSearch, SavedSearchLink
from .front_matter import FrontEdition, FrontPage, FrontText, shipped_words
from .ledger import (
    AppendOnlyError,
    AuthorityEdition,
    Edition,
    LedgerEntry,
    LedgerHead,
    Schedule,
)
from .local_names import local_forms
from .media import Attachment, Figure, Image
from .naming import AuthorityRecord, Name
from .organisations import Organisation, Outlet
from .people import Office, Person, Tenure
from .receiving import Guess, ImportedRow
from .records import Record, RecordAction, RecordDate, Relation, SlugHistory
from .reports import ProblemReport
from .roles import CountryRole, OrganisationRole, PersonRole, TopicLabel
from .searching import SearchName, SearchWord
from .subjects import Country, Initiative, Place, Topic

AUTHORITY_MODELS = {
    model.type: model
    for model in (
        Country,
        Topic,
        Initiative,
        Place,
        Organisation,
        Outlet,
        Office,
        Person,
        DialogueSeries,
    )
}
"""Authority models by their type, in an order in which each may name those before it."""

__all__ = [
    "AUTHORITY_MODELS",
    "Account",
    "AppendOnlyError",
    "Attachment",
    "AuthorityEdition",
    "AuthorityRecord",
    "Clause",
    "ClauseTopic",
    "Commitment",
    "CommitmentMention",
    "Country",
    "CountryRole",
    "Dialogue",
    "DialogueSeries",
    "Document",
    "Edition",
    "Figure",
    "FrontEdition",
    "FrontPage",
    "FrontText",
    "Guess",
    "Image",
    "ImportedRow",
    "Initiative",
    "JointStatement",
    "LedgerEntry",
    "LedgerHead",
    "Mention",
    "Name",
    "Office",
    "OpEd",
    "Organisation",
    "OrganisationRole",
    "Outlet",
    "Paragraph",
    "Person",
    "PersonRole",
    "Place",
    "Position",
    "ProblemReport",
    "PublicRecord",
    "RawText",
    "Record",
    "RecordAction",
    "RecordDate",
    "Relation",
    "RemovedLine",
    "SavedSearch",
    "SavedSearchLink",
    "Schedule",
    "SearchName",
    "SearchWord",
    "SlugHistory",
    "Source",
    "Tenure",
    "Topic",
    "TopicLabel",
    "Work",
    "local_forms",
    "shipped_words",
]
