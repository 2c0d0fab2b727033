"""What the demonstration archive knows by name, without a database."""

import json
from pathlib import Path

import pytest

from diplomacy.intake.known import Form, Gazetteer, Known

DEMO = Path(__file__).resolve().parents[2] / "fixtures" / "demo" / "authorities.jsonl"


def _known(row):
    forms = [
        Form(one["form"], one["language"], one["usage"] == "misprint")
        for one in row.get("names", [])
    ]
    forms += [Form(row[key]) for key in ("official", "demonym") if row.get(key)]
    return Known(
        type=row["type"],
        slug=row["slug"],
        name=row.get("name") or row.get("label") or row["title"],
        forms=tuple(forms),
        country=row.get("country") or "",
        family=row.get("family", ""),
        given=row.get("given", ""),
        keywords=tuple(row.get("keywords", ())),
        parties=tuple(row.get("parties", ())),
        level=row.get("level", ""),
        hosts=tuple(row.get("web_hosts", ())),
    )


@pytest.fixture(scope="session")
def known():
    rows = [json.loads(line) for line in DEMO.read_text("utf-8").splitlines()]
    by_type = {}
    for row in rows:
        by_type.setdefault(row["type"], []).append(_known(row))
    plural = {
        "person": "people", "country": "countries", "topic": "topics", "outlet": "outlets",
        "initiative": "initiatives", "place": "places", "organisation": "organisations",
        "series": "series",
    }  # fmt: skip
    return Gazetteer(**{name: tuple(by_type[type_]) for type_, name in plural.items()})
