"""Whose address counts when proxies stand in front."""

import pytest

from config.proxies import client_address


@pytest.mark.parametrize(
    ("proxies", "header", "expected"),
    [
        (0, None, "10.0.0.1"),
        (0, "203.0.113.9", "10.0.0.1"),
        (1, None, "10.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "1.2.3.4, 203.0.113.9", "203.0.113.9"),
        (2, "1.2.3.4, 203.0.113.9, 10.0.0.7", "203.0.113.9"),
        (3, "203.0.113.9", "203.0.113.9"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(rf, settings, proxies, header, expected):
    settings.PROXIES = proxies
    headers = {"X-Forwarded-For": header} if header else {}
    request = rf.get("/", headers=headers, REMOTE_ADDR="10.0.0.1")
    assert client_address(request) == expected
