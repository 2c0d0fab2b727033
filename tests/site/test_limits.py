"""How often one client may send a form."""

from django.core.cache import cache
from django.test import RequestFactory

from diplomacy.site.limits import Limit, client_network


def request(address: str, **headers):
    return RequestFactory(headers=headers).post("/", REMOTE_ADDR=address)


def test_a_client_is_let_through_as_often_as_the_limit_says():
    limit = Limit("test", most=2)
    assert [limit.is_passed(request("192.0.2.1")) for _ in range(3)] == [False, False, True]
    assert not limit.is_passed(request("192.0.2.2"))
    assert not Limit("other", most=2).is_passed(request("192.0.2.1"))


def test_addresses_of_one_household_are_one_client():
    limit = Limit("test", most=1)
    assert not limit.is_passed(request("2001:db8:1:2::1"))
    assert limit.is_passed(request("2001:db8:1:2::99"))
    assert not limit.is_passed(request("2001:db8:1:3::1"))


def test_an_address_of_the_old_kind_is_itself_in_whatever_dress():
    assert client_network(request("::ffff:192.0.2.1")) == client_network(request("192.0.2.1"))
    assert client_network(request("fe80::1%eth0")) == "fe80::/64"


def test_only_our_own_proxies_are_believed(settings):
    forwarded = request("10.0.0.1", x_forwarded_for="192.0.2.9, 192.0.2.1")
    assert client_network(forwarded) == "10.0.0.1/32"
    settings.PROXIES = 1
    assert client_network(forwarded) == "192.0.2.1/32"


def test_what_is_no_address_is_counted_all_the_same():
    limit = Limit("test", most=1)
    assert not limit.is_passed(request("unix:"))
    assert limit.is_passed(request("unix:"))


def test_no_address_is_kept(monkeypatch):
    keys = []
    monkeypatch.setattr(cache, "add", lambda key, *rest: keys.append(key))
    Limit("test", most=1).is_passed(request("192.0.2.1"))
    assert "192.0.2" not in keys[0]


def test_a_count_that_ran_out_meanwhile_begins_again(monkeypatch):
    monkeypatch.setattr(cache, "add", lambda *args: None)
    assert not Limit("test", most=0).is_passed(request("192.0.2.1"))
