"""The answer to whatever watches the server."""

from django.db import OperationalError

from diplomacy.publishing import generation
from tests import factories


def test_a_healthy_archive_says_where_its_ledger_stands(client, db):
    assert client.get("/healthz").json() == {"status": "ok", "ledger": 0}
    factories.make_published()
    answer = client.get("/healthz")
    assert answer.json() == {"status": "ok", "ledger": generation.current().number}
    assert "no-store" in answer["Cache-Control"]
    assert "ETag" not in answer


def test_without_its_database_it_says_so(client, db, monkeypatch):
    def fail():
        raise OperationalError("no such host: secret.internal")

    monkeypatch.setattr(generation, "current", fail)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {"status": "the database cannot be read"}
