"""People at their desks: an editor, a publisher, somebody who may only look, a stranger."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client

from tests.factories import make_user


def _signed_in(*groups: str, permissions=()):
    user = make_user()
    user.groups.set(Group.objects.filter(name__in=groups))
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def roles(db):
    """The groups as the command makes them."""
    call_command("ensure_roles", verbosity=0)


@pytest.fixture
def editor(roles):
    """The client of somebody in the group Editors."""
    return _signed_in("Editors")


@pytest.fixture
def publisher(roles):
    """The client of somebody in the group Publishers."""
    return _signed_in("Publishers")


@pytest.fixture
def onlooker(roles):
    """The client of staff without a group, who may only look at records."""
    return _signed_in(permissions=["view_account", "view_record", "view_dialogue"])


@pytest.fixture
def stranger(db):
    """Somebody who has not signed in."""
    return Client()
