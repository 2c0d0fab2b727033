"""The full-text index: a table of the database's own kind, filled by ``search.index``."""

from django.db import migrations
from django.db.utils import NotSupportedError

MAKE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE diplomacy_searchindex USING fts5("
        "title, names, summary, body, other_forms, tokenize='ascii')"
    ],
    "postgresql": [
        "CREATE TABLE diplomacy_searchindex (search_id bigint PRIMARY KEY, vector tsvector NOT NULL)",
        "CREATE INDEX diplomacy_searchindex_vector ON diplomacy_searchindex USING gin (vector)",
    ],
}


def make(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor not in MAKE:
        raise NotSupportedError(f"Search works on SQLite and PostgreSQL, not on {vendor}.")
    for statement in MAKE[vendor]:
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    schema_editor.execute("DROP TABLE diplomacy_searchindex")


class Migration(migrations.Migration):
    dependencies = [("diplomacy", "0001_initial")]
    operations = [migrations.RunPython(make, unmake)]
