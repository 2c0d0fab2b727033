"""The description says what the API does, and the API does nothing else."""

import pytest
import schemathesis
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis import checks

from config.wsgi import application
from diplomacy import publishing
from diplomacy.api import schema
from tests.factories import add_person, make_dialogue, make_document, make_person, publish

described = schemathesis.openapi.from_dict(schema.document())
described.app = application

PLAIN = {"Accept-Encoding": "identity"}
"""Without a server between, nothing would unpack a compressed answer."""
PROMISED = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]


def test_it_is_valid_and_complete(tmp_path):
    call_command("spectacular", validate=True, fail_on_warn=True, file=str(tmp_path / "schema.yml"))


def test_it_is_open_api_3_1_and_says_what_each_operation_is_for():
    document = schema.document()
    assert document["openapi"].startswith("3.1")
    for path, operations in document["paths"].items():
        assert list(operations) == ["get"], path
        operation = operations["get"]
        assert operation["summary"], path
        assert operation["description"], path
        assert {"200", "304", "400", "406", "429", "500"} <= set(operation["responses"]), path
        assert "{" not in path or "404" in operation["responses"], path
        for parameter in operation["parameters"]:
            assert parameter.get("description") or parameter["in"] == "path", (path, parameter)


@pytest.mark.parametrize(
    ("extension", "sorts"), [("csv", {"sort"}), ("jsonl", set())], ids=["csv", "jsonl"]
)
def test_exports_tell_the_filters_they_take(extension, sorts):
    def parameters(path: str) -> set[str]:
        operation = schema.document()["paths"][f"/api/v1/{path}"]["get"]
        return {parameter["name"] for parameter in operation["parameters"]}

    listed = parameters("records/") - {"cursor", "limit", "fields", "include", "sort"}
    assert {"q", "kind", "topic", "since"} <= listed
    assert parameters(f"export/records.{extension}") == listed | sorts


@pytest.fixture
def _kept_connection(db):
    """A whole request ends with closing connections; the test's own must stay."""
    ends = (request_started, request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    yield
    for signal in ends:
        signal.connect(close_old_connections)


@pytest.fixture
def archive(_kept_connection):
    """Some of everything: ids by what became of them."""
    meeting, document = make_dialogue(), make_document()
    add_person(document, make_person(slug="lin-shuya"))
    add_person(document, make_person(slug="lin-shuja"))
    records = {"gone": make_document(), "merged": make_document(), "shown": document}
    for record in (meeting, *records.values()):
        publish(record)
    publishing.remove(records["gone"], by=None, reason="Published in error.")
    publishing.merge(records["merged"], document, by=None, reason="The same.")
    return {name: record.uid for name, record in records.items()} | {"unknown": "abcdefghij"}


@described.parametrize()
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_whatever_is_asked_no_answer_is_undescribed(case, archive):
    case.call_and_validate(checks=PROMISED, headers=PLAIN)


@pytest.mark.parametrize(
    ("name", "status"), [("shown", 200), ("gone", 410), ("merged", 301), ("unknown", 404)]
)
@pytest.mark.parametrize("path", ["", "editions/", "editions/{n}/"])
def test_every_state_of_a_record_is_described(archive, name, status, path):
    operation = described[f"/api/v1/records/{{uid}}/{path}"]["GET"]
    numbers = {"n": 1} if path.endswith("{n}/") else {}
    case = operation.Case(path_parameters={"uid": archive[name]} | numbers)
    assert case.call_and_validate(checks=PROMISED, headers=PLAIN).status_code == status
