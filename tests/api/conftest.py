"""What the tests of the API share."""

import pytest


@pytest.fixture
def get(client):
    """Ask the API: ``get("records/", limit=3)`` gives the answer."""

    def ask(path: str, **params):
        return client.get(f"/api/v1/{path}", params)

    return ask


@pytest.fixture
def refused(get):
    """Ask for what is refused with 400: gives the parameter named and the sentence."""

    def ask(path: str, **params):
        answer = get(path, **params)
        assert answer.status_code == 400, answer.content
        error = answer.json()["error"]
        assert error["code"] == "bad_parameter"
        return error["parameter"], error["message"]

    return ask
