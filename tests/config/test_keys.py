"""The secret key that an archive makes for itself."""

import stat

from config.keys import kept_secret


def test_the_key_is_made_once_and_kept_from_others(tmp_path):
    path = tmp_path / "secret_key"
    first = kept_secret(path)
    assert len(first) >= 50
    assert kept_secret(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_archives_have_two_keys(tmp_path):
    assert kept_secret(tmp_path / "one") != kept_secret(tmp_path / "two")
