"""Things to cite, without a database: as little as a test needs, in our own words."""

from dataclasses import replace
from datetime import date

from diplomacy.exports.citations import Citable, Copy, Name

LIN = Name("Lin Shuya", "Lin", "Shuya")
HASAN = Name("Omar Hasan", "Hasan", "Omar")
RIVERS = Name("Ministry of Rivers", is_body=True)
HARBOURS = Name("Ministry of Harbours", is_body=True)
GAZETTE = Copy("River Gazette", "", "https://gazette.example/ferries", "2024-05-17", "2024-05-20")

COMMUNIQUE = Citable(
    uid="k3v9x",
    type="document",
    kind="joint_communique",
    genre="Joint communiqué",
    title="On the ferries",
    language="en",
    edition=2,
    edition_on=date(2026, 11, 12),
    url="https://archive.example/records/k3v9x/ferries/editions/2/",
    record_url="https://archive.example/records/k3v9x/",
    authors=(RIVERS, HARBOURS),
    date="2024-05-16",
    date_basis="printed",
    place="Port Ann",
    copy=GAZETTE,
    is_issued=True,
    held="paraphrase",
    display="full",
    summary="Both ministries keep the ferries.",
    topics=("Ferries", "Rivers & lakes"),
)
"""A joint text that is held as a paraphrase, and that an outlet carried."""

OP_ED = replace(
    COMMUNIQUE,
    kind="op_ed",
    genre="Op-ed",
    title="Why we row",
    authors=(LIN,),
    is_issued=False,
    held="verbatim",
)
"""A signed article, in its own words."""

MEETING = replace(
    COMMUNIQUE,
    type="dialogue",
    kind="dialogue_round",
    genre="Dialogue round",
    title="Third round of the River Commission",
    authors=(),
    copy=None,
    is_issued=False,
    held="",
    display="",
)
"""A record that the archive made itself."""
